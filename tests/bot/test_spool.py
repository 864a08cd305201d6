"""Files handed to the bot that runs: each gets its verdict, and nothing is left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.spool import FOLDER, Spool, SpoolError, Verdict, hand_over

DONE = Verdict(("new.txt: new 2025-11-05",))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "new.txt"
    path.write_text("紀錄", encoding="utf-8")
    return path


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def spool(data: Path, verdict: Verdict = DONE) -> tuple[Spool, list[str]]:
    """Return a spool over *data* and the names and texts of what it publishes."""
    published: list[str] = []

    async def publish(path: Path) -> Verdict:
        published.append(f"{path.name} {text_of(path)}")
        return verdict

    return Spool(data, publish), published


def bot_looks(waiting: Spool) -> Callable[[float], None]:
    """Return a pause in which the bot looks into its spool, as it does while one waits."""

    def pause(_: float) -> None:
        look = waiting.look()
        with pytest.raises(StopIteration):
            look.send(None)

    return pause


@pytest.mark.parametrize("verdict", [DONE, Verdict(("new.txt: no meeting",), failed=True)])
def test_who_hands_a_file_over_gets_its_verdict(
    tmp_path: Path, file: Path, verdict: Verdict
) -> None:
    waiting, published = spool(tmp_path, verdict)
    assert hand_over(tmp_path, file, lambda: True, bot_looks(waiting)) == verdict
    assert published == ["new.txt 紀錄"]
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_a_bot_that_ended_is_said_and_leaves_no_job(tmp_path: Path, file: Path) -> None:
    with pytest.raises(SpoolError, match=r"new\.txt: the bot ended"):
        hand_over(tmp_path, file, lambda: False)
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SpoolError, match=r"gone\.txt: cannot be handed"):
        hand_over(tmp_path, tmp_path / "gone.txt", lambda: True)


async def test_what_a_killed_bot_left_is_taken_up_by_the_next(tmp_path: Path) -> None:
    job = tmp_path / FOLDER / "1" / "document"
    job.mkdir(parents=True)
    (job / "new.txt").write_text("紀錄", encoding="utf-8")
    waiting, published = spool(tmp_path)
    await waiting.look()
    await waiting.look()
    assert published == ["new.txt 紀錄"]


async def test_half_made_and_finished_jobs_are_swept_at_the_start(tmp_path: Path) -> None:
    (tmp_path / FOLDER / ".half" / "document").mkdir(parents=True)
    done = tmp_path / FOLDER / "done" / "document"
    done.mkdir(parents=True)
    (done.parent / "verdict.json").write_text("{}", encoding="utf-8")
    waiting, published = spool(tmp_path)

    async def stop(_: float) -> None:
        raise ZeroDivisionError

    waiting = Spool(tmp_path, waiting._publish, pause=stop)
    with pytest.raises(ZeroDivisionError):
        await waiting.run()
    assert list((tmp_path / FOLDER).iterdir()) == []
    assert published == []
