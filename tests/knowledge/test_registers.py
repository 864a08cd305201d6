"""Lists over all meetings: the newest first, at the cost of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from knowledge.model import Kind, Meeting, Outcome
from knowledge.registers import Registers
from knowledge.schema import connect
from knowledge.store import Store
from tests.builders import document, meeting

DAYS = 30


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    db = connect(tmp_path / "minutes.db")
    store = Store(db)
    with store.transaction():
        for number in range(DAYS):
            store.put(decided(date(2020, 1, 1) + timedelta(days=number)), document())
    yield store
    db.close()


@pytest.fixture
def registers(store: Store) -> Registers:
    return Registers(store._db)


def decided(day: date) -> Meeting:
    """A meeting with one resolution that is not settled, two that are, and a statement's item."""
    found = meeting(date=day)
    first, unsettled, settled, stated = found.entries
    return replace(
        found,
        entries=(
            first,
            replace(unsettled, outcome=Outcome.CONTINUED),
            settled,
            replace(stated, kind=Kind.STATEMENT, outcome=Outcome.DECLARED),
        ),
    )


def days(store: Store, ids: list[str]) -> list[str]:
    found = store.entries(ids)
    return [found[one][1] for one in ids]


def test_the_newest_meetings_come_first(store: Store, registers: Registers) -> None:
    found = registers.resolutions(Outcome.CONTINUED, 0, 3)
    assert days(store, found) == ["2020-01-30", "2020-01-29", "2020-01-28"]


def test_pages_hold_everything_once(registers: Registers) -> None:
    pages = [registers.resolutions(Outcome.CONTINUED, start, 8) for start in range(0, 40, 8)]
    assert [len(page) for page in pages] == [8, 8, 8, 6, 0]
    assert len({one for page in pages for one in page}) == DAYS


def test_only_the_outcomes_that_there_are_are_named_the_unsettled_first(
    registers: Registers,
) -> None:
    assert registers.outcomes() == (Outcome.CONTINUED, Outcome.APPROVED)


def test_statements_are_named_once_a_meeting(store: Store, registers: Registers) -> None:
    assert days(store, registers.statements(1, 2)) == ["2020-01-29", "2020-01-28"]


def test_a_page_is_read_from_an_index_in_its_order(store: Store) -> None:
    """What is not sorted ends with the page; a scan or a sort would cost by the record."""
    for sql in (
        "select id from entries where outcome = 'continued'"
        " order by meeting_id desc, position limit 8 offset 0",
        "select id, min(position) from entries where kind = 'statement'"
        " group by meeting_id order by meeting_id desc limit 8 offset 0",
    ):
        plan = [row["detail"] for row in store._db.query(f"explain query plan {sql}")]
        assert all("entries using index" in line.lower() for line in plan), plan
