"""A disk that is full, and a record that is damaged: nothing confirmed is lost, and a way back."""

from __future__ import annotations

import asyncio
import os
import subprocess
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.backups import DATABASE
from tests.soak.figures import Figure, none_of, noted, within
from tests.soak.program import Program, WallClock, copied
from tests.standin.server import Standin

_FULL = 20  # questions while the disk takes nothing
_QUESTION = "月票後來怎麼決定"
_BACK = 60.0  # seconds
_MOUNTED = "32m"  # bytes of the small disk: the record, twice

Damage = Callable[[Path], object]


def _overwrite(file: Path, at: int, length: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(at)
        opened.write(b"\xa5" * length)


def _pages(data: Path) -> None:
    _overwrite(data / DATABASE, 8 * 4096, 24 * 4096)


def _header(data: Path) -> None:
    _overwrite(data / DATABASE, 0, 100)


def _empty(data: Path) -> None:
    (data / DATABASE).write_bytes(b"")


def _index(data: Path) -> None:
    for file in (data / "index").iterdir():
        file.write_bytes(b"\xa5" * 100)


def _journal(data: Path) -> None:
    (data / f"{DATABASE}-wal").unlink(missing_ok=True)


# What happened to the record, and whether the bot mends it by itself.
DAMAGES: dict[str, tuple[Damage, bool]] = {
    "pages overwritten": (_pages, False),
    "header overwritten": (_header, False),
    "empty database": (_empty, False),
    "index overwritten": (_index, True),
    "journal removed": (_journal, True),
}


async def soak(
    record: Path, folder: Path, questions: int = _FULL, damages: Collection[str] = tuple(DAMAGES)
) -> list[Figure]:
    """Fill the disk under the running bot, then damage the record in each way of *damages*."""
    found = await _full(record, folder / "small", questions)
    for name in damages:
        damage, mended = DAMAGES[name]
        found += await _damaged(record, folder / name.replace(" ", "-"), name, damage, mended)
    return found


async def _full(record: Path, disk: Path, questions: int) -> list[Figure]:
    with _small_disk(disk) as mounted:
        if not mounted:
            return [noted("a full disk", "not tried: no small disk may be mounted here")]
        async with Standin(clock=WallClock()) as telegram:
            program = Program(copied(record, disk / "bot"), telegram)
            people = [telegram.person(7 + number) for number in range(questions + 1)]
            async with program.running():
                await people[0].says(_QUESTION)
                await people[0].hears()
                _fill(disk / "ballast")
                for person in people[1:]:
                    await person.says(_QUESTION)
                    await person.hears()
                kept = len(telegram.updates.unconfirmed)
                (disk / "ballast").unlink()
                seconds = await _until(lambda: not telegram.updates.unconfirmed)
            status, _ = await program.command("check")
            waiting = program.waiting()
    return [
        noted("questions answered while the disk is full", questions),
        Figure("of them left with Telegram", str(kept), "≥ 1", kept > 0),
        within("until all are taken when there is room", seconds, _BACK),
        none_of("updates lost", waiting),
        none_of("faults that check finds", status),
    ]


async def _damaged(
    record: Path, folder: Path, name: str, damage: Damage, mended: bool
) -> list[Figure]:
    async with Standin(clock=WallClock()) as telegram:
        program, person = Program(copied(record, folder), telegram), telegram.person(7)
        await program.command("backup", str(folder / "kept.db"))
        await program.killed_at(3, 0)
        damage(program.data)
        began = time.perf_counter()
        if not mended:
            status, said = await program.command("run")
            told = status == 1 and "restore" in said and said.count("\n") == 1
            await program.command("restore", str(folder / "kept.db"))
        async with program.running():
            await person.says(_QUESTION)
            heard = await person.hears()
        seconds = time.perf_counter() - began
    answered = [
        none_of(f"{name}: answers missing", int("未定案" not in heard.text)),
        within(f"{name}: until the answer", seconds, _BACK),
    ]
    return (
        answered if mended else [none_of(f"{name}: way back not named", int(not told)), *answered]
    )


@contextmanager
def _small_disk(folder: Path) -> Iterator[bool]:
    """Mount a small file system at *folder*, where that is allowed."""
    folder.mkdir(parents=True)
    mount = ("mount", "-t", "tmpfs", "-o", f"size={_MOUNTED}", "tmpfs", str(folder))
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(("umount", str(folder)), check=True)  # noqa: S607


def _fill(file: Path) -> None:
    """Write until the disk is full, down to the last block."""
    with file.open("wb", buffering=0) as opened:
        for size in (65_536, 4_096, 512):
            try:
                while os.write(opened.fileno(), b"\0" * size):
                    pass
            except OSError:
                continue


async def _until(reached: Callable[[], bool]) -> float:
    """Return the seconds until something is *reached*; the bar is what ends the waiting."""
    began = time.perf_counter()
    while not reached() and time.perf_counter() - began < 2 * _BACK:  # noqa: ASYNC110
        await asyncio.sleep(0.1)
    return time.perf_counter() - began
