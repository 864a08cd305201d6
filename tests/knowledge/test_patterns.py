"""Patterns of many alternatives: what they may begin with, and that they find the same."""

from __future__ import annotations

import re

import pytest

from knowledge.patterns import beginnings, compiled

ANY = frozenset({""})


@pytest.mark.parametrize(
    ("source", "first"),
    [
        pytest.param("多少钱", {"多"}, id="a-word"),
        pytest.param("多少|几(个|位)", {"多", "几"}, id="alternatives"),
        pytest.param("(由|给)?谁", {"由", "给", "谁"}, id="what-may-be-missing"),
        pytest.param("(有(没有)?)*准", {"有", "准"}, id="what-may-come-again"),
        pytest.param("的{0,2}人", {"的", "人"}, id="any-number-down-to-none"),
        pytest.param("的{1,2}人", {"的"}, id="at-least-one"),
        pytest.param("(?:a|(b|c)d)e", {"a", "b", "c"}, id="groups"),
        pytest.param("[哪几2-4]位", {"哪", "几", "2", "3", "4", "-"}, id="a-set"),
        pytest.param("(?<!由)(?=谁)[谁他]", {"谁", "他"}, id="what-is-only-looked-at"),
        pytest.param(r"(?<![a-z])new\ taipei|\.\.", {"n", "."}, id="what-is-escaped"),
        pytest.param("(?P<way>由|给)谁", {"由", "给"}, id="what-has-a-name"),
        pytest.param("^请", {"请"}, id="the-beginning"),
        pytest.param("谁.{0,4}说", {"谁"}, id="anything-behind-it"),
        pytest.param("[^,]人", ANY, id="all-but"),
        pytest.param("[一-鿿]费", ANY | {"一", "-", "鿿"}, id="a-wide-range"),
        pytest.param(r"\d元", ANY, id="a-class"),
        pytest.param(".人", ANY, id="anything"),
        pytest.param("的?", ANY | {"的"}, id="nothing"),
    ],
)
def test_a_pattern_tells_what_it_may_begin_with(source: str, first: set[str]) -> None:
    assert beginnings(source) == first


@pytest.mark.parametrize(
    ("source", "two"),
    [
        pytest.param("多少|几", {"多少", "几"}, id="alternatives"),
        pytest.param("(由|给)?谁说", {"由谁", "给谁", "谁说"}, id="what-may-be-missing"),
        pytest.param("的*人们", {"的的", "的人", "人们"}, id="what-may-come-again"),
        pytest.param(
            "(?:很|太){1,2}多", {"很很", "很太", "太很", "太太", "很多", "太多"}, id="once-or-twice"
        ),
        pytest.param("第[一二](?=[点项])次", {"第一", "第二"}, id="what-is-only-looked-at"),
        pytest.param("谁.说", {"谁"}, id="anything-behind-it"),
        pytest.param(r"第\d点|\.a", {"第", ".a"}, id="a-class"),
        pytest.param("[^,]人", ANY, id="anything-before-it"),
    ],
)
def test_a_pattern_tells_which_two_characters_it_may_begin_with(source: str, two: set[str]) -> None:
    assert beginnings(source, 2) == two


@pytest.mark.parametrize(
    "source", ["多少|几个", "(由|给)?谁", "的?人|多少", "(?<!由)谁(?=说)|由", "[^,]人|说", "的?"]
)
@pytest.mark.parametrize("text", ["由谁说多少人", "的人,人说给谁", "几个 几", ""])
def test_the_compiled_pattern_finds_the_same(source: str, text: str) -> None:
    found = [match.span() for match in compiled(source).finditer(text)]
    assert found == [match.span() for match in re.finditer(source, text)]
