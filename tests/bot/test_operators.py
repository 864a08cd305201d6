"""evaluate and unanswered: how an operator learns what the bot does not understand."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot import cli
from knowledge.engine import Engine


@pytest.fixture
def config(tmp_path: Path) -> str:
    file = tmp_path / "bot.toml"
    file.write_text('[storage]\ndata_dir = "data"\n', encoding="utf-8")
    return str(file)


def question_set(folder: Path, *cases: dict[str, Any]) -> str:
    file = folder / "questions.jsonl"
    file.write_text("\n".join(json.dumps(case) for case in cases), encoding="utf-8")
    return str(file)


NOON = datetime(2025, 12, 1, 12, tzinfo=ZoneInfo("Asia/Taipei"))
RIGHT = {
    "id": "1",
    "category": "decision",
    "turns": ["月票後來怎麼決定"],
    "expect": {"any": ["財源及分擔比例有待向中央溝通"], "date": "2023-02-11"},
}
WRONG = {
    "id": "2",
    "category": "decision",
    "turns": ["天燈節的結論"],
    "expect": {"any": ["天燈節改期"]},
}
REFUSED = {
    "id": "3",
    "category": "refuse",
    "turns": ["月票一張賣多少錢"],
    "expect": {"refuse": True},
}


def test_the_score_is_told_by_category_and_failures_with_what_was_shown(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = question_set(tmp_path, RIGHT, WRONG, REFUSED)
    assert cli.main(["--config", config, "evaluate", file]) == 0
    shown = capsys.readouterr().out
    assert "2  天燈節的結論" in shown
    assert "decision        1 of 2     50.0 %" in shown
    assert "refusals        1 of 1    100.0 %" in shown


@pytest.mark.parametrize(("floor", "status"), [("50", 0), ("51", 1)])
def test_a_score_below_the_floor_is_status_1(
    config: str, tmp_path: Path, floor: str, status: int
) -> None:
    file = question_set(tmp_path, RIGHT, WRONG, REFUSED)
    assert cli.main(["--config", config, "evaluate", "--floor", floor, file]) == status


def test_refusals_have_to_reach_the_floor_too(config: str, tmp_path: Path) -> None:
    answered = {**REFUSED, "turns": ["月票後來怎麼決定"]}
    file = question_set(tmp_path, RIGHT, answered)
    assert cli.main(["--config", config, "evaluate", "--floor", "90", file]) == 1


def test_a_question_without_an_expectation_is_one_clear_line(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = question_set(tmp_path, {"id": "1", "turns": ["月票"]})
    assert cli.main(["--config", config, "evaluate", file]) == 1
    assert "question 1" in capsys.readouterr().err


def ask(folder: Path, *messages: str) -> None:
    """Put *messages* to the bot as people in a chat do."""
    engine = Engine(folder / "data", lambda: date(2025, 12, 1), lambda: NOON)
    for message in messages:
        engine.ask(message, "1:1")
    engine.close()


class TestUnanswered:
    @pytest.fixture
    def data(self, tmp_path: Path) -> Path:
        (tmp_path / "data").mkdir()
        return tmp_path

    def test_what_was_not_answered_is_kept_with_its_time_and_no_name(
        self, config: str, data: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ask(data, "通勤卡的財源", "通勤卡的財源", "月票後來怎麼決定", "謝謝")
        assert cli.main(["--config", config, "unanswered"]) == 0
        assert capsys.readouterr().out == "   2  2025-12-01 12:00  通勤卡的財源\n"

    def test_an_alias_takes_effect_at_once_and_settles_what_it_answers(
        self, config: str, data: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ask(data, "通勤卡的財源", "核能電廠延役")
        assert cli.main(["--config", config, "unanswered", "--alias", "通勤卡", "月票"]) == 0
        assert "財源及分擔比例有待向中央溝通" in capsys.readouterr().out
        assert cli.main(["--config", config, "ask", "通勤卡的財源"]) == 0
        assert "財源及分擔比例有待向中央溝通" in capsys.readouterr().out
        assert cli.main(["--config", config, "unanswered"]) == 0
        kept = capsys.readouterr().out
        assert "核能電廠延役" in kept
        assert "通勤卡" not in kept

    def test_a_damaged_alias_file_is_named_and_left_as_it_is(
        self, config: str, data: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = data / "data" / "aliases.toml"
        file.write_text("[[group\n", encoding="utf-8")
        assert cli.main(["--config", config, "unanswered", "--alias", "通勤卡", "月票"]) == 1
        assert "aliases" in capsys.readouterr().err
        assert file.read_text(encoding="utf-8") == "[[group\n"
