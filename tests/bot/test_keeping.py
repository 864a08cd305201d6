"""backup, restore and retract, as an operator uses them: a drill from loss to answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import cli
from bot.lock import writing

MINUTES = Path(__file__).parents[1] / "data" / "minutes"
QUESTION = "河濱自行車道租借站新增的結論"


class Desk:
    """An operator's terminal over one data directory."""

    def __init__(self, folder: Path, output: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.data = folder / "data"
        self._output = output
        self._config = folder / "bot.toml"
        self._config.write_text('[storage]\ndata_dir = "data"\n', encoding="utf-8")

    def run(self, *command: str) -> tuple[int, str, str]:
        status = cli.main(["--config", str(self._config), *command])
        said = self._output.readouterr()
        return status, said.out, said.err

    def says(self, *command: str) -> str:
        status, out, err = self.run(*command)
        assert (status, err) == (0, "")
        return out


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_a_backup_brings_back_what_was_lost(desk: Desk) -> None:
    desk.says("ingest", str(MINUTES / "river-path.txt"))
    copy = desk.folder / "copy.db"
    desk.says("backup", str(copy))

    desk.says("retract", "2025-11-05")
    assert "租借站" not in desk.says("ask", "河濱自行車道").splitlines()[-1]

    out = desk.says("restore", str(copy))
    assert "minutes.db.before-" in out
    assert "暫緩" in desk.says("ask", QUESTION)
    assert "all consistent: 5 meetings" in desk.says("check")


def test_a_damaged_record_is_put_aside_and_replaced(desk: Desk) -> None:
    desk.says("show")
    copy = desk.folder / "copy.db"
    desk.says("backup", str(copy))
    (desk.data / "minutes.db").write_bytes(b"rubbish" * 1000)
    assert desk.run("ask", "月票")[0] == 1
    desk.says("restore", str(copy))
    assert "未定案" in desk.says("ask", "月票後來怎麼決定")
    (kept,) = (file for file in desk.data.glob("minutes.db.before-*") if file.suffix[-1].isdigit())
    assert kept.read_bytes()[:7] == b"rubbish"


@pytest.mark.parametrize("content", [b"", b"no database at all", None])
def test_what_is_no_backup_changes_nothing(desk: Desk, content: bytes | None) -> None:
    desk.says("show")
    before = (desk.data / "minutes.db").read_bytes()
    source = desk.folder / "other.db"
    if content is not None:
        source.write_bytes(content)
    status, _, err = desk.run("restore", str(source))
    assert (status, err.count("\n")) == (1, 1)
    assert "other.db" in err
    assert (desk.data / "minutes.db").read_bytes() == before


def test_a_backup_does_not_overwrite_somebody_elses_file(desk: Desk) -> None:
    other = desk.folder / "thesis.txt"
    other.write_text("three years of work", encoding="utf-8")
    status, _, err = desk.run("backup", str(other))
    assert (status, err.count("\n")) == (1, 1)
    assert other.read_text(encoding="utf-8") == "three years of work"
    assert sorted(file.name for file in desk.folder.iterdir()) == ["bot.toml", "data", "thesis.txt"]


def test_a_backup_works_beside_the_bot_and_the_others_name_it(desk: Desk) -> None:
    desk.says("show")
    with writing(desk.data):
        desk.says("backup", str(desk.folder / "copy.db"))
        for command in (["restore", str(desk.folder / "copy.db")], ["retract", "2023-02-11"]):
            status, _, err = desk.run(*command)
            assert status == 1
            assert "in use by process" in err


def test_a_correction_shows_its_versions(desk: Desk) -> None:
    text = (MINUTES / "river-path.txt").read_text(encoding="utf-8")
    file = desk.folder / "new.txt"
    for words in ("暫緩，俟使用量調查完成後", "同意，俟使用量調查完成後"):
        file.write_text(text.replace("暫緩，俟使用量調查完成後", words), encoding="utf-8")
        desk.says("ingest", str(file))
    assert "同意，俟" in desk.says("show", "2025-11-05")
    assert "暫緩，俟" in desk.says("show", "2025-11-05", "--version", "1")
    assert desk.says("show", "2025-11-05", "--versions").splitlines()[1] == "current"


def test_a_meeting_that_is_not_there_cannot_be_retracted(desk: Desk) -> None:
    status, _, err = desk.run("retract", "1999-01-01")
    assert status == 1
    assert "1999-01-01" in err
