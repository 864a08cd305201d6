"""The operator's own aliases: `aliases.toml` in the data directory, added to those that ship."""

from __future__ import annotations

import json
from pathlib import Path

from knowledge.lexicon import LexiconError, load
from knowledge.text import fold

FILE = "aliases.toml"


def add(data_dir: Path, asked: str, minutes: str) -> Path:
    """Let *asked*, a word of questions, find *minutes*, a word of the minutes; return the file.

    The file is replaced whole or not at all. Raises LexiconError where it cannot be read or
    written, or where one of the words is empty or both are the same.
    """
    file = data_dir / FILE
    if not fold(asked) or not fold(minutes) or fold(asked) == fold(minutes):
        raise LexiconError(
            f"{file}: an alias needs two different words, not {asked!r}, {minutes!r}"
        )
    try:
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        draft = file.with_suffix(".new")
        draft.write_text(before + _group(asked, minutes), encoding="utf-8")
        load(draft)
        draft.replace(file)
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{file}: cannot be written ({error})") from error
    return file


def _group(asked: str, minutes: str) -> str:
    # A JSON string without control characters is a TOML string.
    words = (json.dumps(" ".join(word.split()), ensure_ascii=False) for word in (minutes, asked))
    found, meant = words
    return f'\n[[group]]\nkind = "asked"\nminutes = [{found}]\nasked = [{meant}]\n'
