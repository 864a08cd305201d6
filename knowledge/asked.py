"""Which entry of an item a question is after: what was decided of it, unless it asks otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.amending import amends, is_amended
from knowledge.beneath import SUBJECTS, Beneath
from knowledge.measures import units
from knowledge.model import Kind, Outcome
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import Scorer
from knowledge.search import AGAIN, Ranked, Search
from knowledge.years import of_another_year

# What else than the outcome a question may ask of an item.
_OTHERWISE = frozenset(
    ("proposal", "explanation", "reason", "topic", "who", "speech", "report", "content")
)
_SAID, _CONTENT = frozenset(("speech", "topic")), frozenset(("ordered", "content"))
_IS_SETTLED = frozenset(("settled", "approved"))  # which no proposal tells: 有沒有定案
_WHY = frozenset(("reason", "explanation"))
# 送餐路線整併案 asks what became of it
_CASE = regex("案|后来|吗|呢|[?？]|(?<!是)什么|哪|谁|几|多少|怎(?!么样)|如何")
_NAMES_IT = 0.95  # share of a keyword that stands in the subject itself
_NAMES_REST = 0.85  # the same of what its meeting is not called by
_ANYBODYS = frozenset(("city", "agent"))  # nearly every paragraph names some
_ITS_OWN = 0.2  # share of a question in an explanation that states what it asks for
_NOTHING, _NEARLY_ALL = 0.1, 0.8  # of a question, in a group's resolution and in its proposal
_FORMULA = 16  # characters of a resolution that only says 照案通過
_BEGINNING = frozenset(("proposal", "motion"))  # asks for what begins the item
_MORE = 0.05  # more of it than in the best entry: another group's resolution is meant
_TWICE, _SOME = 1.6, 0.25  # or so many times more of it, and at least so much
# 列管的左轉時相後來怎麼樣: what was done says more than 解除列管
_FARES = regex(
    "(?:列管|追踪|管考)(?!了?[吗没嘛]).{1,20}(?:后来|进度|进展|办得|做得|现在|到哪|怎么样)"
)
# 想把廠房排除在外，委員會同意嗎: what is meant to be done is only what it was called
_SETTLES = regex(
    "最后|最终|后来|结果(?:呢|怎么样?|如何|是?什么|为何|出来)|有个?结果|定案|下文|(?:小组|会|会议|会上|大家)(?:怎么|如何)(?:说|决定|处理|审|看|通过)|(?:怎么|如何|怎样|做了?什么)(?:决议|决定|议决|裁示|裁决|处理)|(?:同意|答应|准许?|采纳|接受|通过|过关|[决敲谈][定妥]|定案)了?(?:吗|没|没有|不)[ ?。啊呀呢]*$"
)
_BECOMES = regex(
    "(?:最后|后来|[调改修涨降升砍缩订定](?:到|成|为))[^,。;?]{0,6}(?:多少|几)|(?<![要想拟])[调改修涨降砍](?:多少|几(?![个次位]))"
)
_BEFORE = (Kind.EXPLANATION, Kind.OTHER, Kind.SPEECH)  # what was decided says more than these
_OF_ITEM = (Kind.RESOLUTION, Kind.EXPLANATION)
_OPINION = regex("[^:。]{0,8}(?:审查|初审|审议|审核)(?:会|小组)?的?意见")
_HOLDS_FUNDING = regex("财源|支应|负担|分担|分摊|经费|出资")
_RULED_ON = regex("裁[示决]|(?:怎么|如何)(?:处理|决定)|处理方式|后来怎|主席(?:怎么|指示|要求)")
_HAS_BECOME = regex("(?:了|着落|谈成|决定)(?:吗|没有?)[ ?。啊呀呢]*$")  # 屋頂要修了嗎
_ITS_PEOPLE = ("reporter", "proposer")  # of an item, or of what one group puts forward
_TITLED = frozenset(("proposal", "motion", "heading", "named", "reporter", "proposer"))
_HEAVY = 0.5  # weight of a word that says what is asked, and share of such words
_APART = 0.15  # more of it than in any other resolution of the item does as well
_TELLS_APART = 0.35  # share of a question in one resolution's own words that chooses it


def _is_keyword(question: Question) -> bool:
    """火鶴花 溫室 asks nothing; it names a subject, and is shown it."""
    return not (question.intents or question.beside or _CASE.search(question.folded))


class Asked:
    def __init__(self, search: Search, scorer: Scorer) -> None:
        self._search = search
        self._scorer = scorer
        self._beneath = Beneath(search, scorer)

    def entry(self, question: Question, top: Ranked) -> Posting:
        """Return what *question* is after, of the item that the best entry *top* belongs to."""
        by_chair = self._beneath.chair_on(question, top.posting)
        itself = by_chair or self._beneath.item_itself(question, top.posting)
        itself = itself or self._beneath.disposed(question, top.posting)
        return itself or self._of_item(question, top)

    def _of_item(self, question: Question, top: Ranked) -> Posting:
        posting = top.posting
        scope = question.scope
        said = posting.kind == Kind.SPEECH and (scope.speakers or scope.voice or scope.office)
        if "reason" in question.intents and not question.wanted and not said:
            posting = self._beneath.cause(question, posting)
        named = question.items and question.wanted not in _ITS_PEOPLE
        if not posting.item or named or said:
            return self._beneath.concluded(question, posting) or posting
        if side := self._beneath.taking_sides(question, posting):
            return side
        if "planned" in question.intents and not _SETTLES.search(question.folded):
            return self._beneath.planned(question, posting)
        if question.wanted:
            return self._stating(question, posting)
        if question.intents & _WHY and self._beneath.gives_no_reason(question, posting):
            return self._beneath.explaining(question, posting)
        if _is_keyword(question) and posting.kind in SUBJECTS and self._is_named(question, top):
            return posting
        if self._after_outcome(question, posting):
            outcome = self._saying_what(question, self._outcome(question, top))
            return posting if self._says_more(top, outcome) else outcome
        if posting.kind in SUBJECTS and not question.intents & _TITLED:
            return self._beneath.below_title(question, posting)
        begins = posting.kind == Kind.RESOLUTION and question.intents & _BEGINNING
        first = (p for p in self._members(posting) if p.kind in SUBJECTS)
        return next(first, posting) if begins else posting

    def _is_named(self, question: Question, top: Ranked) -> bool:
        """Tell whether what is asked stands in *top* itself, beside what its meeting is called."""
        if top.own >= _NAMES_IT:
            return True
        untitled = [t for t in question.terms if t.text not in top.posting.far]
        return self._scorer.stands(untitled, top.posting.body, "", 0.0) >= _NAMES_REST

    @staticmethod
    def _says_more(top: Ranked, outcome: Posting) -> bool:
        """Tell whether the speech *top* tells what a formula does not: 民眾要多付嗎."""
        formula = len(outcome.body) <= _FORMULA
        return top.posting.kind == Kind.SPEECH and formula and top.own >= _HEAVY

    def _after_outcome(self, question: Question, posting: Posting) -> bool:
        if posting.kind in SUBJECTS:
            otherwise = question.intents & _OTHERWISE
            # 都委會怎麼說: where nobody spoke, what they decided
            if "speech" in otherwise and otherwise <= _SAID:
                return all(p.kind != Kind.SPEECH for p in self._members(posting))
            return not otherwise or "decision" in question.intents
        return bool(question.intents & {"decision", "ordered"})

    def _saying_what(self, question: Question, outcome: Posting) -> Posting:
        """Return *outcome*, or what it approves where 照案通過 is no answer to 要改什麼."""
        formula = len(outcome.body) <= _FORMULA and outcome.kind == Kind.RESOLUTION
        if formula and _FARES.search(question.folded):
            reports = [p for p in self._members(outcome) if p.kind == Kind.REPORT]
            return max(reports, key=lambda p: self._own(question, p), default=outcome)
        if not formula and (other := self._beside(question, outcome)):
            return other
        if "decision" in question.intents or not (formula and question.intents & _CONTENT):
            return outcome
        parts = [p for p in self._members(outcome) if p.kind in (*SUBJECTS, Kind.EXPLANATION)]
        return max(parts, key=lambda p: self._own(question, p), default=outcome)

    def _beside(self, question: Question, outcome: Posting) -> Posting | None:
        """Return what one of several groups put forward where *outcome* of it is of another thing."""
        settles = bool(question.intents & _IS_SETTLED)
        if settles or not outcome.group or self._own(question, outcome) > _NOTHING:
            return None
        members = self._members(outcome)
        if all(p.group in ("", outcome.group) for p in members):
            return None  # a case that stands among those of the group
        parts = (p for p in members if p.group == outcome.group)
        telling = (p for p in parts if self._own(question, p) >= _NEARLY_ALL)
        return next(telling, None)

    def _outcome(self, question: Question, top: Ranked) -> Posting:
        """Return the resolution of the item, the first where the question tells none apart."""
        posting = top.posting
        if paying := self._paying(question, posting):
            return paying
        if posting.kind == Kind.RESOLUTION and (special := self._special(question, posting)):
            return special
        if posting.kind == Kind.RESOLUTION and top.own >= _TELLS_APART:
            return self._beneath.leading_to(question, posting) or posting
        decides = posting.kind == Kind.RESOLUTION
        found = self._rulings(question, posting)
        members = found if decides else _closest(posting, found)
        least = top.coverage - _APART if decides else 0.0
        shares_of = {p: self._scorer.share(question, p) for p in members}
        own = {p: share.own for p, share in shares_of.items() if share.coverage >= least}
        near = {p: share for p, share in own.items() if p.group == posting.group}
        others_more = max(_SOME, own.get(posting, 1.0) + _MORE)
        shares = near if near and max(own.values()) < others_more else own
        ranked = sorted(shares, key=lambda p: -shares[p])
        if not ranked:
            return self._ruling(question, posting)
        best, *others = ranked
        apart = shares[best] - max((shares[p] for p in others[:1]), default=0.0)
        twice = shares[best] >= _TWICE * (shares[best] - apart) and shares[best] >= _SOME
        if shares[best] >= _TELLS_APART or apart >= _APART or twice:
            return best
        # 洽悉 alone says less than what was ordered beside it.
        more = (p for p in shares if p.outcome != Outcome.NOTED)
        return self._resumed(next(more, next(iter(shares))))

    def _resumed(self, first: Posting) -> Posting:
        """Return what was decided when the item was taken up again: 第 7 案（續）, after 保留."""
        if first.outcome not in (Outcome.RESERVED, Outcome.CONTINUED):
            return first
        after = [p for p in self._members(first) if p.position > first.position]
        again = next((p.position for p in after if AGAIN.match(p.body)), None)
        later = (p for p in after if again and p.kind == Kind.RESOLUTION and p.position > again)
        return next(later, first)

    def _paying(self, question: Question, posting: Posting) -> Posting | None:
        """Return the resolution on who pays, where it is asked whether that was settled."""
        if not {"settled", "funding"} <= question.intents:
            return None
        pays = (p for p in self._resolutions(posting) if _HOLDS_FUNDING.search(p.body))
        return next(pays, None)

    def _ruling(self, question: Question, posting: Posting) -> Posting:
        """Return what was ruled on a report, where just that is asked."""
        became = "decision" in question.intents and _HAS_BECOME.search(question.folded)
        asks = posting.kind == Kind.REPORT and (became or _RULED_ON.search(question.folded))
        found = self._search.ruling(posting) if asks and "report" not in question.intents else None
        return found or posting

    def _rulings(self, question: Question, posting: Posting) -> list[Posting]:
        """Return the item's resolutions, without what was said of it before: 審查意見."""
        found = self._resolutions(posting)
        rulings = [p for p in found if not _OPINION.match(p.body)]
        return found if "意见" in question.folded or not rulings else rulings

    def _resolutions(self, posting: Posting) -> list[Posting]:
        return [p for p in self._members(posting) if p.kind == Kind.RESOLUTION]

    def _special(self, question: Question, posting: Posting) -> Posting | None:
        """Return the resolution that says what its item's subject does not: 辦在關山還是池上."""
        members = self._members(posting)
        subject = next((p for p in members if p.kind in SUBJECTS), None)
        if subject is None:
            return None
        heavy = (t for t in question.terms if not t.generic and t.weight >= _HEAVY)
        terms = [t for t in heavy if not self._scorer.holds(t, subject)]
        shares = {
            p: self._scorer.stands(terms, p.body, "", 0.0)
            for p in members
            if p.kind == Kind.RESOLUTION
        }
        best = max(shares, key=lambda p: shares[p], default=posting)
        apart = shares.get(best, 0.0) - shares.get(posting, 0.0)
        return best if apart >= _HEAVY else None

    def _own(self, question: Question, posting: Posting) -> float:
        return self._scorer.share(question, posting).own

    def _stating(self, question: Question, posting: Posting) -> Posting:
        """Return the entry of the item that states the asked-for fact, the outcome before all."""
        states = self._scorer.holds_wanted(question, posting)
        of_outcome = "who" in question.intents and posting.kind == Kind.EXPLANATION
        asks = "decision" in question.intents or _BECOMES.search(question.folded)
        placed = question.wanted == "where" and posting.kind == Kind.SPEECH
        decided = placed or (asks and posting.kind in _BEFORE)
        below = self._beneath
        told = self._changed(question, posting) or below.open_still(question, posting)
        told = told or below.standing(question, posting) or below.paying(question, posting)
        became = posting.kind == Kind.RESOLUTION and _BECOMES.search(question.folded)
        if told := told or (None if became else below.figured(question, posting)):
            return told
        if states and posting.kind not in SUBJECTS and not (of_outcome or decided):
            return posting
        stating = [
            p
            for p in self._members(posting)
            if self._scorer.holds_wanted(question, p)
            and not of_another_year(question, p.body)
            and not (question.wanted in _ANYBODYS and self._is_anothers(question, p))
            and (p.kind != Kind.RESOLUTION or p.group in ("", posting.group) or not posting.group)
        ]
        if question.wanted == "amount" and states:
            stating = [p for p in stating if units(p.body) & units(posting.body)]
        if question.wanted in _ITS_PEOPLE:  # of several groups that of the one that is asked about
            stating.sort(key=lambda p: p.group != posting.group)
        if placed:  # nobody is asked what he said
            stating = [p for p in stating if p.kind in _OF_ITEM] or [posting]
        outcome = [p for p in stating if p.kind == Kind.RESOLUTION]
        outcome.sort(key=lambda p: -_together(p, posting))  # of the same row of a table
        kept = [posting] if states and not placed else [*stating, posting]
        return [*outcome, *kept][0]

    def _changed(self, question: Question, posting: Posting) -> Posting | None:
        """Return the resolution that states it otherwise than was explained: 修正通過, 先試辦三個月."""
        if posting.kind != Kind.EXPLANATION or question.intents & _OTHERWISE - {"content"}:
            return None
        amended = (p for p in self._resolutions(posting) if is_amended(p))
        stating = (
            p
            for p in amended
            if self._own(question, p) >= _TELLS_APART
            or amends(question.folded, p.body, posting.body)
        )
        return next((p for p in stating if self._scorer.holds_wanted(question, p)), None)

    def _is_anothers(self, question: Question, posting: Posting) -> bool:
        """Tell whether *posting* explains something else of the item."""
        explains = posting.kind == Kind.EXPLANATION
        return explains and self._own(question, posting) < _ITS_OWN

    def _members(self, posting: Posting) -> Sequence[Posting]:
        return self._search.item(posting)


def _closest(posting: Posting, found: Sequence[Posting]) -> list[Posting]:
    """Return those of *found* with the most headings above them that stand above *posting*."""
    shared = {p: _together(p, posting) for p in found}
    return [p for p in found if shared[p] == max(shared.values())]


def _together(one: Posting, other: Posting) -> int:
    """Return how many headings stand above both."""
    return sum(heading in other.headings for heading in one.headings)
