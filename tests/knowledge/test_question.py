"""What the bot understands of a message, rule by rule."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.model import Fact
from knowledge.question import Question, Reader
from knowledge.text import fold
from knowledge.wording import LONGEST

TODAY = date(2025, 12, 1)


def content(question: Question) -> list[str]:
    return [term.text for term in question.terms if not term.generic]


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        pytest.param("關稅會議在哪裡開", {Fact.PLACE}, id="place"),
        pytest.param("關稅會議是哪一天", {Fact.TIME}, id="time"),
        pytest.param("關稅會議是星期幾", {Fact.TIME}, id="weekday"),
        pytest.param("關稅會議誰主持", {Fact.CHAIR}, id="chair"),
        pytest.param("關稅會議誰做紀錄", {Fact.RECORDER}, id="recorder"),
        pytest.param("關稅會議的出席人員", {Fact.ATTENDANCE}, id="attendance"),
        pytest.param("關稅會議的主席致詞", {Fact.ADDRESS}, id="address"),
        pytest.param("關稅會議幾點散會", {Fact.ADJOURNED}, id="adjourned"),
        pytest.param("7月23日那場是第幾次會議", {Fact.TITLE}, id="title"),
        pytest.param("關稅會議的日期和地點", {Fact.TIME, Fact.PLACE}, id="two"),
        pytest.param("關稅會議幾點開始幾點結束", {Fact.TIME, Fact.ADJOURNED}, id="both-ends"),
        pytest.param("tariff meeting, what time did it end", {Fact.ADJOURNED}, id="one-end"),
        pytest.param("關稅會議散會時間是什麼時候", {Fact.ADJOURNED}, id="one-end-told-twice"),
        pytest.param("關稅會議說了什麼", set(), id="none"),
        pytest.param("美國商品採購會在哪裡辦", set(), id="of-something-else"),
        pytest.param("下次會議是哪一天", set(), id="of-a-meeting-to-come"),
    ],
)
def test_facts_of_a_head(reader: Reader, asked: str, facts: set[Fact]) -> None:
    assert set(reader.read(asked, TODAY).facts) == facts


def test_a_fact_beside_a_subject_is_kept_apart(reader: Reader) -> None:
    question = reader.read("美國商品採購會在哪裡辦", TODAY)
    assert question.beside == (Fact.PLACE,)
    assert fold("美國商品採購會") in "".join(content(question))


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        pytest.param("月票後來怎麼決定", "decision", id="decision"),
        pytest.param("提案二的案由", "proposal", id="proposal"),
        pytest.param("侯友宜怎麼說", "speech", id="speech"),
        pytest.param("聯合聲明寫什麼", "statement", id="statement"),
        pytest.param("提案一的說明有哪些", "explanation", id="explanation"),
        pytest.param("業務報告說什麼", "report", id="report"),
        pytest.param("有臨時動議嗎", "motion", id="motion"),
        pytest.param("策略有哪些", "list", id="list"),
        pytest.param("全部列出來", "all", id="all"),
        pytest.param("下次會議在哪", "next", id="next"),
        pytest.param("哪位市長提的", "mayor", id="mayor"),
        pytest.param("四位市長各說了什麼", "everyone", id="everyone"),
        pytest.param("聲明的標題", "heading", id="heading"),
        pytest.param("為什麼要設計主視覺", "reason", id="reason"),
        pytest.param("兩場的地點比較", "compare", id="compare"),
        pytest.param("誰負責", "who", id="who"),
    ],
)
def test_intents(reader: Reader, asked: str, intent: str) -> None:
    assert intent in reader.read(asked, TODAY).intents
    assert intent not in reader.read("月票的財源", TODAY).intents


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        pytest.param("月票多少錢", "money", id="money"),
        pytest.param("火災死亡幾個人", "headcount", id="headcount"),
        pytest.param("關稅提高幾趴", "percent", id="percent"),
        pytest.param("幾票贊成", "vote", id="vote"),
        pytest.param("承辦人電話", "phone", id="phone"),
        pytest.param("捷運要蓋多久", "duration", id="duration"),
        pytest.param("捷運哪一年完工", "day", id="day"),
        pytest.param("幾點到幾點封路", "hour", id="hour"),
        pytest.param("聚落設在哪裡", "where", id="where"),
        pytest.param("燒了幾間廠房", "count", id="count"),
        pytest.param("交通組報告人是誰", "reporter", id="reporter"),
        pytest.param("承辦的那位科長叫什麼名字", "name", id="name"),
        pytest.param("下次會議是哪一天", "date", id="a-date-to-come"),
        pytest.param("三大面向是哪三個", "items", id="things-told"),
        pytest.param("月票的財源", None, id="nothing"),
        pytest.param("多久開一次會", None, id="how-often-is-a-word-of-the-minutes"),
        pytest.param("兩項措施是哪兩項", None, id="two-things-need-no-list"),
    ],
)
def test_what_the_answer_must_hold(reader: Reader, asked: str, wanted: str | None) -> None:
    assert reader.read(asked, TODAY).wanted == wanted


@pytest.mark.parametrize(
    ("asked", "items"),
    [
        pytest.param("提案二的決議", ({"proposal 2"},), id="proposal"),
        pytest.param("討論事項三", ({"proposal 3"},), id="item-for-discussion"),
        pytest.param("報告第1案", ({"report 1"},), id="report"),
        pytest.param("臨時動議第2案", ({"motion 2"},), id="motion"),
        pytest.param("第二案", ({"proposal 2", "report 2", "motion 2"},), id="of-any-kind"),
        pytest.param("提案一跟提案二", ({"proposal 1"}, {"proposal 2"}), id="two"),
        pytest.param("提案2個", (), id="a-count"),
        pytest.param("月票的提案", (), id="no-number"),
    ],
)
def test_numbered_items(reader: Reader, asked: str, items: tuple[set[str], ...]) -> None:
    assert reader.read(asked, TODAY).items == items


@pytest.mark.parametrize(
    ("asked", "section"),
    [
        pytest.param("第柒項寫什麼", "柒", id="item"),
        pytest.param("捌、是什麼", "捌", id="with-its-mark"),
        pytest.param("第七項寫什麼", "", id="an-ordinary-numeral"),
    ],
)
def test_sections(reader: Reader, asked: str, section: str) -> None:
    assert reader.read(asked, TODAY).section == section


@pytest.mark.parametrize(
    ("asked", "number", "unit"),
    [
        pytest.param("產業面向第二點", 2, "點", id="point"),
        pytest.param("共同策略第3項", 3, "項", id="item"),
        pytest.param("第99條", 99, "條", id="article-of-nothing"),
        pytest.param("就業服務法第24條", None, "", id="article-of-a-law-in-the-minutes"),
        pytest.param("三點是什麼", None, "", id="a-count"),
        pytest.param("聲明 策略 6", 6, "項", id="behind-a-name"),
        pytest.param("策略6是什麼", 6, "", id="behind-a-name-in-a-sentence"),
        pytest.param("目標 122", None, "", id="a-year"),
        pytest.param("7+1", None, "", id="a-name-of-digits"),
    ],
)
def test_points_by_number(reader: Reader, asked: str, number: int | None, unit: str) -> None:
    question = reader.read(asked, TODAY)
    assert (question.number, question.unit) == (number, fold(unit))


@pytest.mark.parametrize(
    ("asked", "count", "counted"),
    [
        pytest.param("六項策略有哪些", 6, "策略", id="items"),
        pytest.param("三大挑戰是什麼", 3, "挑戰", id="big"),
        pytest.param("第六項策略", None, "", id="an-ordinal"),
        pytest.param("一個方案", None, "", id="one"),
        pytest.param("四個市的方案", None, "", id="the-four-cities"),
        pytest.param(
            "就業服務法第24條",
            None,
            "",
            id="article-of-a-law",
            marks=pytest.mark.xfail(reason="the 4 of 第24條 is read as a count"),
        ),
    ],
)
def test_counts(reader: Reader, asked: str, count: int | None, counted: str) -> None:
    question = reader.read(asked, TODAY)
    assert (question.count, question.counted) == (count, fold(counted))


@pytest.mark.parametrize(
    ("asked", "is_list"),
    [
        pytest.param("三大共同挑戰", True, id="all-of-them"),
        pytest.param("向中央呼籲的三個面向", True, id="at-the-end"),
        pytest.param("三個面向的財政怎麼說", False, id="one-of-them"),
        pytest.param("第三個面向", False, id="the-third"),
    ],
)
def test_a_count_may_ask_for_all_of_them(reader: Reader, asked: str, is_list: bool) -> None:
    assert ("list" in reader.read(asked, TODAY).intents) is is_list


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("不好意思老闆叫我查月票", id="who-asks"),
        pytest.param("我在趕稿，月票可以帮我找一下那段嗎", id="why"),
        pytest.param("想請問一下月票", id="how-politely"),
        pytest.param("月票，謝謝", id="thanks"),
    ],
)
def test_words_around_a_question_say_nothing(reader: Reader, asked: str) -> None:
    assert content(reader.read(asked, TODAY)) == ["月票"]


@pytest.mark.parametrize(
    ("asked", "empty"),
    [
        pytest.param("你好！謝謝", True, id="small-talk"),
        pytest.param("😀", True, id="nothing"),
        pytest.param("到底", True, id="a-word-that-joins"),
        pytest.param("月票謝謝", False, id="a-word-beside"),
        pytest.param("第二點", False, id="a-number"),
        pytest.param("侯友宜", False, id="a-person"),
        pytest.param("關稅會議", False, id="a-meeting"),
        pytest.param("提案二", False, id="an-item"),
    ],
)
def test_what_minutes_could_answer(reader: Reader, asked: str, empty: bool) -> None:
    assert reader.read(asked, TODAY).empty is empty


@pytest.mark.parametrize(("asked", "bare"), [("市長會議的決議", True), ("月票的決議", False)])
def test_a_question_is_bare_without_a_subject(reader: Reader, asked: str, bare: bool) -> None:
    assert reader.read(asked, TODAY).bare is bare


def test_only_the_beginning_of_a_pasted_text_counts(reader: Reader) -> None:
    question = reader.read("月票" * LONGEST + "捷運", TODAY)
    assert len(question.folded) == LONGEST
    assert fold("捷運") not in question.folded


def test_a_corrected_question_keeps_what_was_typed(reader: Reader) -> None:
    question = reader.understand("月飄的財源", fold("月票的財源"), TODAY)
    assert question.text == "月飄的財源"
    assert content(question) == [fold("月票"), fold("財源")]
