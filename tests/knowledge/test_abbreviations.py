"""Short forms that the minutes write out, and what is none."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from knowledge.abbreviations import Abbreviations
from knowledge.text import fold
from knowledge.words import Words

BODIES = (
    "國立海洋科技博物館自本週起整修。",
    "由台灣糖業股份有限公司提供土地。",
    "協調四市資源，合辦海外拓銷活動。",
    "交由臺北市政府研究發展考核委員會彙整。",
    "請三個縣市一起市場調查。",
    "高雄地區雄鷹飛行隊表演。",
    "電機工程學系擬停辦夜間部。",
    "攤位管理維護費另計。",
)


@pytest.fixture(scope="module")
def short(dictionary: Words) -> Abbreviations:
    def holding(characters: Iterable[str], most: int) -> Iterable[str]:
        return [body for body in map(fold, BODIES) if set(characters) <= set(body)][:most]

    return Abbreviations(holding, dictionary.cut, (fold("高雄"),))


@pytest.mark.parametrize(
    ("asked", "full"),
    [
        pytest.param("海科館", "海洋科技博物館", id="first-characters-and-the-last-of-a-word"),
        pytest.param("台糖", "台灣糖業", id="first-characters-of-words"),
        pytest.param("海拓", "海外拓銷", id="up-to-the-end-of-the-last-word"),
        pytest.param("研考會", "研究發展考核委員會", id="of-four-words"),
        pytest.param("電機系", "電機工程學系", id="a-body-with-words-between"),
        pytest.param("攤位費", None, id="no-body-with-as-many-between"),
        pytest.param("洋技", None, id="of-two-characters-each-begins-a-word"),
        pytest.param("海糖", None, id="of-different-entries"),
        pytest.param("館科海", None, id="out-of-order"),
        pytest.param("三市", None, id="a-count"),
        pytest.param("高雄隊", None, id="a-place"),
        pytest.param("海", None, id="one-character"),
        pytest.param("海科館票價", None, id="more-than-four-characters"),
        pytest.param("hkg", None, id="latin"),
    ],
)
def test_a_short_form_keeps_a_character_of_each_word(
    short: Abbreviations, asked: str, full: str | None
) -> None:
    assert short.full(fold(asked)) == (fold(full) if full else None)


def test_of_several_full_forms_the_shortest_is_meant(dictionary: Words) -> None:
    bodies = [fold("海外市場拓銷"), fold("海外拓銷")]
    assert Abbreviations(lambda *_: bodies, dictionary.cut, ()).full("海拓") == fold("海外拓銷")
