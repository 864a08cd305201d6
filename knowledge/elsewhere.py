"""Whom, where and what a question names that the entry which ranks first is not about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from knowledge.aspects import COUNTS, bears_side, sides
from knowledge.bearing import holds, passes_unseen
from knowledge.lexicon import Lexicon
from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.regex import regex
from knowledge.scoring import Scorer
from knowledge.term import Term
from knowledge.text import fold
from knowledge.wanted import CITIES, figure_clauses
from knowledge.whose import FULL_NAME, is_anothers, told_by_nobody

_MAYOR = regex("[\u4e00-\u9fff]{2}[市县]长")  # of nobody who is on record
_CITIES = frozenset(CITIES.split("|"))
_STATES = regex("^(?!.*联访).*联合声明")  # what it says, nobody said in an interview
# 72項裡桃園市占了幾項: a part of what is counted
_SHARE = regex(
    "[0-9]+[项件案个名位人户处笔][^;?]{0,10}?(?:[里中内]|里面|其中)[,的]*(?P<of>[\u4e00-\u9fff]{2,8}?)(?:方面|部分|类)?的?(?:占|有|是|负责|分到|属于)[了的]?(?:几|多少)"
)
# What somebody is asked to have spoken on: 對檳榔巷說了什麼.
_ON = regex(
    "(?:对于|对|针对|关于|有关|(?:怎么|如何)(?:讲|说|看|谈))(?P<on>[\u4e00-\u9fff]{2,10}?)(?:[的有怎持案那这说讲表提发抱是]|如何|[,。?]|$)"
)
# 有討論捷運藍線嗎, 擴建計畫進度如何: what is spoken of, and what goes on
_DISCUSSED = regex(
    "(?:有没有|有|是否|是不是)(?:讨论|谈|提|审议|处理)(?:到|过|及|了)?(?P<on>[\u4e00-\u9fff]{2,14}?)"
    "(?:的(?:事情?|问题|议题|案子?))?(?:吗|没有?|嘛|[?,]|$)"
)
_GOES_ON = regex(
    "(?P<of>[\u4e00-\u9fff]{2,12}?)(?:计划|工程|案|规划|作业)?的?(?:进度|进展|近况|施工情形|办理情形|执行情形)"
    "(?:到|是|现在|目前)*(?:哪|如何|怎么|什么|呢)"
)
_WON = regex(
    "[上下]限|金额|额度|分[摊担]|负担|补[助贴]|自筹|[得决流开投招]标|[承包][包揽做]|厂商|公司|业者|营造|标案"
)
_SPEAKING_BODIES = ("院", "部", "署", "委员会", "总统", "川普", "特朗普", "白宫", "美方")
_ABROAD = ("总统", "川普", "特朗普", "白宫", "美方")  # whose policies are spoken of
_SAYS = ("怎么", "如何", "说", "讲", "表示", "回应", "有没有说", "有说")
_CLAIMED = regex("(?:面向|方面|层面)的?(?:有哪些|有什么|是什么)?的?(?:主张|诉求|呼吁)")
# 花蓮市公所, where the minutes are of 壽豐鄉公所 in 花蓮縣; of one 區漁會 nothing is told of another
_BODY = regex(
    "(?:(?!.?[四三两几各][县市])(?![在问后的请说了是跟和与对到要想个这那去从由被让各本全我你他她查找看知叫帮给])[\u4e00-\u9fff]){2}"
    "(?:[乡镇市区]公所|[县市](?:政府|议会)|[乡镇]民?代表会|[乡镇市区地]农会|区渔会)"
)
_NAMED = 0.7  # the same of one that another meeting must not lack
_NUMERALS = "0123456789一二两三四五六七八九十"  # 一季 is no thing
_WHY = regex("(?:为什么|为何|为啥)(?:[会要又就都才想是]|突然|最后|后来)*")
_NOT = "没不未被"  # 沒過 is said in other words
_ACT = 0.7  # weight of what is done that is no light verb
_HALF = 0.5  # of a word, in parts of it
_RARE = 0.9  # weight of a word that names a thing
_THING = 0.6  # weight of a word that is more than a light verb

_OFFICE = 5  # characters of a long one between surname and given name: 副市長, 主任委員


class Elsewhere:
    def __init__(
        self,
        lexicon: Lexicon,
        is_name: Callable[[str], bool],
        frequency: Callable[[str], int],
        speaks_of: Callable[[str, str], bool],
        scorer: Scorer,
    ) -> None:
        self._lexicon = lexicon
        self._is_name = is_name
        self._frequency = frequency
        self._speaks_of = speaks_of
        self._scorer = scorer

    def lacking(self, question: Question, top: Posting) -> tuple[str, ...] | None:
        """Return what *question* names and *top* is not about, None for nothing.

        () where *top* is somebody else's words, or of another document than the statement.
        """
        if is_anothers(question, top, self._is_person) or told_by_nobody(question, top):
            return ()
        if _STATES.search(question.folded) and top.kind == Kind.SPEECH:
            return ()
        lacking = (
            passes_unseen,
            self._places,
            self._authorities,
            self._persons,
            self._sides,
            _group,
            self._part,
            self._matter,
            self._contract,
            self._discussed,
            self._reasoned,
        )
        return next(filter(None, (one(question, top) for one in lacking)), None)

    def is_told_by(self, question: Question, top: Posting) -> bool:
        """Tell whether *top* is what somebody said where that is asked: 哪位住戶說, 縣府怎麼回應."""
        if not top.speaker or question.focus is None:
            return False
        replies = question.wanted == "reply"
        of_them = replies and self._speaks_of(top.meeting_id, question.focus.text)
        return of_them or "speech" in question.intents

    def bodies(self, folded: str) -> list[str]:
        """Return the bodies that *folded* names by their place: 花蓮市公所."""
        return [body for body in _BODY.findall(folded) if not self._is_joined(body)]

    def _is_joined(self, body: str) -> bool:
        """Tell whether a *body* is only spoken of behind a word: 翻修|鎮公所."""
        word = body[:2]
        named = word in self._lexicon.places or self._is_name(word)
        return not named and bool(self._frequency(word)) and bool(self._frequency(body[2:]))

    def other_bodies(self, question: Question, named: Iterable[str]) -> list[str]:
        """Return those of the bodies that are *named* of which the meetings in question say nothing.

        東港區漁會 is not 楓港區漁會, whose last characters find its meetings.
        """
        meetings = question.scope.body or ()
        return [
            name
            for name in named
            if meetings
            and not any(self._speaks_of(m, one) for m in meetings for one in whole_names(name))
        ]

    def _persons(self, question: Question, top: Posting) -> tuple[str, ...]:
        """Return who is named with what was said or done, and does not stand in *top* itself."""
        if "speech" not in question.intents:
            return ()
        body = top.body + top.above + fold(top.speaker)
        persons = tuple(
            t.text for t in question.terms if self._is_person(t.text) and not _called_in(t, body)
        )
        mayors = (one for one in _MAYOR.findall(question.scope.text) if self._of_place(one))
        return (*persons, *(mayor for mayor in mayors if mayor not in body))

    def _places(self, question: Question, top: Posting) -> tuple[str, ...]:
        """Return the city or county that is named where *top* is of another place."""
        if question.scope.meetings is not None or question.scope.speakers:
            return ()
        named = {t.text[:2] for t in question.terms} & _CITIES
        return tuple(n for n in named if not self._speaks_of(top.meeting_id, n))

    def _authorities(self, question: Question, top: Posting) -> tuple[str, ...]:
        """Return the authorities that are named where no entry of *top*'s meeting knows of them."""
        if "speech" in question.intents:
            said = (t.text for t in question.terms if t.text.endswith(_SPEAKING_BODIES))
            says = tuple(w for w in said if question.folded.partition(w)[2].startswith(_SAYS))
            held = (
                fold(top.speaker)
                if any(w.endswith(_ABROAD) for w in says)
                else top.body + top.above
            )
            if says and not any(w in held for w in says):
                return says  # 行政院怎麼說 is told by no mayor
        named = (t for t in question.terms if t.text in self._lexicon.authorities)
        return tuple(t.text for t in named if not self._knows(t, top))

    def _knows(self, authority: Term, top: Posting) -> bool:
        names = [name for name, _ in authority.forms]
        if any(name in text for name in names for text in (top.body, top.near, top.far)):
            return True
        return any(self._speaks_of(top.meeting_id, name) for name in names)

    def _sides(self, question: Question, top: Posting) -> tuple[str, ...]:
        """Return the side of a matter that is asked about, 交通方面, where *top* is not of it.

        So is a topic group, where a number of its own is asked for: 環境資源組完成了幾項.
        """
        of = sides(question)
        if top.kind == Kind.SPEECH and _CLAIMED.search(question.folded):
            of = [
                t for t in of if not question.scope.speakers
            ]  # nobody's 生活環境 is a claim on it
            return tuple(t.text for t in of)
        return tuple(t.text for t in of if not bears_side(self._scorer, t, top))

    @staticmethod
    def _part(question: Question, top: Posting) -> tuple[str, ...]:
        """Return the part whose share is asked for where no figure of *top* is of it: 72項裡桃園占幾項."""
        part = _SHARE.search(question.folded) if question.wanted in COUNTS else None
        named = [t for t in question.terms if part and not t.generic and t.text in part["of"]]
        clauses = figure_clauses(question, top.body) if named else []
        told = any(holds(t, clause) for clause in clauses for t in named)
        return () if told else tuple(t.text for t in named)

    def _matter(self, question: Question, top: Posting) -> tuple[str, ...]:
        """Return what somebody is asked to have spoken on, where *top* is his words on another matter.

        黃委員對交趾陶說了什麼: the meeting spoke of it, and he did not.
        """
        on = _ON.search(question.scope.text)
        if on is None or top.kind != Kind.SPEECH or "speech" not in question.intents:
            return ()
        named = [t for t in question.terms if not t.generic and t.text in on["on"]]
        words = [t for t in named if len(t.text) > 1]  # 恒春縣, of which 縣 stands everywhere
        if any(self._scorer.holds(t, top) for t in words or named):
            return ()
        things = (t.text for t in named if t.weight >= _THING)
        return tuple(word for word in things if self._speaks_of(top.meeting_id, word))

    def _contract(self, question: Question, top: Posting) -> tuple[str, ...]:
        """Return the things whose contractor or cost is asked for where *top* tells of none of them."""
        if question.wanted not in ("contractor", "money", "headcount"):
            return ()
        heavy = (t for t in question.terms if t.weight >= _RARE and len(t.text) > 1)
        things = [
            t for t in heavy if not (t.generic or _WON.search(t.text) or t.text[0] in _NUMERALS)
        ]
        held = any(self._scorer.holds(t, top) >= _HALF for t in things)
        return () if held else tuple(t.text for t in things)

    def _reasoned(self, question: Question, top: Posting) -> tuple[str, ...]:
        """Return what is asked the reason of where *top* and its meeting know nothing of it: 為什麼辭職."""
        why = _WHY.search(question.folded) if "reason" in question.intents else None
        done = question.folded[why.end() :] if why else ""
        acts = (t for t in question.terms if not t.generic and len(t.text) > 1)
        heavy = (t for t in acts if t.weight >= _ACT and done.startswith(t.text))
        apart = (t for t in heavy if t.text[0] not in _NOT and not self._scorer.holds(t, top))
        return tuple(t.text for t in apart if not self._speaks_of(top.meeting_id, t.text))

    def _discussed(self, question: Question, top: Posting) -> tuple[str, ...]:
        """Return what is asked to have been spoken of, or to go on, where *top* is of other matters.

        花蓮港的擴建計畫進度如何 is not told by what 花蓮港 lends to others.
        """
        on = _DISCUSSED.search(question.folded)
        far = _GOES_ON.search(question.folded)
        of = on["on"] if on else far["of"] if far else ""
        named = [t for t in question.terms if not t.generic and t.weight >= _THING]
        named = [
            t for t in named if len(t.text) > 1 and (t.text in of if on else of.endswith(t.text))
        ]
        heaviest = max(named, key=lambda t: t.weight, default=None)
        held = heaviest is None or self._scorer.holds(heaviest, top) > 0
        return () if held or heaviest is None else (heaviest.text,)

    def _of_place(self, mayor: str) -> bool:
        return any(mayor.startswith(place) for place in self._lexicon.places)

    def _is_person(self, word: str) -> bool:
        return len(word) == FULL_NAME and word[0] in self._lexicon.surnames and self._is_name(word)


