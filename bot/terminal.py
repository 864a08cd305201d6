"""The same bot as a chat in the terminal: one person, one private chat, no network.

The very same handlers run in the very same Application; only the request class is another. It
answers as Telegram would and writes what a person would see.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TextIO

from telegram import Update
from telegram.request import BaseRequest, RequestData

from bot import app
from bot.config import Config
from handlers.markup import Card, plain_text
from knowledge.service import Knowledge

_ME = {"id": 1, "is_bot": True, "first_name": "會議紀錄", "username": "minutes_bot"}
_PERSON = {"id": 2, "is_bot": False, "first_name": "您", "language_code": "zh-hant"}
_CHAT = {"id": 2, "type": "private", "first_name": "您"}
_TOKEN = "1:TERMINAL"  # noqa: S105 - nobody's: there is no network behind it
_GREETING = "請直接輸入問題；輸入數字可以按按鈕，/help 看說明，Ctrl-D 離開。"
_FAREWELL = "再見。"
_SAVED = "檔案已存成 {file}"
_DOWNLOADS = "downloads"  # in the data directory


class TerminalRequest(BaseRequest):
    """Telegram for one person: messages become text, buttons numbers, files files.

    Files are written to *folder*; one that is there already keeps its name and its content.
    """

    def __init__(self, write: Callable[[str], None], folder: Path) -> None:
        self._write = write
        self._folder = folder
        self._number = 0
        self.buttons: list[tuple[int, dict[str, Any]]] = []  # with their messages, as numbered
        self.rows: list[list[dict[str, Any]]] = []  # the same as they stand under their message

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        parameters = request_data.parameters if request_data else {}
        files = (request_data.multipart_data if request_data else None) or {}
        for name, content, _mime in files.values():
            data = content if isinstance(content, bytes) else content.read()
            self._write(_SAVED.format(file=_saved(self._folder, name, data)))
        result = self._answer(url.rsplit("/", 1)[-1], parameters)
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def tell(self, line: str) -> None:
        """Write a *line* of its own; the buttons of the last card stay."""
        self._write(f"{line}\n")

    def _answer(self, name: str, parameters: dict[str, Any]) -> Any:
        if name == "getMe":
            return _ME
        if name in ("sendMessage", "editMessageText", "sendDocument", "sendPhoto"):
            return self._show(parameters)
        if name == "editMessageReplyMarkup":
            return self._offer(parameters)
        if name == "answerCallbackQuery" and parameters.get("text"):
            self._write(str(parameters["text"]))
        return True

    def _show(self, parameters: dict[str, Any]) -> dict[str, Any]:
        self._number += 1
        number = int(parameters.get("message_id") or self._number)
        text = str(parameters.get("text", parameters.get("caption", "")))
        self._write(plain_text(Card(text)))
        self._number_buttons(number, parameters)
        return {"message_id": number, "date": 0, "chat": _CHAT, "from": _ME, "text": text}

    def _offer(self, parameters: dict[str, Any]) -> bool:
        """Show other buttons under a message that stays."""
        self._number_buttons(int(parameters["message_id"]), parameters)
        return True

    def _number_buttons(self, number: int, parameters: dict[str, Any]) -> None:
        self.rows = _rows(parameters.get("reply_markup"))
        self.buttons = [(number, button) for row in self.rows for button in row]
        for line in _numbered(self.rows):
            self._write(line)
        self._write("")


def _saved(folder: Path, name: str, content: bytes) -> Path:
    """Write a file into *folder* under its own name, or another where that one is taken."""
    folder.mkdir(parents=True, exist_ok=True)
    own = Path(name)
    names = (own.name, *(f"{own.stem}-{number}{own.suffix}" for number in range(2, 100)))
    for file in (folder / one for one in names):
        if not file.exists() or file.read_bytes() == content:
            file.write_bytes(content)
            break
    return file


def _rows(markup: Any) -> list[list[dict[str, Any]]]:
    decoded = json.loads(markup) if isinstance(markup, str) else markup
    return list(decoded["inline_keyboard"]) if decoded else []


def _numbered(rows: list[list[dict[str, Any]]]) -> Iterable[str]:
    number = 0
    for row in rows:
        labels = []
        for button in row:
            number += 1
            labels.append(f"[{number}] {button['text']}")
        yield "  ".join(labels)


class Terminal:
    """Reads lines, hands them to the handlers as updates, and writes the cards."""

    def __init__(self, application: app.App, request: TerminalRequest) -> None:
        self._application = application
        self._request = request
        self._updates = 0

    async def take(self, line: str) -> None:
        """Take one line: a number presses a button, anything else is a message."""
        number = int(line) if line.isascii() and line.isdigit() and len(line) < 4 else 0
        if 0 < number <= len(self._request.buttons):
            return await self._press(*self._request.buttons[number - 1])
        await self._application.process_update(self._message(line))

    async def _press(self, message: int, button: dict[str, Any]) -> None:
        """Do what a button does: what Telegram would copy or open is shown."""
        if "callback_data" in button:
            pressed = self._pressed(message, button["callback_data"])
            return await self._application.process_update(pressed)
        self._request.tell(button.get("url") or button["copy_text"]["text"])

    def _pressed(self, message: int, data: str) -> Update:
        under = {"inline_keyboard": self._request.rows}
        shown = {"message_id": message, "date": 1, "chat": _CHAT, "from": _ME}
        return self._update(
            callback_query={
                "id": str(self._updates),
                "from": _PERSON,
                "chat_instance": "terminal",
                "data": data,
                "message": shown | {"reply_markup": under},
            }
        )

    def _message(self, line: str) -> Update:
        message: dict[str, Any] = {
            "message_id": self._updates,
            "date": 1,
            "chat": _CHAT,
            "from": _PERSON,
            "text": line,
        }
        if line.startswith("/"):
            length = len(line.split()[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return self._update(message=message)

    def _update(self, **content: Any) -> Update:
        self._updates += 1
        return Update.de_json({"update_id": self._updates, **content}, self._application.bot)


async def chat(config: Config, source: TextIO = sys.stdin, target: TextIO = sys.stdout) -> None:
    """Talk with the person at *source* until its end."""

    def write(line: str) -> None:
        target.write(line + "\n")
        target.flush()

    request = TerminalRequest(write, config.data_dir / _DOWNLOADS)
    asked = _asking(source)
    async with Knowledge.open(config.data_dir) as door:
        application = app.build(_offline(config), door, request, request)
        async with application:
            if asked:
                write(_GREETING)
            terminal = Terminal(application, request)
            while (line := await _line(source, asked)) is not None:
                if line:
                    await terminal.take(line)
            if asked:
                write(_FAREWELL)


def _offline(config: Config) -> Config:
    return Config(token=_TOKEN, data_dir=config.data_dir)


def _asking(source: TextIO) -> bool:
    return source.isatty()


async def _line(source: TextIO, asked: bool) -> str | None:
    """Return the next line without its end, None at the end of the input."""
    read = _prompted if asked else source.readline
    try:
        line = await asyncio.get_running_loop().run_in_executor(None, read)
    except (EOFError, KeyboardInterrupt):
        return None
    return line.strip() if line else None


def _prompted() -> str:
    return input("> ") + "\n"
