"""Cards: what became of it first, then the words, then where and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.cards import answer_card, entry_card, siblings_card
from handlers.markup import Button, Card, cut, plain_text, quote, shown, units
from handlers.rows import View
from handlers.texts import chinese, english
from handlers.wording import full_date, number_line, path_line, unwrapped
from knowledge.model import (
    Answer,
    Coverage,
    Entry,
    Form,
    Head,
    Hit,
    Kind,
    Official,
    Outcome,
    Refusal,
    Span,
)

MAYOR = Official("侯友宜", "新北市政府", "市長")
UP = Button("回上一層", "m:2023-02-11:0")
COVERAGE = Coverage(4, date(2023, 2, 11), date(2025, 7, 23))


def hit(
    text: str = "一、 交通組：持續討論。",
    *,
    kind: Kind = Kind.RESOLUTION,
    outcome: Outcome | None = Outcome.CONTINUED,
    path: tuple[str, ...] = ("陸、 提案討論及主席裁示", "提案二", "決議", "一、 交通組"),
    day: date | None = date(2023, 2, 11),
    speaker: str | None = None,
    follow_up: str | None = None,
    code: str = "abcdefghij",
) -> Hit:
    entry = Entry(
        kind,
        path,
        (Span(0, len(text)),),
        text,
        outcome=outcome,
        follow_up=follow_up,
        speaker=speaker,
        id=code,
    )
    head = Head("合作交流平臺會議", date=day, chairs=(MAYOR,))
    return Hit(entry, "2023-02-11", head, text)


def answer(form: Form, *hits: Hit, **rest: object) -> Answer:
    return Answer("問題", form, hits, coverage=COVERAGE, key="abcdefgh", **rest)  # type: ignore[arg-type]


def alone(one: Hit, origin: str = "") -> Card:
    return entry_card(one, chinese(), "minutes_bot", UP, origin)


def labels(card: Card) -> dict[str, str]:
    """The labels of a card's buttons and what they send back."""
    return {button.text: button.data for row in card.buttons for button in row}


def lines(card: Card) -> list[str]:
    return plain_text(card).split("\n")


def test_outcome_excerpt_meeting_both_dates_and_path_in_this_order() -> None:
    card = answer_card(answer(Form.EXCERPT, hit(), matched=("月票",)), chinese())
    assert lines(card) == [
        "未定案，持續討論",
        "> 一、 交通組：持續討論。",
        "合作交流平臺會議　112年2月11日（六）2023-02-11",
        "陸、提案二 › 決議 › 一、交通組",
        "依「月票」找到",
    ]


def test_a_mayors_words_are_marked_as_no_resolution() -> None:
    spoken = hit(kind=Kind.SPEECH, outcome=Outcome.REMARKED, speaker="侯友宜")
    assert lines(alone(spoken))[0] == "新北市政府侯友宜市長發言，不是會議決議"


def test_a_promise_and_a_year_of_the_republic_are_told_apart_from_the_quotation() -> None:
    card = alone(hit("目標 122 年完工。", follow_up="下次會議提出報告"))
    assert "待辦：下次會議提出報告" in lines(card)
    assert "122 年即西元 2033 年" in lines(card)


def test_an_unknown_date_is_said_to_be_unknown() -> None:
    assert "日期不詳" in plain_text(alone(hit(day=None)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(
            "請工務處及地政處詳實記錄所提意見，並於會議結束之後一個月內書\n    面回復陳述意見人。",
            "請工務處及地政處詳實記錄所提意見，並於會議結束之後一個月內書面回復陳述意見人。",
            id="a-line-that-the-page-ended",
        ),
        pytest.param("臺北市政府 蔣萬安市長\n基隆市政府 謝國樑市長", None, id="a-list-of-people"),
        pytest.param(
            "本案經四市交通局逐一檢視各項路線之後共同認為可行，\n二、請儘速辦理",
            None,
            id="the-next-item",
        ),
    ],
)
def test_lines_are_joined_where_only_the_page_has_ended_them(text: str, shown: str | None) -> None:
    assert unwrapped(text) == (shown or text)


