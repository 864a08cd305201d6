"""A message that leans on the one before it: what it does not say is taken from there."""

from __future__ import annotations

from dataclasses import replace

from knowledge.bearing import asks_how_much
from knowledge.context import KEPT, OF_GROUP, TRACKING, Context
from knowledge.elliptic import (
    asking_the_same,
    asks_lightly,
    at,
    at_point,
    is_light,
    of_any_item,
    of_others,
    of_speaker,
    only_acts,
    paragraph,
    spoken,
    to_speaker,
    without_acts,
    years_on,
)
from knowledge.fates import names_fate
from knowledge.further import further, picked
from knowledge.model import Fact
from knowledge.question import Question, Reader
from knowledge.regex import regex
from knowledge.scope import Remainder
from knowledge.stepping import at_other, elsewhen, is_step
from knowledge.term import names_offices
from knowledge.turns import asks_turn
from knowledge.whose import asks_whom

_LEANS = regex(
    r"^(?:那|那么|只[要看问列](?!有|出)|换成?|改成|然后|还有|and |what about|how about)|[呢勒咧][?？。]?$|(?:[次场届]|会议|[0-9]日)的[?。 ]*$"
)
_FRESH = regex(
    "^(?:好|ok|谢谢|感谢)?[,。 ]*(?:换(?:一?题|个问题|个话题)|另外(?:再)?(?:问|请教)|再问(?:一个|别的)|不同的?(?:问题|题))"
)
# What points at something that was spoken of: a person, a topic group, an item, a meeting.
_HE = regex("^[那对请问]{0,3}[,]?(?:他|她|这位|那位|该)(?!们|市的|案)")
_GROUP = regex(
    "[这那该]一?个?(?:小组|组)|同一?组|^[那对请问]{0,3}[,]?[他她它]们?(?:这组)?(?:还|又|也|另外|都|总共|下次|之后|接下来|要|该|得|应该?)*(?=[提有列报做推规交办])"
)
_ITEM = regex(
    "[这那该]一?(?:个|件|项)?(?:提?案|议题|事|计划|项目)|(?:它|此案|本案|该案|这个)(?!组|人)"
)
_MEETING = regex(
    "(?<![一-鿿]{2})[这那该同](?:一|个)?(?:次|场|天|份)|(?:当|同)(?:天|日|时|场|次)|那时候?"
)
_APPLIES = regex("(?:什么时候|哪一?天|何时|几号|几月)(?:开始|起|上路|实施|生效|适用)(?!开会)")
_CALLED_ONE = regex("的(?:提案|议案|案子?|议题|动议)(?:[呢勒咧]|怎么样|如何)?[ ?。]*$")
_MAY = regex("^(?:那)?(?:可以|可不可以|能不能|能|要不要|需要)[^,。;?]{1,8}[吗嘛]?[ ?。]*$")
_THING = 0.8  # weight of a word that names a thing
_SHORT = 2  # words of a question that may go on about what was spoken of
_OF_EACH = ("vote", "funding")
_OF_ITEM = frozenset(
    ["decision", "explanation", "reason", "who", "name", "reporter", "proposer", "proposal", "funding"]
)  # fmt: skip


def lean(question: Question, context: Context, reader: Reader) -> Question:
    """Return *question* with what it leaves open taken from *context*.

    A question that is complete in itself is returned as it is.
    """
    if (
        question.told
        or question.entry
        or _FRESH.search(question.folded)
        or not _leans(question, reader)
    ):
        return question
    context = at_other(question, context)
    question = asking_the_same(without_acts(question), context)
    # What was decided stands under another heading of the item than what was explained.
    decides = "decision" in question.intents and context.item
    question = replace(_completed(question, context), place=() if decides else context.place)
    scope = question.scope
    question = of_others(question)
    of_all_who_spoke = "everyone" in question.intents or asks_turn(question)
    alone = not (question.terms or question.facts or of_all_who_spoke)
    if not scope.speakers and context.speaker and alone:
        scope = replace(scope, speakers=(context.speaker,))
    question = at_point(question, context)
    if scope.numbered and scope.meetings and context.meetings:
        scope = _of_series(scope, reader.scopes.of_same_series(context.meetings))
    of_all = scope.every or question.intents & TRACKING  # 那四場呢
    if scope.meetings is None and context.meetings and not of_all:
        scope = at(scope, context)
    if question.facts == (Fact.TIME,) and context.item and _APPLIES.search(question.folded):
        items = (frozenset((context.item,)),)  # what was decided of it, not the meeting
        question = replace(question, facts=(), items=items)
    if question.facts:
        return replace(question, scope=scope)
    if not question.bare:  # 那動工典禮是哪一天 is not the day of the meeting
        question = replace(question, beside=())
    plain = not question.terms and question.number is None and not question.items
    if plain and context.facts and not scope.speakers:
        whole = question.wanted == "duration"  # 總共多久, after when it ended
        facts = (Fact.TIME, Fact.ADJOURNED) if whole else tuple(map(Fact, context.facts))
        return replace(question, scope=scope, facts=facts)
    return _about(replace(question, scope=scope), context, reader)


