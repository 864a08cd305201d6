"""A message that leans on the one before it, and one that does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from knowledge.context import Context, context_of
from knowledge.engine import Engine
from knowledge.followup import lean, narrowed, pointed
from knowledge.model import Fact, Form
from knowledge.posting import Posting
from knowledge.question import Question, Reader
from knowledge.text import fold

TODAY = date(2025, 12, 1)
PILOT, SECOND, TARIFF, THIRD = "2023-02-11", "2024-03-15", "2025-04-09", "2025-07-23"
TICKET = Context(words=("月票",), intents=("decision",), meetings=(PILOT,), place=("p", "q"))
POINT = Context(words=(fold("產業面向"),), meetings=(TARIFF,), number=1, place=("p",))
RECORDER = Context(facts=("recorder",), meetings=(TARIFF,))
SPEAKER = Context(words=(fold("捷運"),), meetings=(THIRD,), speaker="侯友宜")
GROUP = Context(
    words=(fold("交通組"),),
    meetings=(PILOT,),
    group=fold("交通組"),
    item="proposal 2",
    place=("p",),
)
ITEM = Context(words=(fold("主視覺"),), meetings=(PILOT,), item="proposal 1", place=("p",))
ITEMS = (frozenset({"proposal 1"}),)
Leaned = Callable[[str, Context], Question]


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
    spoken = [term for term in question.terms if term.text in TICKET.words]
    assert spoken and all(term.generic for term in spoken), "they only tell two answers apart"


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


@pytest.mark.parametrize(
    ("asked", "speaker"),
    [
        pytest.param("他還提到什麼月票", "侯友宜", id="he"),
        pytest.param("那位市長怎麼說月票", "侯友宜", id="that-one"),
        pytest.param("請問她對月票的看法", "侯友宜", id="she"),
        pytest.param("他們怎麼說月票", None, id="they"),
        pytest.param("他市的月票", None, id="another-city"),
        pytest.param("謝國樑怎麼說他的月票", "謝國樑", id="its-own-speaker"),
        pytest.param("月票的財源", None, id="no-pronoun"),
        pytest.param("換一題，他怎麼說月票", None, id="another-subject"),
    ],
)
def test_he_is_who_spoke(reader: Reader, asked: str, speaker: str | None) -> None:
    found = pointed(reader.read(asked, TODAY), SPEAKER, reader)
    assert found.scope.speaker == speaker
    assert (found.scope.meetings == frozenset({THIRD})) is (speaker == "侯友宜")


@pytest.mark.parametrize(
    ("asked", "meetings"),
    [
        pytest.param("那次會議的月票", {PILOT}, id="that-time"),
        pytest.param("那天幾點散會", {PILOT}, id="that-day"),
        pytest.param("同一場誰做紀錄", {PILOT}, id="the-same"),
        pytest.param("當時誰做紀錄", {PILOT}, id="then"),
        pytest.param("關稅會議那天誰做紀錄", {TARIFF}, id="its-own-meeting"),
        pytest.param("換個問題，那天誰做紀錄", None, id="another-subject"),
        pytest.param("誰做紀錄", None, id="no-pronoun"),
    ],
)
def test_that_time_is_the_meeting_that_is_spoken_of(
    reader: Reader, asked: str, meetings: set[str] | None
) -> None:
    found = pointed(reader.read(asked, TODAY), TICKET, reader)
    assert found.scope.meetings == (frozenset(meetings) if meetings else None)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        pytest.param("這組由誰報告", {"交通組"}, id="this"),
        pytest.param("這個小組的月票", {"交通組", "月票"}, id="this-beside-a-subject"),
        pytest.param("同一組的月票", {"交通組", "月票"}, id="the-same"),
        pytest.param("各組的月票", {"各組", "月票"}, id="each"),
        pytest.param("社福組的月票", {"社福組", "月票"}, id="another"),
    ],
)
def test_this_group_is_the_group_that_is_spoken_of(
    reader: Reader, asked: str, words: set[str]
) -> None:
    found = pointed(reader.read(asked, TODAY), GROUP, reader)
    content = {term.text for term in found.terms if term.weight > 0.3 and not term.generic}
    assert (fold("交通組") in content) is ("交通組" in words)
    assert (fold("月票") in content) is ("月票" in words)


@pytest.mark.parametrize(
    ("asked", "items"),
    [
        pytest.param("這案由誰報告", ITEMS, id="this"),
        pytest.param("本案的經費", ITEMS, id="this-in-writing"),
        pytest.param("那個議題的經費", ITEMS, id="that"),
        pytest.param("它後來怎麼決定", ITEMS, id="it"),
        pytest.param("提案二由誰報告", (frozenset({"proposal 2"}),), id="its-own-item"),
        pytest.param("這組的經費", (), id="a-group"),
        pytest.param("月票的財源", (), id="no-pronoun"),
        pytest.param("月票那案怎麼決定", (), id="the-one-it-names"),
    ],
)
def test_this_item_is_the_item_that_is_spoken_of(
    reader: Reader, asked: str, items: tuple[frozenset[str], ...]
) -> None:
    assert pointed(reader.read(asked, TODAY), ITEM, reader).items == items


def test_this_matter_is_the_subject_where_there_is_no_item(reader: Reader) -> None:
    found = pointed(reader.read("這件事的經費", TODAY), TICKET, reader)
    assert (found.items, found.scope.meetings) == ((), frozenset({PILOT}))
    assert "月票" in texts(found)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("換一題，決議呢", id="another-question"),
        pytest.param("另外請教決議呢", id="besides"),
        pytest.param("好，換個話題，決議是什麼", id="after-a-word"),
    ],
)
def test_another_subject_takes_nothing_from_before(
    reader: Reader, leaned: Leaned, asked: str
) -> None:
    assert leaned(asked, TICKET) == reader.read(asked, TODAY)


def test_another_of_the_same_is_no_other_subject(leaned: Leaned) -> None:
    found = leaned("換成第三次市長會議呢", RECORDER)
    assert (found.facts, found.scope.meetings) == ((Fact.RECORDER,), frozenset({THIRD}))


def test_the_next_point_keeps_what_it_is_called(leaned: Leaned) -> None:
    """第六點 and 下一點: there is no seventh, and 7 is no word to look for."""
    assert leaned("下一點", POINT).unit == "点"
    assert leaned("上一項", POINT).unit == "项"


@pytest.mark.parametrize(
    ("asked", "item"),
    [
        pytest.param("是誰報告的", "proposal 1", id="who"),
        pytest.param("後來怎麼決定", "proposal 1", id="outcome"),
        pytest.param("月票後來怎麼決定", "", id="a-subject-of-its-own"),
        pytest.param("還有呢", "", id="nothing-of-an-item"),
    ],
)
def test_what_is_asked_of_an_item_is_asked_of_the_one_before(
    leaned: Leaned, asked: str, item: str
) -> None:
    assert leaned(asked, ITEM).items == ((frozenset({item}),) if item else ())


def test_a_question_that_only_points_keeps_the_words_before_it(reader: Reader) -> None:
    found = (Posting("e", 0, meeting_id=PILOT, item="proposal 1", group=fold("交通組")),)
    pointing = replace(reader.read("是誰報告的", TODAY), items=ITEMS)
    kept = context_of(pointing, Form.EXCERPT, found, ITEM)
    assert (kept.words, kept.item, kept.group) == (ITEM.words, "proposal 1", fold("交通組"))
    own = context_of(reader.read("月票的財源", TODAY), Form.EXCERPT, found, ITEM)
    assert "月票" in own.words


def test_entries_of_several_groups_leave_none(reader: Reader) -> None:
    found = tuple(
        Posting(group, 0, meeting_id=PILOT, item="proposal 2", group=group) for group in "ab"
    )
    context = context_of(reader.read("提案二的決議", TODAY), Form.LIST, found)
    assert (context.item, context.group) == ("proposal 2", "")


@pytest.mark.parametrize(
    ("asked", "year"),
    [
        pytest.param("再下一年是誰", "2025年", id="the-year-after"),
        pytest.param("那隔年呢", "2025年", id="in-another-word"),
        pytest.param("前一年呢", "2023年", id="the-year-before"),
        pytest.param("下一年的煙火呢", None, id="another-matter"),
    ],
)
def test_the_year_after_is_counted_from_the_one_before(
    reader: Reader, asked: str, year: str | None
) -> None:
    turn = Context(words=("轮到", "2024年"), meetings=(PILOT,))
    found = texts(pointed(reader.read(asked, TODAY), turn, reader))
    assert [word for word in found if word.endswith("年") and word[0] == "2"] == [year][
        : bool(year)
    ]
