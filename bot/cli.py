"""The command `minutes-bot`. What a command needs is imported when it runs: --help is instant."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from bot.config import Config, load
from knowledge.errors import KnowledgeError

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
Command = Callable[[Config, argparse.Namespace], int]

_WITHOUT_TELEGRAM = (
    "no Telegram token is configured; put one into config.toml ([telegram] token), "
    "or talk to the bot here with `minutes-bot chat`"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 after one clear line on standard error."""
    asked = _parser().parse_args(arguments)
    command: Command = asked.command
    for stream in (sys.stdout, sys.stderr):
        # What cannot be written in the terminal's encoding is written as an escape.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    # A log is kept of what runs on; a command's one line says all that went wrong.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        return command(load(asked.config), asked)
    except KnowledgeError as error:
        print(f"minutes-bot: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read us has seen enough; nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="minutes-bot", description="What four cities decided.")
    parser.add_argument("--config", type=Path, help="configuration file (TOML)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="the bot in Telegram, until SIGINT or SIGTERM")
    run.add_argument("--or-chat", action="store_true", help="without a token: chat here instead")
    run.set_defaults(command=_run)

    chat = commands.add_parser("chat", help="the same bot in the terminal")
    chat.set_defaults(command=_chat)

    ask = commands.add_parser("ask", help="one answer, or one for each line of a batch")
    ask.add_argument("--json", action="store_true", help="the answer as JSON")
    ask.add_argument("--now", type=_day, metavar="DATE", help="what 今天 is, as 2025-12-01")
    ask.add_argument(
        "--batch", metavar="FILE", help="JSON objects, one a line; - is standard input"
    )
    ask.add_argument("question", nargs="?")
    ask.set_defaults(command=_ask, parser=ask)

    ingest = commands.add_parser("ingest", help="read minutes from files or folders")
    ingest.add_argument("--dry-run", action="store_true", help="only show what was understood")
    ingest.add_argument("--json", action="store_true", help="what was understood, as JSON")
    ingest.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    ingest.set_defaults(command=_ingest)

    show = commands.add_parser("show", help="the meetings, or one meeting's entries")
    show.add_argument("meeting", nargs="?", metavar="MEETING")
    which = show.add_mutually_exclusive_group()
    which.add_argument("--versions", action="store_true", help="list the earlier versions")
    which.add_argument("--version", type=int, metavar="NUMBER", help="an earlier version")
    show.set_defaults(command=_show, parser=show)

    retract = commands.add_parser("retract", help="take a meeting off the record")
    retract.add_argument("meeting", metavar="MEETING")
    retract.set_defaults(command=_retract)

    backup = commands.add_parser("backup", help="a proved copy of the record")
    backup.add_argument("file", type=Path, metavar="FILE")
    backup.set_defaults(command=_backup)

    restore = commands.add_parser("restore", help="put a backup in the place of the record")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.set_defaults(command=_restore)

    evaluate = commands.add_parser("evaluate", help="score the answers to a question set")
    evaluate.add_argument("file", metavar="FILE", help="JSON objects, one a line; - is stdin")
    evaluate.add_argument("--now", type=_day, metavar="DATE", help="what 今天 is, as 2025-12-01")
    evaluate.add_argument(
        "--floor",
        type=float,
        default=0.0,
        metavar="PERCENT",
        help="exit 1 where fewer answers, or fewer refusals, are right",
    )
    evaluate.set_defaults(command=_evaluate)

    unanswered = commands.add_parser("unanswered", help="the questions that were not answered")
    unanswered.add_argument(
        "--alias",
        nargs=2,
        metavar=("ASKED", "MINUTES"),
        help="let a word of questions find a word of the minutes from now on",
    )
    unanswered.set_defaults(command=_unanswered)

    _add_operators(commands)
    return parser


def _add_operators(commands: _Commands) -> None:
    followers = commands.add_parser("followers", help="who follows what, as JSON")
    doing = followers.add_subparsers(required=True, metavar="WHAT")
    for name, does in (("export", "write the subscriptions"), ("import", "add subscriptions")):
        one = doing.add_parser(name, help=does)
        one.add_argument("file", type=Path, metavar="FILE")
        one.set_defaults(command=_followers, what=name)

    status = commands.add_parser("status", help="the record, the queues, the followers")
    status.add_argument("--json", action="store_true", help="as one JSON object")
    status.set_defaults(command=_status)

    check = commands.add_parser("check", help="configuration, database, index: all consistent?")
    check.set_defaults(command=_check)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not a date like 2025-12-01: {text!r}") from error


def _run(config: Config, asked: argparse.Namespace) -> int:
    if not config.token:
        if not asked.or_chat:
            raise KnowledgeError(_WITHOUT_TELEGRAM)
        print("沒有設定 Telegram 權杖，改在這裡對話。", flush=True)
        return _chat(config, asked)
    from bot import logs
    from bot.lock import writing

    logs.set_up(config.token)
    with writing(config.data_dir):
        # Only after the lock: a second instance is told at once, not after loading everything.
        import asyncio

        from bot import app
        from bot.deadline import Deadline

        with Deadline() as deadline:
            asyncio.run(app.run(config, within=deadline.within))
    return 0


def _chat(config: Config, asked: argparse.Namespace) -> int:
    import asyncio

    from bot import logs, terminal
    from bot.lock import writing

    logs.set_up(config.token)
    with writing(config.data_dir):
        asyncio.run(terminal.chat(config))
    return 0


def _ask(config: Config, asked: argparse.Namespace) -> int:
    if (asked.question is None) == (asked.batch is None):
        asked.parser.error("give a question, or --batch FILE")
    from bot import asking

    if asked.batch is not None:
        return asking.batch(config, asked.batch, asked.now)
    return asking.one(config, asked.question, asked.now, as_json=asked.json)


def _ingest(config: Config, asked: argparse.Namespace) -> int:
    from bot import ingesting

    if asked.dry_run:
        return ingesting.dry_run(asked.paths, as_json=asked.json)
    return ingesting.ingest(config, asked.paths)


def _show(config: Config, asked: argparse.Namespace) -> int:
    from bot import showing

    if asked.meeting is None and (asked.versions or asked.version):
        asked.parser.error("name the MEETING whose versions you want")
    if asked.versions:
        return showing.versions(config, asked.meeting)
    return showing.show(config, asked.meeting, asked.version)


def _retract(config: Config, asked: argparse.Namespace) -> int:
    from bot import keeping

    return keeping.retract(config, asked.meeting)


def _backup(config: Config, asked: argparse.Namespace) -> int:
    from bot import keeping

    return keeping.backup(config, asked.file)


def _restore(config: Config, asked: argparse.Namespace) -> int:
    from bot import keeping

    return keeping.restore(config, asked.file)


def _evaluate(config: Config, asked: argparse.Namespace) -> int:
    from bot import evaluating

    return evaluating.evaluate(config, asked.file, asked.now, asked.floor)


def _unanswered(config: Config, asked: argparse.Namespace) -> int:
    from bot import unanswered

    return unanswered.alias(config, *asked.alias) if asked.alias else unanswered.show(config)


def _followers(config: Config, asked: argparse.Namespace) -> int:
    from bot import followers

    if asked.what == "export":
        return followers.export(config, asked.file)
    return followers.restore(config, asked.file)


def _status(config: Config, asked: argparse.Namespace) -> int:
    from bot import status

    return status.status(config, as_json=asked.json)


def _check(config: Config, asked: argparse.Namespace) -> int:
    from bot import showing

    return showing.check(config)


if __name__ == "__main__":
    sys.exit(main())
