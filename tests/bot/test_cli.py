"""Exit statuses and one-line errors of the commands."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from bot import cli
from knowledge.errors import DocumentError

MINUTES = Path(__file__).parents[2] / "knowledge" / "minutes"


@pytest.fixture
def config(tmp_path: Path) -> str:
    file = tmp_path / "bot.toml"
    file.write_text('[storage]\ndata_dir = "data"\n', encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run"], "no Telegram token"),
        (["show", "1999-01-01"], "1999-01-01"),
        (["ingest", "nothing.txt"], "nothing.txt"),
        (["ask", "--batch", "nothing.jsonl"], "nothing.jsonl"),
    ],
)
def test_what_goes_wrong_is_one_line_and_status_1(
    config: str, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert cli.main(["--config", config, *arguments]) == 1
    line = capsys.readouterr().err
    assert words in line
    assert line.count("\n") == 1


def test_a_command_writes_no_log_beside_its_line(
    config: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object, **__: object) -> None:
        logging.getLogger("knowledge").warning("reader_died")
        raise DocumentError("a.pdf: damaged")

    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.setattr("bot.ingesting.dry_run", dies)
    assert cli.main(["--config", config, "ingest", "--dry-run", "a.pdf"]) == 1
    assert capsys.readouterr().err == "minutes-bot: a.pdf: damaged\n"


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["ask"], ["ask", "--now", "x", "y"]])
def test_a_wrong_call_is_status_2(config: str, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(["--config", config, *arguments])
    assert exit_.value.code == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"\x00\xff\x10\x80" * 50, "not a text", id="binary"),
        pytest.param("買菜清單\n蘋果".encode(), "no meeting", id="no-minutes"),
    ],
)
def test_a_file_that_is_no_minutes_leaves_no_trace(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, words: str
) -> None:
    file = tmp_path / "new.txt"
    file.write_bytes(content)
    assert cli.main(["--config", config, "ingest", str(file)]) == 1
    assert words in capsys.readouterr().err
    assert cli.main(["--config", config, "check"]) == 0
    assert "4 meetings" in capsys.readouterr().out


def test_ask_gives_one_object(config: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--config", config, "ask", "--json", "月票後來怎麼決定"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["answered"] is True
    first = answer["hits"][0]
    assert first["path"][1:] == ["提案二", "決議", "一、 交通組"]
    assert (first["date"], first["roc_date"]) == ("2023-02-11", "112年2月11日")
    assert (first["kind"], first["outcome"]) == ("resolution", "continued")


def test_a_batch_is_answered_in_order(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = tmp_path / "batch.jsonl"
    turns = [["月票後來怎麼決定", "那社福組呢"], ["謝謝"]]
    lines = (json.dumps({"id": f"q{n}", "turns": t}) for n, t in enumerate(turns))
    batch.write_text("\n".join(lines), encoding="utf-8")
    assert cli.main(["--config", config, "ask", "--batch", str(batch)]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["id"], second["id"]) == ("q0", "q1")
    assert "衛生社福組：照案通過" in first["hits"][0]["excerpt"]
    assert second["answered"] is False


def test_a_dry_run_shows_and_records_nothing(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(MINUTES / "2024-03-15-mayors-2.txt")
    assert cli.main(["--config", config, "ingest", "--dry-run", "--json", file]) == 0
    (meeting,) = json.loads(capsys.readouterr().out)["meetings"]
    assert (meeting["date"], meeting["start"], meeting["end"]) == ("2024-03-15", "13:30", "14:48")
    assert not (tmp_path / "data").exists()


def test_the_same_minutes_again_change_nothing(
    config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(MINUTES / "2024-03-15-mayors-2.txt")
    assert cli.main(["--config", config, "ingest", file]) == 0
    assert "unchanged 2024-03-15" in capsys.readouterr().out
