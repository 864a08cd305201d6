"""What stands beneath a heading, a title or a decision: causes, reasons, who was against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.bearer import borne, per_unit
from knowledge.bearing import holds
from knowledge.model import Kind, Outcome
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import Scorer
from knowledge.search import Search
from knowledge.sides import asks_side, takes_side
from knowledge.term import Term
from knowledge.wanted import enumerates, figure_clauses

_MANY = 3  # things one after the other
SUBJECTS = (Kind.PROPOSAL, Kind.MOTION)
# What gives a cause, and what only says what is to be done.
_BECAUSE = regex("肇因|原因|起因|因为|由于|系因|鉴于|导致|所致|致使|因[^此应素]")
SUGGESTS = regex("[-(]?[0-9一二三四五六七八九十]*[)、.]? *(?:建议|拟|办法|拟办|建请|请)")
# 合作內容涵蓋哪幾塊 asks what a thing is made up of, which an explanation tells one after the other.
_MADE_UP = regex("内容|涵盖|包括|包含|范围|有哪些|哪几[块项样种方面]")
_OR = regex("还是|或是|抑或|[甲乙丙ab]案|定案|拍板")  # of a hearing, which decides on one matter
_SETTLING = (Outcome.APPROVED, Outcome.AMENDED, Outcome.CONTINUED, Outcome.RESERVED)
_NOW = regex("现在|目前|现有|现行|现今|如今|眼下|迄今")
_STANDS = regex("现[有行在况今]|目前|迄今|截至|既有")
# 按摩師想搬到樓下，主席怎麼講: what whoever presides said to it
_CHAIR_SAYS = regex(
    "主席(?:最后|后来|当场|是|又|到底)?(?:怎么|如何)(?:说|讲|回|回应|答|看|裁示|处理)"
)
# 觀光署出多少錢: who pays so much of it
_PAYS = regex(
    "(?:自己|那边|方面)?(?:要|得|会|应|再|各|共)*(?:出|补助|补|负担|分[摊担]|赞助|捐|付|垫|贴)了?(?:多少|几[成万亿千百])"
)
_REPLIED = regex("[^:,。]{0,10}(?:答复|答覆|回复|回覆|回应|研处意见)[^:,。]{0,4}:")
_BY_CHAIR = "主席"
_PARTICULAR = regex("多[少大高长远久宽深]|几|什么|哪|谁")
_DISPOSES = regex("采纳|接受|最后|后来|结果|怎么(?:决|处|回)|决[议定]|同意|通过")
_DISPOSED = regex("[^:。]{0,12}(?:决议|决定|裁示|结论|处理情形|回应|研处意见|审查意见)[^:。]{0,4}:")
_LET_GO = regex("撤|不再|[已并]无|终止|放弃|取消")
_SETTLED = regex("(?:[决确敲选]?定|定案|拍板|谈成)了(?:吗|没有?|嘛)[ ?。啊呀呢]*$")
_CHANGES = regex("拟|(?:修正|调整|变更|延长|提高|降|改|增|减)(?:低|列|加|少)?[为至到]|下修")
_FIGURES = ("money", "count", "headcount", "percent", "amount", "duration")
_TITLE = regex("案[)」』]?(?:[(][^)]*[)])?(?:,?提请[^,。;]{2,4})?[。]?(?:[(][^)]*[)])?$")


class Beneath:
    def __init__(self, search: Search, scorer: Scorer) -> None:
        self._search = search
        self._scorer = scorer

    def cause(self, question: Question, posting: Posting) -> Posting:
        """Return what stands under the same heading and gives the cause: 調查報告, of what happened."""
        if posting.kind != Kind.REPORT or _BECAUSE.search(posting.body):
            return posting
        below = self._search.members(posting, len(posting.headings) - 1)
        within = (p for p in below if p.path[: len(posting.path)] == posting.path)
        causes = [p for p in within if _BECAUSE.search(p.body)]
        return max(causes, key=lambda p: self._own(question, p), default=posting)

    def below_title(self, question: Question, posting: Posting) -> Posting:
        """Return what stands below a title and has words of the question that it has not."""
        if not _TITLE.search(posting.body):
            return posting
        rest = [t for t in question.terms if not self._scorer.holds(t, posting)]
        shares = {
            p: self._scorer.stands(rest, p.body, "", 0.0)
            for p in self._members(posting)
            if p.kind in (Kind.EXPLANATION, Kind.RESOLUTION, Kind.SPEECH)
        }
        best = max(shares, key=lambda p: shares[p], default=posting)
        if shares.get(best):
            return best
        telling = (p for p in shares if p.kind == Kind.EXPLANATION and enumerates(_MANY, p.body))
        return next(telling, posting) if _MADE_UP.search(question.folded) else posting

    def taking_sides(self, question: Question, posting: Posting) -> Posting | None:
        """Return who spoke against what was decided, or for it: 誰反對; None where nobody did."""
        if posting.kind == Kind.SPEECH or not asks_side(question.folded):
            return None
        said = (p for p in self._members(posting) if p.kind == Kind.SPEECH)
        speeches = [p for p in said if takes_side(question.folded, p.body)]
        return max(speeches, key=lambda p: self._own(question, p), default=None)

    def chair_on(self, question: Question, posting: Posting) -> Posting | None:
        """Return what the chair said or ruled on *posting*, where just that is asked."""
        by_chair = posting.label.startswith(_BY_CHAIR) or _BY_CHAIR in posting.above
        if by_chair or not _CHAIR_SAYS.search(question.folded):
            return None
        members = self._members(posting) if posting.item else ()
        after = (p for p in members if p.position > posting.position)
        said = next((p for p in after if p.label.startswith(_BY_CHAIR)), None)
        return said or self._search.ruling(posting)

    def planned(self, question: Question, posting: Posting) -> Posting:
        """Return what was meant to be done: 想調到多少 is not how it was decided."""
        parts = [p for p in self._members(posting) if p.kind in (*SUBJECTS, Kind.EXPLANATION)]
        stating = [p for p in parts if question.wanted and self._scorer.holds_wanted(question, p)]
        changing = [p for p in stating if _CHANGES.search(p.body)]  # not how it is now
        stating = self.of_its_figure(question, changing or stating)
        said = stating or parts or [posting]
        if posting not in said or not _CHANGES.search(posting.body):
            fallback = [posting] if posting in said else said
            said = [p for p in said if _CHANGES.search(p.body)] or fallback
        return posting if posting in said else max(said, key=lambda p: self._own(question, p))

    def leading_to(self, question: Question, point: Posting) -> Posting | None:
        """Return the line that leads to a *point* of what was decided, 修正通過，請依下列各點….

        None where the question has words of the point that the subject of the item has not.
        """
        members = self._members(point)
        subject = next((p for p in members if p.kind in SUBJECTS), None)
        line = next((p for p in members if p.kind == point.kind and _is_above(p, point)), None)
        heavy = [t for t in question.terms if not t.generic and len(t.text) > 1]
        if line is None or subject is None or _PARTICULAR.search(question.folded):
            return None
        return line if all(self._scorer.holds(t, subject) for t in heavy) else None

    def disposed(self, question: Question, posting: Posting) -> Posting | None:
        """Return what was decided of a petition in a table, right below it: 編號2…, 市都委會決議：酌予採納."""
        if posting.kind != Kind.OTHER or posting.item or not _DISPOSES.search(question.folded):
            return None
        below = self._search.members(posting, len(posting.headings) - 1)
        after = next((p for p in below if p.position > posting.position), None)
        return after if after and _DISPOSED.match(after.body) else None

    def item_itself(self, question: Question, posting: Posting) -> Posting | None:
        """Return what the item is that is named by its number, where no speech on it is asked for."""
        scope = question.scope
        asks = question.wanted or scope.speakers or scope.voice or scope.office
        if not question.items or asks or posting.kind != Kind.SPEECH:
            return None
        begins = (p for p in self._members(posting) if p.kind in (*SUBJECTS, Kind.REPORT))
        return None if "speech" in question.intents else next(begins, None)

    @staticmethod
    def gives_no_reason(question: Question, posting: Posting) -> bool:
        """Tell whether *posting* is what the reasons are of; 決議為何 asks what, not why."""
        plainly = "decision" not in question.intents or _withdraws(posting)
        because = (*SUBJECTS, Kind.RESOLUTION) if plainly else SUBJECTS
        return posting.kind in because or bool(SUGGESTS.match(posting.body))

    def explaining(self, question: Question, posting: Posting) -> Posting:
        """Return what explains the item of *posting*, itself where it explains more."""
        found = [p for p in self._members(posting) if p.kind == Kind.EXPLANATION]
        found = [p for p in found if not SUGGESTS.match(p.body)] or found
        found = [p for p in found if not _REPLIED.match(p.body)] or found  # the office's own view
        found = [p for p in found if _BECAUSE.search(p.body)] or found
        if _withdraws(posting):
            telling = (p for p in found if _BECAUSE.search(p.body) and _LET_GO.search(p.body))
            return next(telling, posting)
        if posting.kind == Kind.RESOLUTION:  # which may give its reasons itself
            own = self._own(question, posting)
            found = [p for p in found if self._own(question, p) >= own]
        return max(found, key=lambda p: self._own(question, p), default=posting)

    def paying(self, question: Question, posting: Posting) -> Posting | None:
        """Return what tells how much those pay who are asked about, where *posting* does not."""
        before = [question.folded[: found.start()] for found in _PAYS.finditer(question.folded)]
        payers = [t for t in question.terms if any(text.endswith(t.text) for text in before)]
        named = [t for t in payers if not t.generic]
        best = max(
            (p for p in self._members(posting) if self._scorer.holds_wanted(question, p)),
            key=lambda p: sum(holds(t, p.body) for t in named),
            default=posting,
        )
        told = any(holds(t, best.body) and not holds(t, posting.body) for t in named)
        return best if told else None

    def figured(self, question: Question, posting: Posting) -> Posting | None:
        """Return what says of its figure what that is of, where *posting* does not: 每公頃補助700元.

        代噴每公頃需2,200元 is of another thing.
        """
        of = borne(question) if question.wanted in _FIGURES else []
        if not (of or (question.wanted in _FIGURES and per_unit(question.folded))):
            return None
        told = {p: _told_of(question, of, p) for p in (posting, *self._members(posting))}
        best = max(told, key=lambda p: (told[p], p.kind == Kind.RESOLUTION))
        return best if told[best] > told[posting] else None

    @staticmethod
    def of_its_figure(question: Question, found: Sequence[Posting]) -> list[Posting]:
        """Return those of *found* that say best of their figure what that is of."""
        of = borne(question) if question.wanted in _FIGURES and len(found) > 1 else []
        told = {p: _told_of(question, of, p) for p in found}
        return [p for p in found if told[p] == max(told.values())]

    def concluded(self, question: Question, posting: Posting) -> Posting | None:
        """Return the one conclusion that settles or puts off the matter of a hearing, of which *posting* only speaks."""
        spoken = posting.kind == Kind.SPEECH and not posting.item
        if not spoken or "decision" not in question.intents or not _OR.search(question.folded):
            return None
        scope = replace(question.scope, meetings=frozenset((posting.meeting_id,)))
        scoped = self._search.scoped(replace(question, scope=scope))
        settling = [p for p in scoped if p.kind == Kind.CONCLUSION and p.outcome in _SETTLING]
        return settling[0] if len(settling) == 1 else None

    def standing(self, question: Question, posting: Posting) -> Posting | None:
        """Return what tells how it stands now, where that is asked: 現有床位144床, not what is planned."""
        if posting.kind not in SUBJECTS or not _NOW.search(question.folded):
            return None
        tells = (p for p in self._members(posting) if _STANDS.search(p.body))
        return next((p for p in tells if self._scorer.holds_wanted(question, p)), None)

    def open_still(self, question: Question, posting: Posting) -> Posting | None:
        """Return what left open what is asked to have been settled: 搬去哪裡定了嗎, 本次不作決定."""
        if "decision" not in question.intents or not _SETTLED.search(question.folded):
            return None
        ruled = (p for p in self._members(posting) if p.kind == Kind.RESOLUTION)
        return next((p for p in ruled if p.outcome in (Outcome.CONTINUED, Outcome.RESERVED)), None)

    def _own(self, question: Question, posting: Posting) -> float:
        return self._scorer.share(question, posting).own

    def _members(self, posting: Posting) -> Sequence[Posting]:
        return self._search.item(posting)


def _withdraws(posting: Posting) -> bool:
    """Tell whether *posting* only says that a case was withdrawn, and not why."""
    because = _BECAUSE.search(posting.body) or "为由" in posting.body
    return posting.outcome == Outcome.WITHDRAWN and not because


def _told_of(question: Question, of: Sequence[Term], posting: Posting) -> int:
    """Return of how many of the words that figures are asked *of* some clause of *posting* has one."""
    clauses, unit = figure_clauses(question, posting.body), per_unit(question.folded)
    each = bool(unit) and any(f"每{unit}" in clause or f"一{unit}" in clause for clause in clauses)
    return each + sum(any(holds(term, clause) for clause in clauses) for term in of)


def _is_above(line: Posting, point: Posting) -> bool:
    """Tell whether *point* stands below *line*, which ends its words there."""
    return len(line.path) < len(point.path) and point.path[: len(line.path)] == line.path
