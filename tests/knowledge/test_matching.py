"""What an entry speaks of: words, aliases, what it hangs on; never characters side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.engine import Engine
from knowledge.followed import Subject, SubjectKind
from knowledge.matching import LEAST, Matcher, matched, of_city, said_by, score
from knowledge.model import Fact, Kind, Official
from knowledge.posting import Posting
from knowledge.text import fold

CHAIRS = (Official("謝國樑", "基隆市政府", "市長"),)


@pytest.fixture(scope="module")
def matcher(engine: Engine) -> Matcher:
    return engine.matcher


def posting(text: str, near: str = "", **facts: str) -> Posting:
    return replace(
        Posting("aaaaaaaaaa", 0, kind=Kind.RESOLUTION.value, body=fold(text), near=fold(near)),
        **facts,  # type: ignore[arg-type]
    )


def speaks(engine: Engine, followed: str, text: str, near: str = "") -> bool:
    terms = engine.subjects.terms(Subject(SubjectKind.WORDS, followed))
    return score(engine.matcher.said(posting(text, near), CHAIRS), terms) >= LEAST


@pytest.mark.parametrize(
    ("followed", "text"),
    [
        ("月票", "生活圈月票之財源有待溝通。"),
        ("月票", "TPASS 定期票之財源有待溝通。"),
        ("TPASS", "生活圈月票之財源有待溝通。"),
        ("生活圈月票", "月票之財源有待溝通。"),
        ("月票後來怎麼決定", "月票照案通過。"),
        ("月票一張賣多少錢", "月票定價每張 1,200 元。"),
        ("月票", "月票照案通過。"),
        ("无薪假", "無薪假人數上升。"),
        ("臺北港", "台北港聯外道路。"),
        ("基隆捷運什麼時候完工", "基隆捷運預計 122 年完工。"),
        ("高雄捷運有什麼結論", "高雄捷運延伸線。"),
        ("月票", "TPASS 之財源有待溝通。"),
    ],
)
def test_the_words_of_search_are_those_of_subscriptions(
    engine: Engine, followed: str, text: str
) -> None:
    assert speaks(engine, followed, text)


@pytest.mark.parametrize(
    ("followed", "text"),
    [
        ("市民", "城市民生之所需。"),
        ("台中", "平台中央單位。"),
        ("本田", "日本田徑隊。"),
        ("高雄捷運有什麼結論", "基隆捷運預計 122 年完工。"),
        ("基隆捷運什麼時候完工", "河濱公園預計 122 年完工。"),
        ("月票", "照案通過。"),
    ],
)
def test_other_words_are_none_of_them(engine: Engine, followed: str, text: str) -> None:
    assert not speaks(engine, followed, text)


def test_what_an_entry_hangs_on_counts_less_than_its_own_words(
    engine: Engine, matcher: Matcher
) -> None:
    own, near = posting("月票照案通過。"), posting("照案通過。", near="案由：月票")
    assert matcher.said(own, ())["月票"] > matcher.said(near, ())["月票"] >= LEAST
    assert speaks(engine, "月票", "照案通過。", near="案由：月票")


def test_who_speaks_is_known_by_name_office_and_city(matcher: Matcher) -> None:
    said = matcher.said(posting("謝謝。", speaker="謝國樑"), CHAIRS)
    for term in (said_by("謝國樑"), said_by("基隆市長"), said_by("基隆市市長"), of_city("基隆")):
        assert said[term] == 1.0
    assert of_city("基隆") not in matcher.said(posting("謝謝。", speaker="謝國樑"), ())


def test_who_was_there_is_no_news_but_the_place_is(matcher: Matcher) -> None:
    header = posting("主席：臺北市政府 蔣萬安市長", kind=Kind.HEADER.value)
    assert matcher.said(replace(header, fact=Fact.CHAIR.value), ()) == {}
    assert "台北" in matcher.said(replace(header, fact=Fact.PLACE.value), ())


def test_each_subscription_is_matched_where_enough_of_it_stands() -> None:
    said = [{"月票": 1.0}, {"月票": 0.75, "财源": 1.0}, {}]
    wanted = {"月票": [(1, 1.0), (2, 0.5)], "财源": [(2, 0.5)]}
    assert matched(said, wanted) == {1: {0: 1.0, 1: 0.75}, 2: {1: 0.875}}
