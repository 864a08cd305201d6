"""A message as a question: what it asks for, where, and about which words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from knowledge.asides import meant, without_light
from knowledge.ballots import without_voters
from knowledge.chatter import Chatter
from knowledge.clock import without_times
from knowledge.counts import counted_things, exact, measured, parted
from knowledge.dates import NUMERAL, digits, number
from knowledge.demands import demanded
from knowledge.demands import meant as purposes
from knowledge.english import capitalised
from knowledge.latin import Latin
from knowledge.lexicon import Lexicon, longest_first
from knowledge.model import Fact
from knowledge.regex import regex
from knowledge.rules import read as read_scope
from knowledge.scope import Remainder, Scopes
from knowledge.spelled import ungrouped
from knowledge.term import Term, by_given_name, names_offices
from knowledge.terms import Terms
from knowledge.typos import Correction
from knowledge.wording import Wording

_HAN = "\u4e00-\u9fff"
_HAN_CHARACTER = regex(f"[{_HAN}]")
_POINT = regex(
    rf"第(?P<n>{NUMERAL})(?:个)?(?P<unit>[点项条个]|段(?=话|发言|谈话|内容|[说讲写]|[ ?。啊呀呢]|$))(?![被受遭会]|[^,。;?的]{{1,4}}的(?:事|人)?(?:就|会|应该)?是)"
)
_LAST_POINT = regex(
    rf"(?:最后|倒数第(?P<n>{NUMERAL}))(?:的)?一?(?:个)?(?P<unit>[点项条个](?!月)|段(?=话|发言|谈话|内容|[说讲写]|[ ?。啊呀呢]|$))"
)
# 聲明 策略 6: a number at the end, behind the name of what is numbered.
_LAST = regex(rf"(?<=[{_HAN}]) *(?P<n>[1-9][0-9]?)(?:[是说讲]*(?:什么|啥)|呢)?\s*$")
# 結論二, 說明三寫什麼: the number of a point behind what it is one of
_OF_THEM = regex(
    "(?P<of>结论|[指裁]示|说明|决议|办法|诉求|主张|策略|挑战)(?P<n>[一二三四五六七八九十]{1,2})(?=写|说|讲|是|[」』]?[的之]?内容|[ ?。]|$)"
)
_OF_STATEMENT = "项"  # 聲明 策略 9 means a point and nothing else, as 第九項 does
_ITEM = regex(
    rf"(?P<kind>提案|审议(?:事项|案)?|讨论(?:事项|案)?|报告(?:事项|案)?|议案|案由|案号|临时动议)第?(?P<n>{NUMERAL})"
    rf"(?:案|号)?(?![项个件点次位组年月日0-9])|(?P<before>讨论|报告|审议)?(?<!组)(?<!组的)第(?P<nth>{NUMERAL})(?:案|个(?:提|议)案)"
)
_SECTION = regex(
    "第(?P<n>[壹贰叁参肆伍陆柒捌玖拾])(?:大?[项点]|部分|章|节|案)?|(?P<m>[壹贰叁肆伍陆柒捌玖拾])、"
)
_OFFICE = regex(
    "(副?(?:市长|县长|局长|处长|校长|主任委员|秘书长|主任|科长|董事长|理事长|总经理|负责人|会长|乡长|镇长|区长|里长|院长|所长|馆长))(?:是谁|是哪|叫什么|的名字|姓什么|贵姓)"
)
_QUOTE = regex('[「『"]([^「」『』"]{4,40})[」』"]')
_ITEM_SAYS = regex(
    "[案议题动由]第?[0-9一二三四五六七八九十]*[案号]?(?:到底|究竟|是|在|主要|都){0,3}[讲说谈写](?:的是|的)?什么"
)
_GLOSS = regex(rf"(?<=[{_HAN}])[(（]([a-z][a-z0-9 .-]{{1,12}})[)）]")
_ITEM_KINDS = {"报告": ("report",), "临时动议": ("motion",), "": ("proposal", "report", "motion")}
_TELLS = regex(" (?:说|表示|认为|指出|提到|讲到)(?![了过]?(?:什么|哪|怎))")  # 張善政|說平臺是…
_RANGE = regex(
    "几点(?:钟)?(?:一直)?(?:开|进行|讨论)?[到至][^,。;?]{0,3}几点|起[讫迄]|开始(?:时间)?[跟和与及、以到]+(?:结束|散会)|最?[^,。;?]{0,3}(?:最|比较)(?:久|长|短)|开了?[^,。;?]*(?:多[久长]|多少|小时|钟头|分钟)(?!.*几点)"
)
_BEGINS = regex(
    "几点(?:钟)?[到至]|从几点|开会(?=[跟和与及、])|开始|起|开的|召开|日期|哪一?天|start|begin|held|from"
)
# 三大挑戰 asks for all three, and so does what ends with 三個面向.
_ALL_OF = regex(
    rf"{NUMERAL}大(?!楼|会|学|厦|队)|(?<!第){NUMERAL}[个项点条](?:[{_HAN}]{{2,4}}?)?(?:的(?:内容|全文))?(?:[是有为](?:什么|哪些))?[ ?。啊呀呢]*$"
)
_ONE_OF = regex(
    "(?:里面|其中|当中)[^,。;?]{0,14}那一?[条点项个段件]|[,、][^,。;?、]{1,12}那一?[项个件案](?:叫|的|是|怎|最|有|过)"
)
# Intents whose words name no subject: they are taken out before words are counted.
_SAID_OUTRIGHT = frozenset(("history", "pending", "exception"))
_FACTS = (
    "adjourned",
    "time",
    "place",
    "chair",
    "recorder",
    "attendance",
    "address",
    "slogan",
    "title",
)
_THING = 0.7  # weight of a word that names what is spoken of
_TELLS_WHOM = frozenset(("contractor",))  # 哪家公司得標 is answered by a name, not by 公司


@dataclass(frozen=True, slots=True)
class Question:
    """What the bot understood of a message."""

    text: str
    folded: str
    terms: tuple[Term, ...]
    scope: Remainder
    intents: frozenset[str]
    facts: tuple[Fact, ...] = ()  # not empty: it asks for facts of a meeting's head
    items: tuple[frozenset[str], ...] = ()  # 提案二: keys of numbered items, as postings bear them
    part: int | None = None  # 第二部分: the number of a heading
    section: str = ""  # 第柒項: the numeral of a section
    place: tuple[str, ...] = ()  # keys of the headings that the conversation is at
    number: int | None = None  # 第二點
    unit: str = ""  # 點, of 第二點; none of 策略 6
    small_talk: bool = False  # thanks, a greeting: it asks nothing, of no conversation either
    count: int | None = None  # 六項
    counted: str = ""  # 策略, of 六項策略
    measure: str = ""  # 盞, of 幾盞; 面積, of 多少面積
    replaced: tuple[Correction, ...] = ()  # mistyped words and what was searched instead
    loose: tuple[str, ...] = ()  # runs of single characters that stand nowhere as they are
    beside: tuple[Fact, ...] = ()  # facts of a head that are asked for beside a subject
    quotes: tuple[str, ...] = ()  # words in quotation marks, at least four characters
    office: str = ""  # 副市長, of 副市長叫什麼名字
    focus: Term | None = None  # 哪家營造廠: what the answer must speak of
    told: tuple[str, ...] = ()  # entries and groups that were shown, where the rest is asked
    entry: str = ""  # that the conversation is at, where only it can answer
    kind: str = ""  # 聯訪怎麼說, of two sources: the only kind of entry that answers
    wanted: str | None = None  # what the excerpt must contain: money, headcount, day …

    @property
    def empty(self) -> bool:
        """Nothing in it that minutes could answer."""
        scope = self.scope.meetings or self.scope.speakers
        named = self.items or self.section or self.number or "exception" in self.intents
        return not (self.terms or self.facts or named or scope)

    @property
    def bare(self) -> bool:
        """No word in it names a subject."""
        return all(term.generic for term in self.terms)

    def with_number_as_word(self) -> Question:
        """關稅 32 means the 32% that stand there, where there is no thirty-second point."""
        term = Term.of(str(self.number), 1.0, {})
        return replace(self, terms=(*self.terms, term), number=None)


class Reader:
    """Makes questions of messages, by the words and the heads of the minutes."""

    def __init__(self, lexicon: Lexicon, scopes: Scopes, terms: Terms, latin: Latin) -> None:
        self._lexicon = lexicon
        self.scopes = scopes
        self.terms = terms
        self._latin = latin
        self._wording = Wording(lexicon.wording)
        self._chatter = Chatter(**lexicon.chatter, terms=terms)
        self._fillers = longest_first(lexicon.fillers)
        small_talk = longest_first(lexicon.small_talk).pattern
        self._small_talk = re.compile(rf"(?:(?:{small_talk})[^{_HAN}a-z0-9]*)*")

    def read(self, text: str, today: date) -> Question:
        """Understand *text*, of which the first wording.LONGEST characters count."""
        folded = self._latin.in_chinese(self._wording.usual(text), text)
        return self.understand(text, self._chatter.without(folded), today)

    def understand(self, text: str, folded: str, today: date) -> Question:
        """Understand *folded*, which is *text* folded and perhaps corrected."""
        if self._small_talk.fullmatch(folded):
            return Question(text, folded, (), Remainder(folded), frozenset(), small_talk=True)
        scope = read_scope(self.scopes, folded, today)
        said = self._lexicon.intents["filler"].sub(_blank, folded).rstrip()
        intents = purposes(self._lexicon.intents.of(said))
        bare = self._fillers.sub(_blank, self._lexicon.intents["filler"].sub(_blank, scope.text))
        for name in _SAID_OUTRIGHT & intents:
            bare = self._lexicon.intents[name].sub(_blank, bare)
        bare = self._without_glosses(digits(exact(ungrouped(bare))))
        tells = scope.speakers and ("opening" in intents or _TELLS.search(scope.text))
        filed = {"issued", "statement"} <= intents  # 聲明放在哪裡 is no place of a meeting
        of_head = "next" not in intents and not (tells or filed)
        facts, subject = self._facts(bare) if of_head else ((), bare)
        if facts and self._asks_no_more(subject, facts, scope):
            return Question(text, folded, (), scope, intents, facts, wanted=demanded(intents, None))
        bare, times = without_times(bare)
        items = tuple(_item(match) for match in _ITEM.finditer(bare))
        if items and _ITEM_SAYS.search(folded):
            intents -= {"speech"}  # 第三案講什麼 asks what it is, and nobody's words
        section = _SECTION.search(bare)
        bare = _SECTION.sub(_blank, _ITEM.sub(_blank, bare))
        bare, part = parted(bare)
        bare, point, unit = self._point(bare, spoken=bool(scope.speakers))
        if point is not None and "statement" in intents:
            unit = unit or _OF_STATEMENT
        count, counted = counted_things(bare) if not _ONE_OF.search(folded) else (None, "")
        terms, strangers = self.terms.read(bare, scope.dates, *_written(text))
        terms = by_given_name((*terms, *times), scope.voice)
        terms = meant(folded, terms, self.terms.stands, self._lexicon.kinds_of_thing)
        if items or (scope.meetings and scope.speakers):
            terms = without_light(terms, self.terms.stands)
        wanted = demanded(intents, count)
        terms = without_voters(folded, terms) if wanted == "vote" else terms
        return Question(
            text,
            folded,
            _deciding(terms, intents),
            scope,
            intents | {"list"} if count and _asks_all(folded, bare) else intents,
            items=items,
            part=part,
            section=(section["n"] or section["m"]) if section else "",
            number=point,
            unit=unit,
            count=count,
            counted=counted,
            measure=measured(folded),
            wanted=wanted,
            quotes=tuple(_QUOTE.findall(folded)),
            office=office[1] if (office := _OFFICE.search(folded)) else "",
            loose=strangers,
            beside=facts,
            focus=None if wanted in _TELLS_WHOM else self.terms.focus(bare),
        )

    def _without_glosses(self, bare: str) -> str:
        """Leave out a Latin gloss that stands nowhere: 院內感染(HAI)."""
        return _GLOSS.sub(lambda m: m[0] if self.terms.stands(m[1]) else _blank(m), bare)

    def _point(self, bare: str, *, spoken: bool) -> tuple[str, int | None, str]:
        """Take 第五點, or the 6 of 策略 6, out of *bare*; 第24條 of a law that stands there is a word.

        第二段 is a paragraph only of what somebody said (*spoken*), not of 環狀線第二段.
        """
        point = _POINT.search(bare)
        if point is None and (end := _LAST_POINT.search(bare)):
            place = number(end["n"]) if end["n"] else 1
            return _LAST_POINT.sub(_blank, bare), -(place or 1), end["unit"]
        if point is None and (of := _OF_THEM.search(bare)):
            return _OF_THEM.sub(lambda m: m["of"] + " " * len(m["n"]), bare), number(of["n"]), "点"
        if point is None and (last := _LAST.search(bare)):
            return _LAST.sub(_blank, bare), number(last["n"]), ""
        if point is None or (point["unit"] == "条" and self.terms.stands(point[0])):
            return bare, None, ""
        if point["unit"] == "段" and not spoken:
            return bare, None, ""
        return _POINT.sub(_blank, bare), number(point["n"]), point["unit"]

    def _facts(self, bare: str) -> tuple[tuple[Fact, ...], str]:
        """Return the facts of a head that are asked for, and what remains of *bare*."""
        whole, found = bare, []
        for name in _FACTS:
            pattern = self._lexicon.intents[name]
            if pattern.search(bare):
                bare = pattern.sub(_blank, bare)
                found.append(Fact(name))
        if Fact.ADJOURNED in found and _RANGE.search(whole):
            return (Fact.TIME, *(fact for fact in found if fact is not Fact.TIME)), bare
        if Fact.ADJOURNED in found and Fact.TIME in found and not _BEGINS.search(whole):
            found.remove(Fact.TIME)  # what time did it end asks for one time
        return tuple(found), bare

    def _asks_no_more(self, subject: str, facts: Iterable[Fact], scope: Remainder) -> bool:
        """Tell whether what remains beside the *facts* asked for names no subject.

        Of the one meeting that is meant it may be the title.
        """
        own = frozenset().union(*(self._lexicon.fact_words.get(f.value, ()) for f in facts))
        words = (word for word in self.terms.content(subject) if word not in own)
        ids = scope.meetings or ()
        title = self.scopes.heads.text(next(iter(ids))) if len(ids) == 1 else ""
        return all(
            term.generic or any(form.replace("两", "二") in title for form, _ in term.forms)
            for term in map(self.terms.term, words)
        )


def _deciding(terms: tuple[Term, ...], intents: frozenset[str]) -> tuple[Term, ...]:
    """Whoever decides or reports is no subject, nor all mayors beside two things they spoke of."""
    reports, said = "reporter" in intents, "speech" in intents and "issued" not in intents
    told = said and sum(t.weight >= _THING for t in terms if not names_offices(t)) > 1
    if not (reports or told) and ("decision" not in intents or said):
        return terms
    named = (t for t in terms if names_offices(t) or (reports and t.text.endswith("长")))
    mayors = [t for t in named if not t.generic and (not told or t.text[0] in "四4")]
    return tuple(replace(t, weight=0.12, generic=True) if t in mayors else t for t in terms)


def _written(text: str) -> tuple[frozenset[str], bool]:
    """Return which words *text* writes with a capital, and whether it is not in Chinese."""
    return capitalised(text), not _HAN_CHARACTER.search(text)


def _asks_all(folded: str, bare: str) -> bool:
    """Tell whether what is counted is asked for as a whole: 三大挑戰, …的四點說明給我完整的."""
    return bool(_ALL_OF.search(folded) or _ALL_OF.search(bare.rstrip(" ,。;?!的")))


def _item(match: re.Match[str]) -> frozenset[str]:
    """Return the keys of the item: 提案二 is "proposal 2"; 第二案 may be of any kind."""
    called = (match["kind"] or match["before"] or "").removesuffix("事项").removesuffix("案")
    kinds = _ITEM_KINDS.get(called, ("proposal",))
    return frozenset(f"{kind} {number(match['n'] or match['nth'])}" for kind in kinds)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
