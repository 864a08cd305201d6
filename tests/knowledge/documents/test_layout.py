"""What stands where on a page of a PDF tells tables, values and titles."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from knowledge.documents import pdfium
from knowledge.documents.ruled import tables
from tests.knowledge.documents import pdfs

DATA = Path(__file__).parents[2] / "data" / "layouts" / "pages.toml"
PAGES: dict[str, Any] = tomllib.loads(DATA.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_is_read_as_it_is_laid_out(page: dict[str, Any]) -> None:
    text = pdfium.text(pdfs.laid_out(page["pieces"], page.get("rules", ())))
    assert text == page["text"].removeprefix("\n")


def test_a_frame_around_a_page_and_a_drawing_are_no_tables() -> None:
    assert tables([(50.0, 50.0, 545.0, 792.0)] * 5) == []
    scattered = [(float(x), 0.0, x + 1.0, 800.0) for x in range(0, 590, 7)]
    assert tables(scattered + [(y, x, y + 800.0, x + 1.0) for x, _, _, y in scattered]) == []


def test_cells_drawn_one_by_one_are_one_table() -> None:
    frames = [
        (left, low, left + 100.0, low + 20.0) for low in (720.0, 700.0) for left in (90.0, 190.0)
    ]
    (table,) = tables(frames)
    assert table.box == (90.0, 700.0, 290.0, 740.0)
    assert table.rows == (
        ((90.0, 720.0, 190.0, 740.0), (190.0, 720.0, 290.0, 740.0)),
        ((90.0, 700.0, 190.0, 720.0), (190.0, 700.0, 290.0, 720.0)),
    )
