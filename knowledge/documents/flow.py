"""Which lines of a PDF's page go on in the next one, as where they end and begin tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from knowledge.documents.ruled import Box
from knowledge.regex import regex

_SEVERAL = 3  # lines that end at the same place are no chance
_SLACK = 0.6  # ideographs
_DIGIT = 0.55  # ideographs that a digit or a letter takes
_BENEATH = 0.6  # ideographs by which lines of one paragraph begin apart
_SET_IN = 4.5  # ideographs that a paragraph's first line is set in or out, at most
_NARROWER = 3.0  # ideographs by which the right margin is wider than the left, at most
_LARGE = 1.15  # times the size of the other lines: a title
_APART = 1.25  # times the usual distance of lines: a paragraph ends between them
_UNPARTED = regex(r"[!-~]+|.")  # what no program parts at a line's end
_NEVER_FIRST = tuple("，。、；：！？）」』》】〉,.;:!?)")
OPENING = tuple("（「『《【〔")  # which end no line
_FINAL = tuple("。；：！？;:!?")
_ORDINAL = r"[一二三四五六七八九十百壹貳參肆伍陸柒捌玖拾甲乙丙丁戊己庚辛壬癸\d]"
MARK = regex(
    rf"[(（]?{_ORDINAL}{{1,3}}(?:\s*[、)）]|\.(?!\d))|第\s*{_ORDINAL}{{1,3}}\s*號?案|\d{{1,3}}\u3000"
    rf"|(?:提案|議題|報告|討論|動議|議案|案由|列管)\s*{_ORDINAL}{{1,3}}(?:[、:：]|\s)|附[件錄表]"
    r"|[•●○■◆※#【①-⑳㈠-㈩]|[-|·]\s"
)
_WORDS = regex(r"[^\W\d_]")
_STOP = regex("[，。；、,;]")
_ROW = regex(r"\S\u3000{2,}\S")
_NAMED = regex(r"[^，。、；：:,;()（）「」]{1,20}[：:]")
_ITEM_WORD = regex(
    r"說\s*明|辦\s*法|擬\s*辦|案\s*由|議\s*題|提\s*案|決\s*[議定]|議\s*決|裁\s*示|結\s*論|附\s*[件記帶]"
    r"|主\s*[席持]|共\s*同|[紀記]\s*錄|時\s*間|地\s*點|[出列缺請]\s*[席假]|散\s*會"
)


@dataclass(frozen=True, slots=True)
class Flow:
    """Where the lines of a page end, and how far they stand apart."""

    right: float | None  # points; None where nothing tells
    em: float  # points that an ideograph takes
    pitch: float  # points from line to line

    def goes_on(self, paragraph: Sequence[Box], words: str, below: Box, line: str) -> bool:
        """Tell whether *line*, which stands in *below*, goes on with a *paragraph* saying *words*."""
        above = paragraph[-1]
        if self.right is None or (self.right - above[2]) / self.em >= needed(line):
            return False
        if not 0 < _distance(above, below) <= _APART * self.pitch:
            return False
        if not self._is_beneath(paragraph, words, below) or self._is_large(above, words):
            return False
        full = (self.right - below[2]) / self.em < 1 + _SLACK
        return not (_begins(line, words) or (not full and _is_heading(line, words)))

    def _is_beneath(self, paragraph: Sequence[Box], words: str, below: Box) -> bool:
        """Tell whether *below* begins where the next line of *paragraph* does."""
        if len(paragraph) > 1:
            return abs(below[0] - paragraph[-1][0]) < _BENEATH * self.em
        set_in = (below[0] - paragraph[0][0]) / self.em
        hangs = MARK.match(words) or _NAMED.match(words)
        return -_SET_IN < set_in < (_SET_IN if hangs else _BENEATH)

    def _is_large(self, first: Box, words: str) -> bool:
        """Tell whether *words*, a line that stands in *first*, are a title's."""
        size = (first[2] - first[0]) / (ideographs(words) or 1)
        return size > _LARGE * self.em


def flow_of(lines: Sequence[Box], em: float, page: Box, before: float | None = None) -> Flow:
    """Return how the *lines* of a *page* flow, given from the top.

    Where too few of them reach the margin it is that of the page *before*.
    """
    rights = sorted((right for _, _, right, _ in lines), reverse=True)
    ends = (a for a, b in zip(rights, rights[_SEVERAL - 1 :], strict=False) if a - b < em)
    margin = min((left for left, _, _, _ in lines), default=page[0]) - page[0]
    found = [end for end in ends if end > page[2] - margin - _NARROWER * em]
    pitches = [_distance(above, below) for above, below in pairwise(lines)]
    return Flow(found[0] if found else before, em, median(pitches or [0.0]))


def _distance(above: Box, below: Box) -> float:
    """Return how far two lines stand apart; some fonts give ideographs no height."""
    return min(above[1] - below[1], above[3] - below[3])


def ideographs(words: str) -> float:
    """Return how many ideographs would be as wide as *words*."""
    return sum(_DIGIT if character.isascii() else 1 for character in words)


def needed(line: str) -> float:
    """Return how many ideographs of room the beginning of *line* would have needed."""
    found = _UNPARTED.match(line)
    first = found[0] if found else ""
    beside = line.startswith(OPENING) or line.startswith(_NEVER_FIRST, len(first))
    return ideographs(first) + beside + _SLACK


def says(line: str) -> bool:
    """Tell whether there are words on *line*, and not only a page's number or a ruled line."""
    return _WORDS.search(line) is not None


def joined(above: str, below: str) -> str:
    """Return a line and what it goes on with; words of letters stay apart."""
    letters = above[-1:].isascii() and above[-1:].isalpha() and below[:1].isascii()
    return f"{above} {below}" if letters and below[:1].isalpha() else above + below


def _begins(line: str, above: str) -> bool:
    """Tell whether *line* begins a paragraph, whatever room there was in the one *above*."""
    if MARK.match(line) or _ROW.search(line) or not (says(line) and says(above)):
        return True
    named = _NAMED.match(line)
    ended = above.rstrip().endswith(_FINAL)
    return named is not None and (ended or _ITEM_WORD.match(line) is not None)


def _is_heading(line: str, above: str) -> bool:
    """Tell whether *line* is words below a sentence that has ended, and no sentence."""
    return above.rstrip().endswith(_FINAL) and not _STOP.search(line)
