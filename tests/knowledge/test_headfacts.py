"""Facts of a meeting's head: which are asked for, which postings state them, which lack."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.engine import Engine
from knowledge.gate import Gate
from knowledge.headfacts import HeadFacts
from knowledge.lexicon import load
from knowledge.model import Fact, Refusal
from knowledge.posting import Posting
from knowledge.question import Question, Reader
from knowledge.scoring import Scorer
from knowledge.search import Search
from knowledge.text import fold
from knowledge.weights import WEIGHTS
from knowledge.words import Words

TODAY = date(2025, 12, 1)


@pytest.fixture(scope="module")
def heads(engine: Engine, search: Search, dictionary: Words) -> HeadFacts:
    lexicon = load()
    scorer = Scorer(WEIGHTS.rank)
    index = engine.index
    gate = Gate(lexicon, index.frequency, dictionary.is_name, index.speaks_of, scorer, WEIGHTS.gate)
    return HeadFacts(search, gate, lexicon.fact_words, WEIGHTS.term.slight)


def read(reader: Reader, asked: str) -> Question:
    return reader.read(asked, TODAY)


def bodies(found: list[Posting]) -> list[str]:
    return [posting.body[:4] for posting in found]


@pytest.mark.parametrize(
    ("asked", "begin"),
    [
        pytest.param("關稅會議在哪個廳", ["貳、會議"], id="place"),
        pytest.param("關稅會議派誰做紀錄", ["伍、紀錄"], id="recorder"),
        pytest.param("關稅會議的口號", [], id="no-slogan"),
        pytest.param("先導會議的口號", ["「友好连"], id="slogan"),
        pytest.param("關稅會議幾點到幾點", ["壹、会议", "玖、散会"], id="both-ends"),
        pytest.param("關稅會議到幾點", ["玖、散会"], id="one-end"),
    ],
)
def test_the_postings_that_state_a_fact(
    heads: HeadFacts, reader: Reader, asked: str, begin: list[str]
) -> None:
    assert bodies(heads.asked(read(reader, asked))) == list(map(fold, begin))


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        pytest.param("關稅會議的口號", "標語", id="nobody-states-it"),
        pytest.param("第三次市長會議的主席致詞由誰報告", "reporter", id="not-with-what-is-wanted"),
    ],
)
def test_a_fact_that_is_not_stated_is_named(
    heads: HeadFacts, reader: Reader, asked: str, wanted: str
) -> None:
    question = read(reader, asked)
    lacking = heads.lacking(question, heads.asked(question))
    assert lacking is not None
    assert (lacking.refusal, lacking.wanted) == (Refusal.NO_SUCH_FACT, wanted)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("關稅會議是哪天開的", id="a-day"),
        pytest.param("關稅會議是星期幾", id="a-weekday"),
        pytest.param("關稅會議誰做紀錄", id="a-person"),
        pytest.param("關稅會議的出席名單", id="a-roster-that-is-elsewhere"),
        pytest.param("關稅會議在哪個廳", id="a-place"),
    ],
)
def test_a_fact_that_is_stated_lacks_nothing(heads: HeadFacts, reader: Reader, asked: str) -> None:
    question = read(reader, asked)
    assert heads.lacking(question, heads.asked(question)) is None


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        pytest.param("游淑玲做紀錄的是哪一場", {Fact.RECORDER}, id="by-the-fact-itself"),
        pytest.param("關稅議題那場會議在哪裡開", {Fact.PLACE}, id="by-the-title"),
        pytest.param("王大明做紀錄的是哪一場", None, id="a-name-that-stands-nowhere"),
        pytest.param("美國商品採購會在哪裡辦", None, id="of-something-else"),
        pytest.param("月票的財源", None, id="no-fact"),
    ],
)
def test_a_fact_is_asked_for_beside_what_names_the_head(
    heads: HeadFacts, reader: Reader, asked: str, facts: set[Fact] | None
) -> None:
    question = read(reader, asked)
    if question.facts:
        assert set(question.facts) == facts
        return
    named = heads.named(question)
    assert (set(named.facts) if named else None) == facts


def test_of_the_postings_that_state_a_fact_those_with_the_name_are_shown(
    heads: HeadFacts, reader: Reader
) -> None:
    named = heads.named(read(reader, "林曉玲做紀錄的是哪兩場"))
    assert named
    assert [p.meeting_id for p in heads.stated(named)] == ["2024-03-15", "2025-04-09"]


@pytest.mark.parametrize(
    ("asked", "stated"),
    [
        pytest.param("臺海港務局幾點散會", "14:00至16:20", id="its-time-tells"),
        pytest.param("關稅會議幾點散會", "下午5時0分", id="its-own-hour"),
    ],
)
def test_a_meeting_that_adjourned_at_no_hour_ended_when_its_time_says(
    bodies: Engine, asked: str, stated: str
) -> None:
    (hit,) = bodies.answer(asked)[0].hits
    assert stated in hit.excerpt
