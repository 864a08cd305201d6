"""Rules of the Bot API that its specification has only in words, or not at all."""

from __future__ import annotations

import math
import re
from collections import Counter, deque
from collections.abc import Callable, Mapping
from typing import Any

from tests.standin.markup import parse, units
from tests.standin.refusal import Refused

# core.telegram.org/bots/api, and the errors of tdlib/telegram-bot-api as bots report them
TEXT, CAPTION, ANSWER = 4096, 1024, 200  # characters after entities parsing
CALLBACK_DATA, RESULT_ID, NEXT_OFFSET = 64, 64, 64  # bytes
DESCRIPTIONS = {"description": 512, "short_description": 120}
BUTTONS, ROW, RESULTS, COMMANDS = 100, 8, 50, 100
DOWNLOAD = 20 * 1024 * 1024
QUERY_SECONDS = 15
_START = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NO_ACTION = {"text", "icon_custom_emoji_id", "style"}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_TOO_LONG = {TEXT: "message is too long", CAPTION: "message caption is too long"}


def formatted(
    arguments: Mapping[str, Any], key: str, entities_key: str, limit: int
) -> dict[str, Any]:
    """Text and entities as a message holds them, `text` or `caption` by its limit."""
    text, entities = arguments.get(key, ""), arguments.get(entities_key, [])
    match arguments.get("parse_mode"):
        case None:
            _inside(text, entities)
        case "HTML":
            text, entities = parse(text)
        case mode:
            raise Refused(f"unsupported parse_mode {mode}")
    if max(len(text), units(text)) > limit:
        raise Refused(_TOO_LONG[limit])
    if limit == TEXT:
        if not text.strip(" \t\r\n\0"):
            raise Refused("message text is empty")
        return {"text": text} | ({"entities": entities} if entities else {})
    return {"caption": text, "caption_entities": entities} if text else {}


def _inside(text: str, entities: list[dict[str, Any]]) -> None:
    for entity in entities:
        start, length = entity["offset"], entity["length"]
        if start < 0 or length < 1 or start + length > units(text):
            raise Refused("can't parse entities: entity outside of the text")


def keyboard(markup: Mapping[str, Any] | None) -> None:
    """An inline keyboard as Telegram takes it; other keyboards pass."""
    rows = (markup or {}).get("inline_keyboard", [])
    if sum(map(len, rows)) > BUTTONS or any(not 1 <= len(row) <= ROW for row in rows):
        raise Refused("reply markup is too long")
    for button in (button for row in rows for button in row):
        _button(button)


def _button(button: Mapping[str, Any]) -> None:
    if not button["text"].strip():
        raise Refused("can't parse inline keyboard button: Field text must be non-empty")
    if len(button.keys() - _NO_ACTION) != 1:
        raise Refused("can't parse inline keyboard button: it must have exactly one action")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise Refused("BUTTON_DATA_INVALID")
    if "url" in button and not re.fullmatch(r"(?:https?|tg)://\S+", button["url"]):
        raise Refused("BUTTON_URL_INVALID")
    if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= 256:
        raise Refused("BUTTON_COPY_TEXT_INVALID")


def commands(items: list[dict[str, str]]) -> None:
    if len(items) > COMMANDS:
        raise Refused("BOT_COMMANDS_TOO_MUCH")
    for item in items:
        if not _COMMAND.fullmatch(item["command"]):
            raise Refused("BOT_COMMAND_INVALID")
        if not 1 <= len(item["description"]) <= 256:
            raise Refused("BOT_COMMAND_DESCRIPTION_INVALID")


def description(what: str, text: str) -> None:
    if len(text) > DESCRIPTIONS[what]:
        raise Refused(
            "BOT_SHORT_DESCRIPTION_TOO_LONG" if "short" in what else "BOT_DESCRIPTION_TOO_LONG"
        )


def language(arguments: Mapping[str, Any]) -> str:
    """A two-letter code, "" for everybody who has no menu or description of their own language."""
    code: str = arguments.get("language_code", "")
    if not re.fullmatch(r"(?:[a-z]{2})?", code):
        raise Refused("invalid language code specified")
    return code


def inline_results(arguments: Mapping[str, Any]) -> None:
    results = arguments["results"]
    ids = Counter(result["id"] for result in results)
    if len(results) > RESULTS:
        raise Refused("RESULTS_TOO_MUCH")
    if any(not 1 <= len(name.encode()) <= RESULT_ID for name in ids):
        raise Refused("RESULT_ID_INVALID")
    if len(ids) < len(results):
        raise Refused("RESULT_ID_DUPLICATE")
    if len(arguments.get("next_offset", "").encode()) > NEXT_OFFSET:
        raise Refused("NEXT_OFFSET_INVALID")
    if not _START.fullmatch(arguments.get("button", {}).get("start_parameter", "none")):
        raise Refused("START_PARAM_INVALID")
    for result in results:
        keyboard(result.get("reply_markup"))
        formatted(result, "caption", "caption_entities", CAPTION)
        if "message_text" in (content := result.get("input_message_content", {})):
            formatted(content, "message_text", "entities", TEXT)


class Limits:
    """Telegram's unofficial rates: 30 a second, 1 a second to a chat, 20 a minute to a group."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._sent: dict[object, deque[float]] = {}

    def admit(self, chat_id: int) -> None:
        rates: list[tuple[object, int, int]] = [("all", 30, 1), (chat_id, 1, 1)]
        if chat_id < 0:
            rates.append((("group", chat_id), 20, 60))
        if wait := max(self._wait(*rate) for rate in rates):
            raise Refused(f"retry after {wait}", 429, retry_after=wait)
        for key, _, _ in rates:
            self._sent[key].append(self._clock())

    def _wait(self, key: object, count: int, seconds: int) -> int:
        sent = self._sent.setdefault(key, deque())
        while sent and sent[0] + seconds <= self._clock():
            sent.popleft()
        return math.ceil(sent[0] + seconds - self._clock()) if len(sent) >= count else 0
