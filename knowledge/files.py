"""The files that were published, byte by byte, for whoever asks for the source."""

from __future__ import annotations

from knowledge.documents.reader import Document
from knowledge.schema import Tables

# Five hundred scanned minutes of 2 MB; what is larger is backed up no more in a minute.
MAX_TOTAL_BYTES = 1 << 30
_KEEPING = "keeping a published file"


class Files(Tables):
    """The originals of the documents on record, one for each text.

    Beyond MAX_TOTAL_BYTES those go that no meeting on record was read from, then the oldest; how
    large one may be is decided where it is read.
    """

    def keep(self, document: Document) -> None:
        """Keep the file that *document*, which is on record, was read from.

        Of several files with the same text the first one stays.
        """
        self._write(
            _KEEPING,
            "insert into files (document, name, data) values (?, ?, ?) on conflict do nothing",
            *(document.sha256, document.name, document.data),
        )
        if self._rows("select 1 from files_size where bytes > ?", MAX_TOTAL_BYTES):
            self._write(_KEEPING, _DROP_OLDEST, MAX_TOTAL_BYTES)

    def lacks(self, document: Document) -> bool:
        """Tell whether *document* is on record without its file: recorded by an older program."""
        return bool(
            self._rows(
                "select 1 from documents where sha256 = ?"
                " and sha256 not in (select document from files)",
                document.sha256,
            )
        )

    def of_meeting(self, meeting_id: str) -> tuple[str, bytes] | None:
        """Return name and content of the file a meeting on record was read from, None without."""
        rows = self._rows(
            "select files.name, data from files join meetings using (document) where id = ?",
            meeting_id,
        )
        return (rows[0]["name"], rows[0]["data"]) if rows else None


_DROP_OLDEST = (
    "delete from files where document in (select document from (select document,"
    " sum(length(data)) over (order by document in (select document from meetings) desc,"
    " number desc) as bytes from files) where bytes > ?)"
)
