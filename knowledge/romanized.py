"""Names in Latin letters by their sound: Caotun and Tsaotun are 草屯, Chiang Wan-an 蔣萬安.

Taiwan spells in Hanyu Pinyin, Tongyong and Wade-Giles, mostly without its marks, so that one
spelling stands for several syllables; which of them is meant, the words of the minutes say. What
is spelled otherwise stands in a table.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from knowledge.english import English, capitalised
from knowledge.lexicon import Lexicon
from knowledge.regex import regex
from knowledge.typos import Alike

_NAME = regex(r"(?<![a-z0-9])[a-z]{2,}(?:['-][a-z]+)*(?![a-z0-9])")
_MARKS = regex("['-]")
_MOST_WORDS = 3  # of a name: Chiang Wan An
_MOST_SYLLABLES = 4
_MOST_READINGS = 300  # of one spelling; a name of three syllables has up to 64
# What follows a place in English and stands beside it in Chinese; the first that the minutes have.
_KINDS = {
    "city government": ("市政府",),
    "county government": ("县政府",),
    "city council": ("市议会", "市"),
    "county council": ("县议会", "县"),
    "city": ("市",),
    "county": ("县",),
    "township": ("乡", "镇"),
    "town": ("镇", "乡"),
    "district": ("区",),
    "village": ("村", "里"),
    "borough": ("里",),
    "road": ("路",),
    "street": ("街",),
    "river": ("溪", "河"),
    "creek": ("溪",),
    "bridge": ("桥",),
    "line": ("线",),
    "reservoir": ("水库",),
    "park": ("公园",),
}
_ENDINGS = ("公园", "水库", "国小", "国中", *"县市区乡镇里村路街溪山桥港线")  # 中山, of 中山公园
_PLACES = "县市区乡镇村里"
_TITLES = {
    "mayor": ("市长", "镇长", "乡长"),
    "deputy mayor": ("副市长",),
    "magistrate": ("县长",),
    "director": ("局长", "处长", "主任", "院长", "所长", "馆长"),
    "chief": ("局长", "处长", "科长", "主任", "区长"),
    "chairman": ("主任委员", "主委", "理事长", "董事长", "召集人"),
    "chairperson": ("主任委员", "主委", "理事长", "召集人"),
    "speaker": ("议长",),
    "councilor": ("议员", "委员"),
    "councillor": ("议员", "委员"),
    "member": ("委员", "议员", "代表"),
    "principal": ("校长",),
    "president": ("校长", "理事长", "院长"),
    "professor": ("教授", "委员"),
    "doctor": ("医师",),
    "manager": ("经理", "总经理"),
}
_TITLED = regex(rf"(?<![a-z])({'|'.join(_TITLES)}) ([a-z]{{2,6}})(?![a-z'-]| [a-z]+-[a-z])")
_KIND = regex(f" ({'|'.join(_KINDS)})(?![a-z])")
_OF = regex(r"(?:the )?(mayor|magistrate|deputy mayor) of (?=[\u4e00-\u9fff])([\u4e00-\u9fff]+)")
_OFFICES = {"mayor": "市长", "magistrate": "县长", "deputy mayor": "副市长"}
_WADE_INITIALS = {
    "zh": ("ch",), "ch": ("ch",), "j": ("ch",), "q": ("ch",), "x": ("hs", "sh"), "r": ("j",),
    "z": ("ts", "tz"), "c": ("ts", "tz"), "b": ("p",), "d": ("t",), "g": ("k",),
}  # fmt: skip
_TONGYONG_INITIALS = {"zh": ("jh",), "q": ("c",), "x": ("s",)}
_WADE_FINALS = {
    "ong": "ung", "iong": "iung", "ian": "ien", "ie": "ieh", "ue": "ueh", "uo": "o", "e": "o",
    "er": "erh", "you": "yu",
}  # fmt: skip
_TONGYONG_FINALS = {"iu": "iou", "ui": "uei", "un": "uen"}
_VOWEL = regex("[aeiouü]")
_INITIAL = regex("(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?")
_WHOLE = {  # syllables that Wade-Giles and Tongyong write in a way of their own
    "zhi": ("chih", "jhih"), "chi": ("chih",), "shi": ("shih",), "ri": ("jih", "rih"),
    "zi": ("tzu", "zih"), "ci": ("tzu", "cih", "tsu"), "si": ("szu", "ssu", "sih", "su"),
    "yan": ("yen",), "ye": ("yeh",), "yong": ("yung",), "you": ("yu", "yo"), "yi": ("i", "yih", "ih"),
    "wen": ("wun",), "weng": ("wong",), "feng": ("fong",), "xu": ("hsu", "syu", "shu"),
    "xue": ("hsueh", "syue"), "xuan": ("hsuan", "syuan"), "ju": ("chu", "jyu"), "qu": ("chu", "cyu"),
    "jun": ("chun", "jyun"), "quan": ("chuan", "cyuan"), "juan": ("chuan", "jyuan"),
    "guo": ("kuo",), "kuo": ("kuo",), "huo": ("huo",), "gui": ("kuei", "guei"), "kui": ("kuei",),
    "xiu": ("hsiu", "siou", "shiow"), "jie": ("chieh", "je"), "zhe": ("che", "jhe", "je"),
    "lü": ("lu", "lyu"), "nü": ("nu", "nyu"), "lv": ("lu", "lyu"), "yu": ("yue", "yu"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the record knows of words: where they stand, how they sound, which are names."""

    alike: Callable[[str], Iterable[str]]  # a key of `Alike` -> the words that bear it
    frequency: Callable[[str], int]
    is_name: Callable[[str], bool]
    people: Callable[[], Collection[str]]  # who presided, folded


