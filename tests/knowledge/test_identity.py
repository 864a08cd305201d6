"""Codes that are the same at any time, on any machine."""

from __future__ import annotations

import pytest

from knowledge.identity import entry_ids, short_code
from tests.builders import entry


def test_a_code_never_changes() -> None:
    """Buttons under answers sent years ago carry it."""
    assert short_code(10, "2023-02-11", "照案通过。", 1) == "omnp6kjlnr"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("一、 交通組：月票。", "三、交通組：月票。"),
        ("(一) 成立平臺", "（十二）成立平台"),
        ("1. 共享資訊", "２、共享資訊"),
        ("提案一：主視覺", "提案二:主視覺"),
        ("陸、提案討論", "柒、提案討論"),
    ],
)
def test_an_entry_is_known_by_its_words_not_its_number(one: str, other: str) -> None:
    assert entry_ids("a", [entry(one)]) == entry_ids("a", [entry(other)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("一、 交通組：月票。", "一、 交通組：票價。"),
        ("112年2月11日", "113年2月11日"),
        ("4 城市合作", "3 城市合作"),
        ("十二行政區", "十三行政區"),
    ],
)
def test_other_words_are_another_entry(one: str, other: str) -> None:
    assert entry_ids("a", [entry(one)]) != entry_ids("a", [entry(other)])
