"""Kills a process that imports, again and again, and looks at what it left behind.

    python -m tests.knowledge.killing 50

The process counts the SQL statements it begins and stops at one of them to be killed by SIGKILL,
so that a kill hits a moment of the work and not of the clock. With a delay it goes on instead,
and the kill hits the inside of commits and of the index as well.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from knowledge.checking import check
from knowledge.engine import Engine
from knowledge.publish import Plan, plan, publish_many, seed
from knowledge.store import Store

FILES = 6
BATCH = 4
STATEMENTS = 1200  # about as many as an undisturbed run begins
LONGEST_DELAY = 0.1  # seconds; a batch of the index takes about as long

_HEAD = """\
基北北桃合作交流平臺第 {number} 次市長層級會議紀錄
壹、時間：{year} 年 {month} 月 5 日（星期四）下午 2 時 0 分
貳、地點：桃園市政府 12 樓會議室
參、主席：桃園市政府 張善政市長
肆、紀錄：桃園市政府研考會 林大文
伍、提案討論
"""
_ITEM = "提案{item}：{subject}跨市合作第{item}期，提請討論。\n決議：{outcome}。\n"
_END = "陸、臨時動議：無。\n柒、散會（下午 3 時 0 分）\n"


def kill_imports(folder: Path, moments: Iterable[tuple[int, float]]) -> int:
    """Kill an import into *folder* at each of *moments*, and check what is there after each.

    A moment is a number of statements and of seconds after them. Returns how many imports were
    cut off; raises AssertionError where one left the record or the index in pieces.
    """
    files = _write_files(folder / "files")
    plans = [plan(file) for file in files]
    data = folder / "data"
    _open(data).close()
    cut_off = 0
    for statements, delay in moments:
        cut_off += _killed(folder, statements, delay)
        _inspect(data, plans)
    return cut_off


def random_moments(number: int, seed: int) -> list[tuple[int, float]]:
    chance = random.Random(seed)  # noqa: S311
    return [(chance.randrange(STATEMENTS), chance.random() * LONGEST_DELAY) for _ in range(number)]


def _open(data: Path) -> Engine:
    data.mkdir(exist_ok=True)
    return Engine(data, lambda: date(2026, 11, 23), lambda: datetime.now(UTC))


def _write_files(folder: Path) -> list[Path]:
    """Write minutes of two meetings a file, and all of them once more with corrections."""
    folder.mkdir()
    files = []
    for outcome, subject in (("照案通過", "公共自行車"), ("修正通過", "河濱步道")):
        for number in range(FILES):
            file = folder / f"{outcome}-{number}.txt"
            meetings = (
                _HEAD.format(number=number + 1, year=113 + half, month=number + 1)
                + "".join(
                    _ITEM.format(item=item, subject=subject, outcome=outcome)
                    for item in "一二三四五"
                )
                + _END
                for half in range(2)
            )
            file.write_text("\n".join(meetings), encoding="utf-8")
            files.append(file)
    return files


def _killed(folder: Path, statements: int, delay: float) -> bool:
    """Import until *statements* were begun, kill; tell whether the import was cut off."""
    command = [sys.executable, "-m", "tests.knowledge.killing", "--import", str(folder)]
    numbers = [str(statements), str(int(delay == 0.0))]
    with subprocess.Popen(
        [*command, *numbers], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
        status = process.wait()
    assert status in (0, -9), "the import failed by itself"
    return status != 0


def _import(folder: Path, statements: int, stop: bool) -> None:
    """Record all files, as `ingest` does after a start; tell when so many *statements* begin.

    Where *stop* is true, wait there to be killed.
    """
    data, files = folder / "data", folder / "files"
    engine = _open(data)
    begun = count()

    def told(_: str) -> None:
        if next(begun) == statements:
            print(flush=True)  # noqa: T201
            if stop:
                sys.stdin.read()

    engine.db.conn.set_trace_callback(told)
    seed(engine.store, engine.index)
    for _ in publish_many(sorted(files.iterdir()), engine.store, engine.index, BATCH):
        pass
    engine.close()


def _inspect(data: Path, plans: list[Plan]) -> None:
    engine = _open(data)
    try:
        assert check(engine) == []
        for one, corrected in zip(plans[:FILES], plans[FILES:], strict=True):
            _require_whole(engine.store, one, corrected)
    finally:
        engine.close()


def _require_whole(store: Store, *plans: Plan) -> None:
    """Of a file either all meetings are on record, of the same version, or none."""
    names = [store.named(meeting).id for meeting in plans[0].parsed.meetings]
    recorded = [meeting for meeting in map(store.find, names) if meeting]
    if not recorded:
        return
    documents = {store.document_text(meeting.id) for meeting in recorded}
    assert len(recorded) == len(names)
    assert len(documents) == 1
    (planned,) = (one for one in plans if one.document.text in documents)
    for meeting in planned.parsed.meetings:
        assert store.holds(store.named(meeting), planned.document.text)


def main(number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cut_off = kill_imports(Path(folder), random_moments(number, seed=number))
    print(f"{number} imports, {cut_off} killed: check is clean, every meeting whole")  # noqa: T201


if __name__ == "__main__":
    if sys.argv[1] == "--import":
        _import(Path(sys.argv[2]), int(sys.argv[3]), stop=sys.argv[4] == "1")
    else:
        main(int(sys.argv[1]))
