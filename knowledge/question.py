"""A message as a question: what it asks for, where, and about which words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from knowledge.dates import digits, number
from knowledge.lexicon import Lexicon, longest_first
from knowledge.model import Fact
from knowledge.rules import read as read_scope
from knowledge.scope import Remainder, Scopes
from knowledge.text import fold
from knowledge.typos import Correction
from knowledge.weights import TermWeights
from knowledge.words import Words

# A question longer than this is a pasted text; its beginning says what it is about.
LONGEST = 300
_HAN = "\u4e00-\u9fff"
_NUMERAL = "[0-9〇零一二两三四五六七八九十百]+"
_POINT = re.compile(rf"(?:第(?P<n>{_NUMERAL})(?:个)?(?:点|项|条|个))")
_ITEM = re.compile(
    rf"(?P<kind>提案|讨论(?:事项|案)?|报告(?:事项|案)?|议案|案由|案号|临时动议)第?(?P<n>{_NUMERAL})"
    rf"(?:案|号)?(?![项个件点次位年月日0-9])|(?P<before>讨论|报告|审议)?第(?P<nth>{_NUMERAL})案"
)
_SECTION = re.compile(
    "第(?P<n>[壹贰叁参肆伍陆柒捌玖拾])(?:大?[项点]|部分|章|节|案)?|(?P<m>[壹贰叁肆伍陆柒捌玖拾])、"
)
_ITEM_KINDS = {"报告": ("report",), "临时动议": ("motion",), "": ("proposal", "report", "motion")}
_COUNT = re.compile(
    rf"(?<!第)(?P<n>{_NUMERAL})(?:大|个|项|点|种|条)(?<!四个(?=市|城市|县市))(?!市|城市|[0-9]|多|人)(?P<noun>[{_HAN}]{{2}})?"
)
_HAN_RUN = re.compile(f"[{_HAN}]+")
_FACTS = ("adjourned", "time", "place", "chair", "recorder", "attendance", "address", "title")
_WANTED = ("money", "headcount", "percent", "vote", "phone", "day", "count", "name")
_COUNTED = re.compile(rf"(?:{_NUMERAL}|两)(?:大|个|项|点|种|条|位|场|次|件|份)?")
_FOCUS = re.compile(
    rf"(?:哪(?:一|几|两|些)?(?:位|家|间|个|所|条|项|种|款|支|座|栋|本|部)|多少(?:个|名|位|间|户|件)?)"
    rf"(?:新的?|的)?(?P<noun>[{_HAN}]{{2,6}})"
)
_QUOTED = re.compile(r"[「『\"']([^「」『』\"']{2,20})[」』\"']")
_MEANING = re.compile(r"[\u3400-\u9fff0-9a-z]")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of the question and the words of the minutes it may stand for."""

    text: str
    weight: float  # how much of the question it is
    forms: tuple[tuple[str, float], ...]  # itself, then other words for it -> how much one counts
    pairs: tuple[str, ...] = ()  # bigrams of a long word, which may stand there in parts
    generic: bool = False  # stands in every meeting and decides nothing

    @classmethod
    def of(
        cls, text: str, weight: float, expansions: Mapping[str, float], *, generic: bool = False
    ) -> Term:
        others = sorted(expansions.items(), key=lambda item: -item[1])
        parts = len(text) > 2 and not text.isascii()
        pairs = tuple(text[i : i + 2] for i in range(len(text) - 1)) if parts else ()
        return cls(text, weight, ((text, 1.0), *others), pairs, generic)


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
    section: str = ""  # 第柒項: the numeral of a section
    place: tuple[str, ...] = ()  # keys of the headings that the conversation is at
    number: int | None = None  # 第二點
    count: int | None = None  # 六項
    counted: str = ""  # 策略, of 六項策略
    replaced: tuple[Correction, ...] = ()  # mistyped words and what was searched instead
    loose: tuple[str, ...] = ()  # runs of single characters that stand nowhere as they are
    beside: tuple[Fact, ...] = ()  # facts of a head that are asked for beside a subject
    focus: Term | None = None  # 哪家營造廠: what the answer must speak of
    wanted: str | None = None  # what the excerpt must contain: money, headcount, day …

    @property
    def empty(self) -> bool:
        """Nothing in it that minutes could answer."""
        scope = self.scope.meetings or self.scope.speakers
        named = self.items or self.section or self.number
        return not (self.terms or self.facts or named or scope)

    @property
    def bare(self) -> bool:
        """No word in it names a subject."""
        return all(term.generic for term in self.terms)


