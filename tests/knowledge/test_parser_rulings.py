"""A ruling with points of its own within numbered reports ends where the reports go on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from knowledge.model import Entry, Kind
from knowledge.parser.minutes import parse

LAYOUT = Path(__file__).parents[1] / "data" / "layouts" / "rulings.txt"
FIGURES, IN_BRACKETS, DOTTED = ("1、", "2、", "3、"), ("(1)", "(2)", "(3)"), ("1.", "2.", "3.")
CHINESE, BULLETS = ("一、", "二、", "三、"), ("• ", "• ", "• ")


def entries(label: str, reported: Sequence[str], ruled: Sequence[str]) -> tuple[Entry, ...]:
    """Return the entries of the layout with the ruling's *label* and these marks."""
    text = LAYOUT.read_text(encoding="utf-8").replace("LABEL", label)
    for word, marks in (("REPORTED", reported), ("RULED", ruled)):
        for number, mark in enumerate(marks, 1):
            text = text.replace(f"{word}-{number} ", mark)
    (meeting,) = parse(text).meetings
    return meeting.entries


@pytest.mark.parametrize("label", ["裁示", "主席裁示", "主席指示", "主席結論", "會議結論", "決定"])
@pytest.mark.parametrize(
    ("reported", "ruled"),
    [
        (FIGURES, FIGURES),
        (FIGURES, IN_BRACKETS),
        (DOTTED, FIGURES),
        (FIGURES, CHINESE),
        (IN_BRACKETS, BULLETS),
        (BULLETS, BULLETS),
        (BULLETS, CHINESE),
    ],
)
def test_reports_go_on_after_a_ruling_with_points(
    label: str, reported: Sequence[str], ruled: Sequence[str]
) -> None:
    found = entries(label, reported, ruled)
    kinds = {e.text.replace(" ", "").lstrip("•"): e.kind for e in found}
    decided = [words for words, kind in kinds.items() if kind is Kind.RESOLUTION]
    marks = [mark.strip("• ") for mark in ruled]
    assert [words.removeprefix(f"{label}：\n") for words in decided] == [
        "決定：紀錄確定。",
        "裁示：洽悉。",
        f"{marks[0]}吊橋改採分標方式辦理。",
        f"{marks[1]}反光條改用霧面材質。",
        f"{label}：同意備查。",
        f"{marks[0]}每日上限請遊憩課研議。",
    ]
    assert sum(kind is Kind.REPORT for kind in kinds.values()) == 9
    assert Kind.CONCLUSION not in kinds.values()
