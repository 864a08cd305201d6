"""Which entry of an item states what is asked: the reason, how it stands, the plan, what was added.

The item has been found and one of its entries chosen; another is taken where its own words state
what the question asks for and those of the chosen one do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.bearer import bearer
from knowledge.beneath import SUBJECTS, SUGGESTS
from knowledge.dates import NUMERAL, number
from knowledge.model import Form, Kind, Outcome
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import Scorer
from knowledge.search import Search
from knowledge.sought import (
    DECIDED,
    FIGURE,
    JOINED,
    TOLD_BEFORE,
    WHICH,
    WHY,
    Sought,
    sought_by,
)
from knowledge.term import Term
from knowledge.wanted import enumerates
from knowledge.weights import WithinWeights
from knowledge.withheld import withheld

_FIGURES = frozenset(("money", "amount", "percent", "count", "duration", "headcount"))
_OF_ITEM = (Kind.EXPLANATION, Kind.RESOLUTION)
_THING = 0.6  # weight of a word that is more than a light verb
_NUMBER = regex("[0-9一二两三四五六七八九十]")


# 四、交通局報告：老街假日行人徒步區試辦成果，報請　公鑒。
_TITLE = regex("[^,。;]+, ?(?:报请|敬请|提请|请) ?(?:公鉴|鉴察|备查|查照|鉴核)[。]?")
_ALL_OF_IT = frozenset(("all", "ordered"))
# 授權金額由八千萬元調降為七千萬元
_CHANGES = regex(
    f"[「『](?P<quoted>[^」』]{{1,12}})[」』](?:[^,。;「]{{0,6}})?(?:修正|调整|改)[^,。;]{{0,2}}[为至到以]|由(?P<old>{FIGURE}[0-9,.万千百]*[^,。;、为]{{1,3}}?)(?:调|改|降|提高|增|减|修正|放宽|缩)[^,。;]{{0,2}}[为至到]"
)
_TITLED = frozenset(("heading", "named", "report", "proposal", "reporter", "proposer"))
_COUNTED = regex(
    f"[、与和及][^、。;:,]{{1,14}}?(?P<n>{NUMERAL})(?:个|所|种|家|处|间|位|条|座|类|项|区|校|村|县|市|里|站)"
)  # 望安與楓林兩縣
_PAIR = regex("(?:[为有]|包括)[^、。;:,]{2,14}[与和及][^、。;:,]{2,14}")  # 為操場及宿舍
_NUMBERED = regex(
    "(?:^|(?<=[:,。;]))[(]?(?:[一二三四五六七八九十]|[0-9]{1,2})[)]?[、.]"
)  # 決議：一、照案通過


class Within:
    def __init__(self, search: Search, scorer: Scorer, weights: WithinWeights) -> None:
        self._search = search
        self._scorer = scorer
        self._weights = weights

    def entry(self, question: Question, chosen: Posting) -> Posting:
        """Return the entry of *chosen*'s item that states what *question* asks for, else *chosen*."""
        decides = "decision" in question.intents and chosen.kind in DECIDED
        if not chosen.item or question.items or chosen.speaker or decides:
            return chosen
        if told := withheld(question, self._search.item(chosen), chosen, self._scorer):
            return told
        sought = sought_by(question)
        if not (sought.demands or sought.things):
            meant = "planned" in question.intents  # of which the change has been chosen
            told = None if meant else self._amended(question, chosen)
            told = told or (None if meant else self._of_bearer(question, chosen))
            return told or self._below_title(question, chosen)
        withdrawn = chosen.outcome == Outcome.WITHDRAWN  # of which the reason has been looked for
        if WHY in sought.demands and (withdrawn or chosen.kind in TOLD_BEFORE):
            return chosen
        members = self._of_item(chosen)
        if WHY in sought.demands:
            members = [p for p in members if not SUGGESTS.match(p.body)]
        states = self._states(question, sought, members)
        others = (p for p in states if p.kind in sought.kinds and p.group in ("", chosen.group))
        best = max(others, key=lambda p: states[p], default=chosen)
        # A resolution that gives no reason says less of it than what it was decided on.
        margin = self._weights.margin if sought.demands != (WHY,) else 0.0
        return best if states.get(best, 0.0) >= states.get(chosen, 0.0) + margin else chosen

    def told(
        self, question: Question, found: list[Posting], form: Form
    ) -> tuple[list[Posting], Form]:
        """Return the one entry that states what is asked for where none of a list *found* does."""
        if not found or form is not Form.LIST or question.intents & _ALL_OF_IT:
            return found, form
        if one := _naming(question, found):
            return [one], Form.EXCERPT
        if question.wanted in _FIGURES and question.measure:  # 有幾條，內容有什麼
            stating = [p for p in found if self._scorer.holds_wanted(question, p)]
            return (stating, Form.EXCERPT) if len(stating) == 1 else (found, form)
        if any(p.kind != Kind.RESOLUTION for p in found):
            return found, form
        one = self.entry(question, found[0])
        return (found, form) if one.kind == Kind.RESOLUTION else ([one], Form.EXCERPT)

    def _amended(self, question: Question, chosen: Posting) -> Posting | None:
        """Return the resolution that changes the figure asked for: 由八千萬元調降為七千萬元."""
        if not question.wanted or chosen.kind != Kind.EXPLANATION or question.intents & _TITLED:
            return None
        members = self._of_item(chosen)
        changes = ((p, _CHANGES.search(p.body)) for p in members if p.kind == Kind.RESOLUTION)
        olds = ((p, was["old"] or was["quoted"]) for p, was in changes if was)
        changed = {old: p for p, old in olds if old in chosen.body}
        if not changed:
            return None
        rest = self._apart(question, Sought(), members)
        clauses = re.split("[,。;]", chosen.body)
        shares = {c: self._scorer.stands(rest, c, "", 0.0) for c in clauses if _NUMBER.search(c)}
        best = max(shares, key=lambda clause: shares[clause], default="")
        return next((p for old, p in changed.items() if old in best and shares[best]), None)

    def _of_bearer(self, question: Question, chosen: Posting) -> Posting | None:
        """Return what tells the figure of what it is asked of: 費率, of 費率是多少, and of nothing else."""
        of = bearer(question.folded, question.terms) if question.wanted in _FIGURES else None
        if of is None or of.weight < _THING or self._scorer.holds(of, chosen, 0.0):
            return None
        named = [
            p
            for p in self._of_item(chosen)
            if p.kind in _OF_ITEM
            and p.group in ("", chosen.group)
            and self._scorer.holds(of, p, 0.0)
            and self._scorer.holds_wanted(question, p)
        ]
        return next((p for p in named if p.kind in DECIDED), next(iter(named), None))

    def _below_title(self, question: Question, chosen: Posting) -> Posting:
        """Return what holds most of *question* below a line that only names what is reported."""
        named = chosen.kind == Kind.REPORT and _TITLE.fullmatch(chosen.body)
        if not named or question.intents & _TITLED or question.wanted:
            return chosen
        shares = {p: self._scorer.share(question, p).own for p in self._of_item(chosen)}
        below = (p for p in shares if p != chosen)
        best = max(below, key=lambda p: shares[p], default=chosen)
        return best if shares[best] >= self._weights.below else chosen

    def _states(
        self, question: Question, sought: Sought, members: Sequence[Posting]
    ) -> dict[Posting, float]:
        """Return how far the own words of each of *members* state what is asked for."""
        rest = self._apart(question, sought, members)
        share = sum(t.weight for t in rest) / (sum(t.weight for t in question.terms) or 1.0)
        return {
            p: self._told(question, sought, p)
            + self._weights.own * share * self._scorer.stands(rest, p.body, "", 0.0)
            for p in members
        }

    def _told(self, question: Question, sought: Sought, posting: Posting) -> float:
        weights, body = self._weights, posting.body
        of_kind = sum(posting.kind in one.kinds for one in sought.demands)
        told = sum(bool(one.tells.search(body)) for one in sought.demands)
        named = bool(sought.things) and _names(sought.things, body)
        holds = bool(question.wanted) and self._scorer.holds_wanted(question, posting)
        return (
            weights.tells * told
            + weights.kind * of_kind
            + weights.named * named
            + weights.holds * holds
        )

    def _apart(self, question: Question, sought: Sought, members: Sequence[Posting]) -> list[Term]:
        """Return the words that tell entries apart: not what the item is on, nor what asks."""
        begins = [p for p in members if p.kind in SUBJECTS] or members[:1]
        asks = (m[0] for one in sought.demands for m in one.asks.finditer(question.folded))
        asking = " ".join(asks)
        terms = (t for t in question.terms if not t.generic and t.text not in asking)
        return [t for t in terms if not any(self._scorer.holds(t, p) for p in begins)]

    def _of_item(self, chosen: Posting) -> list[Posting]:
        """Return the entries of *chosen*'s item without speeches: numbers may begin anew."""
        members = self._search.item(chosen)
        begins = [p.position for p in members if p.kind in SUBJECTS]
        first = max((n for n in begins if n <= chosen.position), default=-1)
        last = min((n for n in begins if n > chosen.position), default=None)
        within = [p for p in members if first <= p.position and (last is None or p.position < last)]
        if chosen.item.startswith(Kind.REPORT):
            within += self._below(within[0], within)
        return [p for p in within if p.kind not in (Kind.SPEECH, Kind.OTHER)]

    def _below(self, report: Posting, known: Sequence[Posting]) -> list[Posting]:
        """Return the numbered paragraphs of a *report*, which are items of their own."""
        beside = self._search.members(report, len(report.headings) - 1)
        below = (p for p in beside if p.path[: len(report.path)] == report.path)
        return [p for p in below if p not in known]


def _naming(question: Question, found: Sequence[Posting]) -> Posting | None:
    """Return the one paragraph of an explanation that names as many things as are asked for."""
    which = WHICH.search(question.folded)
    things = number(which["n"]) if which else None
    if things is None or any(p.kind != Kind.EXPLANATION for p in found):
        return None
    naming = [p for p in found if _names(things, p.body)]
    return naming[0] if len(naming) == 1 < len(found) else None


def _names(things: int, body: str) -> bool:
    """Tell whether *body* names so many *things* one after the other: 望安與楓林兩縣."""
    counted = things <= JOINED and (
        _PAIR.search(body) or any(number(m["n"]) == things for m in _COUNTED.finditer(body))
    )
    return bool(counted) or enumerates(max(things, JOINED + 1), _NUMBERED.sub("", body))
