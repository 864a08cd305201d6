"""What people call a body: abbreviations of its name, and what is none."""

from __future__ import annotations

import pytest

from knowledge.lexicon import load
from knowledge.model import Head, Meeting
from knowledge.names import Names
from knowledge.text import fold
from knowledge.words import Words

MEETINGS = {
    "university": ("國立北濱科技大學114學年度第1學期第1次校務會議", "國立北濱科技大學校務會議"),
    "planning-352": ("新竹市都市計畫委員會第352次會議", "新竹市都市計畫委員會"),
    "planning-353": ("新竹市都市計畫委員會第353次會議", "新竹市都市計畫委員會"),
    "road": ("彰143線拓寬工程第二場公聽會", "彰143線拓寬工程公聽會"),
    "transport": ("交通議題小組第6次會議", "交通議題小組"),
    "township": ("海口鄉公所114年度第1次區務會議", "海口鄉公所區務會議"),
    "affairs": ("水沙鄉鄉務會議第8次會議", "水沙鄉鄉務會議"),
    "parents": ("臺東縣豐源國民小學家長會第1次會員大會", "臺東縣豐源國民小學家長會"),
    "nameless": ("", None),
}
PLANNING = {"planning-352", "planning-353"}


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Names:
    lexicon = load()
    words = Words(lexicon.terms | lexicon.vocabulary, tmp_path_factory.getbasetemp())
    meetings = [Meeting(Head(title, series), (), i) for i, (title, series) in MEETINGS.items()]
    return Names(meetings, words.cut, lexicon.known)


@pytest.mark.parametrize(
    ("asked", "name", "meetings"),
    [
        pytest.param("新竹市都市計畫委員會決議", "新竹市都市計畫委員會", PLANNING, id="full"),
        pytest.param("新竹都委會通過什麼", "新竹都委會", PLANNING, id="first-characters-of-words"),
        pytest.param("北濱科大有什麼", "北濱科大", {"university"}, id="an-edge-inside-a-word"),
        pytest.param("北濱科大校務會議", "北濱科大校務會議", {"university"}, id="of-the-meeting"),
        pytest.param("彰143線公聽會", "彰143線公聽會", {"road"}, id="with-digits"),
        pytest.param("彰143線第二場公聽會", "彰143線公聽會", {"road"}, id="an-ordinal-inside"),
        pytest.param("那個海口鄉公所的", "海口鄉公所", {"township"}, id="in-the-middle"),
        pytest.param("豐源國小家長會在哪開", "豐源國小家長會", {"parents"}, id="parents"),
        pytest.param("豐源國小家長會費多少", "豐源國小", {"parents"}, id="dues-are-no-body"),
        pytest.param("水沙鄉鄉務會議", "水沙鄉鄉務會議", {"affairs"}, id="a-syllable-twice"),
        pytest.param("水沙鄉鄉長說什麼", "水沙鄉", {"affairs"}, id="up-to-an-office"),
        pytest.param(
            "交通議題小組第6次會議", "交通議題小組", {"transport"}, id="known-but-counted"
        ),
    ],
)
def test_an_abbreviation_names_the_meetings_of_a_body(
    names: Names, asked: str, name: str, meetings: set[str]
) -> None:
    folded = fold(asked)
    (called,) = names.find(folded)
    assert "".join(folded[place] for place in called.places) == fold(name)
    assert called.meetings == meetings


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("高雄都委會", id="another-place"),
        pytest.param("彰144線公聽", id="another-number"),
        pytest.param("新竹", id="too-short"),
        pytest.param("拓寬工程", id="a-subject-of-a-title"),
        pytest.param("交通議題小組", id="known-words-alone"),
        pytest.param("竹都委會", id="not-from-a-beginning-of-a-word"),
        pytest.param("會委都竹新", id="out-of-order"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_abbreviation_names_nobody(names: Names, asked: str) -> None:
    assert names.find(fold(asked)) == []


def test_several_bodies_are_named_longest_first(names: Names) -> None:
    called = names.find(fold("海口鄉公所跟北濱科大校務會議"))
    assert [one.meetings for one in called] == [{"university"}, {"township"}]


def test_no_name_is_found_inside_another(names: Names) -> None:
    called = names.find(fold("新竹市都市計畫委員會與新竹都委會"))
    places = [place for one in called for place in one.places]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(
    ("asked", "firm"),
    [
        pytest.param("新竹都委會", True, id="a-meeting"),
        pytest.param("海口鄉公所", False, id="a-body-may-be-a-word-besides"),
    ],
)
def test_a_name_is_firm_where_it_means_nothing_else(names: Names, asked: str, firm: bool) -> None:
    (called,) = names.find(fold(asked))
    assert called.firm is firm


def test_the_characters_of_an_ordinal_are_none_of_the_name(names: Names) -> None:
    folded = fold("彰143線第二場公聽會")
    (called,) = names.find(folded)
    assert "".join(folded[place] for place in called.places) == fold("彰143線公聽會")
    assert called.span.cut(folded) == folded


@pytest.mark.parametrize(
    ("asked", "meetings"),
    [
        pytest.param("中彰投平臺", {"middle"}, id="a-city-without-its-first-character"),
        pytest.param("管委會", {"house"}, id="initials-that-end-as-a-meeting"),
        pytest.param("海口鄉公所114年3月5日的區務會議", {"township"}, id="a-date-inside"),
        pytest.param("翠堤雲莊住戶的停車", {"house"}, id="the-whole-words-it-begins-with"),
    ],
)
def test_names_of_several_words(
    tmp_path_factory: pytest.TempPathFactory, asked: str, meetings: set[str]
) -> None:
    found = several(tmp_path_factory).find(fold(asked))
    assert {i for called in found for i in called.meetings} == meetings


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("雲嘉南平臺", id="other-cities"),
        pytest.param("台南管委會", id="of-another-place"),
        pytest.param("翠堤", id="a-part-of-a-word"),
    ],
)
def test_what_only_looks_like_them(tmp_path_factory: pytest.TempPathFactory, asked: str) -> None:
    assert several(tmp_path_factory).find(fold(asked)) == []


def several(tmp_path_factory: pytest.TempPathFactory) -> Names:
    lexicon = load()
    words = Words(lexicon.terms | lexicon.vocabulary, tmp_path_factory.getbasetemp())
    titles = {
        "middle": "臺中彰化南投合作平臺",
        "house": "翠堤雲莊管理委員會",
        "township": "海口鄉公所區務會議",
    }
    meetings = [Meeting(Head(title, title), (), i) for i, title in titles.items()]
    return Names(meetings, words.cut, lexicon.known)
