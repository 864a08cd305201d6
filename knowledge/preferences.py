"""The only SQL about what chats have chosen for themselves."""

from __future__ import annotations

from knowledge.followed import Pace
from knowledge.rows import Row
from knowledge.schema import Tables, unit
from knowledge.settings import Settings

_CHOOSING = "keeping a setting"
_WHOLE = 0  # stands for the chat itself among its topics
_PUT = (
    "insert or replace into settings (chat, thread, language, results, pace, anytime, toured)"
    " values (?, ?, ?, ?, ?, ?, ?)"
)


class Preferences(Tables):
    """Settings of chats and of their topics; *chat* and *thread* are Telegram's numbers."""

    def own(self, chat: int, thread: int | None) -> Settings:
        """Return what was chosen there and nowhere else."""
        rows = self._rows(
            "select * from settings where chat = ? and thread = ?", chat, thread or _WHOLE
        )
        return _settings(rows[0]) if rows else Settings()

    def put(self, chat: int, thread: int | None, chosen: Settings) -> None:
        """Keep what was *chosen* there."""
        pace = chosen.pace.value if chosen.pace else None
        named = (chosen.language, chosen.results, pace, chosen.anytime, chosen.toured)
        self._write(_CHOOSING, _PUT, chat, thread or _WHOLE, *named)

    def move_chat(self, old: int, new: int) -> None:
        """Let *new* have what *old* had chosen: a group has become a supergroup."""
        with unit(self._db):
            self._write(
                _CHOOSING, "update or ignore settings set chat = ? where chat = ?", new, old
            )
            self.forget(old)

    def forget(self, chat: int) -> None:
        """Forget all that *chat* and its topics ever chose."""
        self._write(_CHOOSING, "delete from settings where chat = ?", chat)


def _settings(row: Row) -> Settings:
    return Settings(
        language=row["language"],
        results=row["results"],
        pace=Pace(row["pace"]) if row["pace"] else None,
        anytime=None if row["anytime"] is None else bool(row["anytime"]),
        toured=None if row["toured"] is None else bool(row["toured"]),
    )
