"""What is pasted elsewhere: the words, what became of them, and where they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.citations import MOST_COPIED, citation, citation_card
from handlers.markup import MOST_UNITS, plain_text, shown, units
from handlers.texts import chinese
from handlers.wording import place_line
from knowledge.model import Entry, Head, Hit, Kind, Official, Outcome, Span

TITLE = "基北北桃合作交流平臺第 2 次市長層級會議"
SOURCE = "基北北桃合作交流平臺第2次市長層級會議紀錄，113年3月15日，捌、二"
PATH = ("捌、主席結論與指示（蔣萬安市長代表）", "二、")
MAYOR = Official("侯友宜", "新北市政府", "市長")


def hit(
    text: str,
    outcome: Outcome | None = Outcome.CONTINUED,
    excerpt: str = "",
    **head: object,
) -> Hit:
    kind = Kind.SPEECH if outcome is Outcome.REMARKED else Kind.CONCLUSION
    speaker = "侯友宜" if outcome is Outcome.REMARKED else None
    entry = Entry(kind, PATH, (Span(0, len(text)),), text, outcome, speaker=speaker, id="a" * 10)
    stated = Head(TITLE, date=date(2024, 3, 15), chairs=(MAYOR,))
    return Hit(entry, "2024-03-15", replace(stated, **head), excerpt or text)  # type: ignore[arg-type]


def test_the_words_then_minutes_date_and_place() -> None:
    assert citation(hit("請持續推動。")) == f"「請持續推動。」（{SOURCE}）"


def test_what_is_too_long_ends_with_a_sentence_and_says_what_became_of_the_whole() -> None:
    text = "財源尚有待溝通，先予說明。" * 30 + "本案續議。"
    copied = citation(hit(text))
    words, _, notes = copied.partition("」（")
    assert words.endswith("先予說明。…")
    assert notes == f"節錄；未定案，持續討論；{SOURCE}）"


def test_an_excerpt_of_more_says_so_however_short_it_is() -> None:
    text = "先予說明。" * 100 + "本案續議。"
    assert "（節錄；未定案，持續討論；" in citation(hit(text, excerpt="先予說明。"))


def test_a_sentence_that_is_too_long_never_loses_its_outcome() -> None:
    text = "財源及分擔比例" * 40 + "，有待向中央溝通，持續討論。"
    assert "未定案，持續討論；" in citation(hit(text))


def test_a_remark_names_who_made_it() -> None:
    copied = citation(hit("穩健推進。", Outcome.REMARKED))
    assert copied == f"「穩健推進。」（新北市政府侯友宜市長發言；{SOURCE}）"


def test_lines_become_one_and_markdown_goes() -> None:
    assert citation(hit("1. **資訊**：\n共享。")).startswith("「1. 資訊： 共享。」")


@given(
    st.text(alphabet="月票，。；\n😀<&\u202e\x00 a", max_size=500),
    st.sampled_from([None, *Outcome]),
    st.text(alphabet="會議 第1次😀", min_size=1, max_size=300),
)
def test_whatever_it_is_it_fits_the_button(text: str, outcome: Outcome | None, title: str) -> None:
    found = hit(text, outcome, title=title, chairs=(replace(MAYOR, org="局" * 90),))
    assert 0 < units(citation(found)) <= MOST_COPIED


def test_the_long_form_holds_the_whole_entry_and_a_link_to_it() -> None:
    text = "先予說明。" * 50
    card = citation_card(hit(text), chinese(), "minutes_bot")
    read = plain_text(card).split("\n")
    assert read[0] == f"> {text}"
    assert read[1].startswith(
        "基北北桃合作交流平臺第2次市長層級會議紀錄，113年3月15日（五）2024-03-15"
    )
    assert read[-2:] == ["未定案，持續討論", f"https://t.me/minutes_bot?start=e_{'a' * 10}"]


def test_the_long_form_of_a_speech_fits_one_message() -> None:
    card = citation_card(hit("很長的發言。" * 2000), chinese(), "minutes_bot")
    assert units(shown(card.html)) <= MOST_UNITS


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (PATH, "捌、二"),
        (("陸、 提案討論及主席裁示", "提案二", "決議", "一、 交通組"), "陸、提案二、決議、一"),
        (("三、共同向中央呼籲", "◆ 勞動面向：穩定就業", "1."), "三、勞動面向、1"),
        (("說明", "一、交通組", "(二)"), "說明、一、(二)"),
        (("十一國聯盟",), "十一國聯盟"),
        ((), ""),
    ],
)
def test_a_place_is_named_by_its_numbers(path: tuple[str, ...], place: str) -> None:
    assert place_line(path) == place