class Romanized:
    """Writes the Latin names of a question in Chinese, as the minutes have them."""

    def __init__(
        self,
        lexicon: Lexicon,
        english: English,
        alike: Alike,
        minutes: Minutes,
    ) -> None:
        self._table = lexicon.romanized
        self._light = lexicon.stopwords | lexicon.generic
        self._surnames = sorted(lexicon.surnames)
        self._english = english
        self._alike = alike
        self._minutes = minutes
        self._longest = max((name.count(" ") + 1 for name in self._table), default=1)
        self._known = 0
        self._heard: defaultdict[str, list[str]] = defaultdict(list)

    def in_chinese(self, folded: str, text: str) -> str:
        """Return *folded*, which is *text* folded, with the names that are found in Chinese."""
        capitals = capitalised(text)
        cased = any(character.isupper() for character in text[1:])
        folded = _NAME.sub(self._parted, folded)
        words = list(_NAME.finditer(folded))
        found, done = "", 0
        place = 0
        while place < len(words):
            length, name = self._at(folded, words[place:], capitals if cased else None)
            if length:
                end = words[place + length - 1].end()
                kind, after = self._kind(name, folded, end)
                found += f"{folded[done : words[place].start()]} {name}{kind} "
                done = after
            place += max(1, length)
            while place < len(words) and words[place].start() < done:
                place += 1
        text = _TITLED.sub(self._titled, found + folded[done:])
        return _OF.sub(lambda m: m[2] + _OFFICES[m[1]], _tidy(text))

    def _parted(self, match: re.Match[str]) -> str:
        """Return Yilan-Hualien-Taitung as three names, any other word as it is."""
        parts = match[0].split("-")
        return " ".join(parts) if all(part in self._table for part in parts) else match[0]

    def _titled(self, match: re.Match[str]) -> str:
        """Return Director Chien as the minutes call him, 簡院長; as it is where they do not."""
        said = self._spellings.get(match[2], ())
        heard = (one for one in self._surnames if self._alike.said(one)[0] in said)
        called = (surname + title for surname in heard for title in _TITLES[match[1]])
        best = max(called, key=self._minutes.frequency, default="")
        return f" {best} " if best and self._minutes.frequency(best) else match[0]

    def _at(
        self, folded: str, words: Sequence[re.Match[str]], capitals: frozenset[str] | None
    ) -> tuple[int, str]:
        """Return how many of *words*, from the first, are one name, and the name; 0 for none."""
        for length in range(min(len(words), max(_MOST_WORDS, self._longest)), 0, -1):
            run = folded[words[0].start() : words[length - 1].end()]
            if run.count(" ") + 1 != length:
                continue
            if name := self._table.get(run):
                return length, name
            may_name = length <= _MOST_WORDS and all(
                self._may_name(word[0], capitals) for word in words[:length]
            )
            if may_name and (name := self._sounding(run)):
                return length, name
        return 0, ""

    def _may_name(self, word: str, capitals: frozenset[str] | None) -> bool:
        """Tell whether *word* may be a part of a name: written so, and no English word we know."""
        first = _MARKS.split(word)[0]
        written = capitals is None or first in capitals
        return written and word not in self._light and not self._english.knows(word)

    def _kind(self, name: str, folded: str, end: int) -> tuple[str, int]:
        """Return what kind of place follows at *end*, as the minutes write it, and its end."""
        match = _KIND.match(folded, end)
        if match is None:
            return "", end
        kinds = _KINDS[match[1]]
        stands = (kind for kind in kinds if self._minutes.frequency(name + kind))
        kind = next(stands, None)
        if kind is None:
            return (
                ("", match.end())
                if match[1] in ("city", "county", "township", "town")
                else ("", end)
            )
        return kind, match.end()

    def _sounding(self, run: str) -> str:
        """Return the word of the minutes that sounds as *run* is spelled, "" for none."""
        readings = set(self._readings(run))
        for ending in ("", *_ENDINGS):
            if found := self._heard_as(readings, ending):
                return found.removesuffix(ending)
        return ""

    def _heard_as(self, bare: Collection[tuple[str, ...]], ending: str) -> str:
        """Return the name of the minutes that sounds as one of *bare* does and ends so."""
        said = tuple(self._alike.said(ending))
        readings = {(*reading, *said) for reading in bare}
        keys = {self._alike.key(reading) for reading in readings}
        words = {word for key in keys for word in self._minutes.alike(key)}
        words |= {name for key in keys for name in self._people().get(key, ())}
        heard = [word for word in words if tuple(self._alike.said(word)) in readings]
        ended = [word for word in heard if word.endswith(ending)]
        named = [word for word in ended if ending or self._is_name(word)]
        return max(sorted(named), key=self._minutes.frequency, default="")

    def _is_name(self, word: str) -> bool:
        """Tell whether *word* is a name, perhaps of a place that is an everyday word: 三義 of 三義鄉."""
        is_name, stands = self._minutes.is_name(word), self._minutes.frequency
        return is_name or any(stands(word + kind) for kind in _PLACES)

    def _people(self) -> Mapping[str, list[str]]:
        """Return by their keys who presided; they are heard again when somebody is new."""
        names = self._minutes.people()
        if len(names) != self._known:
            self._known, self._heard = len(names), defaultdict(list)
            for name in names:
                self._heard[self._alike.sound(name)].append(name)
        return self._heard

    def _readings(self, run: str) -> Iterator[tuple[str, ...]]:
        """Yield the syllables that *run* may be spelled of: at least two of them."""
        parts = [list(self._syllables_of(part)) for part in re.split("[ '-]", run)]
        count = 0
        for chosen in product(*parts):
            spelled = [spelling for part in chosen for spelling in part]
            if not 1 < len(spelled) <= _MOST_SYLLABLES:
                continue
            for reading in product(*(self._spellings[one] for one in spelled)):
                yield reading
                if (count := count + 1) >= _MOST_READINGS:
                    return

    def _syllables_of(self, part: str) -> Iterator[tuple[str, ...]]:
        """Yield the ways to cut *part* into spelled syllables."""
        if not part:
            yield ()
        for end in range(min(len(part), 6), 0, -1):
            if part[:end] in self._spellings:
                yield from ((part[:end], *rest) for rest in self._syllables_of(part[end:]))

    @cached_property
    def _spellings(self) -> Mapping[str, tuple[str, ...]]:
        """Every spelling of a syllable -> the syllables of Hanyu Pinyin that it may mean."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for syllable in filter(_VOWEL.search, self._alike.all_syllables()):
            for spelling in _spelled(syllable):
                found[spelling].add(syllable)
        return {spelling: tuple(sorted(syllables)) for spelling, syllables in found.items()}


def _spelled(syllable: str) -> set[str]:
    """Return how *syllable* of Hanyu Pinyin is spelled in Taiwan."""
    match = _INITIAL.match(syllable)
    initial = match[0] if match else ""
    final = syllable[len(initial) :]
    wade = _WADE_FINALS.get(final, final)
    if final == "e" and initial not in ("g", "k", "h"):
        wade = "e"
    spelled = {syllable, *_WHOLE.get(syllable, ())}
    for first in _WADE_INITIALS.get(initial, (initial,)):
        spelled |= {first + wade, first + final}
    for first in (initial, *_TONGYONG_INITIALS.get(initial, ())):
        spelled |= {first + _TONGYONG_FINALS.get(final, final)}
    return {one for one in spelled if one}


def _tidy(text: str) -> str:
    return re.sub(" {2,}", " ", text).strip()
