"""A watched folder: only what has settled is taken, and what became of it is seen."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.spool import Verdict
from bot.watching import Watch

NOW = datetime(2025, 12, 1, 9, 30, tzinfo=UTC)


class Desk:
    """A watched folder and what was published of it; names with "bad" are refused."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.published: list[str] = []
        self.watch = Watch(folder, self._publish, lambda: NOW)

    async def _publish(self, file: Path) -> Verdict:
        self.published.append(file.name)
        if "bad" in file.name:
            return Verdict((f"{file.name}: no meeting found in it",), failed=True)
        return Verdict((f"{file.name}: new 2025-11-05",))

    def put(self, name: str, text: str = "紀錄") -> Path:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def names(self, folder: str) -> list[str]:
        return sorted(file.name for file in (self.folder / folder).glob("*"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


async def test_a_settled_file_is_published_and_moved(desk: Desk) -> None:
    desk.put("new.txt")
    await desk.watch.look()
    assert desk.published == []
    await desk.watch.look()
    assert desk.published == ["new.txt"]
    assert desk.names("done") == ["new.txt"]


async def test_a_file_that_still_grows_is_left_alone(desk: Desk) -> None:
    desk.put("new.txt", "一")
    await desk.watch.look()
    desk.put("new.txt", "一二三")
    await desk.watch.look()
    assert desk.published == []
    await desk.watch.look()
    assert desk.published == ["new.txt"]


async def test_a_refused_file_lies_with_its_reason(desk: Desk) -> None:
    desk.put("bad.txt")
    await desk.watch.look()
    await desk.watch.look()
    assert desk.names("rejected") == ["bad.txt", "bad.txt.reason.txt"]
    reason = desk.folder / "rejected" / "bad.txt.reason.txt"
    assert reason.read_text(encoding="utf-8") == "bad.txt: no meeting found in it\n"


async def test_the_same_name_again_does_not_replace_the_old_file(desk: Desk) -> None:
    for _ in range(2):
        desk.put("new.txt")
        await desk.watch.look()
        await desk.watch.look()
    assert desk.names("done") == ["new-20251201-093000-000000.txt", "new.txt"]


async def test_what_is_taken_for_minutes_is_handed_over_to_be_refused(desk: Desk) -> None:
    desk.put("old.doc")
    await desk.watch.look()
    await desk.watch.look()
    assert desk.published == ["old.doc"]


@pytest.mark.parametrize("name", [".new.txt", "~$new.docx", "new.exe", "new.txt.part"])
async def test_what_is_no_document_is_left_where_it_is(desk: Desk, name: str) -> None:
    desk.put(name)
    await desk.watch.look()
    await desk.watch.look()
    assert desk.published == []
    assert (desk.folder / name).exists()


async def test_a_folder_that_went_away_is_waited_for(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "later")
    await desk.watch.look()
    (tmp_path / "later").mkdir()
    desk.put("new.txt")
    await desk.watch.look()
    await desk.watch.look()
    assert desk.published == ["new.txt"]
