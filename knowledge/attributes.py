"""Follow-ups that ask of what was shown for nothing but an attribute: 有期限嗎, 誰負責."""

from __future__ import annotations

from dataclasses import replace

from knowledge.context import Context
from knowledge.elliptic import at
from knowledge.model import Fact
from knowledge.question import Question, Reader
from knowledge.regex import regex

_ATTRIBUTES = frozenset(
    [
        "期限",
        "期程",
        "时程",
        "限期",
        "截止",
        "截止日",
        "经费",
        "预算",
        "费用",
        "钱",
        "花",
        "编",
        "编列",
        "负责",
        "承办",
        "主责",
        "报",
        "报告",
        "回报",
        "提报",
    ]
)
_WANTED = frozenset(("day", "calendar", "duration", "money", "funding", "agent"))
_NOUNS = regex(
    "(?P<day>期限|期程|时程|限期|截止日?)|(?P<money>经费|预算|费用)|(?P<agent>负责的?(?:单位|人|组)|主责)"
)
_FIGURE = regex("多少|几|什么时候|何时|多久|谁|哪")
# 第幾點, 內容是什麼, 講什麼: the entry itself again
_ITSELF = regex(
    "^[那它这是]*(?:第几[点项条]|哪一?[点项条]|(?:的?(?:内容|全文|原文))(?:是|呢|有)?(?:什么|啥|哪些)?|[讲说写][了的]?(?:是|些)?(?:什么|啥)|哪一?(?:个|部|章)?(?:面向|部分|方面|章节)|(?:是|算)(?:不是)?(?:会议|正式)?的?(?:决议|结论|决定)(?:吗|嘛)?)(?:呢)?[ ?。啊呀]*$"
    "|^(?:蛤+|你?确定(?:吗|嘛))[ ?。啊呀]*$"
)
# The words themselves, whoever's they are.
_VERBATIM = regex(
    "^(?:请)?(?:给我|看|贴)?(?:他的?|她的?)?(?:原话|原文|原句|全文|整段(?:话)?|完整(?:内容|原文))(?:呢|是什么|给我|怎么说)?[ ?。啊呀]*$"
)
_WHY = regex("^那?(?:是)?(?:为什么|为何|为啥|什么原因|原因呢?)(?:呢)?[ ?。啊呀]*$")
# 什麼時候辦 is of what is held, 什麼時候開的 of the meeting
_HELD = regex(
    "(?P<day>什么时候|何时|哪一?天|几月)(?:要|会|预计)*(?:举?办|举行|登场)[ ?。啊呀呢]*$"
    "|(?P<where>[在到去]?哪(?:里|儿|边|个地方)?)(?:要|会)?(?:举?办|举行|登场)[ ?。啊呀呢]*$"
)
_EVENT = regex("(?:(?<!会)会(?!议)|展|活动|赛|节|营|典礼|演|论坛)$")
# 什麼時候要報告 is of what is to be done, 什麼時候開的 of the meeting
_DUE = regex(
    "(?:什么时候|何时|哪一?[天年]|几月|几号)(?:之前|以前|前)?(?:就|要|得|该|应该?|必须|须|会|可以|才)*(?:再|去|能)?"
    "(?:报告|回报|提报|提出|交|完成|完工|[做弄办]完|[做办]好|检讨|落实|讨论|实施|推动|上路|开始(?!开|会)|发生|起火|失火)"
)


def of_entry(question: Question, context: Context, reader: Reader) -> Question | None:
    """Return *question* as one for an attribute of the entry that was shown, None for another.

    Of a numbered item all entries may tell it; whoever names a meeting or a subject asks anew.
    """
    scope = question.scope
    named = scope.meetings is not None or scope.speakers or scope.every or scope.uncovered
    of_item = context.item and not context.group and not _ITSELF.match(question.folded)
    if named or not context.entry or of_item or context.facts or "next" in question.intents:
        return None
    itself = bool(_ITSELF.match(question.folded)) and not context.speaker
    if asks_words(question) and of_whole_statement(context):
        return None  # all that it says
    itself |= asks_words(question)
    itself |= bool(_WHY.match(question.folded)) and not context.words  # 哪些還沒定案, 為什麼
    if question.items or question.number is not None or question.section:
        return None
    if not (itself or _is_bare(question)):
        return None
    wanted = None if itself else _attribute(question, context)
    if wanted is None and not itself:
        return None
    terms = tuple(map(reader.terms.term, context.words))
    return replace(
        question,
        scope=at(scope, context),
        entry=context.entry,
        wanted=wanted,
        facts=(),
        beside=(),
        terms=terms,
        number=context.number,
        part=context.part,
    )


def asks_words(question: Question) -> bool:
    """Tell whether *question* asks for the words themselves: 原文呢, 全文."""
    return bool(_VERBATIM.match(question.folded))


def of_whole_statement(context: Context) -> bool:
    """Tell whether a statement was spoken of, and no part of it."""
    return "statement" in context.intents and not context.place and not context.facts


def _is_bare(question: Question) -> bool:
    due = _DUE.search(question.folded)
    said = due[0] if due else ""
    return all(t.generic or t.text in _ATTRIBUTES or t.text in said for t in question.terms)


def names_attribute(question: Question, body: str | None = None) -> bool:
    """Tell whether *question* names an attribute, of which *body* speaks, and asks no figure: 經費呢."""
    noun = _NOUNS.search(question.folded)
    named = noun is not None and not _FIGURE.search(question.folded)
    return bool(named and noun and (body is None or noun[0] in body))


def _attribute(question: Question, context: Context) -> str | None:
    """Return which fact is asked for, None where it is a fact of the meeting, or none."""
    if question.facts and (held := _HELD.search(question.folded)):
        return held.lastgroup if any(map(_EVENT.search, context.words)) else None
    if question.facts:
        due = question.facts == (Fact.TIME,) and _DUE.search(question.folded)
        return "day" if due else None
    if question.wanted:
        return question.wanted if question.wanted in _WANTED else None
    noun = _NOUNS.search(question.folded)
    return noun.lastgroup if noun else None
