"""Every sentence the bot says: one catalogue a language, in handlers/catalogue."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from handlers.phrases import (
    PARTS,
    FeedbackTexts,
    SettingsTexts,
    StatsTexts,
    TourTexts,
    TrackingTexts,
)
from knowledge.errors import KnowledgeError


class CatalogueError(KnowledgeError):
    """A catalogue that cannot be used; names the file and what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The words of one language. A missing or unknown one is an error of the whole catalogue."""

    language: str  # its code
    called: str  # in itself
    # conversations with words of their own
    settings: SettingsTexts
    tour: TourTexts
    feedback: FeedbackTexts
    stats: StatsTexts
    tracking: TrackingTexts
    # buttons
    context: str
    next_hit: str
    whole_list: str
    this_meeting: str
    meetings: str
    look: str
    back: str
    earlier: str
    later: str
    read_there: str
    # browsing and citing
    up: str
    to_answer: str
    to_list: str
    this_entry: str
    paragraph: str
    code: str
    cite: str
    cite_whole: str
    file: str
    no_file: str
    resolutions: str
    resolutions_heading: str
    statements: str
    statements_heading: str
    empty_page: str
    what_to_ask: str
    open_in_bot: str
    ask_in_bot: str
    help_inline: str
    follow: str
    notify: str
    follow_resolution: str
    # cards
    remark_of: str
    matched: str
    replaced: str
    follow_up: str
    roc_year: str
    elsewhere: str
    near_misses: str
    list_heading: str
    context_heading: str
    undated: str
    meeting_date: str
    page: str
    empty_meeting: str
    numbers: str
    meetings_numbers: str
    following_numbers: str
    unsure: str
    ask_privately: str
    # honest noes
    minutes: str
    no_words: str
    no_scope: str
    no_fact: str
    no_answer: str
    not_said: str
    searched: str
    searched_nothing: str
    # facts that may be asked for and not be there
    wanted: dict[str, str]
    # names of outcomes and kinds in another language than the minutes'; model.py has theirs
    outcomes: dict[str, str]
    kinds: dict[str, str]
    facts: dict[str, str]
    # conversation
    welcome: str
    small_talk: str
    thanked: str
    leaving: str
    help: str
    help_in_groups: str
    examples: list[str]
    commands: dict[str, str]
    description: str
    short_description: str
    meetings_heading: str
    which_meeting: str
    several_meetings: str
    no_such_meeting: str
    only_text: str
    gone: str
    failed: str
    left_out: str
    # what admins are told of notices
    notices_under_way: str
    notices_sent: str
    notice_given_up: str
    # documents of an admin
    draft_heading: str
    draft_more: str
    draft_place: str
    draft_chairs: str
    draft_missing: str
    draft_differences: str
    draft_no_difference: str
    draft_before: str
    draft_after: str
    draft_warning: str
    draft_beginning: str
    draft_encoding: str
    draft_publish: str
    draft_publish_telling: str
    draft_cancel: str
    draft_look: str
    draft_entries: str
    draft_read_as: str
    draft_corrects: str
    draft_is_new: str
    draft_cancelled: str
    draft_gone: str
    draft_not_admin: str
    draft_unnamed: str
    published_heading: str
    # following
    follow_what: str
    follow_unclear: str
    follow_too_many: str
    follow_not_admin: str
    follow_elsewhere: str
    offer_heading: str
    offer_times: str
    offer_never: str
    offer_when: str
    offer_follow_up: str
    offer_quiet: str
    offer_anytime: str
    offer_standing: str
    offer_decline: str
    offer_declined: str
    followed: str
    following_heading: str
    following_nothing: str
    following_paused: str
    following_all: str
    following_back: str
    pause: str
    pause_all: str
    resume: str
    resume_all: str
    resume_ask: str
    resume_missed: str
    resume_from_now: str
    resumed: str
    resumed_missed: str
    resumed_nothing: str
    end: str
    end_named: str
    end_all: str
    end_all_sure: str
    ended: str
    ended_all: str
    again: str
    anytime: str
    quiet_hours: str
    revived: str
    # what is kept of a person, and its end
    privacy_heading: str
    privacy: list[str]
    forget_ask: str
    forget_sure: str
    forget_yes: str
    forget_no: str
    forgotten: str
    forget_declined: str
    forget_elsewhere: str
    # notices
    notice_new: str
    notice_corrected: str
    notice_without: str
    notice_absent: str
    notice_why: str
    notice_before: str
    notice_after: str
    notice_more: str
    notice_more_meetings: str
    notice_subject: str
    notice_answer: str
    notice_followed_up: str
    # when a follower is told; what is followed where it has no words of its own
    paces: dict[str, str]
    subjects: dict[str, str]
    changes: dict[str, str]
    faults: dict[str, str]


@cache
def catalogues() -> Mapping[str, Texts]:
    """Return every catalogue by its language's code; a file put beside the others is one more.

    Raises CatalogueError for one that lacks a text, or has one that nobody says.
    """
    return read_all(resources.files("handlers") / "catalogue")


def read_all(folder: Traversable) -> Mapping[str, Texts]:
    """Return the catalogues in *folder* by the codes of their languages, in the files' order."""
    files = (one for one in folder.iterdir() if one.name.endswith(".toml"))
    ordered = sorted(files, key=lambda one: one.name)
    found = (read(one.read_text(encoding="utf-8"), one.name) for one in ordered)
    return {texts.language: texts for texts in found}


def chinese() -> Texts:
    return catalogues()["zh"]


def english() -> Texts:
    return catalogues()["en"]


def texts_for(*codes: str | None) -> Texts:
    """Return the catalogue of the first of *codes* that has one, else Traditional Chinese.

    A code is a catalogue's own, or an IETF language tag as Telegram sends it: en, en-GB, zh-hant.
    """
    known = catalogues()
    for code in codes:
        tag = (code or "").lower()
        for name in (tag, tag.partition("-")[0]):
            if name in known:
                return known[name]
    return chinese()


def read(source: str, name: str) -> Texts:
    """Return the catalogue in the TOML *source*, a file called *name*. Raises CatalogueError."""
    try:
        table = tomllib.loads(source)
        parts = {key: _part(kind, table.pop(key, {})) for key, kind in PARTS.items()}
        return Texts(**table, **parts)
    except (TypeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"catalogue/{name}: {error}") from error


def _part(kind: type[Any], table: dict[str, Any]) -> Any:
    return kind(**table)
