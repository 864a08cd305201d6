"""Latin letters in a question as the minutes write them: names by sound, bodies by their words."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.latin import Latin
from knowledge.text import fold
from knowledge.words import Words
from tests.knowledge.conftest import latin_of


def written(latin: Latin, asked: str) -> str:
    return latin.in_chinese(fold(asked), asked)


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        pytest.param("the Taichung airport", "台中", id="irregular-in-the-table"),
        pytest.param("What did Chiang Wan-an say?", "蔣萬安", id="wade-giles-person"),
        pytest.param("What did Jiang Wan'an say?", "蔣萬安", id="pinyin-person"),
        pytest.param("Did Xie Guoliang speak?", "謝國樑", id="who-presided"),
        pytest.param("Is the Minxi Line there?", "民汐線", id="a-line-with-its-kind"),
        pytest.param("what about the mayor of Keelung", "基隆市長", id="an-office-of-a-place"),
        pytest.param("深坑 or Shenkeng District", "深坑區", id="a-district"),
        pytest.param("what about huilong", "迴龍", id="in-small-letters-throughout"),
    ],
)
def test_a_name_is_found_by_its_sound(latin: Latin, asked: str, chinese: str) -> None:
    assert fold(chinese) in written(latin, asked)


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        pytest.param("What did Ko Wen-je say?", "ko wen-je", id="who-is-nobody-here"),
        pytest.param("Is Elon Musk there?", "elon musk", id="no-syllables"),
        pytest.param("Does the Minutes Guide help?", "guide", id="an-english-word-of-syllables"),
        pytest.param(
            "Is it about huilong, Anna?", "huilong", id="small-where-others-have-capitals"
        ),
    ],
)
def test_another_name_stays_as_it_is(latin: Latin, asked: str, kept: str) -> None:
    assert kept in written(latin, asked)


def test_chinese_questions_are_left_alone(latin: Latin) -> None:
    assert written(latin, "月票後來怎麼決定") == fold("月票後來怎麼決定")


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        pytest.param("the urban planning commission of Hsinchu", "都市計畫委員會", id="translated"),
        pytest.param(
            "What did the Yutang urban planning committee say", "都市計畫委員會", id="kept"
        ),
    ],
)
def test_a_body_is_found_by_its_words(
    bodies: Engine, dictionary: Words, asked: str, chinese: str
) -> None:
    assert fold(chinese) in written(latin_of(bodies, dictionary), asked)


def test_a_body_of_no_minutes_stays_english(latin: Latin) -> None:
    assert written(latin, "the hospital board meeting") == "the hospital board meeting"


def test_a_surname_with_a_title_is_called_as_in_the_minutes(latin: Latin) -> None:
    assert fold("侯市長") in written(latin, "What did Mayor Hou say?")
    assert "mayor wu" in written(latin, "What did Mayor Wu say?")
