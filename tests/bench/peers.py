"""What others would use: each is built from texts and finds the place of the best one.

All but trigrams and rapidfuzz get the words that the bot's own jieba cuts, for texts and questions
alike, cut before the clock starts. None of them can refuse.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

Words = Sequence[str]
Search = Callable[[str, Words], int | None]  # a question and its words to the place of a text


@dataclass(frozen=True)
class Peer:
    """*build* gets texts, their words and an empty folder; *most* entries it is asked to hold."""

    name: str
    build: Callable[[Sequence[str], Sequence[Words], Path], Search]
    most: int = 100_000
    sampled: int = 1  # every so manieth question is asked


def _fts5_words(texts: Sequence[str], words: Sequence[Words], folder: Path) -> Search:
    db = _fts5(folder, "unicode61", (" ".join(row) for row in words))
    return lambda _, asked: _best(db, asked)


def _fts5_trigram(texts: Sequence[str], words: Sequence[Words], folder: Path) -> Search:
    db = _fts5(folder, "trigram", texts)

    def search(question: str, _: Words) -> int | None:
        return _best(db, [question[i : i + 3] for i in range(len(question) - 2)])

    return search


def _fts5(folder: Path, tokenizer: str, rows: Any) -> sqlite3.Connection:
    db = sqlite3.connect(folder / "fts.db")
    db.execute(f"create virtual table found using fts5 (body, tokenize = '{tokenizer}')")
    with db:
        db.executemany("insert into found (rowid, body) values (?, ?)", enumerate(rows))
    return db


def _best(db: sqlite3.Connection, asked: Words) -> int | None:
    quoted = " OR ".join('"' + word.replace('"', "") + '"' for word in asked)
    sql = "select rowid from found where found match ? order by bm25(found) limit 1"
    row = db.execute(sql, (quoted,)).fetchone() if quoted else None
    return row[0] if row else None


def _rank_bm25(texts: Sequence[str], words: Sequence[Words], folder: Path) -> Search:
    from rank_bm25 import BM25Okapi

    ranker = BM25Okapi(words)
    return lambda _, asked: int(ranker.get_scores(asked).argmax())


def _bm25s(texts: Sequence[str], words: Sequence[Words], folder: Path) -> Search:
    import bm25s

    ranker = bm25s.BM25()
    ranker.index(words, show_progress=False)

    def search(_: str, asked: Words) -> int | None:
        known = [word for word in asked if word in ranker.vocab_dict]
        if not known:
            return None
        found, _scores = ranker.retrieve([known], k=1, show_progress=False)
        return int(found[0][0])

    return search


def _whoosh(texts: Sequence[str], words: Sequence[Words], folder: Path) -> Search:
    from whoosh import fields, index, query
    from whoosh.analysis import SpaceSeparatedTokenizer

    schema = fields.Schema(place=fields.STORED, body=fields.TEXT(SpaceSeparatedTokenizer()))
    made = index.create_in(folder, schema)
    writer = made.writer(limitmb=512)
    for place, row in enumerate(words):
        writer.add_document(place=place, body=" ".join(row))
    writer.commit()
    searcher = made.searcher()

    def search(_: str, asked: Words) -> int | None:
        found = searcher.search(query.Or([query.Term("body", word) for word in asked]), limit=1)
        return found[0]["place"] if found else None

    return search


def _tantivy(texts: Sequence[str], words: Sequence[Words], folder: Path) -> Search:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field("place", stored=True)
    schema = builder.build()
    made = tantivy.Index(schema, path=str(folder))
    writer = made.writer(50_000_000, 1)
    for place, row in enumerate(words):
        document = tantivy.Document()
        document.add_text("body", " ".join(row))
        document.add_unsigned("place", place)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    made.reload()
    searcher = made.searcher()

    def search(_: str, asked: Words) -> int | None:
        terms = [tantivy.Query.term_query(schema, "body", word, "freq") for word in asked]
        clauses = [(tantivy.Occur.Should, term) for term in terms]
        hits = searcher.search(tantivy.Query.boolean_query(clauses), 1, count=False).hits
        return searcher.doc(hits[0][1])["place"][0] if hits else None

    return search


def _rapidfuzz(texts: Sequence[str], words: Sequence[Words], folder: Path) -> Search:
    from rapidfuzz import fuzz, process

    pairs = [_pairs(text) for text in texts]

    def search(question: str, _: Words) -> int | None:
        found = process.extractOne(_pairs(question), pairs, scorer=fuzz.token_set_ratio)
        return int(found[2]) if found else None

    return search


def _pairs(text: str) -> str:
    return " ".join(map("".join, pairwise(text)))


PEERS = (
    Peer("SQLite FTS5, jieba words, bm25()", _fts5_words, most=1_000_000),
    Peer("SQLite FTS5, trigrams, bm25()", _fts5_trigram, most=1_000_000),
    Peer("tantivy, jieba words", _tantivy, most=1_000_000),
    Peer("bm25s, jieba words", _bm25s),
    Peer("rank_bm25, jieba words", _rank_bm25, sampled=5),
    Peer("whoosh-reloaded, jieba words", _whoosh, sampled=5),
    Peer("rapidfuzz token_set_ratio over all", _rapidfuzz, sampled=20),
)
