"""What a question says beside its subject: of the asker, by way of example, or as the other choice."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from knowledge.dates import digits
from knowledge.regex import regex
from knowledge.term import Term

_ASIDE = 0.3  # of its weight
_LIGHT = 0.35  # weight up to which a word that stands nowhere names nothing
_WHETHER = regex("有没有|[有会要能][^,]*[吗嘛]")
_THING = 0.75  # weight of a word that names what is asked about
_CLAUSE = regex("[^,。;?!、:()~ 啦啊欸喔齁]+")
_ASKER = regex(
    "(?<!帮)(?<!给)(?<!请)我(?!国|市|县)|咱|阮(?!姓|文|氏)|本人|(?:老师|议员|长官|主管|老板|编辑|同事|客户|家长|邻居)(?:要|叫|请|想|问|说|跟)"
    "|大家都?(?:一直)?在(?:骂|讲|说|问|吵|传|抱怨|关心)"
)
# 我阿嬤之前住院，晚上機器很吵，聽說…: what befell the asker goes on until something is asked
_TELLS = regex(
    "我(?:阿[嬷公姨伯]|爸|妈|家|先生|太太|老公|老婆|儿子|女儿|小孩|孩子|们家|们社区|们这|住|之前|上次|每天|每次|常常?|昨天|前天|奶奶|爷爷|公公|婆婆|朋友|邻居|同学|同事|自己)"
)
_ASKS = regex(
    "什么|多少|[几哪谁吗呢]|怎|如何|是否|有没有|是不是|听说|听人|据说|请问|想问|会议|开会|会上|后来|结果|最后|到底|决|那个|那场|案"
)
# 記得有委員擔心變成賣場，後來面積怎麼訂: what was said before is only how one recalls it
_RECALLED = regex(
    "(?:记得|印象中|听说|据说|当时|那时|会上|之前|本来|原本)?[^,。;?]{0,8}有(?:位|个|些|一位|一个|几位)?(?:人|委员|代表|议员|里长|村长|住户|居民|家长|同学|理事|监事|董事|老师|业者|民众)"
    "(?:们|在)?(?:很|一直|曾|就|也)?(?:担心|怕|说|讲|提到?|问|反映|质疑|抱怨|反对|建议|主张|认为|觉得|要求|希望)[^,。;?]{2,}$"
)
# 最近客人一直砍單，想知道聲明有沒有…: what comes before tells why one asks, whoever it befell
_ASKS_NOW = regex("(?:想要?|要)(?:知道|了解|请?问|请教|查|确认)|请问|请教|听说|据说|印象中")
_ASKED = regex("[什怎]么|哪|谁|吗|多少|几|是不是|有没有|是否|有无")
_OFFICE = regex("(?:长|主任|委员|代表|主席|干事|经理|规定|限制|要求)$")
_BECAME = regex("后来|最后|最终|结果")
_EXCEPTED = regex(
    "(?<![刪删解免消排扣拆清])除了?(?P<words>[^,。;?]{2,16}?)(?:以外|之外|外)"
    "|除了(?P<more>[^,。;?]{2,20})(?=[,;])"
)
_OTHER_CHOICE = regex(
    "(?:还是|或是|或者|抑或)(?P<words>[^,。;?]{2,14})(?<![吗嘛])(?=[?。 ]*$)"
    "|或(?![许者是])(?P<more>[^,。;?]{2,8}?)[吗嘛]?(?=[?。 ]*$)"
)
# 繼續做還是先停下來檢討: another thing to do is no subject, though its words stand elsewhere
_OTHER_DEED = regex(
    "(?:还是|或是|或者|抑或)(?P<words>(?:要|先|再|就|不|没|停|退|改|重[来做新]|缓|延|取消|放弃|暂|等|喊)[^,。;?]{1,14})(?=[?。 ]*$)"
)
_DENIED = regex(
    "[(,] ?不是(?!说|要|有|在|会|已|应|很|都|吗)(?P<words>[^,。;?()]{2,10}?)[喔哦啦唷]?(?:[),]|$)"
)
_EXAMPLES = regex(
    "(?P<words>[^,。;?]{3,20}?)(?:这类|那类|这些|之类的?|这种|等等的?|等)(?P<kind>[\u4e00-\u9fff]{2,6})"
)
# YouBike那種共享單車, 像迪士尼那樣的樂園: one example, foreign or said to be like it
_LIKENED = regex(
    "(?:(?:像是?|类似|好比|比如|譬如|例如)[^,。;?]{2,12}?|[a-z][a-z0-9.-]{2,15} ?)"
    "(?:[那这]一?[种类样]|之类)的?(?P<kind>[\u4e00-\u9fff]{2,8})"
)


def meant(
    folded: str, terms: tuple[Term, ...], stands: Callable[[str], bool], vague: Collection[str] = ()
) -> tuple[Term, ...]:
    """Return *terms*; what is said aside weighs little, or nothing where it *stands* nowhere.

    So do the examples of a kind (公車捷運這類大眾運輸) that stands and is not *vague*, as 議題 is.
    What is left out (除了月票) and the other choice (照案通過還是有但書) need not stand either.
    """
    strange = {t for t in terms if not any(stands(word) for word, _ in t.forms)}
    aside, rest = (
        _recalled(folded, terms)
        or _told_before(folded, terms, strange)
        or _befallen(folded, terms)
        or asides(folded)
    )
    figures = digits(aside)  # 一個月車錢快三千
    spoken = {t for t in terms if (t.text in aside or t.text in figures) and t.text not in rest}
    # 我住Y9站旁邊，打樁很吵，有沒有規定…: nothing else names a subject
    apart = any(t.weight > _LIGHT and t.text in rest and _is_thing(t) for t in terms)
    kinds = {t for t in terms if not t.generic and t.text not in vague}
    examples = _examples(folded, terms, kinds - strange, strange)
    named_beside = _within(_EXCEPTED, folded, terms) | _within(_OTHER_CHOICE, folded, terms)
    not_meant = _within(_DENIED, folded, terms)
    denied = spoken | examples | named_beside
    nameless = denied | strange
    if all(t.generic or t in nameless for t in terms):
        denied, examples = spoken, set()  # nothing else names a subject
    if all(t.generic or t in strange for t in terms):
        return terms
    left_out = (denied & strange) | not_meant
    kept = (t for t in terms if t not in left_out)
    light = spoken | examples if apart else examples
    light |= _within(_OTHER_DEED, folded, terms)
    return tuple(replace(t, weight=t.weight * _ASIDE) if t in light else t for t in kept)


def without_light(terms: tuple[Term, ...], stands: Callable[[str], bool]) -> tuple[Term, ...]:
    """Return *terms*, none of them where all are light and stand nowhere: 有沒有被刁難, 跑去.

    What an item or a speaker was asked of is then all that is named.
    """
    named = [t for t in terms if not t.generic]
    light = all(t.weight <= _LIGHT for t in named)
    nowhere = not any(stands(word) for t in named for word, _ in t.forms)
    return tuple(t for t in terms if t.generic) if light and nowhere else terms


def asides(folded: str) -> tuple[str, str]:
    """Return the clauses of *folded* that speak of the asker, and the others.

    A question of one clause has no aside.
    """
    clauses = _CLAUSE.findall(folded)
    of_asker = [clause for clause in clauses if _ASKER.search(clause)]
    others = [clause for clause in clauses if clause not in of_asker]
    return (" ".join(of_asker), " ".join(others)) if others else ("", folded)


def _is_thing(term: Term) -> bool:
    return not (term.generic or _OFFICE.search(term.text))


def _befallen(folded: str, terms: Iterable[Term]) -> tuple[str, str] | None:
    """Return the clauses that tell what befell the asker, and the rest.

    None where the rest names no subject: 我阿公是農友，颱風把稻子吹倒了，會上怎麼說.
    """
    clauses = _CLAUSE.findall(folded)
    start = next((i for i, clause in enumerate(clauses) if _TELLS.search(clause)), None)
    if start is None:
        return None
    told = 1 + len(list(takewhile(lambda c: not _ASKS.search(c), clauses[start + 1 :])))
    rest = " ".join((*clauses[:start], *clauses[start + told :]))
    named = any(t.weight > _LIGHT and t.text in rest for t in filter(_is_thing, terms))
    return (" ".join(clauses[start : start + told]), rest) if told > 1 and named else None


def _recalled(folded: str, terms: Iterable[Term]) -> tuple[str, str] | None:
    """Return the clause that recalls what somebody said, and the rest that asks what became.

    None where what follows names no subject of its own: 有委員反對擴建，後來怎麼決定.
    """
    clauses = _CLAUSE.findall(folded) if _BECAME.search(folded) else []
    place = next((i for i, clause in enumerate(clauses) if _RECALLED.search(clause)), None)
    if place is None or not any(map(_BECAME.search, clauses[place + 1 :])):
        return None
    after = " ".join(clauses[place + 1 :])
    if not any(t.weight > _LIGHT and not t.generic and t.text in after for t in terms):
        return None
    aside, rest = asides(" ".join((*clauses[:place], after)))
    return f"{clauses[place]} {aside}", rest


def _told_before(
    folded: str, terms: Iterable[Term], strange: Collection[Term]
) -> tuple[str, str] | None:
    """Return what comes before the clause that asks, and that, where it names two things that stand."""
    clauses = _CLAUSE.findall(folded)
    place = next((i for i, clause in enumerate(clauses) if i and _ASKS_NOW.search(clause)), 0)
    rest = " ".join(clauses[place:])
    named = [t for t in terms if not t.generic and t not in strange and t.text in rest]
    if not place and len(clauses) > 1:
        return _lead_in(clauses, terms, strange)
    before = " ".join(clauses[:place])
    return (before, rest) if before and len(named) > 1 and not _ASKED.search(before) else None


def _lead_in(
    clauses: Sequence[str], terms: Iterable[Term], strange: Collection[Term]
) -> tuple[str, str] | None:
    """Return what comes before the last of *clauses*, which asks whether there is a thing that stands.

    獨居老人多，四市有合作什麼老化政策嗎: why one asks need not stand, where nothing of it does.
    """
    *before, last = clauses
    aside = " ".join(before)
    if _ASKED.search(aside) or not _WHETHER.search(last):
        return None
    named = [t for t in terms if not t.generic and t.weight > _LIGHT]
    known = any(t not in strange and t.text in aside for t in named)
    things = (t for t in named if t.weight >= _THING and t not in strange)
    return (aside, last) if not known and any(t.text in last for t in things) else None


def _within(pattern: re.Pattern[str], folded: str, terms: Iterable[Term]) -> set[Term]:
    """Return the *terms* that stand only where *pattern* finds its words."""
    match = pattern.search(folded)
    if match is None:
        return set()
    words = next(filter(None, match.groups()))
    rest = folded.replace(words, " ")
    return {t for t in terms if t.text in words and t.text not in rest}


def _examples(
    folded: str, terms: Iterable[Term], kinds: Iterable[Term], strange: set[Term]
) -> set[Term]:
    """Return the examples of one of *kinds* where one of them stands nowhere.

    One alone is an example only where it is foreign or said to be like it.
    """
    likened = _LIKENED.search(folded)
    match = likened or _EXAMPLES.search(folded)
    if match is None:
        return set()
    words = folded[match.start() : match.start("kind")] if likened else match["words"]
    named = {t for t in terms if t.text in words}
    told = any(t.text in match["kind"] for t in kinds)
    return named if told and (likened or len(named) > 1) and named & strange else set()
