"""A notice: why it came and from which meeting in its first line, then the minutes' own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from handlers.markup import Card, plain_text, shown, units
from handlers.notices import news_card
from handlers.texts import chinese, english
from knowledge.followed import Alteration, MeetingNews, News, Subject, SubjectKind, Told
from knowledge.model import Entry, Head, Hit, Kind, Outcome, Span

HEAD = Head("基北北桃合作交流平臺第 4 次市長層級會議", date=date(2026, 3, 5))
ONE, TWO = "aaaaaaaa", "bbbbbbbb"
WORDS = (ONE, Subject(SubjectKind.WORDS, "月票"))
GROUP = (TWO, Subject(SubjectKind.GROUP, "交通組"))
ORDER = (TWO, Subject(SubjectKind.RESOLUTION, "cccccccccc", "二、請災防組…"))


def hit(text: str = "決議：照案通過。") -> Hit:
    entry = Entry(
        Kind.RESOLUTION,
        ("伍、提案討論", "提案二", "決議"),
        (Span(0, len(text)),),
        text,
        Outcome.APPROVED,
        id="dddddddddd",
    )
    return Hit(entry, "2026-03-05", HEAD, text)


def news(meeting: MeetingNews, *subjects: tuple[str, Subject]) -> News:
    return News(subjects or (WORDS,), "zh", (meeting,))


def lines(one: News) -> list[str]:
    return plain_text(news_card(one, chinese())).split("\n")


def buttons(card: Card) -> dict[str, str]:
    return {button.text: button.data for row in card.buttons for button in row}


TOLD = MeetingNews("2026-03-05", HEAD, (Told(hit(), (ONE,)),))


def test_the_first_line_says_why_it_came_which_meeting_and_when() -> None:
    assert lines(news(TOLD)) == [
        "您追蹤的「月票」有新紀錄　基北北桃合作交流平臺第 4 次市長層級會議"
        "　115年3月5日（四）2026-03-05",
        "照案通過",
        "> 決議：照案通過。",
        "伍、提案二 › 決議",
    ]


def test_its_buttons_lead_to_the_answer_the_meeting_and_the_end() -> None:
    assert buttons(news_card(news(TOLD), chinese())) == {
        "完整回答": f"fw:{ONE}",
        "這次會議": "m:2026-03-05:0",
        "停止追蹤「月票」": f"fs:{ONE}",
    }


def test_of_several_subjects_each_entry_says_for_which_it_is_there() -> None:
    both = replace(TOLD, told=(Told(hit(), (ONE, TWO)), Told(hit("決議：撤案。"), (TWO,))))
    said = lines(news(both, WORDS, GROUP))
    assert said[0].startswith("您追蹤的「月票」、「交通組」有新紀錄")
    assert "追蹤「月票」、「交通組」" in said
    assert "追蹤「交通組」" in said


def test_a_correction_shows_the_changed_lines() -> None:
    altered = (Alteration("決議：照案通過。", "決議：撤案。"), Alteration(None, "附帶決議：無。"))
    said = lines(news(MeetingNews("2026-03-05", HEAD, alterations=altered)))
    assert said[0].startswith("您追蹤的「月票」有更正")
    assert said[1:] == ["原　決議：照案通過。", "> 改　決議：撤案。", "> 改　附帶決議：無。"]


def test_a_promised_follow_up_that_is_absent_is_said_to_be() -> None:
    said = lines(news(MeetingNews("2026-03-05", HEAD, without=(TWO,)), ORDER))
    assert said[0].startswith("您追蹤的「二、請災防組…」沒有後續")
    assert said[1:] == ["原定提報的這次會議，紀錄沒有提到。"]


def test_beside_what_came_it_is_said_too() -> None:
    said = lines(news(replace(TOLD, without=(TWO,)), WORDS, ORDER))
    assert said[0].startswith("您追蹤的「月票」有新紀錄")
    assert said[-2:] == ["您追蹤的「二、請災防組…」沒有後續", "原定提報的這次會議，紀錄沒有提到。"]


def test_what_is_not_shown_is_counted() -> None:
    assert "另有 3 處，請看這次會議。" in lines(news(replace(TOLD, more=3)))


def test_what_cannot_be_asked_has_no_answer_to_show() -> None:
    everything = (ONE, Subject(SubjectKind.ALL))
    card = news_card(news(TOLD, everything), chinese())
    assert list(buttons(card)) == ["這次會議", "停止追蹤「所有會議」"]


@pytest.mark.parametrize("texts", [chinese(), english()], ids=["chinese", "english"])
def test_however_much_there_is_it_is_one_message(texts: object) -> None:
    told = tuple(Told(hit("決議：" + "&" * 400), (ONE,)) for _ in range(5))
    many = tuple(MeetingNews(f"2026-03-0{n}", HEAD, told, more=9) for n in range(1, 10))
    subjects = tuple((f"{n:08}", Subject(SubjectKind.WORDS, "長" * 100)) for n in range(50))
    card = news_card(News((WORDS, *subjects), "zh", many), texts)  # type: ignore[arg-type]
    assert units(shown(card.html)) <= 4096
    assert sum(map(len, card.buttons)) <= 20
    assert all(len(b.data.encode()) <= 64 for row in card.buttons for b in row)


def test_words_of_the_minutes_and_of_people_are_escaped() -> None:
    odd = (ONE, Subject(SubjectKind.WORDS, "<b>&"))
    card = news_card(news(replace(TOLD, told=(Told(hit("決議：<i>"), (ONE,)),)), odd), chinese())
    assert "<b>&" in shown(card.html)
    assert "決議：<i>" in shown(card.html)
