"""The tree of a meeting follows from the paths of its entries, whatever they are called."""

from __future__ import annotations

from handlers.markup import Button, Card, plain_text
from handlers.outline import items, place_of, size
from handlers.outlinecards import heading_card, meeting_card
from handlers.registercards import meetings_card, resolutions_card, statements_card
from handlers.texts import chinese
from knowledge.model import Entry, Fact, Head, Hit, Kind, Meeting, Outcome, Span

STATEMENT = "聯合聲明"
PATHS = [
    (STATEMENT,),  # what introduces it
    *((STATEMENT, "一、挑戰", f"{n}.") for n in (1, 2, 3)),
    (STATEMENT, "二、策略"),  # what introduces them
    *((STATEMENT, "二、策略", f"{n}.") for n in range(1, 7)),
    *((STATEMENT, "三、呼籲", "◆ 勞動", f"{n}.") for n in (1, 2)),
    *((STATEMENT, "三、呼籲", "◆ 財政", f"{n}.") for n in (1, 2, 3)),
    *((STATEMENT, "三、呼籲", "◆ 產業", f"{n}.") for n in (1, 2)),
    ("柒、臨時動議",),
]


def code(number: int) -> str:
    return (
        "a" * 8
        + "bcdefghijklmnopqrstuvwxyz"[number // 25]
        + "bcdefghijklmnopqrstuvwxyz"[number % 25]
    )


def made(paths: list[tuple[str, ...]]) -> Meeting:
    entries = [Entry(Kind.HEADER, ("壹、時間",), (Span(0, 1),), "壹、時間：下午", fact=Fact.TIME)]
    entries += [
        Entry(Kind.STATEMENT, path, (Span(0, 1),), f"第{n}句。", Outcome.DECLARED, id=code(n))
        for n, path in enumerate(paths)
    ]
    return Meeting(Head("會議"), tuple(entries), id="2025-04-09")


MEETING = made(PATHS)


def buttons(card: Card) -> list[Button]:
    return [button for row in card.buttons for button in row]


def press(card: Card, label: str) -> str:
    return next(one.data for one in buttons(card) if one.text.startswith(label))


def opened(data: str) -> Card:
    _, entry_id, depth, page = data.split(":")
    found = next(one for one in MEETING.entries if one.id == entry_id)
    return heading_card(found, int(depth), MEETING, chinese(), int(page))


def test_headings_count_their_points_and_not_what_introduces_them() -> None:
    sizes = {
        path[-1]: size(MEETING, path) for path in PATHS if len(path) > 1 for path in [path[:-1]]
    }
    assert sizes == {
        STATEMENT: 3,
        "一、挑戰": 3,
        "二、策略": 6,
        "◆ 勞動": 2,
        "◆ 財政": 3,
        "◆ 產業": 2,
    }


def test_a_heading_with_one_entry_is_that_entry() -> None:
    assert [len(item) for item in items(MEETING)] == [18, 1]


def test_the_way_down_the_tree_and_up_again() -> None:
    statement = opened(press(meeting_card(MEETING, chinese()), STATEMENT))
    appeals = opened(press(statement, "三、呼籲"))
    labour = opened(press(appeals, "◆勞動（2）"))
    assert press(labour, "1.") == f"e:{MEETING.entries[12].id}"
    assert opened(press(labour, "回上一層")) == appeals
    assert opened(press(appeals, "回上一層")) == statement
    assert press(statement, "回到這次會議") == "m:2025-04-09:0"


def test_an_entry_stands_on_the_card_of_its_heading() -> None:
    alone, paragraph = made([("一、", "1."), ("一、", "1."), ("二、", "1.")]).entries[3:0:-2]
    meeting = made([("一、", "1."), ("一、", "1."), ("二、", "1.")])
    assert place_of(alone, meeting) == ("二、",)
    assert place_of(paragraph, meeting) == ("一、", "1.")


def test_a_long_section_is_paged_and_every_entry_is_on_one_page() -> None:
    meeting = made([("一、", f"{n}.") for n in range(1, 30)])
    first = meeting.entries[1]
    pages = [heading_card(first, 1, meeting, chinese(), page) for page in range(4)]
    found = [one.data for card in pages for one in buttons(card) if one.data.startswith("e:")]
    assert found == [f"e:{one.id}" for one in meeting.entries[1:]]
    assert [one.text for one in buttons(pages[0]) if one.data.endswith(":1")] == ["下一頁"]
    assert not any(one.text == "下一頁" for one in buttons(pages[-1]))


def test_hundreds_of_meetings_are_paged_the_newest_first() -> None:
    meetings = [Meeting(Head(f"第{n}次會議"), (), id=str(n)) for n in range(300)]
    cards = [meetings_card(meetings, chinese(), page=page) for page in range(30)]
    listed = [one.data for card in cards for one in buttons(card) if one.data.startswith("m:")]
    assert listed == [f"m:{n}:0" for n in reversed(range(300))]
    assert "第 2/30 頁" in plain_text(cards[1])


def hits(total: int) -> list[Hit]:
    return [Hit(one, MEETING.id, MEETING.head, one.text) for one in MEETING.entries[1 : total + 1]]


def test_decisions_lead_to_the_other_outcomes_and_back_to_their_page() -> None:
    outcomes = (Outcome.CONTINUED, Outcome.APPROVED)
    card = resolutions_card(Outcome.CONTINUED, hits(9), 1, outcomes, chinese())
    assert press(card, "9") == f"e:{MEETING.entries[1].id}:r:continued:1"
    assert press(card, "照案通過") == "r:approved:0"
    assert press(card, "上一頁") == "r:continued:0"
    assert press(card, "下一頁") == "r:continued:2"


def test_what_is_not_there_is_said_and_leads_on() -> None:
    for card in (
        resolutions_card(Outcome.CONTINUED, [], 0, (), chinese()),
        statements_card([], 0, chinese()),
        meeting_card(made([]), chinese()),
        meetings_card([], chinese()),
    ):
        assert plain_text(card)
        assert buttons(card)
