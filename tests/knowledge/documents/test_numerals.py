"""Numbers as a word processor prints them."""

from __future__ import annotations

import pytest

from knowledge.documents.numerals import numeral


@pytest.mark.parametrize(
    ("style", "number", "printed"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("ideographDigital", 10, "一〇"),
        ("taiwaneseCountingThousand", 1, "一"),
        ("taiwaneseCountingThousand", 10, "十"),
        ("taiwaneseCountingThousand", 11, "十一"),
        ("taiwaneseCountingThousand", 20, "二十"),
        ("taiwaneseCountingThousand", 105, "一百零五"),
        ("taiwaneseCountingThousand", 1010, "一千零一十"),
        ("ideographTraditional", 3, "丙"),
        ("ideographLegalTraditional", 3, "參"),
        ("chineseLegalThousand", 12, "壹拾貳"),
        ("chineseLegalSimplified", 2, "贰"),
        ("upperLetter", 27, "AA"),
        ("lowerRoman", 14, "xiv"),
        ("none", 1, ""),
        # no such number, no such style: digits are never wrong
        ("ideographTraditional", 11, "11"),
        ("decimalEnclosedCircle", 21, "21"),
        ("taiwaneseCountingThousand", 10_000, "10000"),
        ("lowerRoman", 999_999_999, "999999999"),
        ("upperLetter", 999_999_999, "999999999"),
        ("hebrew1", 4, "4"),
    ],
)
def test_a_number_in_a_style(style: str, number: int, printed: str) -> None:
    assert numeral(number, style) == printed