class Reader:
    """Makes questions of messages, by the words and the heads of the minutes."""

    def __init__(
        self,
        lexicon: Lexicon,
        words: Words,
        scopes: Scopes,
        frequency: Callable[[str], int],
        weights: TermWeights,
    ) -> None:
        self._lexicon = lexicon
        self._words = words
        self._frequency = frequency
        self.scopes = scopes
        self._weights = weights
        self._fillers = longest_first(lexicon.fillers)
        small_talk = longest_first(lexicon.small_talk).pattern
        self._small_talk = re.compile(rf"(?:(?:{small_talk})[^{_HAN}a-z0-9]*)*")
        self._phrases = longest_first(t for t in lexicon.expansions if " " in t)

    def read(self, text: str, today: date) -> Question:
        """Understand *text*, of which the first LONGEST characters count."""
        return self.understand(text, fold(text[: LONGEST * 4])[:LONGEST], today)

    def understand(self, text: str, folded: str, today: date) -> Question:
        """Understand *folded*, which is *text* folded and perhaps corrected."""
        if self._small_talk.fullmatch(folded):
            return Question(text, folded, (), Remainder(folded), frozenset())
        scope = read_scope(self.scopes, folded, today)
        intents = frozenset(n for n, p in self._lexicon.intents.items() if p.search(folded))
        bare = self._fillers.sub(_blank, self._lexicon.intents["filler"].sub(_blank, scope.text))
        bare = digits(bare)
        facts, subject = self._facts(bare) if "next" not in intents else ((), bare)
        if facts and self._asks_no_more(subject, facts):
            return Question(text, folded, (), scope, intents, facts, wanted=_wanted(intents, None))
        items = tuple(_item(match) for match in _ITEM.finditer(bare))
        section = _SECTION.search(bare)
        bare = _SECTION.sub(_blank, _ITEM.sub(_blank, bare))
        point = _POINT.search(bare)
        bare = _POINT.sub(_blank, bare)
        count, counted = _counted(bare)
        return Question(
            text,
            folded,
            self._terms(bare, scope.dates),
            scope,
            intents,
            items=items,
            section=(section["n"] or section["m"]) if section else "",
            number=number(point["n"]) if point else None,
            count=count,
            counted=counted,
            wanted=_wanted(intents, count),
            loose=self._strangers(bare),
            beside=facts,
            focus=self._focus(bare),
        )

    def solid(self, folded: str) -> list[range]:
        """Return the places of the words of *folded* that stand in the minutes or ask."""
        places, start = [], 0
        for word in self._words.cut(folded):
            known = self._frequency(word) or word in self._lexicon.terms
            if len(word) > 1 and (known or self._words.is_function(word)):
                places.append(range(start, start + len(word)))
            start += len(word)
        return places

    def _terms(self, bare: str, dates: Iterable[str]) -> tuple[Term, ...]:
        words = list(self._content(bare))
        pairs = (p for p in pairwise(words) if not all(self.term(w).generic for w in p))
        phrases = [*_QUOTED.findall(bare), *map("".join, pairs)]
        wanted = [p for p in phrases if p in bare and p not in words and self._frequency(p)]
        terms = (self.term(word) for word in dict.fromkeys([*words, *dates, *wanted]))
        return tuple(terms) if _HAN_RUN.search(bare) else tuple(map(self._in_english, terms))

    def _in_english(self, term: Term) -> Term:
        """An English word that stands nowhere says little: nearly all of them stand nowhere."""
        known = len(term.forms) > 1 or term.generic or self._frequency(term.text)
        return term if known else replace(term, weight=self._weights.english)

    def _focus(self, bare: str) -> Term | None:
        """Return what is asked after by 哪家, 哪位, 多少: the first word of what follows."""
        match = _FOCUS.search(bare)
        if not match:
            return None
        word = next((w for w in self._words.cut(match["noun"]) if not self._is_stop(w)), "")
        term = self.term(word) if len(word) > 1 else None
        return None if term is None or term.generic else term

    def _facts(self, bare: str) -> tuple[tuple[Fact, ...], str]:
        """Return the facts of a head that are asked for, and what remains of *bare*."""
        found = []
        for name in _FACTS:
            pattern = self._lexicon.intents[name]
            if pattern.search(bare):
                bare = pattern.sub(_blank, bare)
                found.append(Fact(name))
        return tuple(found), bare

    def _asks_no_more(self, subject: str, facts: Iterable[Fact]) -> bool:
        """Tell whether what remains beside the *facts* asked for names no subject."""
        own = frozenset().union(*(self._lexicon.fact_words.get(f.value, ()) for f in facts))
        return all(word in own or self.term(word).generic for word in self._content(subject))

    def _content(self, bare: str) -> Iterable[str]:
        """Yield the words that are not stopwords; single characters side by side are one."""
        yield from self._phrases.findall(bare)
        for word, loose in self._joined(bare):
            if loose:
                yield from self._known_parts(word)
            elif not self._is_stop(word):
                yield word

    def _joined(self, bare: str) -> Iterable[tuple[str, bool]]:
        """Yield the words of *bare*; a run of single characters is one, and told apart."""
        loose = ""
        for word in [*self._words.cut(self._phrases.sub(_blank, bare)), " "]:
            if len(word) == 1 and _HAN_RUN.fullmatch(word) and not self._is_stop(word):
                loose += word
                continue
            if loose:
                yield loose, True
            loose = ""
            yield word, False

    def _strangers(self, bare: str) -> tuple[str, ...]:
        """Return the runs of single characters that stand nowhere as they are: 以工代振."""
        runs = (word for word, loose in self._joined(bare) if loose and len(word) > 1)
        return tuple(run for run in runs if not self._frequency(run))

    def _known_parts(self, loose: str) -> list[str]:
        """Return the longest part of *loose* that stands somewhere (盯通膨), else all of it."""
        for length in range(len(loose), 1, -1):
            for start in range(len(loose) - length + 1):
                part = loose[start : start + length]
                if part in self._lexicon.expansions or self._frequency(part):
                    return [part]
        return [loose] if loose else []

    def _is_stop(self, word: str) -> bool:
        if word in self._lexicon.stopwords or not _MEANING.search(word):
            return True
        return self._words.is_function(word) and word not in self._lexicon.terms

    def term(self, word: str) -> Term:
        """Return folded *word* with its weight and expansions."""
        expansions = self._lexicon.expansions.get(word, {})
        if word in self._lexicon.generic or (
            len(word) < 4 and _COUNTED.fullmatch(word) and not word.isdigit()
        ):
            return Term.of(word, self._weights.generic, expansions, generic=True)
        if not expansions and len(word) > 2 and not self._frequency(word):
            expansions = self._parts(word)
        return Term.of(word, self._weight(word), expansions)

    def _parts(self, word: str) -> dict[str, float]:
        """Return the known terms inside a word that stands nowhere: 小组会 speaks of 小组."""
        found = {word[i:j] for i in range(len(word)) for j in range(i + 2, len(word) + 1)}
        known = (self._lexicon.expansions.get(part, {}) for part in found)
        return {
            term: weight * self._weights.part for terms in known for term, weight in terms.items()
        }

    def _weight(self, word: str) -> float:
        """A noun unknown to ordinary Chinese weighs 1, an everyday one a third of that."""
        weights = self._weights
        if len(word) == 1:
            return weights.single
        if len(word) == 2 and self._words.is_unknown(word) and not self._frequency(word):
            return 1.0 if word[0] in self._lexicon.surnames else weights.junk
        rare = (self._words.rarity(word) - weights.commonest) / (weights.rarest - weights.commonest)
        weight = max(weights.least, min(1.0, rare))
        known = self._words.is_noun(word) or word in self._lexicon.expansions
        return weight if known else weight * weights.other_than_noun


def _counted(bare: str) -> tuple[int | None, str]:
    """Return how many of what are spoken of: 6 and 策略, of 哪六項策略; the last that is named."""
    found = [match for match in _COUNT.finditer(bare) if (number(match["n"]) or 0) > 1]
    if not found:
        return None, ""
    named = [match["noun"] for match in found if match["noun"]]
    return number(found[-1]["n"]), named[-1] if named else ""


def _wanted(intents: frozenset[str], count: int | None) -> str | None:
    """Return what the answer must hold: 三個方向是哪三個 wants three things to be told."""
    named = next((name for name in _WANTED if name in intents), None)
    return named or ("items" if "list" in intents and count and count > 2 else None)


def _item(match: re.Match[str]) -> frozenset[str]:
    """Return the keys of the item: 提案二 is "proposal 2"; 第二案 may be of any kind."""
    called = (match["kind"] or match["before"] or "").removesuffix("事项").removesuffix("案")
    kinds = _ITEM_KINDS.get(called, ("proposal",))
    return frozenset(f"{kind} {number(match['n'] or match['nth'])}" for kind in kinds)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