def _about(question: Question, context: Context, reader: Reader) -> Question:
    """Return *question* with the subject of *context* where it names none itself."""
    named = {"proposal", "report", "motion"} if question.items else set()  # 提案三呢 asks the same
    own = (question.intents & KEPT) - named
    if (
        own == {"proposal"}
        and "decision" in context.intents
        and _CALLED_ONE.search(question.folded)
    ):
        own = frozenset()  # 那午餐查核小組的提案呢, after what was decided of another
    otherwise = own or asks_how_much(question) or "explanation" in question.intents
    of_list = frozenset() if context.listed and _names_another(question) else OF_GROUP
    kept = frozenset() if otherwise else frozenset(context.intents) - TRACKING - of_list
    question = replace(question, intents=question.intents | kept)
    if not own and _is_other_group(question, context):
        return replace(question, intents=question.intents | set(context.intents) - TRACKING)
    numbered = question.number is not None and is_light(question)
    if question.items and not question.wanted:
        return question  # 那提案二呢 is of no subject that was spoken of
    goes_on = (question.bare or numbered or of_any_item(question)) and not question.items
    goes_on = goes_on and not asks_turn(question)
    lists = "list" in question.intents and names_fate(question.folded)  # 哪些照案通過
    if question.intents & _OF_ITEM and goes_on and context.item and not lists:
        question = replace(question, items=(frozenset((context.item,)),))
    if question.wanted == "funding" and goes_on and question.items:
        return replace(question, terms=(), beside=())  # 錢從哪裡出, of the item
    if numbered:
        return replace(question, terms=tuple(map(reader.terms.term, context.words)))
    goes_on = question.bare or _goes_on(question, reader)
    return _with_words(question, context, reader) if goes_on else question


def _names_another(question: Question) -> bool:
    """Tell whether nothing is said but one name: 呼籲呢, after all challenges."""
    named = [term for term in question.terms if not term.generic]
    return len(named) == 1 and len(question.folded) <= len(named[0].text) + 2


def _is_other_group(question: Question, context: Context) -> bool:
    """Tell whether nothing but a topic group is named after an answer about another one."""
    named = [term.text for term in question.terms if not term.generic]
    alone = bool(named) and all(word.endswith("组") for word in named)
    return bool(context.group) and alone and not question.items


def _with_words(question: Question, context: Context, reader: Reader) -> Question:
    spoken_of = tuple(map(reader.terms.term, context.words))
    if (
        question.scope.speakers
    ):  # 那蔣萬安呢, after 張善政最欣慰什麼 or 四位市長…, asks what he said
        slight = reader.scopes.lexicon.slight
        spoken_of = tuple(t for t in spoken_of if t.text not in slight and not names_offices(t))
    return replace(question, terms=tuple(dict.fromkeys((*question.terms, *spoken_of))))


def pointed(question: Question, context: Context, reader: Reader) -> Question:
    """Return *question* with what its pronouns point at: 他, 這組, 那次會議."""
    if _FRESH.search(question.folded):
        return question
    if later := years_on(question, context, reader) or elsewhen(question, context, reader):
        return later
    asks = (further, picked, of_speaker)
    rest = next(filter(None, (one(question, context, reader) for one in asks)), None)
    if told := paragraph(question, context) or rest:
        return told
    scope = question.scope
    text = question.folded
    if context.speaker and not scope.speakers and _HE.search(text):
        scope = replace(scope, speakers=(context.speaker,))
        scope = at(scope, context) if scope.meetings is None else scope
    if context.meetings and scope.meetings is None and _MEETING.search(text):
        scope = at(scope, context)
    question = replace(question, scope=scope)
    if reply := to_speaker(question, context, reader):
        return reply
    if context.group and _GROUP.search(text):
        others = tuple(term for term in question.terms if term.text not in ("组", "小组"))
        question = replace(
            _at_place(question, context), terms=(reader.terms.term(context.group), *others)
        )
    elif _points_at_item(question) and not question.items:
        items = (frozenset((context.item,)),) if context.item else ()
        question = replace(_at_place(question, context), items=items)
        question = question if items else _with_words(question, context, reader)
    return question


