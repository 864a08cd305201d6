"""The shapes of the Bot API, from the names, types and required flags of its specification.

`tests/data/botapi.json` holds Bot API 10.0, which python-telegram-bot 22.8 speaks. Telegram
itself ignores what it does not know; here every unknown field is a mistake with its path.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.standin.refusal import Misshapen, Refused

_SPECIFICATION = Path(__file__).parents[1] / "data" / "botapi.json"
_PRIMITIVES: dict[str, Callable[[Any], bool]] = {
    "String": lambda value: isinstance(value, str),
    "Integer": lambda value: type(value) is int,
    "Float": lambda value: type(value) in (int, float),
    "Boolean": lambda value: type(value) is bool,
    "InputFile": lambda value: isinstance(value, Upload),
}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file sent along with a call."""

    name: str
    data: bytes


class Schema:
    def __init__(self, specification: Mapping[str, Any]) -> None:
        self.methods: dict[str, Any] = specification["methods"]
        self.types: dict[str, Any] = specification["types"]

    @classmethod
    def load(cls) -> Schema:
        return cls(json.loads(_SPECIFICATION.read_text(encoding="utf-8")))

    def arguments(
        self, method: str, fields: Mapping[str, Any], uploads: Mapping[str, Upload]
    ) -> dict[str, Any]:
        """The arguments of a call, decoded; Misshapen where one is not what it should be."""
        known = self.methods[method]["fields"]
        sent: dict[str, Any] = {**fields, **{k: v for k, v in uploads.items() if k in known}}
        arguments = {
            name: _decoded(value, known[name]["types"]) if name in known else value
            for name, value in sent.items()
        }
        self._fields(arguments, known, method)
        _all_attached(method, arguments, uploads)
        return arguments

    def check(self, value: Any, types: list[str], path: str) -> None:
        """Let only a value pass that has one of the types."""
        if isinstance(value, list) and all(name.startswith("Array of ") for name in types):
            inner = [name.removeprefix("Array of ") for name in types]
            for number, item in enumerate(value):
                self.check(item, inner, f"{path}[{number}]")
            return
        mistakes: list[Misshapen] = []
        for name in types:
            try:
                return self._one(value, name, path)
            except Misshapen as mistake:
                mistakes.append(mistake)
        raise max(mistakes, key=lambda mistake: mistake.depth)

    def _one(self, value: Any, name: str, path: str) -> None:
        if name.startswith("Array of "):
            raise Misshapen(path, "must be a list")
        if name in _PRIMITIVES:
            if not _PRIMITIVES[name](value):
                raise Misshapen(path, f"must be {name}")
            return _encodable(value, path)
        if subtypes := self.types[name].get("subtypes"):
            if not (named := _tagged(value, subtypes)):
                raise Misshapen(f"{path}.type", f"no {name} is of this type")
            return self.check(value, named, path)
        if not isinstance(value, dict):
            raise Misshapen(path, f"must be {name}")
        self._fields(value, self.types[name]["fields"], path)

    def _fields(self, value: Mapping[str, Any], known: Mapping[str, Any], path: str) -> None:
        for name, item in value.items():
            if name not in known:
                raise Misshapen(f"{path}.{name}", "unknown field")
            self.check(item, known[name]["types"], f"{path}.{name}")
        for name, field in known.items():
            if field["required"] and name not in value:
                raise Misshapen(f"{path}.{name}", "is missing")


def _decoded(value: Any, types: list[str]) -> Any:
    """Undo the JSON around anything but text: forms and PTB's JSON bodies hold only strings."""
    is_text = types in (["String"], ["InputFile", "String"])
    if is_text or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _tagged(value: Any, subtypes: list[str]) -> list[str]:
    """The subtypes whose name ends in the value's `type`: live_photo → InputMediaLivePhoto."""
    tag = value.get("type") if isinstance(value, dict) else None
    if not isinstance(tag, str):
        return subtypes
    stem = next(i for i, letters in enumerate(zip(*subtypes, strict=False)) if len({*letters}) > 1)
    name = tag.replace("_", " ").title().replace(" ", "")
    return [kind for kind in subtypes if kind[stem:].removeprefix("Cached") == name]


def _encodable(value: Any, path: str) -> None:
    if isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value):
        raise Refused(f"strings must be encoded in UTF-8 ({path})")


def _all_attached(method: str, arguments: Mapping[str, Any], uploads: Mapping[str, Upload]) -> None:
    """Every file must be named once in the arguments, and every name must have its file."""
    named = set(_attachments(list(arguments.values())))
    own = {name for name, value in arguments.items() if isinstance(value, Upload)}
    if lost := named - set(uploads):
        raise Misshapen(f"{method}.{min(lost)}", "attached file is missing")
    if stray := set(uploads) - named - own:
        raise Misshapen(f"{method}.{min(stray)}", "unknown file")


def _attachments(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.startswith("attach://"):
        yield value.removeprefix("attach://")
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _attachments(item)
