"""When a meeting was, as English and forms write it, and heads set in tables or on one line."""

import tomllib
from pathlib import Path

import pytest

from knowledge.model import Head
from knowledge.parser.abroad import in_chinese
from knowledge.parser.minutes import parse

LINES = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "head-lines.toml").read_text(encoding="utf-8")
)
BODY = "壹、報告事項\n一、業務報告。\n決定：洽悉。\n貳、散會\n"


def head(lines: str) -> Head:
    (meeting,) = parse(f"{lines}\n{BODY}").meetings
    return meeting.head


@pytest.mark.parametrize(("printed", "hours"), LINES["times"].items())
def test_a_day_and_its_hours_are_read_in_either_language(printed: str, hours: list[str]) -> None:
    known = head(f"雲海會議紀錄\n時間：{printed}\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君")
    assert str(known.date) == "2024-03-15"
    assert [f"{hour:%H:%M}" for hour in (known.start, known.end) if hour] == hours


@pytest.mark.parametrize("lines", LINES["layouts"].values(), ids=LINES["layouts"])
def test_the_facts_of_a_head_are_found_however_they_are_set(lines: str) -> None:
    known = head(lines)
    assert (known.title, str(known.date), known.place) == (
        "雲海市政府第3次會議", "2024-03-15", "三樓會議室",
    )  # fmt: skip
    assert known.start is not None and f"{known.start:%H:%M}" == "14:30"
    assert [chair.name for chair in known.chairs] == ["周柏翰"]
    assert known.recorder is not None and known.recorder.name == "林怡君"


@pytest.mark.parametrize(
    "words", ["下午2時30分", "PM 2:30", "May we begin", "第2、3案", "113年3月15日 AM 9:30 PM 2:00"]
)
def test_what_is_no_english_date_or_time_stays_as_it_is(words: str) -> None:
    assert in_chinese(words) == words


def test_a_sentence_that_names_two_facts_is_not_cut() -> None:
    (meeting,) = parse(
        "雲海會議紀錄\n時間：113年3月15日\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"
        "壹、討論事項\n一、下次會議時間：五月，地點：由秘書處另洽。\n決議：通過。\n"
    ).meetings
    assert "一、下次會議時間：五月，地點：由秘書處另洽。" in [e.text for e in meeting.entries]
