"""How one version of a meeting differs from the next."""

from __future__ import annotations

from knowledge.model import Entry, Kind
from knowledge.versions import differences


def entry(text: str, *path: str, kind: Kind = Kind.RESOLUTION) -> Entry:
    return Entry(kind, path, (), text)


def told(before: list[Entry], after: list[Entry]) -> list[tuple[str | None, str | None]]:
    return [
        (d.before and d.before.text, d.after and d.after.text) for d in differences(before, after)
    ]


def test_the_same_words_are_no_difference() -> None:
    assert told([entry("決議：照案通過。", "一")], [entry("決議：照案 通過。", "一")]) == []


def test_other_words_in_the_same_place_are_a_change() -> None:
    assert told([entry("決議：緩議。", "一")], [entry("決議：通過。", "一")]) == [
        ("決議：緩議。", "決議：通過。")
    ]


def test_what_is_new_and_what_is_gone() -> None:
    assert told([entry("甲", "一"), entry("乙", "二")], [entry("甲", "一"), entry("丙", "三")]) == [
        (None, "丙"),
        ("乙", None),
    ]


def test_an_entry_that_only_moved_is_no_difference() -> None:
    assert told([entry("甲", "一")], [entry("甲", "二")]) == []