def _points_at_item(question: Question) -> bool:
    """Tell whether 那案 is what was spoken of; 垃圾清運費那案 is the one it names."""
    found = _ITEM.search(question.folded)
    before = question.folded[: found.start()] if found else ""
    return bool(found) and not any(before.endswith(term.text) for term in question.terms)


def _at_place(question: Question, context: Context) -> Question:
    scope = question.scope
    scope = at(scope, context) if scope.meetings is None else scope
    return replace(question, scope=scope, place=context.place)


def _completed(question: Question, context: Context) -> Question:
    """Return *question* as one over all meetings, where it or the one before it is."""
    if not question.intents:
        return replace(question, intents=TRACKING.intersection(context.intents))
    if "everyone" in question.intents and all(map(names_offices, question.terms)):
        return replace(question, terms=())
    return question


def narrowed(question: Question, context: Context) -> Question | None:
    """Return *question* asked of the meeting that is spoken of, None where it names its own.

    什麼時候完工 after an answer about a road asks about that road, if its minutes tell.
    """
    scope = question.scope
    own = scope.meetings is not None or scope.speakers or scope.every
    if not own and asks_whom(question) and context.item:
        return replace(_at_place(question, context), items=(frozenset((context.item,)),))
    if not own and question.wanted in _OF_EACH and of_any_item(question) and context.item:
        # 那表決結果呢: so many votes on the same item, in other words than 表決
        asked = replace(_at_place(question, context), items=(frozenset((context.item,)),))
        return replace(asked, terms=())
    content = [term for term in question.terms if not term.generic]
    # 要在哪裡報告進度, 可以分期嗎
    asks = question.wanted or question.beside or _MAY.search(question.folded)
    if own or not asks or not content or len(content) > _SHORT:
        return None
    if _FRESH.search(question.folded):
        return None
    terms = (
        *question.terms,
        *spoken(context),
    )  # of two entries that tell it, the one about the subject
    scope = at(question.scope, context)
    return replace(question, scope=scope, place=context.place, terms=terms, beside=())


def _of_series(scope: Remainder, series: frozenset[str]) -> Remainder:
    """那第2次呢 means the second of the meetings that are spoken of, if there is one."""
    ids = (scope.meetings or frozenset()) & series
    return replace(scope, meetings=ids, named=(ids,)) if ids else scope


def whole(question: Question) -> bool:
    """Tell whether *question* names what it is of, and so may be of another meeting.

    That is a thing (那月票呢, 游淑玲呢), or any subject with what is asked of it.
    """
    if _points(question) or of_any_item(question):
        return False
    if not question.facts and any(t.weight >= _THING and not t.generic for t in question.terms):
        return True
    statement = "statement" in question.intents  # 聲明第二部分第三點
    numbered = question.number is not None and question.terms  # 主席指示第三點
    placed = question.items or question.scope.speakers or statement or numbered
    named = placed or any(not term.generic for term in question.terms)
    return bool(named and question.intents)


def _points(question: Question) -> bool:
    """Tell whether it points at what was spoken of: 他, 這組, 那案, 那次會議."""
    return any(one.search(question.folded) for one in (_HE, _GROUP, _ITEM, _MEETING))


def _goes_on(question: Question, reader: Reader) -> bool:
    """Tell whether nothing is named but what one does, or what any thing has: 交給誰, 目的是什麼."""
    scope, slight = question.scope, reader.scopes.lexicon.slight
    named = scope.meetings is not None or scope.speakers or scope.every or question.items
    any_has = not named and all(t.generic or t.text in slight for t in question.terms)
    return asks_lightly(question) or any_has


def _leans(question: Question, reader: Reader) -> bool:
    if question.small_talk or "pending" in question.intents:  # 還有哪些沒有追蹤 asks of all
        return False
    if _LEANS.search(question.folded) or is_step(question):
        return True
    open_scope = question.scope.meetings is None and not question.scope.every
    if question.number is not None and open_scope and is_light(question):
        return True
    if of_any_item(question) and open_scope:
        return True
    if (only_acts(question) or _goes_on(question, reader)) and not question.bare:
        return True
    return question.bare and (open_scope or question.number is not None)
