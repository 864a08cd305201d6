"""Minutes of bodies that do not exist, as many as are wanted, the same for the same seed.

Two words in three come from jieba's dictionary, each as often as it was counted there (nearly
Zipf's law: 了 is one of 67), written in Traditional characters; the third is one that the real
minutes use, as often as they do, for all minutes share the words of their trade. Entries are as
long as the real ones, some 40 characters in the mean. One paragraph in ten repeats an earlier one
with a word changed, as minutes do; one in two hundred is a sentence of the real minutes with a
third of its words replaced, to stand beside the entry that is asked for. A meeting has forty
entries: eight lines of head and adjournment, and eight items of subject, two explanations and an
outcome.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import jieba
import opencc

from knowledge.dates import roc, weekday
from knowledge.text import fold
from knowledge.words import Words

ENTRIES = 40  # of a meeting
_ITEMS = 8
_MEETINGS_OF_A_BODY = 25
_FIRST_DAY, _DAYS = date(2005, 1, 3), 7_500
_LEAST_COUNT = 5  # in jieba's dictionary; the rarer are names out of novels
_JOINING = ("之", "及", "與", "並", "有關", "依", "針對", "，", "，", "、", "，請")
_BODIES = (
    "都市計畫委員會",
    "交通安全會報",
    "區務會議",
    "校務會議",
    "性別平等委員會",
    "環境影響評估審查會",
)
_OF_THE_TRADE = 1 / 3  # of all words
_LONGEST = 4
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_SURNAMES, _GIVEN = (
    "陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴周",
    "志明淑芬家豪雅婷建宏美玲俊傑怡君文雄麗華",
)
_NUMERALS = "一二三四五六七八"
_OUTCOMES = (
    "照案通過。",
    "照案通過。",
    "洽悉。",
    "修正通過，{}。",
    "請{}於下次會議提報。",
    "本案緩議，{}後再提會討論。",
    "{}，後續持續討論。",
)


class Writer:
    """Writes one set of minutes after another; what it wrote before shapes what comes."""

    def __init__(self, real: Sequence[str], seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311
        self._ordinary = _drawn(self._chance, *_dictionary())
        self._usual = _drawn(self._chance, *_words_of(real))
        self._real = [re.split(r"(?<=[\u4e00-\u9fff]{2})", text) for text in real]
        self._earlier: list[list[str]] = []
        self._bodies: list[str] = []

    def minutes(self, number: int) -> str:
        """Return the text of meeting *number*, which no other number shares."""
        chance = self._chance
        day = _FIRST_DAY + timedelta(days=number * 7919 % _DAYS)
        body = self._body(number // _MEETINGS_OF_A_BODY)
        start = f"{8 + number % 9}時{number % 2 * 30}分"
        lines = [
            f"{body}第{1 + number % _MEETINGS_OF_A_BODY}次會議紀錄",
            f"壹、時間：{roc(day)}（星期{weekday(day)}）{start}",
            f"貳、地點：{self._word()}大樓{chance.randint(1, 20)}樓會議室",
            f"參、主席：{self._name()}主任委員",
            "肆、出席人員：詳簽到表",
            f"伍、紀錄：{self._name()}",
            "陸、討論事項",
        ]
        for item in _NUMERALS[:_ITEMS]:
            lines += [
                f"提案{item}：{self._paragraph(10)}，提請討論。",
                "說明：",
                f"一、{self._paragraph(36)}。",
                f"二、{self._paragraph(54)}。",
                f"決議：{chance.choice(_OUTCOMES).format(self._paragraph(16))}",
            ]
        lines += ["柒、臨時動議：無。", f"捌、散會（{17 + number % 3}時0分）"]
        return "\n".join(lines) + "\n"

    def _body(self, number: int) -> str:
        if number == len(self._bodies):
            kind = _BODIES[number % len(_BODIES)]
            self._bodies.append(f"{self._word()}{self._word()}{kind}")
        return self._bodies[number]

    def _paragraph(self, words: int) -> str:
        kind = self._chance.random()
        if kind < 0.1 and self._earlier:
            pieces = self._changed(self._chance.choice(self._earlier), 1 / words)
        elif kind < 0.105:
            pieces = self._changed(self._chance.choice(self._real), 1 / 3)
        else:
            pieces = [self._piece() for _ in range(words)]
            self._remember(pieces)
        return "".join(pieces).strip("，、")

    def _piece(self) -> str:
        joined = self._chance.choice(_JOINING) if self._chance.random() < 0.4 else ""
        return self._word() + joined

    def _changed(self, pieces: Sequence[str], share: float) -> list[str]:
        return [self._word() if self._chance.random() < share else piece for piece in pieces]

    def _remember(self, pieces: list[str]) -> None:
        if len(self._earlier) < 5_000:
            self._earlier.append(pieces)
        else:
            self._earlier[self._chance.randrange(5_000)] = pieces

    def _word(self) -> str:
        return next(self._usual if self._chance.random() < _OF_THE_TRADE else self._ordinary)

    def _name(self) -> str:
        return self._chance.choice(_SURNAMES) + "".join(self._chance.choices(_GIVEN, k=2))


def write(folder: Path, entries: int, real: Sequence[str], seed: int = 1) -> int:
    """Write minutes of *entries* in all into *folder*, a file a meeting; return the number.

    *real*: sentences that some paragraphs are to resemble.
    """
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for number, text in enumerate(_texts(entries, real, seed), 1):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return number


def _texts(entries: int, real: Sequence[str], seed: int) -> Iterator[str]:
    writer = Writer(real, seed)
    return (writer.minutes(number) for number in range(entries // ENTRIES))


def _drawn(chance: random.Random, words: list[str], counts: list[int]) -> Iterator[str]:
    """Yield *words* for ever, each as often as its count says."""
    sums = list(accumulate(counts))
    while True:
        yield from chance.choices(words, cum_weights=sums, k=10_000)


def _dictionary() -> tuple[list[str], list[int]]:
    """Return the words of up to four characters, and their counts."""
    converter = opencc.OpenCC("s2tw")
    source = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in source.splitlines()]
    kept = [
        (word, int(count))
        for word, count, _ in rows
        if _HAN.fullmatch(word) and len(word) <= _LONGEST and int(count) >= _LEAST_COUNT
    ]
    words = converter.convert("\n".join(word for word, _ in kept)).split("\n")
    return words, [count for _, count in kept]


def _words_of(texts: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return the Chinese words of *texts*, and how often each stands."""
    cut = Words().cut
    folded = Counter(word for text in texts for word in cut(fold(text)) if _HAN.fullmatch(word))
    words = opencc.OpenCC("s2tw").convert("\n".join(folded)).split("\n")
    return words, list(folded.values())
