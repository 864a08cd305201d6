"""Telegram's HTML: tags to entities, and how long a text is once they are gone.

Stricter than Telegram, which takes a bare `&` as it stands and drops what may not be nested:
both are slips of whoever made the text, so both are refused here.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

from tests.standin.refusal import Refused

_TOKEN = re.compile(
    r"<(?P<end>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<attributes>[^<>]*)>"
    r"|&(?P<entity>lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});"
    r"|(?P<bad>[<&])|(?P<text>[^<&]+)"
)
_ATTRIBUTE = re.compile(r"""\s+([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?""")
_KINDS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
# core.telegram.org/bots/api#html-style: which attributes each tag takes, and what they may be
_ATTRIBUTES = {
    "span": {"class": re.compile("tg-spoiler")},
    "a": {"href": re.compile(r"(?:https?|tg)://\S+")},
    "tg-emoji": {"emoji-id": re.compile(r"\d+")},
    "blockquote": {"expandable": re.compile("")},
    "code": {"class": re.compile(r"language-\S+")},
}
_OPTIONAL = {"blockquote", "code"}


def units(text: str) -> int:
    """Length in UTF-16 code units, in which Telegram counts offsets."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass
class _Open:
    tag: str
    offset: int
    extra: dict[str, Any]


@dataclass
class _Parse:
    text: str = ""
    entities: list[dict[str, Any]] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)


def parse(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities of an HTML string; Refused where Telegram would not read it."""
    state = _Parse()
    for token in _TOKEN.finditer(source):
        if token["bad"]:
            _fail(f'Unsupported "{token["bad"]}"', token)
        elif token["tag"]:
            (_close if token["end"] else _open)(state, token)
        else:
            state.text += html.unescape(token[0]) if token["entity"] else token[0]
    if state.stack:
        _fail(f'Can\'t find end tag corresponding to start tag "{state.stack[-1].tag}"')
    return state.text, sorted(state.entities, key=lambda item: (item["offset"], -item["length"]))


def _open(state: _Parse, token: re.Match[str]) -> None:
    tag = token["tag"].lower()
    if tag not in _KINDS:
        _fail(f'Unsupported start tag "{tag}"', token)
    above = [item.tag for item in state.stack]
    if tag == "blockquote" and tag in above:
        _fail("Blockquotes can't be nested", token)
    if {"code", "pre"} & set(above) and (tag != "code" or above[-1] != "pre"):
        _fail(f'Tag "{tag}" inside code', token)
    state.stack.append(_Open(tag, units(state.text), _attributes(tag, token)))


def _close(state: _Parse, token: re.Match[str]) -> None:
    tag = token["tag"].lower()
    if not state.stack or token["attributes"].strip():
        _fail("Unexpected end tag", token)
    opened = state.stack.pop()
    if opened.tag != tag:
        _fail(f'Unmatched end tag, expected "</{opened.tag}>", found "</{tag}>"', token)
    if length := units(state.text) - opened.offset:
        entity = {"type": _KINDS[tag], "offset": opened.offset, "length": length}
        state.entities.append(entity | opened.extra)


def _attributes(tag: str, token: re.Match[str]) -> dict[str, Any]:
    found = {
        match[1]: html.unescape(match[2] or match[3] or "")
        for match in _ATTRIBUTE.finditer(token["attributes"])
    }
    allowed = _ATTRIBUTES.get(tag, {})
    if _ATTRIBUTE.sub("", token["attributes"]).strip() or found.keys() - allowed.keys():
        _fail(f'Unsupported attribute of tag "{tag}"', token)
    if any(not allowed[name].fullmatch(value) for name, value in found.items()):
        _fail(f'Bad attribute of tag "{tag}"', token)
    if not found and allowed and tag not in _OPTIONAL:
        _fail(f'Tag "{tag}" must have attribute "{min(allowed)}"', token)
    return _extra(tag, found)


def _extra(tag: str, found: dict[str, str]) -> dict[str, Any]:
    match tag:
        case "a":
            return {"url": found["href"]}
        case "tg-emoji":
            return {"custom_emoji_id": found["emoji-id"]}
        case "blockquote" if found:
            return {"type": "expandable_blockquote"}
    return {}


def _fail(problem: str, token: re.Match[str] | None = None) -> None:
    where = f" at byte offset {len(token.string[: token.start()].encode())}" if token else ""
    raise Refused(f"can't parse entities: {problem}{where}")
