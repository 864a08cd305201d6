"""What others would use: each is built from texts into a folder, and finds the best one's place.

All but trigrams and rapidfuzz get the words that the bot's own jieba cuts, for texts and questions
alike, cut before the clock starts. None of them can refuse.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

Rows = Iterable[tuple[str, str]]  # a text, and its words with spaces between
Search = Callable[[str, Sequence[str]], int | None]  # a question and its words to a text's place


@dataclass(frozen=True)
class Peer:
    """*build* fills an empty folder, *open* searches it; *most* entries it is asked to hold."""

    name: str
    build: Callable[[Rows, Path], None]
    open: Callable[[Path], Search]
    most: int = 100_000
    sampled: int = 1  # every so manieth question is asked


def _fts5_words(rows: Rows, folder: Path) -> None:
    _fts5(folder, "unicode61", (words for _, words in rows))


def _fts5_trigrams(rows: Rows, folder: Path) -> None:
    _fts5(folder, "trigram", (text for text, _ in rows))


def _fts5(folder: Path, tokenizer: str, bodies: Iterable[str]) -> None:
    db = sqlite3.connect(folder / "fts.db")
    db.execute(f"create virtual table found using fts5 (body, tokenize = '{tokenizer}')")
    with db:
        db.executemany("insert into found (rowid, body) values (?, ?)", enumerate(bodies))
    db.close()


def _open_fts5_words(folder: Path) -> Search:
    db = sqlite3.connect(folder / "fts.db")
    return lambda _, asked: _best(db, asked)


def _open_fts5_trigrams(folder: Path) -> Search:
    db = sqlite3.connect(folder / "fts.db")

    def search(question: str, _: Sequence[str]) -> int | None:
        return _best(db, [question[i : i + 3] for i in range(len(question) - 2)])

    return search


def _best(db: sqlite3.Connection, asked: Sequence[str]) -> int | None:
    quoted = " OR ".join('"' + word.replace('"', "") + '"' for word in asked)
    sql = "select rowid from found where found match ? order by bm25(found) limit 1"
    row = db.execute(sql, (quoted,)).fetchone() if quoted else None
    return row[0] if row else None


def _rank_bm25(rows: Rows, folder: Path) -> None:
    from rank_bm25 import BM25Okapi

    _pickle(BM25Okapi([words.split(" ") for _, words in rows]), folder)


def _open_rank_bm25(folder: Path) -> Search:
    ranker = _unpickled(folder)
    return lambda _, asked: int(ranker.get_scores(asked).argmax())


def _bm25s(rows: Rows, folder: Path) -> None:
    import bm25s

    ranker = bm25s.BM25()
    ranker.index([words.split(" ") for _, words in rows], show_progress=False)
    ranker.save(folder, show_progress=False)


def _open_bm25s(folder: Path) -> Search:
    import bm25s

    ranker = bm25s.BM25.load(folder)

    def search(_: str, asked: Sequence[str]) -> int | None:
        known = [word for word in asked if word in ranker.vocab_dict]
        if not known:
            return None
        found, _scores = ranker.retrieve([known], k=1, show_progress=False)
        return int(found[0][0])

    return search


def _whoosh(rows: Rows, folder: Path) -> None:
    from whoosh import fields, index
    from whoosh.analysis import SpaceSeparatedTokenizer

    schema = fields.Schema(place=fields.STORED, body=fields.TEXT(SpaceSeparatedTokenizer()))
    writer = index.create_in(folder, schema).writer(limitmb=512)
    for place, (_, words) in enumerate(rows):
        writer.add_document(place=place, body=words)
    writer.commit()


def _open_whoosh(folder: Path) -> Search:
    from whoosh import index, query

    searcher = index.open_dir(folder).searcher()

    def search(_: str, asked: Sequence[str]) -> int | None:
        found = searcher.search(query.Or([query.Term("body", word) for word in asked]), limit=1)
        return found[0]["place"] if found else None

    return search


def _tantivy(rows: Rows, folder: Path) -> None:
    import tantivy

    writer = tantivy.Index(_schema(), path=str(folder)).writer(50_000_000, 1)
    for place, (_, words) in enumerate(rows):
        document = tantivy.Document()
        document.add_text("body", words)
        document.add_unsigned("place", place)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _open_tantivy(folder: Path) -> Search:
    import tantivy

    schema = _schema()
    searcher = tantivy.Index(schema, path=str(folder)).searcher()

    def search(_: str, asked: Sequence[str]) -> int | None:
        terms = [tantivy.Query.term_query(schema, "body", word, "freq") for word in asked]
        clauses = [(tantivy.Occur.Should, term) for term in terms]
        hits = searcher.search(tantivy.Query.boolean_query(clauses), 1, count=False).hits
        return searcher.doc(hits[0][1])["place"][0] if hits else None

    return search


def _schema() -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field("place", stored=True)
    return builder.build()


def _rapidfuzz(rows: Rows, folder: Path) -> None:
    _pickle([_pairs(text) for text, _ in rows], folder)


def _open_rapidfuzz(folder: Path) -> Search:
    from rapidfuzz import fuzz, process

    pairs = _unpickled(folder)

    def search(question: str, _: Sequence[str]) -> int | None:
        found = process.extractOne(_pairs(question), pairs, scorer=fuzz.token_set_ratio)
        return int(found[2]) if found else None

    return search


def _pairs(text: str) -> str:
    return " ".join(map("".join, pairwise(text)))


def _pickle(value: object, folder: Path) -> None:
    with (folder / "pickled").open("wb") as file:
        pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)


def _unpickled(folder: Path) -> Any:
    with (folder / "pickled").open("rb") as file:
        return pickle.load(file)  # noqa: S301 - our own file


_ALL = 1_000_000
# The most important first: those that the minutes given do not reach are left out.
PEERS = (
    Peer("SQLite FTS5, jieba words, bm25()", _fts5_words, _open_fts5_words, most=_ALL),
    Peer("tantivy, jieba words", _tantivy, _open_tantivy, most=_ALL),
    Peer("SQLite FTS5, trigrams, bm25()", _fts5_trigrams, _open_fts5_trigrams, most=_ALL),
    Peer("bm25s, jieba words", _bm25s, _open_bm25s),
    Peer("rank_bm25, jieba words", _rank_bm25, _open_rank_bm25, sampled=5),
    Peer("whoosh-reloaded, jieba words", _whoosh, _open_whoosh, sampled=5),
    Peer("rapidfuzz token_set_ratio over all", _rapidfuzz, _open_rapidfuzz, sampled=20),
)
