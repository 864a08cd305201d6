"""The index: what is found by what, and that it is made anew whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.engine import Engine
from knowledge.errors import SearchIndexError
from knowledge.index import Index
from knowledge.lexicon import load
from knowledge.model import Entry, Head, Kind, Meeting, Span
from knowledge.posting import Posting, grams, pieces
from knowledge.text import fold
from knowledge.typos import Alike
from knowledge.words import Words

PILOT, SECOND, TARIFF, THIRD = "2023-02-11", "2024-03-15", "2025-04-09", "2025-07-23"


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    lexicon = load()
    return Words(lexicon.terms | lexicon.vocabulary, tmp_path_factory.getbasetemp())


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Alike:
    return Alike(load().shapes, tmp_path_factory.getbasetemp())


@pytest.fixture
def index(tmp_path: Path, words: Words, alike: Alike) -> Index:
    return Index(tmp_path / "index", words, alike)


def meeting(meeting_id: str, *texts: str) -> Meeting:
    entries = [
        Entry(
            Kind.RESOLUTION, ("決議", f"{n}."), (Span(0, len(text)),), text, id=f"{meeting_id}/{n}"
        )
        for n, text in enumerate(texts, 1)
    ]
    return Meeting(Head("合作會議"), tuple(entries), meeting_id)


def bodies(found: list[tuple[float, Posting]]) -> list[str]:
    return [posting.body for _, posting in found]


def held_by(index: Index, word: str) -> list[str]:
    found = index.candidates({fold(word): 1.0}, 10)
    return [p.entry_id for _, p in found if fold(word) in p.body]


def test_an_entry_is_found_by_its_words(engine: Engine) -> None:
    found = engine.index.candidates({"月票": 1.0}, 5)
    assert any(body.startswith(fold("一、 交通組：生活圈月票")) for body in bodies(found)[:2])
    assert [score for score, _ in found] == sorted((s for s, _ in found), reverse=True)


def test_an_entry_is_found_by_what_it_hangs_on(engine: Engine) -> None:
    found = engine.index.candidates({fold("主視覺意象"): 1.0}, 10)
    assert fold("決議：照案通過。") in bodies(found)


def test_no_more_are_found_than_are_wanted(engine: Engine) -> None:
    assert len(engine.index.candidates({fold("四市"): 1.0}, 3)) == 3


def test_candidates_are_those_of_meetings_speakers_and_items(engine: Engine) -> None:
    words = {fold("捷運"): 1.0, fold("合作"): 1.0}
    everywhere = engine.index.candidates(words, 90)
    second = engine.index.candidates(words, 90, frozenset({SECOND}))
    hsieh = engine.index.candidates(words, 90, None, "謝國樑")
    item = engine.index.candidates(words, 90, None, None, frozenset({"proposal 2"}))
    assert {p.meeting_id for _, p in everywhere} == {PILOT, SECOND, TARIFF, THIRD}
    assert {p.meeting_id for _, p in second} == {SECOND}
    assert {p.speaker for _, p in hsieh} == {"謝國樑"}
    assert {p.item for _, p in item} == {"proposal 2"}


@pytest.mark.parametrize(
    ("words", "meetings", "speaker"),
    [
        pytest.param({}, None, None, id="nothing-asked"),
        pytest.param({"月票": 1.0}, frozenset(), None, id="no-meeting"),
        pytest.param({"龘": 1.0}, None, None, id="unknown-word"),
        pytest.param({}, None, "柯文哲", id="unknown-speaker"),
    ],
)
def test_nothing_is_found_where_nothing_is(
    engine: Engine,
    words: dict[str, float],
    meetings: frozenset[str] | None,
    speaker: str | None,
) -> None:
    assert engine.index.candidates(words, 5, meetings, speaker) == []


def test_without_words_all_of_a_scope_is_found(engine: Engine) -> None:
    found = engine.index.candidates({}, 90, frozenset({SECOND}))
    assert len(found) == len(engine.store.meeting(SECOND).entries)


@pytest.mark.parametrize(
    ("word", "stands"),
    [
        pytest.param("月票", True, id="two-characters"),
        pytest.param("基隆捷運", True, id="more"),
        pytest.param("票", True, id="one-character"),
        pytest.param("台積電", False, id="nowhere"),
        pytest.param("SOP", True, id="latin"),
        pytest.param("so", False, id="part-of-a-latin-word"),
        pytest.param("122", True, id="number"),
        pytest.param("12", False, id="part-of-a-number"),
    ],
)
def test_how_often_a_word_stands_there(engine: Engine, word: str, stands: bool) -> None:
    assert (engine.index.frequency(fold(word)) > 0) is stands


def test_the_frequency_of_a_word_is_never_too_low(engine: Engine) -> None:
    postings = [p for _, p in engine.index.candidates({fold("基隆捷運"): 1.0}, 90)]
    assert engine.index.frequency(fold("基隆捷運")) >= sum(
        fold("基隆捷運") in p.body for p in postings
    )


@pytest.mark.parametrize(
    ("word", "meetings"),
    [
        pytest.param("天燈節", {PILOT}, id="one"),
        pytest.param("關稅", {TARIFF, THIRD}, id="two"),
        pytest.param("台積電", set(), id="none"),
    ],
)
def test_which_meetings_speak_of_a_word(engine: Engine, word: str, meetings: set[str]) -> None:
    assert engine.index.mentioning(fold(word)) == meetings


def test_facts_are_found_meeting_by_meeting(engine: Engine) -> None:
    every = engine.index.facts(["place"], None)
    assert [p.meeting_id for p in every] == [PILOT, SECOND, TARIFF, THIRD]
    both = engine.index.facts(["adjourned", "time"], frozenset({SECOND}))
    assert [p.fact for p in both] == ["time", "adjourned"]


def test_members_of_a_heading_are_of_one_kind_and_in_order(engine: Engine) -> None:
    ((_, posting),) = engine.index.candidates({fold("快速轉職"): 1.0}, 1)
    members = engine.index.members(posting.headings[-1], posting.kind)
    assert [p.own_number for p in members] == [f"{n}." for n in range(1, 7)]
    assert engine.index.members(posting.headings[-1], Kind.SPEECH) == []


def test_members_of_a_long_meeting_are_found_beyond_what_is_looked_at_of_other_kinds(
    index: Index,
) -> None:
    long = meeting("a", *["月票"] * 250)
    last = Entry(Kind.OTHER, (), (Span(0, 2),), "附件", id="a/last")
    index.replace([replace(long, entries=(*long.entries, last))], 1)
    ((_, posting),) = index.candidates({fold("附件"): 1.0}, 1)
    assert index.members(posting.headings[0], Kind.OTHER) == [posting]


def test_an_item_holds_all_that_belongs_to_it(engine: Engine) -> None:
    found = engine.index.items(["proposal 2"], None)
    assert found[0].kind == Kind.PROPOSAL
    assert {p.kind for p in found} == {Kind.PROPOSAL, Kind.EXPLANATION, Kind.RESOLUTION}
    assert not engine.index.items(["proposal 9"], None)


def test_all_of_a_kind_in_the_order_of_the_document(engine: Engine) -> None:
    found = engine.index.of_kind(Kind.SPEECH.value, None)
    assert list(dict.fromkeys(p.speaker for p in found)) == ["侯友宜", "謝國樑", "張善政", "蔣萬安"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("月票价", ["月", "票", "价", "月票", "票价"], id="chinese"),
        pytest.param("sop 12", ["sop", "12"], id="latin-and-numbers-whole"),
        pytest.param("!? ", [], id="marks"),
    ],
)
def test_characters_and_bigrams(text: str, found: list[str]) -> None:
    assert grams(text) == found


@pytest.mark.parametrize(
    ("term", "found"), [("月票价", ["月票", "票价"]), ("票", ["票"]), ("sop", ["sop"])]
)
def test_what_must_stand_where_a_term_stands(term: str, found: list[str]) -> None:
    assert pieces(term) == found


def test_a_meeting_is_replaced_whole_and_stamped(index: Index) -> None:
    assert index.generation() is None
    index.replace([meeting("a", "月票"), meeting("b", "捷運")], 1)
    index.replace([meeting("a", "托育")], 2)
    assert index.generation() == 2
    assert index.size() == 2
    assert [held_by(index, word) for word in ("月票", "托育", "捷運")] == [[], ["a/1"], ["b/1"]]


def test_rebuilding_forgets_everything_else(index: Index) -> None:
    index.replace([meeting("a", "月票")], 1)
    index.rebuild([meeting("b", "捷運", "托育")], 5)
    assert (index.generation(), index.size()) == (5, 2)
    assert held_by(index, "月票") == []
    assert index.frequency("月票") == 0


def test_words_are_found_by_how_they_sound_and_look(index: Index, alike: Alike) -> None:
    index.replace([meeting("a", "無薪假與裁員")], 1)
    word = fold("無薪假")
    assert word in index.alike(alike.sound(word))
    assert word in index.alike(alike.shape(word))
    assert index.alike("~") == []


def test_an_index_is_opened_again(tmp_path: Path, words: Words, alike: Alike) -> None:
    Index(tmp_path, words, alike).replace([meeting("a", "月票")], 3)
    again = Index(tmp_path, words, alike, read_only=True)
    assert again.generation() == 3
    assert held_by(again, "月票") == ["a/1"]


def test_a_damaged_index_is_made_again(tmp_path: Path, words: Words, alike: Alike) -> None:
    Index(tmp_path / "index", words, alike).replace([meeting("a", "月票")], 3)
    (tmp_path / "index" / "meta.json").write_text("{}")
    again = Index(tmp_path / "index", words, alike)
    assert again.generation() is None
    assert again.size() == 0


def test_an_index_that_is_not_there_is_one_clear_error(
    tmp_path: Path, words: Words, alike: Alike
) -> None:
    with pytest.raises(SearchIndexError, match="none"):
        Index(tmp_path / "none", words, alike, read_only=True)


def test_what_many_commits_wrote_is_found_when_it_is_merged(
    tmp_path: Path, words: Words, alike: Alike
) -> None:
    index = Index(tmp_path, words, alike)
    for number in range(1, 10):
        index.replace([meeting(f"m{number}", "月票與捷運")], number)
    index.settle()
    assert index.size() == 9
    assert index.generation() == 9
    index.replace([meeting("m1", "托育")], 10)
    found = {posting.meeting_id for _, posting in index.candidates({"月票": 1.0}, 20)}
    assert found == {f"m{number}" for number in range(2, 10)}


def test_who_writes_holds_the_folder_until_the_index_is_closed(
    tmp_path: Path, words: Words, alike: Alike
) -> None:
    first, second = Index(tmp_path, words, alike), Index(tmp_path, words, alike)
    first.replace([meeting("a", "月票")], 1)
    with pytest.raises(SearchIndexError, match="lock"):
        second.replace([meeting("b", "捷運")], 2)
    first.close()
    second.replace([meeting("b", "捷運")], 2)
    assert second.generation() == 2


def test_a_posting_comes_back_as_it_was_packed() -> None:
    full = Posting(
        "e", 3, "m", "other", path=("一、", "(二)"), headings=("a",), body="月票:", near="x"
    )
    assert Posting.unpacked(full.packed()) == full
    assert Posting.unpacked(Posting("stamp", 7).packed()) == Posting("stamp", 7)
    torn = Posting("e", 0, body="月\x1f票\x1e。", path=("一\x1e、",))
    assert Posting.unpacked(torn.packed()).body == "月 票 。"
