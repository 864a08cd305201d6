"""Whose words an entry has: 雲林縣政府在會議上說了什麼 is answered by its own words alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.term import Term
from knowledge.text import fold
from knowledge.wanted import CITIES, OFFICIAL

FULL_NAME = 3  # characters
_SPEAKS = regex(
    "(?:请问)?(?P<who>[\u4e00-\u9fff]{3,14}?)(?:在|对|针对)[^,。;]{2,24}"
    "(?:(?:说|讲|发言说|表示|发言讲)(?:了|过)?(?:什么|哪些|啥)|(?:怎么|如何)(?:说|讲|看|表示|回应)"
    "|(?:有|是|持|抱)?(?:什么|啥|何)(?:样的)?(?:看法|意见|立场|态度|想法)[?? ]*$)"
)
# 連戰市長對月票, 陳時中怎麼說: who is asked about, before what he says or thinks.
_ASKED_OF = regex(
    "(?:请问)?(?P<who>[\u4e00-\u9fff]{2,3}?)(?:副?[市县局处部院署议]长)?"
    "(?:[怎如][么何](?:说|讲|看|回应|表示)|(?:说|讲|谈|提)(?:了|过|到)|有?没?有?(?:说|讲|提到)|表示|认为|主张"
    "|(?:对|针对)[^,。;]{2,24}(?:[说讲谈]|看法|意见|表示|认为|主张|回应)|支持|反对|赞成)"
)
_BODIES = ("政府", "公所", "局", "处", "署", "部", "公司", "大学", "公会", "协会")
_TITLED = regex(f"{OFFICIAL.pattern}|(?:经理|执行长|会长|[理监董]事|代表|议员|教授|干事)$")
_SEVERAL = regex("[二两三四五六七八九十各每几0-9]+[位个]|[各所]|全体")  # 四位市長
_COURTESY = regex("(?P<surname>[\u4e00-\u9fff])(?P<title>先生|女士|小姐|太太|妈妈|伯伯|阿姨)$")
_PEOPLE = regex(
    "(?:[户民员师生商方主友客众者长]|委员|议员|代表|业者|家长|厂商|公会|协会|工会|旁听|老人|长辈|邻居|同学|同仁|学校|现场|在场|当事人)$"
)
_TALKED = regex("谈|讨论|商量|沟通")
_CITIES = frozenset(CITIES.split("|"))
_EVERYBODYS = (Kind.RESOLUTION, Kind.CONCLUSION, Kind.STATEMENT)
_TOLD_BY_NOBODY = (Kind.REPORT, Kind.HEADER, Kind.EXPLANATION)
# Nobody's words, unless they name who speaks.
_NOBODYS = (Kind.PROPOSAL, Kind.EXPLANATION, Kind.MOTION, Kind.OTHER)
# The last characters of words for people who are helped, and what is done for them.
_HELPED = tuple("民工商户农客童妇")
_FOR = "(?:帮助?|补助|照顾|协助|支持|补贴|救助|安置|优待)了?"
_END = "(?:们|吗|呢|嘛)?[ ?。]*$"


def asks_whom(question: Question) -> bool:
    """Tell whether it asks what people said who are named by what they are: 旁聽的住戶怎麼說."""
    named = [term for term in question.terms if not term.generic]
    people = bool(named) and all(_PEOPLE.search(term.text) for term in named)
    return people and "speech" in question.intents and not question.scope.speakers


def names_only_who(question: Question) -> bool:
    """Tell whether nothing is named but who spoke: 第二點呢, after what 侯友宜 said."""
    return bool(question.scope.speakers) and question.bare and "statement" not in question.intents


def told_by_nobody(question: Question, posting: Posting) -> bool:
    """Tell whether *posting* only speaks of the people who are asked what they said."""
    told = posting.speaker or "report" in question.intents  # 業務報告說，四位副市長先談了什麼
    told = told or (posting.kind == Kind.REPORT and _talks(question, posting))
    return asks_whom(question) and posting.kind in _TOLD_BY_NOBODY and not told


def _talks(question: Question, posting: Posting) -> bool:
    """Tell whether it is asked what they talked about, and *posting* reports that they did."""
    return bool(_TALKED.search(question.folded) and _TALKED.search(posting.body))


def is_anothers(question: Question, posting: Posting, is_person: Callable[[str], bool]) -> bool:
    """Tell whether it is asked what somebody said and *posting* is not what he said.

    Who has an office may be named by it or by his name behind it: 總經理岑家祥.
    """
    asked = _SPEAKS.match(question.folded)
    if asked is None or question.scope.speakers:
        return False
    who = asked["who"]
    if who[:2] in _CITIES and who.endswith("长"):  # 花蓮縣農業處處長: who speaks for it
        return not any(who[:2] in t for t in (posting.above, posting.label, posting.speaker))
    name = who[-FULL_NAME:]
    titled = bool(_TITLED.search(who[:-FULL_NAME]))
    who = name if titled or is_person(name) else who
    if courtesy := _COURTESY.search(who):  # 溫先生 is 溫金水先生
        surname, title = courtesy["surname"], courtesy["title"]
        return not re.search(
            f"{surname}[\u4e00-\u9fff]{{0,2}}{title}", posting.label + posting.body
        )
    official = OFFICIAL.search(who)
    several = _SEVERAL.match(who)
    if official and not several and who != official[0] and posting.kind == Kind.STATEMENT:
        return who not in posting.body  # 南濱市長對… is not what three parties declared
    if official and posting.kind in _NOBODYS:
        return not posting.speaker and official[0] not in posting.label
    named = titled or is_person(who) or who.endswith(_BODIES)
    return named and not _is_by(who, posting)


def stranger(
    question: Question, surnames: Collection[str], stands: Callable[[Term], bool]
) -> tuple[str, ...]:
    """Return who is asked to have spoken where he has a surname and no minutes know of him."""
    asked = _ASKED_OF.match(question.scope.text)
    known = question.scope.voice or (asked and asked["who"].endswith("长"))
    if asked is None or known or asked["who"][0] not in surnames:
        return ()
    who = asked["who"]
    parts = [t for t in question.terms if t.text in who or who in t.text]
    return () if any(map(stands, parts)) else (who,)


def _is_by(who: str, posting: Posting) -> bool:
    """Tell whether *posting* is what *who* said; what the meeting decided is everybody's."""
    if posting.kind in _EVERYBODYS:
        return True
    own = fold(posting.speaker), posting.label
    beside = () if posting.kind in _NOBODYS else (posting.near,)
    return any(who in text for text in (*own, *beside))


def is_whom(term: Term, folded: str) -> bool:
    """Tell whether *term* are the people whom a question is about: 幫受影響的漁民."""
    if not term.text.endswith(_HELPED):
        return False
    text = re.escape(term.text)
    return bool(re.search(f"的{text}{_END}|{_FOR}{text}", folded))
