"""Words that segmentation has whole and that mean what their parts do: 學雜費調漲, 溫先生, 促參案."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.fullnames import HONORIFICS
from knowledge.lexicon import Lexicon
from knowledge.words import Words

_LIGHT = "案费率款期"  # last characters that name no kind of thing
_TOO_MUCH = frozenset(
    ("太多", "太少", "太贵", "太久", "太慢", "太高", "太低", "太大", "太快")
)  # 漲太多
# What is done with a thing: 健康風險評估 is an 評估 of it.
_DONE = (
    "调查",
    "评估",
    "审议",
    "审查",
    "变更",
    "整修",
    "改善",
    "检讨",
    "规划",
    "宣导",
    "维护",
    "采购",
    "限制",
)
_BEFALL = "吃咬啃踩撞淹烧挖塞漏坏裂塌倒断坍飞跑叫吠偷抢死伤臭吵掉"  # what a thing does or suffers
_MEANS = (
    "措施",
    "做法",
    "作法",
    "对策",
    "办法",
    "方式",
    "方法",
    "情形",
    "状况",
    "经验",
    "进度",
    "规定",
)
_CASE = "案"  # 促參案 is the 案 of 促參


class Apart:
    """By the *lexicon*, the dictionary, and the *frequency* of words in the minutes."""

    def __init__(self, lexicon: Lexicon, words: Words, frequency: Callable[[str], int]) -> None:
        self._lexicon = lexicon
        self._words = words
        self._frequency = frequency

    def parts(self, word: str) -> Sequence[str]:
        """Return the words of a phrase that only our synonyms have, where none of them stands.

        下次續審 names nothing that must stand in the minutes, and of 學雜費調漲 each word does.
        """
        if word[1:] in HONORIFICS and word[0] in self._lexicon.surnames:
            return word[0], word[1:]
        if word[1:] in _TOO_MUCH:
            return word[0], word[1:]
        if (
            len(word) == len("保护措施")
            and word.endswith(_MEANS)
            and not self._means_what_stands(word)
        ):
            return word[:-2], word[-2:]
        if word.endswith(_CASE) and len(word) > len(_CASE) + 1 and self._is_case(word[:-1], word):
            return word[:-1], _CASE
        synonyms = self._lexicon.synonyms.get(word, ())
        if not synonyms or self._words.is_usual(word) or word in self._lexicon.known:
            return (word,)
        if any(map(self._frequency, (word, *synonyms))):
            return (word,)
        parts = [p for part in self._words.cut_apart(word) for p in self._parts_of(part)]
        verbs = all(len(part) > 1 and not self._words.is_noun(part) for part in parts)
        return parts if verbs or self._each_stands(parts) else (word,)

    def _parts_of(self, part: str) -> Sequence[str]:
        """Return *part*, or what it is made of where it stands nowhere: 健康調查, of 居民健康調查."""
        pieces = self._words.cut_apart(part) if part.endswith(_DONE) else ()
        whole = bool(pieces) and all(len(piece) > 1 for piece in pieces)
        return pieces if whole and not self._means_what_stands(part) else (part,)

    def _each_stands(self, parts: Sequence[str]) -> bool:
        """Tell whether the minutes have each of *parts*, or another word for it.

        One character before its object (裝監視器), a light one at the end (採購案) or what a thing
        suffers (猴子吃) need not; two nouns
        (電動公車), or a noun with what it is a kind of (文化幣), are a thing of their own.
        """
        whole = [part for part in parts if len(part) > 1]
        usual = (self._words.is_noun(part) and self._words.is_usual(part) for part in whole)
        thing = len(whole) == len(parts) and all(usual)
        light = parts[-1] in _LIGHT or parts[-1] in _BEFALL
        headed = len(parts) - len(whole) < 2 and (parts[-1] in whole or light)
        means = (part for part in whole if part not in self._lexicon.generic)
        return headed and not thing and all(map(self._means_what_stands, means))

    def _means_what_stands(self, word: str) -> bool:
        return any(map(self._frequency, (word, *self._lexicon.expansions.get(word, ()))))

    def _is_case(self, of: str, word: str) -> bool:
        """Tell whether only what *word*, a 案, is *of* stands in the minutes."""
        return not self._means_what_stands(word) and self._frequency(of) > 0
