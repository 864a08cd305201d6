"""What stands under a report's title inherits it, whatever paragraphs lie between."""

from __future__ import annotations

from knowledge.inheritance import near_contexts, search_form
from knowledge.model import Entry, Kind

TITLE = "（二）0611豪雨應變檢討（報告單位：消防局）"


def report(text: str, *path: str) -> Entry:
    return Entry(Kind.REPORT, ("七、報告事項", *path), (), text)


def test_a_paragraph_and_the_ruling_on_a_report_inherit_its_title() -> None:
    ruling = Entry(Kind.RESOLUTION, ("七、報告事項", "（二）", "決定"), (), "決定：准予備查。")
    entries = [
        report(TITLE, "（二）"),
        report("6月11日凌晨累積雨量412毫米。", "（二）"),
        report("2.三鄉鎮共撤離居民386人。", "（二）", "2."),
        ruling,
    ]
    assert all(search_form(TITLE) in near for near in near_contexts(entries)[1:])


def test_the_next_report_with_the_same_number_begins_anew() -> None:
    later = report("（二）抽水機支援規劃", "（二）")
    paragraph = report("三縣現有抽水機296臺。", "（二）")
    *_, near = near_contexts([report(TITLE, "（二）"), later, paragraph])
    assert search_form(later.text) in near
    assert search_form(TITLE) not in near
