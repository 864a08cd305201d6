"""The program as it is started: a process of its own, real HTTP, real signals."""

from __future__ import annotations

import asyncio
import json
import shutil
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from tests.standin.server import Standin

Start = Callable[..., Awaitable[Process]]
MINUTES = Path(__file__).parents[1] / "data" / "minutes"


@pytest.fixture
def config(telegram: Standin, tmp_path: Path) -> Path:
    file = tmp_path / "bot.toml"
    file.write_text(
        f'[telegram]\ntoken = "{telegram.token}"\nbase_url = "{telegram.base_url}"\n'
        f'base_file_url = "{telegram.base_file_url}"\n[storage]\ndata_dir = "data"\n',
        encoding="utf-8",
    )
    return file


@pytest.fixture
async def start() -> AsyncIterator[Start]:
    """What starts the program; whatever still runs when the test ends is killed."""
    started: list[Process] = []

    async def start(config: Path, *command: str) -> Process:
        program = (sys.executable, "-m", "bot.cli", "--config", str(config), *command)
        process = await asyncio.create_subprocess_exec(
            *program, stdin=PIPE, stdout=PIPE, stderr=PIPE
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_it_answers_stands_alone_and_stops_when_told(
    telegram: Standin, config: Path, start: Start
) -> None:
    bot = await start(config, "run")
    person = telegram.person(7)
    await person.says("月票後來怎麼決定")
    assert "未定案" in (await person.hears()).text

    second = await start(config, "run")
    _, refused = await second.communicate()
    assert second.returncode == 1
    assert str(bot.pid) in refused.decode()
    assert len(refused.decode().splitlines()) == 1

    reader = await start(config, "ask", "--json", "主視覺通過了嗎")
    answer, _ = await reader.communicate()
    assert json.loads(answer)["answered"]

    bot.send_signal(signal.SIGTERM)
    out, log = await bot.communicate()
    assert bot.returncode == 0
    assert telegram.token not in (out + log).decode()
    assert "Traceback" not in log.decode()
    assert telegram.rejected == []


async def test_a_piped_conversation_in_the_terminal(config: Path, start: Start) -> None:
    chat = await start(config, "chat")
    out, err = await chat.communicate("月票後來怎麼決定\n2\n/help\n".encode())
    assert err == b"", "nothing of the framework is for who talks"
    text = out.decode()
    assert chat.returncode == 0
    assert "生活圈月票之財源及分擔比例" in text
    assert "112年2月11日（六）2023-02-11" in text
    assert "前後文\n" in text
    assert "/meetings" in text


async def test_minutes_reach_the_bot_that_runs(
    telegram: Standin, config: Path, start: Start
) -> None:
    """By `ingest` through the spool, and by the watched folder; bad ones come back with why."""
    folder = config.parent / "incoming"
    folder.mkdir()
    with config.open("a", encoding="utf-8") as file:
        file.write('[publish]\nwatch = "incoming"\n')
    bot = await start(config, "run")
    person = telegram.person(7)
    await person.says("天燈節")
    await person.hears()

    ingest = await start(config, "ingest", str(MINUTES / "river-path.txt"), str(config))
    out, err = await ingest.communicate()
    assert "new 2025-11-05" in out.decode()
    assert len(err.decode().splitlines()) == 1
    assert ingest.returncode == 1
    await person.says("河濱自行車道租借站新增的結論")
    assert "暫緩" in (await person.hears()).text

    shutil.copy(MINUTES / "rainbow-youth.txt", folder)
    assert bot.stderr
    async for line in bot.stderr:
        if b"file=rainbow-youth.txt became=done" in line:
            break
    assert (folder / "done" / "rainbow-youth.txt").exists()
    await person.says("青年參政培力計畫的決議")
    assert "修正後通過" in (await person.hears()).text

    bot.send_signal(signal.SIGTERM)
    await bot.communicate()
    assert bot.returncode == 0


async def test_buttons_in_the_terminal_go_through_the_minutes_and_take_along(
    config: Path, start: Start
) -> None:
    """What Telegram would copy is shown, what it would send is saved."""
    chat = await start(config, "chat")
    lines = "月票後來怎麼決定", "4", "/meeting 2024-03-15", "3", "2"
    out, _ = await chat.communicate("\n".join(lines).encode())
    shown = out.decode()
    assert "」（基北北桃合作交流平臺會議紀錄，112年2月11日，陸、提案二、決議、一）" in shown
    saved = config.parent / "data" / "downloads" / "2024-03-15-mayors-2.txt"
    assert str(saved) in shown or "downloads/2024-03-15-mayors-2.txt" in shown
    assert saved.read_text(encoding="utf-8").startswith("基北北桃合作交流平臺第 2 次")
