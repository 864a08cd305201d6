"""The shipped minutes say the same, whichever kind of file an office hands them over in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import knowledge
from knowledge.documents.reader import from_bytes
from knowledge.parser.minutes import parse
from knowledge.report import as_json
from tests.knowledge.documents import exports, pdfs

MINUTES = sorted((Path(knowledge.__file__).parent / "minutes").glob("*.txt"))
WAYS: dict[str, Callable[[str], bytes]] = {
    "numbered.docx": exports.docx_of,
    "numbered.odt": exports.odt_of,
    "wrapped.pdf": lambda text: pdfs.pdf(exports.pages_of(text)),
    "big5.txt": lambda text: text.replace("・", "·").encode("cp950"),
    "big5hkscs.txt": lambda text: text.replace("・", "·").encode("big5hkscs"),
    "gb18030.txt": lambda text: text.encode("gb18030"),
    "utf-16.txt": lambda text: text.encode("utf-16"),
}
HAND_WRAPPED = 60  # characters of the longest line
HEAD = ("title", "date", "start", "end", "place", "ordinal", "level", "chairs", "recorder")


def facts(text: str) -> Counter[tuple[str, ...]]:
    """Return what is understood of *text*, without regard to white space and middle dots."""
    found: Counter[tuple[str, ...]] = Counter()
    for meeting in as_json(parse(text))["meetings"]:
        found.update((field, _packed(meeting[field])) for field in HEAD)
        found.update(
            (entry["kind"], str(entry["outcome"]), _packed(entry["text"]))
            for entry in meeting["entries"]
        )
    return found


def _packed(value: Any) -> str:
    return re.sub(r"\s|[・·]", "", str(value))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", MINUTES, ids=lambda path: path.stem)
def test_minutes_say_the_same_in_every_kind_of_file(path: Path, way: str) -> None:
    """The bar allows three points; none is needed."""
    text = path.read_text(encoding="utf-8")
    assert facts(from_bytes(WAYS[way](text), way).text) == facts(text)


OTHERS = sorted((Path(__file__).parents[2] / "data" / "minutes").glob("*.txt"))


def test_minutes_of_other_bodies_keep_nearly_all_in_a_pdf() -> None:
    """Lines are wrapped anew, and one character alone on a line is read as well."""
    said, kept = Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for path in OTHERS:
        text = path.read_text(encoding="utf-8")
        if max(map(len, text.split("\n"))) <= HAND_WRAPPED:
            continue  # wrapped by hand already: its lines would be cut twice
        found = facts(text)
        said += found
        kept += found & facts(from_bytes(WAYS["wrapped.pdf"](text), "wrapped.pdf").text)
    assert kept.total() >= 0.97 * said.total()
