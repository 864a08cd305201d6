"""Documents that an admin sent and has not published yet; they survive a restart, for a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from knowledge.documents.limits import MAX_BYTES
from knowledge.errors import StoreError
from knowledge.identity import short_code
from knowledge.rows import instant, instant_from
from knowledge.schema import Tables
from knowledge.text import without_surrogates

DRAFT_LIFE = timedelta(days=1)
# What a few admins have open at a time; the largest documents together stay a small file.
MAX_DRAFTS = 50
MAX_TOTAL_BYTES = 5 * MAX_BYTES
_KEY_LENGTH = 10
_KEEPING = "keeping a draft"


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as it was sent; `admin` and `chat` are Telegram's numbers, `added_at` is UTC."""

    key: str  # for a button
    name: str  # of the file
    data: bytes
    encoding: str | None  # of a text file, where the admin chose one
    admin: int
    chat: int
    added_at: datetime


class Drafts(Tables):
    """The documents that wait for a word of their admin. Times have a zone."""

    def put(self, name: str, data: bytes, admin: int, chat: int, now: datetime) -> Draft:
        """Keep a document for DRAFT_LIFE; return it with its key.

        The same bytes of the same admin in the same chat have the same key and take the place of
        the draft, so that an update handled twice leaves one. Beyond MAX_DRAFTS and
        MAX_TOTAL_BYTES the oldest go. Raises StoreError for more than MAX_BYTES.
        """
        name = without_surrogates(name)
        if len(data) > MAX_BYTES:
            raise StoreError(f"{name}: larger than {MAX_BYTES >> 20} MB; split the document")
        key = short_code(_KEY_LENGTH, admin, chat, sha256(data).hexdigest())
        self.expire(now)
        self._write(
            _KEEPING,
            "insert or replace into drafts (key, name, data, admin, chat, added_at)"
            " values (?, ?, ?, ?, ?, ?)",
            *(key, name, data, admin, chat, instant(now)),
        )
        self._write(_KEEPING, _DROP_OLDEST, MAX_DRAFTS, MAX_TOTAL_BYTES)
        return Draft(key, name, data, None, admin, chat, instant_from(instant(now)))

    def get(self, key: str, now: datetime) -> Draft | None:
        """Return the draft with *key*, None where it is unknown, was dropped or expired."""
        rows = self._rows(
            "select * from drafts where key = ? and added_at >= ?",
            without_surrogates(key),
            instant(now - DRAFT_LIFE),
        )
        return Draft(**{**rows[0], "added_at": instant_from(rows[0]["added_at"])}) if rows else None

    def choose(self, key: str, encoding: str | None) -> None:
        """Remember in which *encoding* a draft's text is to be read; None leaves it to be found."""
        self._write(
            _KEEPING,
            "update drafts set encoding = ? where key = ?",
            encoding,
            without_surrogates(key),
        )

    def drop(self, key: str) -> None:
        """Forget a draft: it was published or cancelled. Nothing happens where there is none."""
        self._write(_KEEPING, "delete from drafts where key = ?", without_surrogates(key))

    def forget(self, admin: int) -> None:
        """Forget all drafts of *admin*."""
        self._write(_KEEPING, "delete from drafts where admin = ?", admin)

    def expire(self, now: datetime) -> None:
        """Forget the drafts that are older than DRAFT_LIFE; `put` does so as well."""
        self._write(_KEEPING, "delete from drafts where added_at < ?", instant(now - DRAFT_LIFE))


_DROP_OLDEST = (
    "delete from drafts where key in (select key from (select key,"
    " row_number() over newest as number, sum(length(data)) over newest as bytes"
    " from drafts window newest as (order by added_at desc, rowid desc))"
    " where number > ? or bytes > ?)"
)
