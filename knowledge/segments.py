"""The files of the index: opened, written to and merged by tantivy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import tantivy

from knowledge.errors import SearchIndexError

# A batch of minutes fits in, and so becomes one piece of the index; taken as it is needed.
_HEAP_BYTES = 100_000_000


class Segments:
    """The index in *folder*, made where there is none; `searcher` sees what was committed.

    Who writes holds the folder until `close`, for tantivy merges what was written in threads of
    its writer: at a million entries that takes up to a minute, in which questions are answered.
    Raises SearchIndexError where the folder cannot be used.
    """

    def __init__(self, folder: Path, *, read_only: bool) -> None:
        self.schema = _schema()
        self._folder = folder
        self._index = _open(folder, self.schema, read_only)
        self._writer: tantivy.IndexWriter | None = None
        self.searcher = self._index.searcher()

    @contextmanager
    def writing(self) -> Iterator[tantivy.IndexWriter]:
        """Commit what is written in the block; a writer that failed is not used again."""
        with _translated(self._folder, "writing"):
            writer = self._writer or self._index.writer(_HEAP_BYTES, 1)
            self._writer = None
            yield writer
            writer.commit()
            self._writer = writer
            self._look_again()

    def settle(self) -> None:
        """Wait until all is merged, after many commits in a row."""
        if self._writer is not None:
            writer, self._writer = self._writer, None
            with _translated(self._folder, "merging"):
                writer.wait_merging_threads()
                self._look_again()

    def close(self) -> None:
        """Let go of the folder; what is being merged stays as it was."""
        self._writer = None

    def _look_again(self) -> None:
        self._index.reload()
        self.searcher = self._index.searcher()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("stamp", "meeting", "heading", "item", "kind", "speaker", "fact", "alike"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("grams", "words"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in ("near", "far"):  # how often one of these is repeated says little
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    builder.add_bytes_field("posting", stored=True, indexed=False)
    return builder.build()


def _open(folder: Path, schema: tantivy.Schema, read_only: bool) -> tantivy.Index:
    with _translated(folder, "opening"):
        if read_only:
            return _alike_schema(tantivy.Index.open(str(folder)), schema)
        folder.mkdir(parents=True, exist_ok=True)
        try:
            return tantivy.Index(schema, path=str(folder))
        except ValueError:
            # Another version's schema, or a damaged index: it is derived, so it is made again.
            shutil.rmtree(folder)
            folder.mkdir()
            return tantivy.Index(schema, path=str(folder))


def _alike_schema(index: tantivy.Index, schema: tantivy.Schema) -> tantivy.Index:
    if index.schema != schema:
        raise ValueError("it was written by another version")
    return index


@contextmanager
def _translated(folder: Path, doing: str) -> Iterator[None]:
    """Let nothing out of the block but SearchIndexError: tantivy raises ValueError for anything."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise SearchIndexError(
            f"{folder}: {doing} the search index failed ({error}); free space and make the folder "
            "writable, then start the bot: what is missing is indexed again"
        ) from error
