"""Full names that segmentation tore: 張|麗善, 陳|其|邁 and 柯文|哲 are one person each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from knowledge.regex import regex
from knowledge.words import Words

_HAN = regex("[\u4e00-\u9fff]")
_TWO_CHARACTERS = regex("[\u4e00-\u9fff]{2}")
_GIVEN = frozenset("其之若如可以有")  # of function words those that given names hold
_JOINING = frozenset("的了与跟各每这那及或在是对有要会就都也被把给从到")
# What follows whoever speaks: of 陳|時|中 and 陳|光復 it tells that they are names.
_SPEAKS = regex(
    "怎么|如何|说|讲|表示|认为|提到|主张|支持|反对|对|[副代]?(?:市|县|局|处|部|院|署)长"
)
HONORIFICS = frozenset(
    ("先生", "女士", "小姐", "太太", "阿姨", "妈妈", "伯伯", "阿嬷", "奶奶", "爷爷")
)  # 溫先生: a surname and no given name
_OF_A_THING = "区乡镇市县里村路街站线国院局处组案会长"  # no given name ends with them


class FullNames:
    """By the *surnames* and what the minutes do not hold; *is_stop* tells function words."""

    def __init__(
        self,
        surnames: Collection[str],
        places: Collection[str],
        words: Words,
        frequency: Callable[[str], int],
        is_stop: Callable[[str], bool],
    ) -> None:
        self._surnames = surnames
        self._places = places
        self._words = words
        self._frequency = frequency
        self._is_stop = is_stop

    def whole(self, words: Sequence[str]) -> Iterable[str]:
        """Yield *words* with the parts of each full name as one."""
        place = 0
        while place < len(words):
            surname = words[place]
            if surname in self._surnames and (given := self._known_given(words, place)):
                yield from (surname, given)
                place += 3
                continue
            length = self._length(words, place)
            yield "".join(words[place : place + length])
            place += length

    def _known_given(self, words: Sequence[str], place: int) -> str:
        """Return the given name behind a surname where the minutes hold it: 鳴|時, of 鍾局長鳴時."""
        surname, given = words[place], "".join(words[place + 1 : place + 3])
        torn = len(surname) == 1 and _TWO_CHARACTERS.fullmatch(given)
        if not torn or not any(map(self._is_stop, given)):
            return ""
        stands = self._words.is_unknown(given) and self._frequency(surname + given)
        return given if stands else ""

    def _length(self, words: Sequence[str], place: int) -> int:
        """Return how many words from *place* on are one full name; 1 where none begins there."""
        word = words[place]
        if word[:1] not in self._surnames:
            return 1
        following = [*words[place + 1 : place + 4], "", "", ""]
        if len(word) == 1:
            return self._given(word, following)
        return 2 if len(word) == 2 and self._is_begun(word, following[0]) else 1

    def _given(self, surname: str, following: Sequence[str]) -> int:
        given = following[0]
        if given in HONORIFICS:
            return 1
        if len(given) == 2 and not self._frequency(given):
            plain = self._is_stop(given) or not _HAN.match(given) or not _JOINING.isdisjoint(given)
            speaks = not plain and _SPEAKS.match(following[1])
            return 2 if self._words.is_unknown(given) or speaks else 1
        pair = following[:2]
        single = all(len(one) == 1 and _HAN.match(one) for one in pair)
        function = [one for one in pair if self._is_stop(one)]
        names = _GIVEN.issuperset(function) or (
            _SPEAKS.match(following[2]) and not _JOINING.issuperset(function)
        )
        meant = single and names and len(function) < 2 and pair[1] not in _OF_A_THING
        return 3 if meant and self._is_strange(surname, "".join(pair), following[2][:1]) else 1

    def _is_strange(self, surname: str, given: str, after: str) -> bool:
        """Tell whether no minutes hold who has this name; 王錦麗 is not 張局長錦麗.

        Nor is what they hold in two: 林宅|右外, of 林宅右外護龍.
        """
        if not self._frequency(given):
            torn = after and self._frequency(surname + given[0])
            return not (torn and self._frequency(given[1] + after))
        anothers = (other + given for other in self._surnames if len(other) == 1)
        return not self._frequency(surname + given) and any(map(self._frequency, anothers))

    def _is_begun(self, word: str, last: str) -> bool:
        """Tell whether *word*, which hardly anybody says, is a name but for its *last* character."""
        strange = self._words.is_rare(word) and word not in self._places
        name = len(last) == 1 and _HAN.match(last) and last not in _OF_A_THING
        return bool(strange and name) and not self._is_stop(last) and not self._frequency(word)
