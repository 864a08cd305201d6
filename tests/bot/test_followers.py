"""followers and status: subscriptions survive a new bot account, and the state of the store."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from bot import cli
from bot.lock import writing
from knowledge.followed import Pace
from knowledge.service import Knowledge
from tests.bot.running import ask, running
from tests.standin.people import Person
from tests.standin.server import Standin


@pytest.fixture
def config(tmp_path: Path) -> str:
    file = tmp_path / "bot.toml"
    file.write_text('[storage]\ndata_dir = "data"\n', encoding="utf-8")
    return str(file)


@pytest.fixture
async def followed(data_dir: Path) -> Path:
    """Two chats that follow something, one of them in a topic and paused, one unreachable."""
    async with Knowledge.open(data_dir) as door:
        following = door.following
        for text, chat, thread in (("月票", 7, None), ("交通組", -8, 3), ("全部", 9, None)):
            offer = await following.offer_text(text, chat, thread)
            assert offer
            await following.follow(offer.code, Pace.WEEKLY, chat, thread, "zh")
        (group,) = await following.here(-8, 3)
        await following.pause(-8, [group.key])
        await following.end_chat(9, "user is deactivated")
    return data_dir


def run(config: str, *arguments: str) -> int:
    return cli.main(["--config", config, *arguments])


def subscriptions(file: Path) -> list[dict[str, object]]:
    kept: list[dict[str, object]] = json.loads(file.read_text("utf-8"))["subscriptions"]
    return kept


def test_what_is_exported_comes_back_in_another_data_directory(
    config: str, followed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, again = tmp_path / "followers.json", tmp_path / "again.json"
    assert run(config, "followers", "export", str(file)) == 0
    assert capsys.readouterr().out == f"{file}: 3 subscriptions\n"
    assert subscriptions(file)[1] | {"since": ""} == {
        "chat": -8,
        "thread": 3,
        "kind": "group",
        "words": "交通組",
        "label": "",
        "pace": "weekly",
        "anytime": False,
        "language": "zh",
        "since": "",
        "paused": True,
        "ended": None,
    }
    other = tmp_path / "other.toml"
    other.write_text('[storage]\ndata_dir = "other"\n', encoding="utf-8")
    for _ in range(2):
        assert run(str(other), "followers", "import", str(file)) == 0
    assert run(str(other), "followers", "export", str(again)) == 0
    assert subscriptions(again) == subscriptions(file)


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"subscriptions": [{"chat": 7}]}', '{"subscriptions": 3}', "\udcff"],
)
def test_another_file_is_refused_in_one_line_and_changes_nothing(
    config: str,
    followed: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: str,
) -> None:
    file = tmp_path / "other.json"
    file.write_text(content, encoding="utf-8", errors="surrogateescape")
    assert run(config, "followers", "import", str(file)) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"minutes-bot: {file}: not what `followers export` writes")
    assert said.count("\n") == 1


def test_a_file_that_is_not_there_or_cannot_be_written_is_named(
    config: str, followed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "nowhere" / "followers.json")
    for what in ("import", "export"):
        assert run(config, "followers", what, missing) == 1
        assert f"minutes-bot: {missing}: cannot be" in capsys.readouterr().err


def test_status_tells_the_state_of_the_record_and_the_followers(
    config: str, followed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(config, "status") == 0
    said = dict(line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert said["bot"] == "not running"
    assert said["record"].startswith("4 meetings, ")
    generation = said["record"].rpartition(", ")[2]
    assert said["index"] == f"{generation}, up to date"
    assert said["database"].endswith(" MB")
    assert said["followers"] == "3 chats: 1 subscriptions active, 1 paused, 1 ended"
    assert (said["inbox"], said["notices"]) == ("none", "none")
    assert said["last poll"] == said["last notice"] == "none yet"


async def test_status_tells_of_the_bot_that_runs_and_its_queues(
    telegram: Standin, person: Person, data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data_dir.parent / "bot.toml"
    file.write_text(f'[storage]\ndata_dir = "{data_dir}"\n', encoding="utf-8")
    telegram.push({"message": {"message_id": 5, "from": person.user}})
    with writing(data_dir):
        async with running(telegram, data_dir):
            await ask(person, "您好")
        assert run(str(file), "status", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["process"] == str(os.getpid())
    assert said["inbox"]["aside"] == 1
    assert datetime.fromisoformat(said["last_poll"]).tzinfo
    assert said["last_notice"] is None
    assert said["index"] == {"generation": said["record"]["generation"], "behind": False}
