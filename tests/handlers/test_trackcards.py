"""Cards of what became of a topic: dates, outcomes, silence, and a button for each passage."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.cards import answer_card
from handlers.markup import MOST_CAPTION, Card, plain_text, shown, units
from handlers.texts import chinese, english
from handlers.timelines import caption_card, timeline
from handlers.trackcards import history_card, pending_card, voices_card
from knowledge.model import Form, Head, Hit, Official, Outcome
from knowledge.tracked import History, Pending, Promise, Side, Stop, Voices
from tests.handlers.test_cards import COVERAGE, MAYOR, hit, labels, lines

KEY = "abcdefgh"
OTHER = Official("張善政", "桃園市政府", "市長")


def stop(*hits: Hit, day: date = date(2023, 2, 11), total: int = 1, silent: int = 0) -> Stop:
    return Stop(day.isoformat(), Head("合作交流平臺會議", date=day), hits, total, silent)


def history(*stops: Stop, silent: int = 0, beside: bool = False, key: str = KEY) -> History:
    hits = tuple(one for each in stops for one in each.hits)
    return History(
        "月票 歷程",
        Form.HISTORY,
        hits,
        len(hits),
        coverage=COVERAGE,
        key=key,
        topic="月票",
        beside=beside,
        stops=stops,
        silent=silent,
    )


def long_history(meetings: int) -> History:
    return history(
        *(
            stop(hit("月票之財源。" * 20, code=f"{'a' * 9}{chr(97 + n)}"), day=date(2000 + n, 1, 1))
            for n in range(meetings)
        )
    )


def promise(level: str | None = "副市長層級", held: int = 0, code: str = "abcdefghij") -> Promise:
    ordered = hit(outcome=Outcome.DIRECTED, follow_up="於下次副市長層級會議提出報告", code=code)
    return Promise(ordered, level, held)


def pending(*promises: Promise) -> Pending:
    hits = tuple(one.hit for one in promises)
    return Pending("", Form.PENDING, hits, len(hits), coverage=COVERAGE, promises=promises)


def test_a_meeting_has_its_day_its_outcome_and_its_words() -> None:
    assert lines(history_card(history(stop(hit(), total=3), silent=2), chinese())) == [
        "「月票」歷程",
        "112年2月11日至114年7月23日的 4 次會議，1 次提到",
        "112年2月11日（六）2023-02-11",
        "合作交流平臺會議",
        "1. 未定案，持續討論",
        "> 一、 交通組：持續討論。",
        "這次會議另有 2 段提到",
        "之後 2 次會議都沒有提到",
        "點號碼看單項與引用。",
    ]


def test_silent_meetings_stand_between_those_that_speak() -> None:
    card = history_card(
        history(stop(hit()), stop(hit(code="bbbbbbbbbb"), silent=2, day=date(2025, 4, 9))),
        chinese(),
    )
    assert lines(card)[6:9] == [
        "其間 2 次會議沒有提到",
        "114年4月9日（三）2025-04-09",
        "合作交流平臺會議",
    ]


def test_each_passage_has_a_button_that_knows_its_way_back() -> None:
    card = history_card(history(stop(hit(), hit(code="bbbbbbbbbb"))), chinese())
    assert labels(card) == {
        "1": "e:abcdefghij:t:abcdefgh:0",
        "2": "e:bbbbbbbbbb:t:abcdefgh:0",
        "看時間軸圖": "tp:abcdefgh:0",
        "各市長怎麼說": "o:abcdefgh",
        chinese().follow: "fa:qabcdefgh",
        "看收錄的會議": "ms",
    }


def test_beside_an_answer_it_leads_back_there() -> None:
    card = history_card(history(stop(hit()), beside=True), chinese())
    assert labels(card)["回到答案"] == "n:abcdefgh:0"


def test_a_long_history_is_paged_and_begins_with_the_newest() -> None:
    card = history_card(long_history(9), chinese())
    assert "第 3/3 頁" in lines(card)
    assert "97年1月1日（二）2008-01-01" in lines(card)
    assert labels(card)["上一頁"] == "t:abcdefgh:1"
    assert "下一頁" not in labels(card)
    first = history_card(long_history(9), chinese(), 0)
    assert labels(first)["下一頁"] == "t:abcdefgh:1"


def test_a_passage_begins_with_the_sentence_that_names_the_topic() -> None:
    speech = hit("今天再次來到基隆。" * 12 + "月票要持續推動。")
    assert "> …月票要持續推動。" in lines(history_card(history(stop(speech)), chinese()))


def test_an_answer_that_is_not_remembered_has_no_buttons_that_need_it() -> None:
    card = answer_card(history(stop(hit()), key=""), chinese())
    assert labels(card) == {"看收錄的會議": "ms"}


def test_each_mayor_has_a_section_and_silence_is_said() -> None:
    spoken = hit("捷運穩健推進。", outcome=Outcome.REMARKED, speaker="侯友宜")
    voices = Voices(
        "",
        Form.VOICES,
        (spoken,),
        topic="捷運",
        sides=(Side(MAYOR, (spoken,), 1), Side(OTHER)),
        together=hit(code="bbbbbbbbbb", outcome=Outcome.DECLARED),
        key=KEY,
    )
    card = voices_card(voices, chinese())
    assert lines(card) == [
        "各市長談「捷運」",
        "1. 新北市政府侯友宜市長發言，不是會議決議",
        "> 捷運穩健推進。",
        "合作交流平臺會議　112年2月11日（六）2023-02-11",
        "桃園市政府張善政市長",
        "收錄的發言沒有提到。",
        "另有共同的聲明：",
        "2. 聯合聲明主張",
        "> 一、 交通組：持續討論。",
        "合作交流平臺會議　112年2月11日（六）2023-02-11",
        "點號碼看單項與引用。",
    ]
    assert labels(card)["2"] == "e:bbbbbbbbbb:o:abcdefgh"


def test_where_no_mayor_spoke_the_no_comes_first() -> None:
    voices = Voices(
        "", Form.NO, coverage=COVERAGE, topic="月票", sides=(Side(MAYOR),), minutes=hit()
    )
    assert lines(voices_card(voices, chinese()))[:3] == [
        "收錄的市長發言都沒有提到「月票」。",
        "收錄範圍：112年2月11日至114年7月23日的 4 次會議；附件與簽到表不在內。",
        "會議紀錄的其他段落有提到：",
    ]


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (0, "之後還沒有收錄副市長層級會議的紀錄。"),
        (2, "之後 2 次副市長層級會議的紀錄都沒有提到。"),
    ],
)
def test_a_promise_says_what_was_to_come_and_why_it_is_open(held: int, sentence: str) -> None:
    card = pending_card(pending(promise(held=held)), chinese())
    assert lines(card) == [
        "待提報，共 1 項",
        "1. 主席指示",
        "> 一、 交通組：持續討論。",
        "合作交流平臺會議　112年2月11日（六）2023-02-11",
        "陸、提案二 › 決議 › 一、交通組",
        "待辦：於下次副市長層級會議提出報告",
        sentence,
        "點號碼看單項與引用。",
    ]
    assert labels(card)["1"] == "e:abcdefghij:p:0"


def test_promises_are_paged() -> None:
    many = pending(*(promise(code=f"{'a' * 9}{chr(97 + n)}") for n in range(8)))
    assert labels(pending_card(many, chinese()))["下一頁"] == "p:1"
    second = pending_card(many, chinese(), 1)
    assert labels(second)["上一頁"] == "p:0"
    assert labels(second)["7"] == "e:aaaaaaaaag:p:1"


def test_where_nothing_is_open_it_is_said() -> None:
    card = pending_card(pending(), chinese())
    assert lines(card)[1] == "要在後續會議提報的事項，收錄的紀錄都已提到。"


# -- the picture and its caption ---------------------------------------------------------


def test_a_picture_says_what_the_card_says() -> None:
    words = timeline(history(stop(hit(), silent=1), silent=2), chinese(), 0)
    assert words.title == "「月票」歷程"
    assert [row.gap or row.roc for row in words.rows] == [
        "其間 1 次會議沒有提到",
        "112年2月11日",
        "之後 2 次會議都沒有提到",
    ]
    assert words.rows[1].western == "2023-02-11"
    (passage,) = words.rows[1].passages
    assert passage.mark == "未定案，持續討論"
    assert not passage.settled


@pytest.mark.parametrize("texts", [chinese(), english()], ids=["chinese", "english"])
def test_a_caption_tells_the_picture_to_those_who_cannot_see_it(texts: object) -> None:
    one = hit("月票之財源。" * 60, outcome=Outcome.APPROVED)
    four = history(*(stop(one, one, one, day=date(2020 + n, 1, 1)) for n in range(4)))
    card: Card = caption_card(four, texts, 0)  # type: ignore[arg-type]
    assert units(shown(card.html)) <= MOST_CAPTION
    assert plain_text(card).count("年1月1日") == 4
    assert labels(card)


def test_what_decides_the_shape_is_also_said_in_words() -> None:
    settled = timeline(history(stop(hit(outcome=Outcome.APPROVED))), chinese(), 0)
    assert settled.rows[0].passages[0].settled
    assert settled.rows[0].passages[0].mark == "照案通過"
