"""The plain forms of English words, how English asks, and what a capital says."""

from __future__ import annotations

import pytest

from knowledge.english import English, Frames, capitalised
from knowledge.lexicon import load

WORDS = dict.fromkeys(("park", "parking", "parking lot", "demolish", "county", "license", "bus", "committee", "junior high school", "live-stream", "ship", "won the tender", "owners' meeting", "fishermen's association"), ("某",))  # fmt: skip


@pytest.fixture(scope="module")
def english() -> English:
    return English(WORDS)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        pytest.param("counties", "county", id="plural-of-y"),
        pytest.param("buses", "bus", id="plural-of-s"),
        pytest.param("bus", "bus", id="no-plural"),
        pytest.param("demolished", "demolish", id="past"),
        pytest.param("demolishing", "demolish", id="ing"),
        pytest.param("licensed", "license", id="mute-e"),
        pytest.param("shipped", "ship", id="doubled"),
        pytest.param("parks", "park", id="what-stands-there-first"),
        pytest.param("parking", "parking", id="a-word-of-its-own"),
        pytest.param("committees", "committee", id="double-e"),
        pytest.param("spark", "spark", id="another-word"),
        pytest.param("sing", "sing", id="no-ending-without-a-root"),
    ],
)
def test_endings_are_taken_off_by_rule(english: English, typed: str, plain: str) -> None:
    assert english.plain(typed) == plain


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("two parking lots here", ["parking lot"], id="in-the-plural"),
        pytest.param("a junior high school", ["junior high school"], id="of-three-words"),
        pytest.param("live-streaming it", ["live-stream"], id="with-a-hyphen"),
        pytest.param("winning the tenders", [], id="irregular-forms-are-listed-or-not-found"),
        pytest.param("parking, lots of it", [], id="not-across-a-mark"),
        pytest.param("停車場在哪裡", [], id="none-in-chinese"),
        pytest.param("at the owners' meeting", ["owners' meeting"], id="plural-possessive"),
        pytest.param("the fishermen's association", ["fishermen's association"], id="possessive"),
    ],
)
def test_several_words_may_be_one(english: English, asked: str, found: list[str]) -> None:
    assert [word for _, word in english.phrases(asked)] == found


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        pytest.param("how many people came", "多少人", id="people"),
        pytest.param("how many bus drivers are missing", "多少人", id="people-of-a-trade"),
        pytest.param("how many households must move", "几户", id="a-measure"),
        pytest.param("by when is it done", "何时", id="by-when"),
        pytest.param("which company won the contract", "哪家得标", id="contractor"),
        pytest.param("what percentage is paid", "几成", id="percent"),
        pytest.param("was it approved?", "通过", id="approved"),
        pytest.param("what happened to the plan", "后来怎么处理", id="outcome"),
        pytest.param("article 24 of the act", "第24条", id="an-article"),
        pytest.param("who reported on it", "谁报告", id="reporter"),
    ],
)
def test_english_asks_as_chinese_does(asked: str, chinese: str) -> None:
    assert chinese in Frames(load().asking).in_chinese(asked)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("how many vehicle inspections failed", id="a-noun-before-another"),
        pytest.param("it has not been approved", id="not-approved"),
        pytest.param("sowhen is no word", id="inside-a-word"),
        pytest.param("which companies are there", id="which-of-several"),
    ],
)
def test_what_only_looks_like_asking_stays(asked: str) -> None:
    assert Frames(load().asking).in_chinese(asked) == asked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Did Elon Musk come?", {"elon", "musk"}, id="names"),
        pytest.param("Summarize it. Compare them", set(), id="where-a-sentence-begins"),
        pytest.param("The Youth Affairs Committee Decided", set(), id="a-title"),
        pytest.param("BRT 的路線", set(), id="at-the-beginning"),
        pytest.param("請問ChatGPT的規範", set(), id="between-chinese"),
        pytest.param("what does NATO say", {"nato"}, id="an-abbreviation"),
    ],
)
def test_a_capital_inside_a_sentence_marks_a_name(text: str, names: set[str]) -> None:
    assert capitalised(text) == names


def test_every_english_word_has_chinese_ones() -> None:
    assert [word for word, chinese in load().english.items() if not all(chinese)] == []
