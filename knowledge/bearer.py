"""What stands right before the words that ask: 補助, of 補助多少; 列管 and 完成, of 列管幾案，完成幾案."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.question import Question
from knowledge.regex import regex
from knowledge.term import Term

_ASKS = regex("多少|几(?:元|块|万|位|名)|的?(?:名字|姓名)|叫(?:什么|啥)|(?:是|为)谁")
_HOW_MANY = regex("(?<![第这那哪好前后])(?:多少|几)")
_EACH = regex(
    "[一每](?P<unit>户|案|公顷|甲|校|里|村|位|名|间|棵|株|场次|车次|公里|公斤|床|格|摊)(?=[^,。;?]{0,6}(?:多少|几))"
)
_SITE = regex("的?(?:用地|基地|场址|位置|地点)(?:是|要|会)?选?在哪")
# What may stand between a thing and the words that ask: for how much of it, and light verbs.
_BETWEEN = regex(
    "(?:[一每]个?(?:月|年|天|次|张|坪|晚|人|份|餐|度|桶|台|辆|户|件|小时)|一共|总共|合计|大概|大约|到底|究竟"
    "|最后|后来|现在|目前|需要|应该|[的各要会是为有得能收卖给付花编定了])+$"
)


def bearer(folded: str, terms: Iterable[Term]) -> Term | None:
    """Return the term right before the words of *folded* that ask, None where none stands there."""
    asks = _ASKS.search(folded)
    if asks is None:
        return None
    before = _BETWEEN.sub("", folded[: asks.start()])
    named = (t for t in terms if not t.generic and len(t.text) > 1 and before.endswith(t.text))
    return min(named, key=lambda term: len(term.text), default=None)


def per_unit(folded: str) -> str:
    """Return of what each *folded* asks how much it is: 戶, of 一戶最多補多少; "" for none."""
    found = _EACH.search(folded)
    return found["unit"] if found else ""


def borne(question: Question) -> list[Term]:
    """Return the words right before each 多少 or 幾: 列管 and 完成, of 列管幾案，完成幾案."""
    found: list[Term] = []
    for asks in _HOW_MANY.finditer(question.folded):
        before = _BETWEEN.sub("", question.folded[: asks.start()])
        ending = (t for t in question.terms if len(t.text) > 1 and before.endswith(t.text))
        found += ending  # 增設, and the 格位增設 that stands nowhere as one
    return found


def placed(question: Question, least: float) -> Term | None:
    """Return what a site is asked for: the power plant, of 發電廠的用地在哪裡, if it weighs at *least* so much."""
    asks = _SITE.search(question.folded) if question.wanted == "where" else None
    before = question.folded[: asks.start()] if asks else ""
    things = (t for t in question.terms if not t.generic and t.weight >= least)
    return next((t for t in things if before.endswith(t.text)), None)
