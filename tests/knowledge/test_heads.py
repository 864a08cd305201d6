"""Meetings are found by what their titles and places hold, and by nothing they held before."""

from __future__ import annotations

from knowledge.heads import Heads
from knowledge.model import Head, Meeting

BASIN = Meeting(Head("淡水河流域會議", place="八里"), (), id="a")
HARBOUR = Meeting(Head("基隆港會議", place="八斗子"), (), id="b")


def test_a_word_finds_the_meetings_whose_title_or_place_has_it_whole() -> None:
    heads = Heads((BASIN, HARBOUR))
    assert heads.holding("会议") == {"a", "b"}
    assert heads.holding("流域会议") == {"a"}
    assert heads.holding("会议", "八斗子") == {"b"}
    assert heads.holding("基隆河") == set()
    assert heads.holding("港域") == set()


def test_a_corrected_meeting_is_found_by_what_it_holds_now() -> None:
    heads = Heads((BASIN, HARBOUR))
    heads.put(Meeting(Head("大漢溪會議"), (), id="a"))
    assert heads.holding("淡水") == set()
    assert heads.holding("大汉溪") == {"a"}


def test_a_retracted_meeting_is_not_found() -> None:
    heads = Heads((BASIN, HARBOUR))
    heads.remove("b")
    assert heads.holding("基隆") == set()
    assert heads.holding("会议") == {"a"}


def test_only_what_some_title_or_place_may_hold_is_looked_up() -> None:
    assert list(Heads((BASIN,)).spelled("看八里的", longest=4)) == ["八里"]