def test_a_replaced_word_is_said_first() -> None:
    card = answer_card(answer(Form.EXCERPT, hit(), replaced=(("月漂", "月票"),)), chinese())
    assert lines(card)[0] == "「月漂」以「月票」查詢"


@pytest.mark.parametrize(
    ("refusal", "rest", "words"),
    [
        (Refusal.NOT_IN_MINUTES, {"missing": ("高雄",)}, "都沒有提到「高雄」"),
        (
            Refusal.NOT_IN_MINUTES,
            {"unsaid": ("蔣萬安", "捷運")},
            "收錄的發言中，蔣萬安沒有提到「捷運」。",
        ),
        (Refusal.OUT_OF_SCOPE, {"missing": ("第四次",)}, "沒有「第四次」"),
        (Refusal.NO_SUCH_FACT, {"wanted": "money"}, "紀錄中沒有金額"),
        (Refusal.NOT_IN_MINUTES, {}, "沒有找到"),
    ],
)
def test_a_no_says_why_and_where_it_looked(
    refusal: Refusal, rest: dict[str, object], words: str
) -> None:
    card = answer_card(answer(Form.NO, hit(), refusal=refusal, **rest), chinese())
    text = plain_text(card)
    assert words in text
    assert "112年2月11日至114年7月23日" in text
    assert "不是答案" in text


@pytest.mark.parametrize(
    ("message", "begins"),
    [
        ("謝謝你", "不客氣"),
        ("thanks", "不客氣"),
        ("再見", "好的"),
        ("你好", "您好"),
        ("你會什麼", "您好"),
    ],
)
def test_thanks_are_not_met_with_a_greeting(message: str, begins: str) -> None:
    said = replace(answer(Form.SMALL_TALK), question=message)
    assert plain_text(answer_card(said, chinese())).startswith(begins)


def test_a_long_list_is_shortened_and_keeps_its_date() -> None:
    many = [
        hit(f"{n}. " + "長" * 350 + "。", code=f"aaaaaaaaa{'abcdefghij'[n]}") for n in range(10)
    ]
    card = answer_card(answer(Form.LIST, *many, shown=10), chinese())
    assert len(plain_text(card)) <= 3000
    assert units(shown(card.html)) <= 4096
    assert "2023-02-11" in card.html


def test_a_long_list_is_paged_and_every_page_says_which_it_is() -> None:
    hits = [hit(f"{n}. 第{n}項", code=f"{'a' * 8}{n // 10}{n % 10}") for n in range(1, 24)]
    many = answer(Form.LIST, *hits, shown=23)
    first, last = (answer_card(many, chinese(), at, View(page=10)) for at in (0, 20))
    assert "共 23 項" in first.html
    assert "第 1/3 頁" in first.html
    assert labels(first)["10"] == "e:aaaaaaaa10:abcdefgh:0"
    assert labels(first)["下一頁"] == "n:abcdefgh:10"
    assert "第 3/3 頁" in last.html
    assert labels(last)["上一頁"] == "n:abcdefgh:10"
    assert {"21", "23"} <= set(labels(last))
    assert "20" not in labels(last)
    assert labels(last)["21"] == "e:aaaaaaaa21:abcdefgh:20"


def test_from_the_command_line_a_list_is_whole() -> None:
    many = answer(Form.LIST, *[hit(f"{n}. 第{n}項") for n in range(1, 24)], shown=23)
    assert "23. 第23項" in answer_card(many, chinese()).html


def test_all_under_a_heading_is_paged_too() -> None:
    hits = [hit(f"{n}. 第{n}項", code=f"{'a' * 8}{n // 10}{n % 10}") for n in range(1, 13)]
    card = siblings_card(hits, chinese(), "abcdefgh:0", page=1)
    assert labels(card)["12"] == "e:aaaaaaaa12:abcdefgh:0"
    assert labels(card)["上一頁"] == "l:aaaaaaaa01.0:abcdefgh:0"
    assert labels(card)["回到答案"] == "n:abcdefgh:0"


