"""The content words of a question, how much of it each is, and what each may stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise, takewhile
from typing import NamedTuple

from knowledge import compounds, spelled
from knowledge.apart import Apart
from knowledge.dates import NUMERAL
from knowledge.each import shortened
from knowledge.english import English
from knowledge.focuses import ANSWERING, BEFORE, BEHIND
from knowledge.fullnames import HONORIFICS, FullNames
from knowledge.lexicon import Lexicon, longest_first
from knowledge.regex import regex
from knowledge.term import Term, of_day
from knowledge.trades import others
from knowledge.weighing import Weighing
from knowledge.weights import TermWeights
from knowledge.words import Words

_HAN = "\u4e00-\u9fff"
_HAN_RUN = regex(f"[{_HAN}]+")
_COUNTED = regex(
    rf"(?:{NUMERAL}|两|几)(?:大|个|项|点|种|条|位|场|次|件|份|组|株|笔|度|站|班|户|家|台|套|席|辆|艘|架|盏|棵|支|块|排|栋|间|座|篇|幅|顿|趟|遍|袋|包|箱|盒|罐|瓶|桶|颗|粒|根|把|件|只|匹|尾|批|堆|串|句|层|级|段|类|桩|张|案|县市|县|市|都)?"
)
# 召集人 is not 召集: a word for a person is no part of what the person does.
_PERSONS = ("人", "员", "者", "长", "师")
_UNITS = "万亿"  # 30萬調到多少 speaks of 30, 調
_DEGREES = "太很超蛮"  # 太久, 很多
_NO_DEGREE = frozenset(
    ("太空", "太阳", "太极", "太平", "太鲁", "太保", "太太", "太子", "超市", "超商")
)
_CASE = "案"
_CODE = regex("(?<![a-z0-9])[a-z][0-9]{1,3}(?![a-z0-9])")  # A1類, B2
_POINTING = "这那哪几一二两三四五六七八九十每各"
_COSTS = regex(".*[一每](.)[收卖付缴补]")  # 一帳收, of 一帳收多少
_COMPLEMENTS = "给成到在为出完掉好了过着走回错够住紧牢"  # 租給, 擺在, 刪掉: how something is done
_BROKEN = regex("[树墙桥灯杆柱门窗屋管堤坡篱][倒断坏裂塌]")  # 樹倒 speaks of 樹
_DAYS = regex(f"({NUMERAL})天")
_BESIDE = "边旁内外上下里前后"  # 湖邊 is at the 湖
_QUOTED = regex(r"[「『\"']([^「」『』\"']{2,20})[」』\"']")
_WHOLE = regex(rf"^ *([{_HAN}]{{4,8}}) *$")  # 攜手共好: a slogan, searched as it stands
_WHETHER = regex(rf"([{_HAN}])不(?=\1)")  # 通不通過 is 通過, not 不通過
_RULED = frozenset(("规定", "限制", "要求", "决定", "订定"))
_ASKING = regex("多少$|什么$|[几谁哪]")  # 自己出多少 names nothing
_MEANING = regex(r"[\u3400-\u9fff0-9a-z]")


class Said(NamedTuple):
    """The words of a question, and runs of single characters that stand nowhere: 以工代振."""

    terms: tuple[Term, ...]
    strangers: tuple[str, ...]


class Terms:
    """Makes terms of the words of a question, by the *lexicon* and what stands in the minutes."""

    def __init__(
        self,
        lexicon: Lexicon,
        words: Words,
        frequency: Callable[[str], int],
        weights: TermWeights,
    ) -> None:
        self._english = English(lexicon.english)
        self._lexicon = lexicon
        self._words = words
        self._frequency = frequency
        self._weights = weights
        self._names = FullNames(lexicon.surnames, lexicon.places, words, frequency, self._is_stop)
        self._apart = Apart(lexicon, words, frequency)
        self._weight = Weighing(lexicon, words, frequency, weights).weight
        own = (word for word in lexicon.expansions if word not in lexicon.english)
        mixed = longest_first(filter(_is_mixed, own)).pattern
        self._phrases = re.compile(f"{mixed}|[0-9]+[+][0-9]+")  # 7+1 is one word

    def read(
        self, bare: str, dates: Collection[str], names: Collection[str] = (), english: bool = False
    ) -> Said:
        """Return the terms of *bare* and *dates*; *names* are Latin words written with a capital.

        Of a question in *english* unknown words say little, and 几户 was how many households.
        """
        joined = tuple(self._joined(bare))
        words = list(self._content(bare, joined))
        known = {word: self.term(word) for word in words} | {day: of_day(day) for day in dates}
        pairs = (p for p in pairwise(words) if not all(known[word].generic for word in p))
        whole = [] if all(term.generic for term in known.values()) else _WHOLE.findall(bare)
        phrases = [*_QUOTED.findall(bare), *map("".join, pairs), *whole]
        wanted = [p for p in phrases if p in bare and p not in words and self._frequency(p)]
        terms = list(known.values())
        terms += [self._phrase(phrase) for phrase in dict.fromkeys(wanted) if phrase not in known]
        if names:
            terms = [replace(t, named=t.named or t.text in names) for t in terms]
        if english:
            terms = [self._in_english(term) for term in terms if term.text[0] != "几"]
        runs = (word for word, loose in joined if loose and len(word) > 1)
        return Said(shortened(bare, terms), tuple(run for run in runs if not self._frequency(run)))

    def _phrase(self, text: str) -> Term:
        """Two words side by side that stand so in the minutes: beside them, little more."""
        return replace(self.term(text), weight=self._weights.phrase)

    def _in_english(self, term: Term) -> Term:
        """An English word that stands nowhere says little: nearly all of them stand nowhere."""
        known = len(term.forms) > 1 or term.generic or term.named or not term.text.isascii()
        known = known or term.text in self._lexicon.english or self._frequency(term.text) > 0
        return term if known else replace(term, weight=self._weights.english)

    def focus(self, bare: str) -> Term | None:
        """Return what is asked after: the word behind 哪家, 哪位, 多少, or before 有哪些."""
        if answering := ANSWERING.search(bare):
            return self.term(answering["noun"])  # whole: 行政院長 is not 行政院
        after, before = BEHIND.search(bare), BEFORE.search(bare)
        match = after or before
        if match is None:
            return None
        words = [w for w in self._words.cut(match["noun"]) if not self._is_stop(w)]
        if match[0].startswith("哪些"):
            words = self._group(self._words.cut(match["noun"]))[-1:]
        word = next(iter(words if after else reversed(words)), "")
        noun = self._words.is_noun(word) or word in self._lexicon.offices
        verb = match[0][0] in "哪多" and not noun
        lexicon = self._lexicon
        known = word in lexicon.kinds_of_thing or word in lexicon.slight or verb
        known = known or word in _RULED  # 有沒有規定打到幾點
        named = len(word) > 1 and not known
        term = self.term(word) if named else None
        return None if term is None or term.generic else term

    def _group(self, words: Sequence[str]) -> list[str]:
        """Return the nouns that *words* begin with: 租稅, 措施 of 租稅措施, 外商 of 外商受衝擊."""
        whole = dropwhile(lambda word: len(word) == 1, words)
        return list(takewhile(self._is_whole_noun, whole))

    def _is_whole_noun(self, word: str) -> bool:
        return len(word) > 1 and self._words.is_noun(word) and not self._is_stop(word)

    def content(self, bare: str) -> Iterable[str]:
        """Yield the words that are not stopwords; single characters side by side are one."""
        return self._content(bare, self._joined(bare))

    def _content(self, bare: str, joined: Iterable[tuple[str, bool]]) -> Iterable[str]:
        yield from (*self._phrases.findall(bare), *_CODE.findall(bare))
        yield from (phrase for _, phrase in self._english.phrases(bare))
        for word, loose in joined:
            if loose:
                yield from self._known_parts(word)
            elif not self._is_stop(word):
                yield self._english.plain(word) if word.isascii() else word

    def _joined(self, bare: str) -> Iterable[tuple[str, bool]]:
        """Yield the words of *bare*; a run of single characters is one, and told apart."""
        loose = ""
        bare = self._english.without_phrases(_WHETHER.sub(_blank, bare))
        cut = self._words.cut(_CODE.sub(_blank, self._phrases.sub(_blank, bare)))
        cut = [w for n, w in enumerate(cut) if not (n and w in _UNITS and cut[n - 1].isdigit())]
        words = self._by_minutes([part for word in cut for part in self._apart.parts(word)])
        for word in [*self._names.whole(words), " "]:
            if len(word) == 1 and _HAN_RUN.fullmatch(word) and not self._is_stop(word):
                loose += word
                continue
            if word in HONORIFICS and len(loose) > 1 and loose[-1] in self._lexicon.surnames:
                yield loose[:-1], True  # 稻農溫先生: Mr Wen, who grows rice
                loose = loose[-1]
            if loose:
                yield loose, True
            loose = ""
            yield word, False

    def _by_minutes(self, words: Sequence[str]) -> list[str]:
        """Cut 小|巴山|線 as 小巴|山線 where these stand in the minutes and 巴山 stands nowhere."""
        found = list(words)
        for place, word in enumerate(found):
            if len(word) != 2 or not _HAN_RUN.fullmatch(word) or self._is_known(word):
                continue
            before = "".join(found[max(0, place - 1) : place])
            after = "".join(found[place + 1 : place + 2])
            halves = before + word[0], word[1] + after
            single = len(before) == len(after) == 1 and before not in _POINTING
            if word[1] == _CASE and len(before) == 1 and self._frequency(halves[0]):
                found[place - 1 : place + 1] = [halves[0], _CASE]  # 名|條案 is the 案 of 名條
                continue
            if single and all(_HAN_RUN.fullmatch(h) and self._frequency(h) for h in halves):
                found[place - 1 : place + 2] = [halves[0], "", halves[1]]
        return [word for word in found if word]

    def _is_known(self, word: str) -> bool:
        return word in self._lexicon.terms or self._is_stop(word) or bool(self._frequency(word))

    def stands(self, word: str) -> bool:
        """Tell whether folded *word* stands somewhere in the minutes."""
        return self._frequency(word) > 0

    def _known_parts(self, loose: str) -> list[str]:
        """Return the longest part of *loose* that stands somewhere (盯通膨), else all of it.

        What one of something costs (一帳收多少) is told of each: 每帳.
        """
        if (costs := _COSTS.fullmatch(loose)) and self._frequency(each := f"每{costs[1]}"):
            return [each]
        for length in range(len(loose), 1, -1):
            for start in range(len(loose) - length + 1):
                part = loose[start : start + length]
                if part in self._lexicon.expansions or self._frequency(part):
                    return [part]
        known = [c for c in loose if c in self._lexicon.expansions]  # 把錢投到 speaks of 錢
        return known if known and len(loose) == 2 else [loose]

    def _is_stop(self, word: str) -> bool:
        if word in self._lexicon.stopwords or not _MEANING.search(word):
            return True
        if len(word) == 2 and word[0] in _DEGREES and word not in _NO_DEGREE:
            return True
        ours = word in self._lexicon.terms or word in self._lexicon.vocabulary
        return not ours and self._words.is_function(word)

    def term(self, word: str) -> Term:
        """Return folded *word* with its weight and expansions."""
        expansions = self._lexicon.expansions.get(word, {})
        if word in self._lexicon.english:
            return self._translated(word)
        if word in self._lexicon.generic or (
            len(word) < 4 and _COUNTED.fullmatch(word) and not word.isdigit()
        ):
            return Term.of(word, self._weights.generic, expansions, generic=True)
        expansions = {**expansions, **dict.fromkeys(spelled.written(word), 1.0)}
        unknown = not any(map(self._frequency, (word, *expansions)))
        if unknown:
            expansions = {**expansions, **dict.fromkeys(others(word), self._weights.trade)}
            parts = dict.fromkeys(compounds.others(word), self._weights.part)
            expansions = {**expansions, **parts}
        if unknown and len(word) > 2 and word[-1] in "数节" and self._frequency(word[:-1]):
            return self.term(word[:-1])  # 計畫數: how many 計畫; 重陽節 is 重陽
        if unknown and len(word) == 2 and word[1] in _BESIDE and self._frequency(word[0]):
            expansions = {**expansions, word[0]: self._weights.part}
        if unknown and (days := _DAYS.fullmatch(word)):
            expansions = {**expansions, f"{days[1]}日": 1.0}
        broken = unknown and _BROKEN.fullmatch(word)
        if broken or (unknown and len(word) == 2 and word[1] in _COMPLEMENTS):
            acts = {word[0]: 1.0, **self._lexicon.expansions.get(word[0], {})}
            standing = {act: counts for act, counts in acts.items() if self._frequency(act)}
            return Term.of(word, self._weights.single, {**expansions, **standing})
        if unknown and len(word) > 2 and not (word.isascii() or word.endswith(_PERSONS)):
            expansions = {**self._parts(word), **expansions}
        standing = {form: counts for form, counts in expansions.items() if self._frequency(form)}
        asks = not standing and unknown and _ASKING.search(word)
        return Term.of(word, self._weights.generic if asks else self._weight(word), standing)

    def _translated(self, word: str) -> Term:
        """An English word weighs what its usual word in the minutes does."""
        lexicon, weights = self._lexicon, self._weights
        usual, forms = self._english.meant(word, lexicon.expansions, self._frequency)
        if lexicon.generic & {word, usual}:
            return Term.of(word, weights.generic, forms, generic=True)
        weight = max(self._weight(usual), 0.0 if forms else weights.english)
        thing = self._words.is_noun(usual) and weight >= weights.thing
        return replace(Term.of(word, weight, forms), named=thing and not forms)

    def _parts(self, word: str) -> dict[str, float]:
        """Return the known terms inside a word that stands nowhere: 小组会 speaks of 小组.

        By their aliases, not by synonyms: 电动公车 is no 复康巴士.
        """
        found = {word[i:j] for i in range(len(word)) for j in range(i + 2, len(word) + 1)}
        known = (self._lexicon.aliases.get(part, {}) for part in found)
        return {
            term: weight * self._weights.part for terms in known for term, weight in terms.items()
        }

    def solid(self, folded: str) -> list[range]:
        """Return the places of the words of *folded* that stand in the minutes or ask."""
        places, start = [], 0
        for word in self._words.cut(folded):
            known = self._frequency(word) or word in self._lexicon.terms
            usual = self._words.is_function(word) or self._words.is_everyday(word)
            if len(word) > 1 and (known or usual):
                places.append(range(start, start + len(word)))
            start += len(word)
        return places


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _is_mixed(text: str) -> bool:
    """Tell whether *text* is of several words, or of figures and words: 1200月票."""
    return " " in text or bool(re.search("[0-9a-z]", text) and _HAN_RUN.search(text))
