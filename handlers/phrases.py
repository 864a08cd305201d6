"""The words of single conversations: each a table of its own in a catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsTexts:
    """/settings: what is chosen, and what can be."""

    heading: str
    heading_topic: str
    line: str
    chosen: str
    language: str
    as_telegram: str
    results: str
    results_line: str
    pace: str
    pace_by_itself: str
    hours: str
    hours_quiet: str
    hours_anytime: str
    ask_language: str
    ask_results: str
    ask_pace: str
    ask_hours: str
    back: str
    not_admin: str
    elsewhere: str
    usual: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TourTexts:
    """The first steps, and how to take them again."""

    cards: list[str]
    position: str
    on: str
    back: str
    skip: str
    done: str
    again: str
    ready: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackTexts:
    """有幫助, 沒幫助."""

    helpful: str
    unhelpful: str
    thanks: str
    thanks_unhelpful: str
    leave: str
    left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatsTexts:
    """/stats: how the bot is used, and the questions that wait for an answer."""

    heading: str
    today: str
    week: str
    month: str
    none_asked: str
    waiting: str
    following: str
    notices: str
    no_notices: str
    votes: str
    worst: str
    worst_line: str
    not_admin: str
    chart: str
    chart_title: str
    chart_caption: str
    chart_line: str
    chart_answered: str
    chart_unanswered: str
    questions: str
    questions_heading: str
    questions_line: str
    questions_none: str
    questions_numbers: str
    one_heading: str
    one_pairs: str
    one_none: str
    pair: str
    settle: str
    settled: str
    learned: str
    learned_answers: str
    learned_nothing: str
    refused: str
    back: str
    back_to_questions: str
    states: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingTexts:
    """A topic over time, from mouth to mouth, and what is still to come."""

    history: str
    voices: str
    picture: str
    pending: str
    to_history: str
    to_voices: str
    to_pending: str
    none: str
    heading: str
    spoken: str
    between: str
    after: str
    more: str
    picture_footer: str
    voices_heading: str
    voices_silent: str
    voices_nobody: str
    voices_together: str
    in_minutes: str
    pending_heading: str
    pending_none: str
    pending_no_meeting: str
    pending_silent: str


PARTS: dict[str, type[Any]] = {
    "settings": SettingsTexts,
    "tour": TourTexts,
    "feedback": FeedbackTexts,
    "stats": StatsTexts,
    "tracking": TrackingTexts,
}