@pytest.mark.parametrize(
    ("number", "excerpt", "shown"),
    [
        pytest.param(2, "2. 建立跨區就業服務平臺", [], id="its-own"),
        pytest.param(2, "二、 衛生社福組：照案通過。", [], id="its-own-in-chinese"),
        pytest.param(12, "（十二）其他", [], id="its-own-in-brackets"),
        pytest.param(3, "一、 交通組：持續討論。", ["3."], id="another"),
        pytest.param(1, "決議：照案通過。", ["1."], id="none"),
        pytest.param(4, "4市共同討論並提出聯合聲明", ["4."], id="no-number-but-a-count"),
    ],
)
def test_a_quotation_bears_the_number_of_its_button(
    number: int, excerpt: str, shown: list[str]
) -> None:
    """Whoever reads the card knows which button opens what, without counting."""
    assert number_line(number, excerpt) == shown


def test_a_comparison_shows_each_meeting() -> None:
    other = hit("二、通過。", outcome=Outcome.APPROVED, day=date(2024, 3, 15))
    card = answer_card(answer(Form.COMPARISON, hit(), other, shown=2), chinese())
    assert "2023-02-11" in card.html
    assert "照案通過" in card.html


def test_every_card_has_a_way_on_within_the_limits_of_telegram() -> None:
    cards = [
        answer_card(answer(Form.EXCERPT, hit(), hit(code="bbbbbbbbbb")), chinese()),
        answer_card(answer(Form.LIST, hit(), hit(), shown=2), chinese()),
        answer_card(answer(Form.NO, refusal=Refusal.NOT_IN_MINUTES), chinese()),
        answer_card(answer(Form.SMALL_TALK), chinese()),
    ]
    for card in cards:
        buttons = [button for row in card.buttons for button in row]
        assert any(button.data for button in buttons)
        assert all(bool(one.data) + bool(one.url) + bool(one.copy) == 1 for one in buttons)
        assert all(len(one.data.encode()) <= 64 for one in buttons)


def test_an_entry_bears_its_permanent_code_as_a_link() -> None:
    card = alone(hit())
    assert lines(card)[-1] == "永久連結 abcdefghij"
    assert 'href="https://t.me/minutes_bot?start=e_abcdefghij"' in card.html


def test_what_was_opened_from_an_answer_leads_back_to_it() -> None:
    opened = answer_card(answer(Form.LIST, hit(), hit(code="bbbbbbbbbb"), shown=2), chinese())
    assert labels(opened)["2"] == "e:bbbbbbbbbb:abcdefgh:0"
    assert labels(alone(hit(), "abcdefgh:0"))["回到答案"] == "n:abcdefgh:0"
    assert labels(alone(hit(), "r:continued:2"))["回到清單"] == "r:continued:2"
    assert not {"回到答案", "回到清單"} & set(labels(alone(hit())))


def test_english_cards_keep_the_quotation_in_chinese() -> None:
    text = plain_text(answer_card(answer(Form.EXCERPT, hit()), english()))
    assert text.startswith("Not settled")
    assert "> 一、 交通組：持續討論。" in text


@given(st.text(alphabet="<>&\"'b/quote 月票\n😀\u202e\ud800\x00", max_size=60))
def test_no_text_becomes_markup(text: str) -> None:
    read = plain_text(Card(quote(text)))
    assert "<b>" not in quote(text)
    assert read.replace("\n> ", "\n")[2:].count("<") == text.count("<")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (
            ("捌、主席結論與指示（蔣萬安市長代表）", "二、"),
            "捌、主席結論與指示（蔣萬安市長代表） › 二",
        ),
        (
            ("三、共同向中央呼籲，啟動中長期支持", "◆ 產業面向：推動", "2."),
            "三、共同向中央呼籲 › ◆產業面向 › 2.",
        ),
        ((), ""),
    ],
)
def test_a_path_is_short(path: tuple[str, ...], line: str) -> None:
    assert path_line(path) == line


def test_a_date_in_both_calendars() -> None:
    assert full_date(date(2025, 7, 23), chinese()) == "114年7月23日（三）2025-07-23"


@pytest.mark.parametrize(
    ("text", "longest", "left"),
    [("一。二。三。", 5, "一。二。"), ("沒有句號的長句", 5, "沒有句號…"), ("短", 5, "短")],
)
def test_texts_are_cut_at_a_sentence(text: str, longest: int, left: str) -> None:
    assert cut(text, longest) == left