def of_another_meeting(question: Question, top: Posting, other: Posting) -> bool:
    """Tell whether a thing that is named, 員工餐廳, stands in *top*, and *other* is of a meeting without it."""
    named = (t for t in question.terms if not t.generic and (t.weight >= _NAMED or len(t.text) > 2))
    apart = top.meeting_id != other.meeting_id
    return apart and any(holds(t, top.body) and not holds(t, other.body) for t in named)


def whole_names(body: str) -> tuple[str, str]:
    """Return *body* as it is said and as it is called: 埔西鄉代表會 is a 鄉民代表會."""
    return body, re.sub("(?<=[乡镇])代表会", "民代表会", body)


def _group(question: Question, top: Posting) -> tuple[str, ...]:
    """Return the group that is named by a word, 環境組, where *top* is another's."""
    if "组" not in question.folded:
        return ()
    if not top.group:  # 環境資源組的決議 is nobody's words
        said = top.kind == Kind.SPEECH and "decision" in question.intents
        return tuple(t.text for t in question.terms if said and t.text.endswith("组"))
    called = ((t, f"{t.text}组") for t in question.terms if not t.generic)
    named = ((t, group) for t, group in called if group in question.folded)
    return tuple(group for t, group in named if not holds(t, top.group))


def _called_in(person: Term, body: str) -> bool:
    """Tell whether *body* calls *person* by a name of his: 侯市長 is 侯友宜, 劉副市長和然 is 劉和然."""
    names = (word for word, _ in person.forms if word[0] == person.text[0])
    return any(name in body for name in names) or _titled(person.text, body)


def _titled(name: str, body: str) -> bool:
    """Tell whether *body* has an office within *name*: 劉副市長和然."""
    parts = body.split(name[1:])[:-1]
    return any(name[0] in part[-_OFFICE - 1 : -1] for part in parts)
