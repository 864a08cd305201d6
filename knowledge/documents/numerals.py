"""Numbers as word processors print them in front of list items.

The styles go by their names in Office Open XML (ECMA-376, 17.18.59, ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Callable

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LEGAL = str.maketrans("一二三四五六七八九十百千", "壹貳參肆伍陸柒捌玖拾佰仟")
_LEGAL_SIMPLIFIED = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_WIDE = {ord("0") + i: 0xFF10 + i for i in range(10)}
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def numeral(number: int, style: str) -> str:
    """Return *number* in *style*; in digits where the style is unknown or has no such number."""
    if style == "none":
        return ""
    return _FORMS.get(style, str)(number) or str(number)


def _counted(number: int) -> str:
    """十一, 一百零五; nothing above 9999."""
    if not 0 < number < 10_000:
        return ""
    text, gap = "", False
    for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        if digit == "0":
            gap = True
            continue
        text += ("零" if gap and text else "") + _DIGITS[int(digit)] + _UNITS[place]
        gap = False
    return text.removeprefix("一") if 10 <= number < 20 else text


def _formal(number: int) -> str:
    """壹拾, with its 壹: a number that nobody can lengthen."""
    return ("一" if 10 <= number < 20 else "") + _counted(number)


def _spelled(number: int) -> str:
    """一〇五: digit by digit."""
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _letters(number: int) -> str:
    """A … Z, AA, BB …; nothing above twenty-six times five."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (times + 1) if 0 < number <= 130 else ""


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return ""
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


def _row(first: str, length: int) -> str:
    return "".join(chr(ord(first) + i) for i in range(length))


def _wide(number: int) -> str:
    return str(number).translate(_WIDE)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalEnclosedCircle": _one_of(_row("①", 20)),
    "decimalEnclosedCircleChinese": _one_of(_row("①", 20)),
    "decimalEnclosedFullstop": _one_of(_row("⒈", 20)),
    "decimalEnclosedParen": _one_of(_row("⑴", 20)),
    "ideographEnclosedCircle": _one_of(_row("㊀", 10)),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "ideographDigital": _spelled,
    "taiwaneseDigital": _spelled,
    "japaneseCounting": _counted,
    "chineseCounting": _counted,
    "chineseCountingThousand": _counted,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": _counted,
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographLegalTraditional": lambda number: _formal(number).translate(_LEGAL),
    "chineseLegalThousand": lambda number: _formal(number).translate(_LEGAL),
    "chineseLegalSimplified": lambda number: _formal(number).translate(_LEGAL_SIMPLIFIED),
}
