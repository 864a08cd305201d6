"""What the lines of a table are: its rows, their cells, the names of its columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from knowledge.parser.roles import Role
from knowledge.regex import regex

COLUMNS = range(3, 11)  # how many a table has; two are a label and its value
_COUNTING = regex(r"\S{0,4}(?:編號|序號|項次|案號|項目編號|次序|案次|序)")
_CODE = regex(
    r"\(?(?:[A-Za-z]{0,3}-?\d{1,8}(?:[-.]\d{1,4}){0,3}|[一二三四五六七八九十]{1,3})\)?[.、]?"
)
_RULING = regex(r"(?:決議|裁示|決定|結果|結論|(?:管考|列管)(?:建議|情形|等級|意見)?|建議列管)$")
_STUDIED = regex(r"(?:說明|意見|情形|辦法|回應|答[覆復]|回[覆復])$")
# What columns are called where none counts the rows.
_NAMING = regex(
    r"案由|項目|類別|種類|對象|理由|原因|方案|別$|事項|內容|名稱|單位|機關|人員|金額|數量|日期|時間|地點|備註"
    r"|進度|百分比|比率|(?:情形|意見|建議|結果|決議|裁示|說明|率)$"
)
_NAME = 14  # characters of a column's name


_DISPOSED = regex(r"列管|備查|洽悉|通過|採納|緩議|撤案|保留|結案")


class Part(Enum):
    """What a line is to its table."""

    TITLE = auto()
    ROW = auto()  # the first cell of a row, or all of them
    CELL = auto()
    NAME = auto()  # of a column, repeated in each row above its cell


@dataclass(frozen=True, slots=True)
class Cell:
    """A line's part in a table; `role` is what its column holds, None for what the row is about.

    `heading` is the name of the column where it stands only above the table; a `joined` cell is
    one block with the cell before it.
    """

    part: Part
    role: Role | None = None
    heading: str = ""
    joined: bool = False


def column(name: str) -> Role | None:
    """Return what the column of that *name* holds."""
    word = re.sub(r"\([^()]*\)", "", packed(name))
    if _RULING.search(word):
        return Role.RESOLUTION
    return Role.EXPLANATION if _STUDIED.search(word) else None


def packed(name: str) -> str:
    """Return a name without the spaces between its letters: 案　由 is 案由."""
    return re.sub(r"\s", "", name)


def is_name(text: str) -> bool:
    """Tell whether *text* can be the name of a column."""
    return 0 < len(packed(text)) <= _NAME and not re.search(r"[。,:;!?\d]", text)


def is_known(name: str) -> bool:
    """Tell whether columns are called so."""
    return _NAMING.search(packed(name)) is not None


def counts(name: str) -> bool:
    """Tell whether the column of that *name* numbers the rows."""
    return _COUNTING.fullmatch(packed(name)) is not None


def disposes(text: str) -> bool:
    """Tell whether a cell reads as a ruling, wherever it stands in a row that lacks another."""
    return _DISPOSED.search(text) is not None


def starts_row(text: str) -> bool:
    """Tell whether *text* is a row's number, alone or before further cells."""
    return is_code(re.split(r"\s{2,}", text.strip(), maxsplit=1)[0])


def is_code(text: str) -> bool:
    """Tell whether *text* is a row's number: 3, 114-05, A-01."""
    return _CODE.fullmatch(text.strip()) is not None
