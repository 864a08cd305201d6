"""What is answered, and what is honestly not."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge.engine import Engine
from knowledge.model import Form, Kind, Outcome, Refusal


def test_a_resolution_comes_before_what_was_proposed(engine: Engine) -> None:
    answer, _ = engine.answer("月票後來怎麼決定")
    assert answer.hits[0].entry.kind is Kind.RESOLUTION
    assert answer.hits[0].entry.outcome is Outcome.CONTINUED


def test_a_resolution_is_found_by_what_it_decides(engine: Engine) -> None:
    """決議：照案通過。 says nothing of its subject; its 案由 does."""
    answer, _ = engine.answer("主視覺那個案子最後有過嗎")
    assert answer.hits[0].excerpt == "決議：照案通過。"


def test_a_point_is_found_by_its_number(engine: Engine) -> None:
    answer, _ = engine.answer("產業面向第二點是什麼")
    assert answer.hits[0].excerpt.startswith("2. 呼籲中央加速談判")


def test_a_number_that_is_no_point_is_a_word(engine: Engine) -> None:
    answer, _ = engine.answer("關稅 32")
    assert "高達 32% 的關稅政策" in answer.hits[0].excerpt


def test_a_list_holds_all_of_it_in_order(engine: Engine) -> None:
    answer, _ = engine.answer("四市提出的六項策略有哪些")
    assert answer.form is Form.LIST
    assert [hit.excerpt[:2] for hit in answer.hits[: answer.shown]] == [
        f"{n}." for n in range(1, 7)
    ]


def test_facts_of_two_meetings_stand_side_by_side(engine: Engine) -> None:
    answer, _ = engine.answer("第二次跟第三次市長會議分別在哪裡開")
    assert answer.form is Form.COMPARISON
    assert [hit.meeting_id for hit in answer.hits] == ["2024-03-15", "2025-07-23"]


@pytest.mark.parametrize(
    ("asked", "begin"),
    [
        pytest.param("第2次跟第3次市長會議各談了什麼", ("一、請各議題小組", "今天"), id="meetings"),
        pytest.param("侯友宜跟謝國樑各怎麼說", ("今天", "基北北桃四市"), id="speakers"),
        pytest.param("聯合聲明與媒體聯訪各怎麼說關稅", ("美國政府近期", "此外"), id="sources"),
    ],
)
def test_parts_without_a_subject_are_answered_as_a_whole(
    engine: Engine, asked: str, begin: tuple[str, ...]
) -> None:
    answer, _ = engine.answer(asked)
    assert answer.form is Form.COMPARISON
    excerpts = [hit.excerpt for hit in answer.hits[: answer.shown]]
    assert all(any(one.startswith(words) for one in excerpts) for words in begin)


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        pytest.param("月票一張賣多少錢", Refusal.NO_SUCH_FACT, id="no-price"),
        pytest.param("深坑那場火災有幾個人受傷", Refusal.NO_SUCH_FACT, id="no-number-of-people"),
        pytest.param("美國商品採購會第一場辦在哪一天", Refusal.NO_SUCH_FACT, id="no-date"),
        pytest.param("高雄捷運有什麼結論", Refusal.NOT_IN_MINUTES, id="another-city"),
        pytest.param("柯文哲在會議上說了什麼", Refusal.NOT_IN_MINUTES, id="nobody-here"),
        pytest.param("盧秀燕市長說了什麼", Refusal.NOT_IN_MINUTES, id="another-mayor"),
        pytest.param("核電廠延役的立場是什麼", Refusal.NOT_IN_MINUTES, id="another-subject"),
        pytest.param("第四次市長會議是什麼時候", Refusal.OUT_OF_SCOPE, id="no-such-meeting"),
        pytest.param("聯合聲明跟媒體聯訪各怎麼說月票", Refusal.NOT_IN_MINUTES, id="not-by-both"),
        pytest.param("提案六是什麼", Refusal.NO_SUCH_FACT, id="no-such-item"),
        pytest.param("採購會由誰主持", Refusal.NO_SUCH_FACT, id="nobody-presided"),
        pytest.param("採購會是星期幾辦", Refusal.NO_SUCH_FACT, id="no-weekday"),
        pytest.param("謝謝", Refusal.NOT_A_QUESTION, id="thanks"),
        pytest.param("😀", Refusal.NOT_A_QUESTION, id="nothing"),
    ],
)
def test_an_honest_no_says_why(engine: Engine, asked: str, refusal: Refusal) -> None:
    answer, _ = engine.answer(asked)
    assert not answer.answered
    assert answer.refusal is refusal


def test_a_no_names_the_word_as_it_was_typed(engine: Engine) -> None:
    answer, _ = engine.answer("臺中市有什麼結論")
    assert answer.missing == ("臺中市",)


@pytest.mark.parametrize(
    ("asked", "typed", "meant"),
    [
        pytest.param("月漂的財源誰出", "月漂", "月票", id="alike-in-sound"),
        pytest.param("聲明有提到以工代振嗎", "以工代振", "以工代賑", id="within-a-phrase"),
    ],
)
def test_a_mistyped_word_is_replaced_and_said(
    engine: Engine, asked: str, typed: str, meant: str
) -> None:
    answer, _ = engine.answer(asked)
    assert answer.answered
    assert (typed, meant) in answer.replaced


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("先導會議月票怎麼決議的", "那社福組呢", "衛生社福組：照案通過"),
        ("侯友宜上次怎麼說基隆捷運", "謝國樑呢？", "基隆捷運對基隆未來城市發展"),
        ("關稅會議是誰做紀錄", "那第三次市長會議呢", "游淑玲科員"),
        ("第2次市長層級會議是哪一天", "那幾點散會", "下午 2 時 48 分"),
        ("六項共同策略的第三項是什麼", "下一項", "強化海外市場拓展合作"),
    ],
)
def test_a_follow_up_keeps_what_it_does_not_replace(
    engine: Engine, first: str, second: str, words: str
) -> None:
    _, context = engine.answer(first)
    answer, _ = engine.answer(second, context)
    assert words in answer.hits[0].excerpt


HURTING = "月票決議第二次市長會議去年說<>&\"'*:()^~-—\x00\ud800\u202e\u200b 😀ＡaZ１。？\n"


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@example("Z次次\ud800")
@given(st.text(alphabet=HURTING, max_size=60))
def test_any_message_gets_an_answer_in_the_minutes_own_words(engine: Engine, text: str) -> None:
    answer, _ = engine.answer(text)
    for hit in answer.hits:
        assert len(hit.excerpt) <= 400
        assert hit.excerpt in hit.entry.text.replace("**", "")


@pytest.mark.parametrize("text", ["月票" * 5000, '" OR 1=1 --', "a" * 10_000, "NEAR(月票 5)", ""])
def test_odd_messages_do_no_harm(engine: Engine, text: str) -> None:
    answer, _ = engine.answer(text)
    assert answer.form in Form


@pytest.mark.parametrize(
    ("asked", "unsaid"),
    [
        pytest.param("蔣萬安對捷運怎麼說", ("蔣萬安", "捷運"), id="never said it"),
        pytest.param("柯文哲對捷運怎麼說", (), id="on no record"),
        pytest.param("月票一張賣多少錢", (), id="nobody is asked about"),
    ],
)
def test_a_no_tells_what_somebody_never_said(
    engine: Engine, asked: str, unsaid: tuple[str, ...]
) -> None:
    answer, _ = engine.answer(asked)
    assert not answer.answered
    assert answer.unsaid == unsaid


@pytest.mark.parametrize(
    ("asked", "lacking"),
    [
        pytest.param("產業面向第三點", "第三點", id="a point"),
        pytest.param("提案六的決議", "提案六", id="an item"),
        pytest.param("提案二決議第五點", "第五點", id="a point of an item"),
        pytest.param("第二點", None, id="of anything"),
    ],
)
def test_a_no_names_the_point_that_there_is_not(
    engine: Engine, asked: str, lacking: str | None
) -> None:
    answer, _ = engine.answer(asked)
    assert not answer.answered
    assert answer.wanted == lacking
