"""Texts that would be markup, turn the writing around, or are no text: everywhere people write."""

from __future__ import annotations

import random
from pathlib import Path

from tests.soak.figures import Figure, none_of, noted
from tests.soak.program import Program, WallClock, copied
from tests.standin.people import Heard
from tests.standin.server import Standin

TEXTS = 200
_PIECES = (
    *(
        "<b>",
        "</b>",
        "<script>alert(1)</script>",
        "<a href='tg://user?id=7'>",
        "&amp;",
        "&#60;",
        "&",
    ),
    *(
        "<Gabriel />",
        "</blockquote>",
        "<pre><code class=",
        "]]>",
        "`*_[](",
        "\\",
        "%s %n",
        "${7*7}",
    ),
    *(
        "\u202e",
        "\u2066",
        "\u2067",
        "\u202c",
        "\u200f",
        "\u200b",
        "\ufeff",
        "\0",
        "\ud800",
        "\U0001f468\u200d",
    ),
    *("' or 1=1 --", '"', "NEAR(", "text:*", "AND OR NOT", "../../etc/passwd", "\r\n\r\n", "\t"),
    *("月票", "捷運", "主席", "決議", "高雄", "什麼", "２０２４年", "𠮷", "!" * 40, "很" * 300),
)
_TURNING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_ASKED = ("{}", "/follow {}", "/meeting {}", "/start {}", "{} 的決議")
_MINUTES = """\
{title}第 4 次會議紀錄
壹、時間：115 年 3 月 5 日（星期四）下午 2 時 0 分
貳、地點：{title}
參、主席：桃園市政府 張善政市長
肆、提案討論
提案一：{title}自行車租還，提請討論。
決議：{title}照案通過。
伍、散會（下午 3 時 0 分）
"""
_DOCUMENTS = 10


async def soak(record: Path, folder: Path, texts: int = TEXTS, seed: int = 6) -> list[Figure]:
    """Ask, follow, search inline and publish with such texts; nothing may be refused or foreign."""
    chance = random.Random(seed)  # noqa: S311
    async with Standin(clock=WallClock()) as telegram:
        admin = telegram.person(7)
        program = Program(copied(record, folder), telegram, admins=(admin.id,))
        async with program.running():
            shown = [
                heard
                for number in range(texts)
                for heard in await _say(telegram, 10 + number, _text(chance), chance)
            ]
            for _ in range(min(_DOCUMENTS, texts)):
                title = _text(chance)
                minutes = _MINUTES.format(title=title).encode("utf-8", "replace")
                await admin.sends_document(f"{title}.txt".replace("\0", ""), minutes)
                shown.append(await admin.hears())
    failed = program.failures
    as_text = sum("sent_as_text" in line for line in program.log.splitlines())
    return [
        noted("texts", texts),
        noted("cards shown", len(shown)),
        none_of("refused calls", len(telegram.rejected)),
        none_of("cards refused as HTML", as_text),
        none_of("links that are not ours", sum(map(_foreign, shown))),
        none_of("marks that turn the writing around", sum(map(_turned, shown))),
        Figure("handlers that failed", "; ".join(failed) or "0", "0", not failed),
    ]


async def _say(telegram: Standin, number: int, text: str, chance: random.Random) -> list[Heard]:
    """Let somebody of that name write *text* to the bot, and look for it inline."""
    person = telegram.person(number, first_name=_name(text))
    await person.says(chance.choice(_ASKED).format(text))
    await person.asks_inline(text[:200])
    heard = [await person.hears()]
    while person.unheard:
        heard.append(await person.hears())
    return heard


def _text(chance: random.Random) -> str:
    return "".join(chance.choice(_PIECES) for _ in range(chance.randint(1, 8)))


def _name(text: str) -> str:
    """What Telegram takes as a name: it has no half characters."""
    return text.replace("\ud800", "")[:60] or "王"


def _foreign(card: Heard) -> int:
    entities = card.raw.get("entities", [])
    return sum(one["type"] == "text_link" and "t.me/" not in one["url"] for one in entities)


def _turned(card: Heard) -> int:
    return len(_TURNING.intersection(card.text))
