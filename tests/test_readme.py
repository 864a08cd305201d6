"""What README promises is what there is."""

from __future__ import annotations

import re
from pathlib import Path

from bot.cli import _parser
from handlers.routes import COMMANDS
from handlers.texts import chinese, english

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_chat_command_is_in_readme_menu_and_catalogues() -> None:
    named = set(re.findall(r"^\| `/(\w+)", README, re.MULTILINE))
    assert named == set(COMMANDS) == set(chinese().commands) == set(english().commands)


def test_every_terminal_command_is_in_readme() -> None:
    named = set(re.findall(r"^\| `minutes-bot (\w+)", README, re.MULTILINE))
    choices = next(a.choices for a in _parser()._actions if a.choices)
    assert named == set(choices)


def test_every_make_target_that_readme_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"make (run|test|check|bench|soak|format|lock)\b", README))
    assert named <= set(re.findall(r"^(\w+):", makefile, re.MULTILINE))
    assert {"run", "test"} <= named


def test_the_lock_files_name_no_address() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--hash=sha256:" in text
