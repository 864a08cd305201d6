"""A message that leans on the one before it, and one that does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from knowledge.engine import Engine
from knowledge.followup import Context, context_of, lean, narrowed
from knowledge.lexicon import load
from knowledge.model import Fact, Form
from knowledge.posting import Posting
from knowledge.question import Question, Reader
from knowledge.terms import Terms
from knowledge.text import fold
from knowledge.weights import WEIGHTS
from knowledge.words import Words

TODAY = date(2025, 12, 1)
PILOT, SECOND, TARIFF, THIRD = "2023-02-11", "2024-03-15", "2025-04-09", "2025-07-23"
TICKET = Context(words=("月票",), intents=("decision",), meetings=(PILOT,), place=("p", "q"))
POINT = Context(words=(fold("產業面向"),), meetings=(TARIFF,), number=1, place=("p",))
RECORDER = Context(facts=("recorder",), meetings=(TARIFF,))
SPEAKER = Context(words=(fold("捷運"),), meetings=(THIRD,), speaker="侯友宜")
Leaned = Callable[[str, Context], Question]


@pytest.fixture(scope="module")
def reader(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    lexicon = load()
    words = Words(lexicon.terms | lexicon.vocabulary, tmp_path_factory.getbasetemp())
    terms = Terms(lexicon, words, engine.index.frequency, WEIGHTS.term)
    return Reader(lexicon, engine.scopes, terms)


@pytest.fixture(scope="module")
def leaned(reader: Reader) -> Leaned:
    def leaned(text: str, context: Context) -> Question:
        return lean(reader.read(text, TODAY), context, reader)

    return leaned


def texts(question: Question) -> list[str]:
    return [term.text for term in question.terms]


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("關稅會議的主席結論", id="its-own-meeting"),
        pytest.param("基隆捷運的進度", id="its-own-subject"),
        pytest.param("三大共同挑戰", id="a-list"),
    ],
)
def test_a_complete_question_is_returned_as_it_is(
    reader: Reader, leaned: Leaned, asked: str
) -> None:
    assert leaned(asked, TICKET) == reader.read(asked, TODAY)


def test_what_a_message_does_not_say_is_taken_from_before(leaned: Leaned) -> None:
    question = leaned("那社福組呢", TICKET)
    assert texts(question) == [fold("社福組")]
    assert question.scope.meetings == frozenset({PILOT})
    assert "decision" in question.intents
    assert question.place == ("p", "q")


def test_a_message_without_words_keeps_the_subject(leaned: Leaned) -> None:
    assert texts(leaned("決議呢", replace(TICKET, intents=()))) == [fold("決議"), "月票"]
    assert texts(leaned("然後呢", TICKET)) == ["月票"]


def test_a_fact_is_asked_of_the_meeting_before(leaned: Leaned) -> None:
    question = leaned("幾點散會", TICKET)
    assert question.facts == (Fact.ADJOURNED,)
    assert question.scope.meetings == frozenset({PILOT})
    assert texts(question) == []


def test_another_meeting_is_asked_for_the_fact_before(leaned: Leaned) -> None:
    question = leaned("那第三次市長會議呢", RECORDER)
    assert question.facts == (Fact.RECORDER,)
    assert question.scope.meetings == frozenset({THIRD})


def test_another_speaker_is_asked_about_the_subject_before(leaned: Leaned) -> None:
    question = leaned("謝國樑呢", SPEAKER)
    assert question.scope.speaker == "謝國樑"
    assert texts(question) == [fold("捷運")]


def test_the_speaker_is_kept_where_nothing_else_is_named(leaned: Leaned) -> None:
    assert leaned("還有呢", SPEAKER).scope.speaker == "侯友宜"
    assert leaned("那月票呢", SPEAKER).scope.speaker is None


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        pytest.param("下一點", 2, id="next"),
        pytest.param("上一項呢", 0, id="before"),
        pytest.param("第五點呢", 5, id="named"),
    ],
)
def test_the_next_point(leaned: Leaned, asked: str, number: int) -> None:
    question = leaned(asked, POINT)
    assert question.number == number
    assert question.scope.meetings == frozenset({TARIFF})
    assert question.place == ("p",)


def test_there_is_no_next_of_what_has_no_number(leaned: Leaned) -> None:
    assert leaned("下一點", TICKET).number is None


@pytest.mark.parametrize(
    ("asked", "meetings"),
    [
        pytest.param("那第2次呢", {SECOND}, id="of-the-series-before"),
        pytest.param("那關稅會議呢", {TARIFF}, id="by-name"),
    ],
)
def test_an_ordinal_counts_the_meetings_that_are_spoken_of(
    leaned: Leaned, asked: str, meetings: set[str]
) -> None:
    assert leaned(asked, Context(facts=("place",), meetings=(THIRD,))).scope.meetings == frozenset(
        meetings
    )


def test_a_short_question_for_a_fact_may_be_about_the_meeting_before(reader: Reader) -> None:
    question = narrowed(reader.read("什麼時候完工", TODAY), replace(TICKET, meetings=(THIRD,)))
    assert question is not None
    assert question.scope.meetings == frozenset({THIRD})
    assert question.place == TICKET.place


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("第2次市長會議什麼時候完工", id="its-own-meeting"),
        pytest.param("侯友宜說什麼時候完工", id="its-own-speaker"),
        pytest.param("捷運完工", id="no-fact"),
        pytest.param("什麼時候", id="no-subject"),
        pytest.param("基隆捷運的工程經費什麼時候核定", id="a-long-question"),
    ],
)
def test_any_other_question_is_not_narrowed(reader: Reader, asked: str) -> None:
    assert narrowed(reader.read(asked, TODAY), TICKET) is None


def test_a_context_is_what_the_next_message_may_lean_on(reader: Reader) -> None:
    question = reader.read("先導會議侯友宜說交通的決議是什麼", TODAY)
    found = tuple(Posting(m, 0, meeting_id=m, headings=(m, "a", "b")) for m in (PILOT, THIRD))
    context = context_of(question, Form.EXCERPT, found)
    assert context.meetings == (PILOT,)
    assert context_of(question, Form.COMPARISON, found).meetings == (PILOT, THIRD)
    assert context.speaker == "侯友宜"
    assert context.place == ("a", "b")
    assert fold("交通") in context.words
    assert set(context.intents) <= {
        "decision",
        "statement",
        "speech",
        "proposal",
        "report",
        "motion",
    }
    assert "decision" in context.intents


def test_a_context_of_nothing_leads_nowhere(reader: Reader) -> None:
    context = context_of(reader.read("月票", TODAY), Form.LIST, ())
    assert (context.meetings, context.place) == ((), ())


@pytest.mark.parametrize("context", [TICKET, POINT, RECORDER, SPEAKER, Context()])
def test_a_context_survives_a_restart(context: Context) -> None:
    assert Context.from_json(json.loads(json.dumps(context.as_json()))) == context


@pytest.mark.parametrize("text", ["謝謝", "好的，謝謝您", "哈哈", "hello"])
def test_thanks_do_not_ask_the_same_again(engine: Engine, text: str) -> None:
    _, context = engine.answer("月票後來怎麼決定")
    assert context
    assert engine.answer(text, context)[0].form is Form.SMALL_TALK
