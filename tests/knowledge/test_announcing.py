"""Publishing tells the followers, in its own transaction: once, merged, and only what is new."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from knowledge.engine import Engine
from knowledge.errors import DocumentError
from knowledge.followed import Pace, Subject, Subscription
from knowledge.model import Outcome
from knowledge.publish import plan_bytes

MINUTES = (Path(__file__).parents[1] / "data" / "published" / "deputies-4.txt").read_text("utf-8")
NOON = datetime(2026, 3, 9, 4, 0, tzinfo=UTC)  # a Monday, 12:00 in Taiwan
CHAT, OTHER, TOPIC = 7, 8, 3


@dataclass
class Clock:
    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def on_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("record")
    Engine(folder, lambda: date(2026, 3, 9), lambda: NOON).close()
    return folder


@pytest.fixture
def engine(on_record: Path, tmp_path: Path, clock: Clock) -> Iterator[Engine]:
    folder = shutil.copytree(on_record, tmp_path / "data")
    opened = Engine(folder, lambda: date(2026, 3, 9), clock)
    yield opened
    opened.close()


def follow(
    engine: Engine,
    what: str | Subject,
    chat: int = CHAT,
    thread: int | None = None,
    pace: Pace = Pace.AT_ONCE,
) -> Subscription:
    subject = engine.subjects.of_text(what) if isinstance(what, str) else what
    assert subject
    new = Subscription("", chat, thread, subject, pace, False, "zh", date(2026, 3, 1))
    return engine.subscriptions.put(new, engine.subjects.terms(subject))


def publish(engine: Engine, text: str = MINUTES) -> None:
    engine.record(plan_bytes(text.encode(), "第4次.txt"))


def notices(engine: Engine) -> list[dict[str, Any]]:
    rows = engine.db.query("select chat, thread, due_at, body from outbox order by number")
    return [{**row, **json.loads(row["body"])} for row in rows]


def told(engine: Engine, notice: dict[str, Any]) -> list[str]:
    """The entries of a notice, as the minutes say them."""
    ids = [one["id"] for meeting in notice["meetings"] for one in meeting.get("entries", ())]
    found = engine.store.entries(ids)
    return ["".join(found[entry_id][0].text.split()) for entry_id in ids]


def test_a_word_is_told_under_another_name_with_what_was_decided(engine: Engine) -> None:
    one = follow(engine, "月票")
    publish(engine)
    (notice,) = notices(engine)
    assert (notice["chat"], notice["thread"]) == (CHAT, None)
    assert notice["subscriptions"] == [
        {"key": one.key, "kind": "words", "words": "月票", "label": ""}
    ]
    assert told(engine, notice) == [
        "提案二：TPASS之財源分擔，提請討論。",
        "一、交通組：修正通過，請桃園市政府於下次會議提報。",
        "二、衛生社福組：照案通過。",
    ]


@pytest.mark.parametrize(
    ("what", "texts"),
    [
        ("公共自行車", ["提案一：公共自行車跨市租還，提請討論。", "決議：照案通過。"]),
        ("交通組", ["一、交通組：修正通過，請桃園市政府於下次會議提報。"]),
        ("桃園", ["一、交通組：修正通過，請桃園市政府於下次會議提報。"]),
        ("市民", None),
        ("無人機", None),
        ("張善政", None),
        ("市長層級會議", None),
    ],
)
def test_each_subject_is_told_what_speaks_of_it(
    engine: Engine, what: str, texts: list[str] | None
) -> None:
    follow(engine, what)
    publish(engine)
    assert [told(engine, notice) for notice in notices(engine)] == ([texts] if texts else [])


@pytest.mark.parametrize("what", ["全部", "副市長層級會議"])
def test_whole_meetings_are_told_by_what_was_decided(engine: Engine, what: str) -> None:
    follow(engine, what)
    publish(engine)
    (notice,) = notices(engine)
    assert told(engine, notice)[0] == "決議：照案通過。"
    assert len(told(engine, notice)) == 4


def test_the_minutes_that_ship_tell_nobody(engine: Engine, tmp_path: Path) -> None:
    follow(engine, "全部")
    engine.db.execute("delete from seeded")
    for meeting in engine.store.meetings():
        engine.retract(meeting.id)
    engine.close()
    begun = Engine(tmp_path / "data", lambda: date(2026, 3, 9), lambda: NOON)
    assert len(begun.store.meetings()) == 4
    assert notices(begun) == []
    begun.close()


def test_a_chat_gets_one_notice_for_all_that_it_follows(engine: Engine) -> None:
    first, second = follow(engine, "月票"), follow(engine, "交通組")
    publish(engine)
    (notice,) = notices(engine)
    assert [one["key"] for one in notice["subscriptions"]] == [first.key, second.key]
    why = [one["why"] for one in notice["meetings"][0]["entries"]]
    assert why == [[first.key], [first.key, second.key], [first.key]]


def test_topics_of_a_forum_are_told_apart(engine: Engine) -> None:
    follow(engine, "月票", chat=-OTHER)
    follow(engine, "月票", chat=-OTHER, thread=TOPIC)
    publish(engine)
    assert [(one["chat"], one["thread"]) for one in notices(engine)] == [
        (-OTHER, None),
        (-OTHER, TOPIC),
    ]


@pytest.mark.parametrize(
    ("pace", "due"),
    [
        (Pace.AT_ONCE, "2026-03-09T04:00:00Z"),
        (Pace.DAILY, "2026-03-10T01:00:00Z"),
        (Pace.WEEKLY, "2026-03-16T01:00:00Z"),
    ],
)
def test_a_notice_is_due_at_the_pace_of_its_follower(engine: Engine, pace: Pace, due: str) -> None:
    follow(engine, "月票", pace=pace)
    publish(engine)
    assert [one["due_at"] for one in notices(engine)] == [due]


def test_of_several_paces_the_first_to_come_tells_it_all(engine: Engine) -> None:
    follow(engine, "月票", pace=Pace.WEEKLY)
    follow(engine, "交通組", pace=Pace.DAILY)
    publish(engine)
    assert [one["due_at"] for one in notices(engine)] == ["2026-03-10T01:00:00Z"]


def test_the_same_document_again_tells_nothing(engine: Engine) -> None:
    follow(engine, "全部")
    publish(engine)
    publish(engine)
    assert len(notices(engine)) == 1


def test_a_publication_that_fails_tells_nothing(engine: Engine) -> None:
    follow(engine, "全部")
    with pytest.raises(DocumentError, match="more than once"):
        publish(engine, f"{MINUTES}\n{MINUTES.replace('照案通過', '撤案')}")
    assert notices(engine) == []


def test_two_meetings_in_a_file_are_one_notice(engine: Engine) -> None:
    follow(engine, "全部")
    publish(
        engine, f"{MINUTES}\n{MINUTES.replace('第 4 次', '第 5 次').replace('115 年', '116 年')}"
    )
    (notice,) = notices(engine)
    assert [one["id"] for one in notice["meetings"]] == ["2026-03-05", "2027-03-05"]


class TestCorrections:
    CORRECTED = MINUTES.replace("修正通過，請桃園市政府", "撤案，另請桃園市政府")
    LINES = (
        "一、交通組：修正通過，請桃園市政府於下次會議提報。",
        "一、交通組：撤案，另請桃園市政府於下次會議提報。",
    )

    @pytest.mark.parametrize("what", ["月票", "交通組", "桃園", "全部", "副市長層級會議"])
    def test_a_correction_is_told_with_the_changed_lines(self, engine: Engine, what: str) -> None:
        follow(engine, what)
        publish(engine)
        publish(engine, self.CORRECTED)
        _, notice = notices(engine)
        assert notice["correction"]
        (meeting,) = notice["meetings"]
        assert meeting["alterations"] == [dict(zip(("before", "after"), self.LINES, strict=True))]

    @pytest.mark.parametrize("what", ["公共自行車", "無人機"])
    def test_it_is_told_only_where_what_it_changed_is_followed(
        self, engine: Engine, what: str
    ) -> None:
        publish(engine)
        follow(engine, what)
        publish(engine, self.CORRECTED)
        assert notices(engine) == []

    def test_a_subject_that_went_or_came_with_a_correction_is_told(self, engine: Engine) -> None:
        publish(engine)
        follow(engine, "公共自行車")
        follow(engine, "電動公車", chat=OTHER)
        publish(engine, MINUTES.replace("公共自行車跨市租還", "電動公車路線"))
        assert [one["chat"] for one in notices(engine)] == [CHAT, OTHER]

    def test_a_retraction_is_not_told_and_neither_is_its_undoing(self, engine: Engine) -> None:
        publish(engine)
        follow(engine, "全部")
        engine.retract("2026-03-05")
        publish(engine)
        assert notices(engine) == []

    def test_what_is_different_when_it_comes_back_is_a_correction(self, engine: Engine) -> None:
        publish(engine)
        follow(engine, "全部")
        engine.retract("2026-03-05")
        publish(engine, self.CORRECTED)
        assert [one["correction"] for one in notices(engine)] == [True]


class TestResolutions:
    CLIMATE, FIRE = "64vq2lr5dn", "bvxxfcakwf"  # both 於下次副市長層級會議提出階段性成果報告

    def resolution(self, engine: Engine, entry_id: str) -> Subject:
        subject = engine.subjects.of_entry(entry_id)
        assert subject
        return subject

    def test_its_follow_up_is_told_and_ends_it(self, engine: Engine) -> None:
        follow(engine, self.resolution(engine, self.CLIMATE))
        publish(engine)
        (notice,) = notices(engine)
        assert told(engine, notice) == ["一、氣候變遷因應及調適之8項合作方案成果報告，洽悉。"]
        assert engine.subscriptions.all(CHAT) == []

    def test_the_promised_meeting_without_it_is_told_and_it_goes_on(self, engine: Engine) -> None:
        one = follow(engine, self.resolution(engine, self.FIRE))
        publish(engine)
        (notice,) = notices(engine)
        assert notice["meetings"] == [
            {"id": "2026-03-05", "without": [one.key], "entries": [], "more": 0}
        ]
        assert engine.subscriptions.all(CHAT) == [one]

    def test_another_level_of_meeting_was_not_promised(self, engine: Engine) -> None:
        follow(engine, self.resolution(engine, self.FIRE))
        publish(engine, MINUTES.replace("副市長層級", "議題小組"))
        assert notices(engine) == []

    def test_an_earlier_meeting_is_no_follow_up(self, engine: Engine) -> None:
        follow(engine, self.resolution(engine, self.CLIMATE))
        publish(engine, MINUTES.replace("115 年 3 月 5 日（星期四）", "113 年 3 月 5 日（星期二）"))
        assert notices(engine) == []

    def test_it_is_followed_on_after_its_own_correction(self, engine: Engine) -> None:
        publish(engine)
        entry = next(
            one
            for one in engine.store.meeting("2026-03-05").entries
            if one.outcome is Outcome.AMENDED
        )
        one = follow(engine, self.resolution(engine, entry.id))
        publish(engine, TestCorrections.CORRECTED)
        (kept,) = engine.subscriptions.all(CHAT)
        assert kept.key == one.key
        assert kept.subject.words != entry.id
        assert kept.subject.words in engine.store.entries([kept.subject.words])


class TestMissed:
    def paused(self, engine: Engine, what: str) -> Subscription:
        one = follow(engine, what)
        engine.subscriptions.pause(CHAT, [one.key], engine.store.generation())
        return replace(one, paused_at=engine.store.generation())

    def test_a_pause_is_silent(self, engine: Engine) -> None:
        self.paused(engine, "月票")
        publish(engine)
        assert notices(engine) == []

    def test_what_was_missed_is_told_once_and_at_once(self, engine: Engine, clock: Clock) -> None:
        publish(engine)
        one, other = self.paused(engine, "月票"), self.paused(engine, "交通組")
        publish(
            engine,
            MINUTES.replace("第 4 次", "第 5 次").replace("3 月 5 日（星期四）", "3 月 6 日"),
        )
        clock.now += timedelta(hours=12)  # at night
        engine.subscriptions.resume(CHAT, [one.key, other.key])
        assert engine.announcer.catch_up([one, other])
        (notice,) = notices(engine)
        assert notice["due_at"] == "2026-03-09T16:00:00Z"
        assert [one["id"] for one in notice["meetings"]] == ["2026-03-06"]
        assert [one["key"] for one in notice["subscriptions"]] == [one.key, other.key]

    def test_nothing_missed_is_nothing_told(self, engine: Engine) -> None:
        one = self.paused(engine, "無人機")
        publish(engine)
        engine.subscriptions.resume(CHAT, [one.key])
        assert not engine.announcer.catch_up([one])
        assert notices(engine) == []

    def test_what_was_retracted_meanwhile_is_not_told(self, engine: Engine) -> None:
        one = self.paused(engine, "月票")
        publish(engine)
        engine.retract("2026-03-05")
        engine.subscriptions.resume(CHAT, [one.key])
        assert not engine.announcer.catch_up([one])


def test_a_preview_counts_the_chats_it_would_tell(engine: Engine) -> None:
    follow(engine, "月票")
    follow(engine, "交通組")
    follow(engine, "全部", chat=OTHER)
    follow(engine, "無人機", chat=99)
    previews = engine.preview(plan_bytes(MINUTES.encode(), "第4次.txt"))
    assert engine.announcer.listeners(previews) == 2
    assert notices(engine) == []
