"""Notices to many: kills, floods, chats that blocked the bot and groups that moved."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Iterable, Sized
from datetime import UTC, datetime
from pathlib import Path

from knowledge.engine import Engine
from knowledge.followed import Pace, Subject, SubjectKind, Subscription
from tests.soak.figures import Figure, at_most, none_of, noted
from tests.soak.program import Program, WallClock, copied
from tests.standin.refusal import Refused
from tests.standin.server import Call, Standin

KILLS, CHATS = 50, 500
STORMED = 60  # chats; each refusal is waited for in real time
_FLOODS = 0.3  # share of the calls that are refused
_BLOCKED, _MOVED, _UNKNOWN = 0.2, 0.05, 0.02  # shares of the chats
_A_SECOND = 25  # messages
_MINUTES = """\
基北北桃合作交流平臺第 4 次市長層級會議紀錄
壹、時間：115 年 3 月 5 日（星期四）下午 2 時 0 分
貳、地點：桃園市政府 12 樓會議室
參、主席：桃園市政府 張善政市長
肆、提案討論
提案一：公共自行車跨市租還，提請討論。
決議：照案通過。
伍、散會（下午 3 時 0 分）
"""


async def soak(
    record: Path, folder: Path, kills: int = KILLS, chats: int = CHATS, stormed: int = STORMED
) -> list[Figure]:
    """Kill the bot during a fan-out; then let it through a flood, past blocked and moved chats."""
    return [
        *await _killed(record, folder / "killed", kills, chats),
        *await _stormed(record, folder / "stormed", stormed),
        *await _lost_chats(record, folder / "lost", chats),
    ]


async def _killed(record: Path, folder: Path, kills: int, chats: int) -> list[Figure]:
    chance = random.Random(2)  # noqa: S311
    async with Standin(clock=WallClock()) as telegram:
        people = people_of(telegram, chats)
        program = Program(copied(record, folder), telegram)
        publish(folder / "data", people)
        for _ in range(kills):
            await program.killed_at(chance.randint(4, 6 + chats // kills), chance.random() * 0.05)
        async with program.running():
            await all_sent(program)
        times = told(telegram)
    twice = sum(times[chat] - 1 for chat in people if times[chat] > 1)
    return [
        noted("kills during a fan-out", kills),
        noted("chats to tell", chats),
        none_of("chats not told", sum(not times[chat] for chat in people)),
        at_most("chats told twice", twice, kills),
        none_of("refused calls", len(telegram.rejected)),
    ]


async def _stormed(record: Path, folder: Path, chats: int) -> list[Figure]:
    chance = random.Random(3)  # noqa: S311
    async with Standin(clock=WallClock()) as telegram:
        people = people_of(telegram, chats)
        for _ in range(3 * chats):
            if chance.random() < _FLOODS:
                asked = {"retry_after": seconds} if (seconds := chance.randint(0, 5)) else {}
                refusal = Refused("Too Many Requests", 429, **asked)
                telegram.faults.refuses("sendMessage", refusal)
            else:
                telegram.faults.passes("sendMessage")
        program = Program(copied(record, folder), telegram)
        publish(folder / "data", people)
        async with program.running():
            await all_sent(program)
        times, calls = told(telegram), _sent(telegram)
    return [
        noted("floods in a fan-out", sum(call.told is not None for call in calls)),
        none_of("chats not told in a flood", sum(not times[chat] for chat in people)),
        none_of("chats told twice in a flood", sum(times[chat] > 1 for chat in people)),
        none_of("requests inside a pause", _inside(calls)),
        at_most("most in one second", _fastest(calls), _A_SECOND),
    ]


async def _lost_chats(record: Path, folder: Path, chats: int) -> list[Figure]:
    async with Standin(clock=WallClock()) as telegram:
        blocked = set(people_of(telegram, int(chats * _BLOCKED), first=10_000))
        for chat in blocked:
            telegram.world.chats[chat].blocks(told=False)  # type: ignore[attr-defined]
        groups = [telegram.small_group(-100 - n) for n in range(int(chats * _MOVED))]
        moved = {
            group.id: group.migrates(-1_000_000_000_000 - n, told=False).id
            for n, group in enumerate(groups)
        }
        unknown = set(range(20_000, 20_000 + int(chats * _UNKNOWN)))
        reached = people_of(telegram, chats - len(blocked) - len(moved) - len(unknown))
        program = Program(copied(record, folder), telegram)
        publish(folder / "data", [*reached, *blocked, *moved, *unknown])
        async with program.running():
            await all_sent(program)
        times, tries = told(telegram), Counter(_chat(call) for call in _sent(telegram))
    wanted, gone = [*reached, *moved.values()], blocked | unknown
    return [
        noted("chats that blocked, moved, or are unknown", _sizes(blocked, moved, unknown)),
        none_of("of the others not told", sum(not times[chat] for chat in wanted)),
        none_of("of the others told twice", sum(times[chat] > 1 for chat in wanted)),
        at_most("attempts at a chat that cannot be reached", max(tries[chat] for chat in gone), 1),
        at_most("attempts at a chat that has moved", max(tries[chat] for chat in moved), 1),
    ]


def _sizes(*groups: Sized) -> str:
    return ", ".join(str(len(group)) for group in groups)


def people_of(telegram: Standin, number: int, first: int = 1) -> list[int]:
    people = [telegram.person(first + n) for n in range(number)]
    for person in people:
        person.starts()
    return [person.id for person in people]


def publish(data: Path, chats: Iterable[int]) -> None:
    """Let *chats* follow everything, and publish a meeting while the bot is away."""
    file = data.parent / "mayors-4.txt"
    file.write_text(_MINUTES, encoding="utf-8")
    now = datetime.now(UTC)  # the program has no other clock: what is a day old is given up
    engine = Engine(data, now.date, lambda: now)
    try:
        with engine.store.transaction():
            for chat in chats:
                everything = Subject(SubjectKind.ALL)
                engine.subscriptions.put(
                    Subscription("", chat, None, everything, Pace.AT_ONCE, True, "zh", now.date()),
                    engine.subjects.terms(everything),
                )
        engine.publish(file)
    finally:
        engine.close()


async def all_sent(program: Program) -> None:
    while program.unsent():  # noqa: ASYNC110 - the outbox is that of another process
        await asyncio.sleep(0.5)


def _sent(telegram: Standin) -> list[Call]:
    return [call for call in telegram.calls if call.method == "sendMessage"]


def _chat(call: Call) -> int:
    return int(call.arguments["chat_id"])


def told(telegram: Standin) -> Counter[int]:
    return Counter(_chat(call) for call in _sent(telegram) if call.done)


def _inside(calls: list[Call]) -> int:
    """Return how many messages came while Telegram had asked for a pause."""
    until, found = 0.0, 0
    for call in calls:
        found += call.at < until
        if call.told:
            until = max(until, call.at + call.told.parameters.get("retry_after", 0))
    return found


def _fastest(calls: list[Call]) -> int:
    times = [call.at for call in calls]
    return max(sum(at <= other < at + 1 for other in times) for at in times)
