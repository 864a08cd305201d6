"""What is an entry of its own: a supplement, a sub-number, each paragraph of an explanation."""

from knowledge.model import Entry, Kind
from knowledge.parser.minutes import parse

HEAD = "雲海會議紀錄\n時間：112年2月11日下午2時\n地點：市府\n主席：周市長柏翰\n紀錄：林怡君\n"


def entries(body: str) -> tuple[Entry, ...]:
    """Return what follows the lines of a head."""
    return tuple(e for e in parse(HEAD + body).meetings[0].entries if e.start >= len(HEAD))


def kinds(body: str) -> list[tuple[Kind, str]]:
    return [(e.kind, e.path[-1]) for e in entries(body)]


def test_an_office_adds_to_its_report_below_it() -> None:
    found = kinds(
        "丁、業務報告\n五、財政處報告：債務餘額八億元。\n財政處補充：標售土地四筆。\n"
        "財政處再補充：查緝私菸。\n裁示：洽悉。\n六、農業處報告：產量七千公噸。\n裁示：洽悉。\n"
    )
    assert found == [
        (Kind.REPORT, "五、"), (Kind.REPORT, "財政處補充"), (Kind.REPORT, "財政處再補充"),
        (Kind.RESOLUTION, "裁示"), (Kind.REPORT, "六、"), (Kind.RESOLUTION, "裁示"),
    ]  # fmt: skip


def test_a_number_between_two_numbers_is_an_entry() -> None:
    found = kinds(
        "討論事項\n第一案\n案由：納骨堂案。\n說明：\n（一）櫃位用罄。\n（一之一）可擴建。\n"
        "（一之二）可遷建。\n（二）居民反對。\n決議：緩議。\n"
    )
    assert found == [
        (Kind.PROPOSAL, "案由"), (Kind.EXPLANATION, "（一）"), (Kind.EXPLANATION, "（一之一）"),
        (Kind.EXPLANATION, "（一之二）"), (Kind.EXPLANATION, "（二）"), (Kind.RESOLUTION, "決議"),
    ]  # fmt: skip


def test_each_paragraph_of_an_explanation_is_an_entry() -> None:
    below = entries(
        "討論事項\n第一案\n案由：路燈案。\n說明\n燈桿老舊。\n住戶陳情。\n決議：通過。\n"
    )
    assert [e.text for e in below[1:3]] == ["燈桿老舊。", "住戶陳情。"]
    beside = entries(
        "討論事項\n第一案\n案由：路燈案。\n說明：燈桿老舊。\n住戶陳情。\n決議：通過。\n"
    )
    assert [e.text for e in beside[1:3]] == ["說明：燈桿老舊。", "住戶陳情。"]
    assert {e.kind for e in (*below[1:3], *beside[1:3])} == {Kind.EXPLANATION}


def test_discussion_and_speeches_are_no_part_of_what_is_proposed() -> None:
    found = kinds(
        "討論事項\n第一案\n案由：光電案。\n辦法：\n函頒實施。\n討論與發言：\n工務處汪處長景隆：屋頂載重不足。\n"
        "決議：通過。\n"
    )
    assert found == [
        (Kind.PROPOSAL, "案由"), (Kind.EXPLANATION, "辦法"), (Kind.SPEECH, "工務處汪處長景隆"),
        (Kind.RESOLUTION, "決議"),
    ]  # fmt: skip
