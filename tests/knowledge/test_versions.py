"""How one version of a meeting differs from the next."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.model import Entry, Kind, Outcome
from knowledge.versions import differences


def entry(
    text: str, *path: str, kind: Kind = Kind.RESOLUTION, outcome: Outcome | None = None
) -> Entry:
    return Entry(kind, path, (), text, outcome)


def told(before: Sequence[Entry], after: Sequence[Entry]) -> list[tuple[str | None, str | None]]:
    return [
        (d.before and d.before.text, d.after and d.after.text) for d in differences(before, after)
    ]


def items(*texts: str) -> list[Entry]:
    """Numbered resolutions, each under its own number."""
    return [entry(f"{n}、{text}", "決議", n) for n, text in zip("一二三四五", texts, strict=False)]


def test_the_same_words_are_no_difference() -> None:
    assert told([entry("決議：照案通過。", "一")], [entry("決議：照案 通過。", "一")]) == []


def test_other_words_in_the_same_place_are_a_change() -> None:
    assert told([entry("決議：緩議。", "一")], [entry("決議：通過。", "一")]) == [
        ("決議：緩議。", "決議：通過。")
    ]


def test_headings_that_are_spaced_otherwise_are_the_same_place() -> None:
    before, after = entry("決議：緩議。", "柒、 提案討論"), entry("決議：通過。", "柒、提案討論")
    assert told([before], [after]) == [("決議：緩議。", "決議：通過。")]


def test_what_is_new_and_what_is_gone() -> None:
    assert told([entry("甲", "一"), entry("乙", "二")], [entry("甲", "一"), entry("丙", "三")]) == [
        (None, "丙"),
        ("乙", None),
    ]


def test_an_entry_that_only_moved_is_no_difference() -> None:
    assert told([entry("甲", "一")], [entry("甲", "二")]) == []


def test_entries_that_changed_places_are_no_difference() -> None:
    assert told(items("月票", "水價"), items("水價", "月票")) == []


def test_an_inserted_item_is_the_only_difference_though_all_numbers_after_it_change() -> None:
    assert told(items("月票", "水價"), items("月票", "單車", "水價")) == [(None, "二、單車")]


def test_of_many_with_the_same_words_the_one_that_is_gone_is_missed() -> None:
    """Half of a meeting's items end in 照案通過; losing one of them must not go unseen."""
    three = [entry("決議：照案通過。", f"提案{number}") for number in "一二三"]
    assert [d.before for d in differences(three, three[:2])] == [three[2]]
    assert [d.after for d in differences(three[:2], three)] == [three[2]]


def test_paragraphs_under_one_heading_are_all_told() -> None:
    before = [
        entry(text, "主席致詞", kind=Kind.SPEECH) for text in ("歡迎。", "天氣好。", "謝謝。")
    ]
    assert told(before, [before[0]]) == [("天氣好。", None), ("謝謝。", None)]


def test_the_same_words_understood_otherwise_are_told() -> None:
    before = entry("決議：通過。", "一", outcome=Outcome.APPROVED)
    after = entry("決議：通過。", "一", outcome=Outcome.AMENDED)
    (found,) = differences([before], [after])
    assert (found.before, found.after) == (before, after)


def test_everything_is_new_against_nothing() -> None:
    assert told([], items("月票")) == [(None, "一、月票")]
    assert told(items("月票"), []) == [("一、月票", None)]
