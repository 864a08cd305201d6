"""Patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re

import pytest

import knowledge
from knowledge.regex import regex

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(knowledge.__path__, "knowledge.")
    if not module.ispkg
)


def test_it_does_what_a_compiled_pattern_does() -> None:
    lazy, compiled = regex("(?P<day>[0-9]+)日", re.IGNORECASE), re.compile("(?P<day>[0-9]+)日")
    text = "112年2月11日、15日"
    assert [match["day"] for match in lazy.finditer(text)] == ["11", "15"]
    assert (lazy.sub("", text), lazy.split(text)) == (compiled.sub("", text), compiled.split(text))
    assert lazy.findall(text) == compiled.findall(text)
    assert (lazy.match(text), lazy.fullmatch("3日") is None) == (None, False)
    assert lazy.pattern == compiled.pattern


def test_what_a_pattern_has_not_is_an_error() -> None:
    with pytest.raises(AttributeError):
        getattr(regex("日"), "gsub")  # noqa: B009


@pytest.mark.parametrize("name", MODULES)
def test_each_pattern_can_be_compiled(name: str) -> None:
    module = importlib.import_module(name)
    for value in vars(module).values():
        if type(value) is type(regex("")):
            assert re.compile(value.pattern, value.flags)
