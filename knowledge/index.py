"""The only tantivy: where candidates come from. Derived from the store, never the record.

Every entry is indexed by its single characters and bigrams (recall: architecture.md has the
measurements) and by words, its inherited context in weaker fields of its own: `near` is what
the entry hangs on (its headings, the 案由 it decides, its group and speaker), `far` the meeting.
The index carries the store's generation in a stamp document, replaced in the same commit.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

import tantivy

from knowledge.errors import SearchIndexError
from knowledge.inheritance import near_contexts, search_form
from knowledge.model import Entry, Meeting
from knowledge.text import fold
from knowledge.words import Words

# One thread and the smallest heap tantivy takes: a meeting commits in 28 ms (architecture.md).
_HEAP_BYTES = 15_000_000
_STAMP = "stamp"
_RUNS = re.compile(r"[a-z]+|[0-9]+|[^\x00-\x7f]+")
# Weight of the fields in recall; ranking weighs again.
_FIELDS = (("grams", 1.0), ("words", 1.0), ("near", 0.6), ("far", 0.2))


@dataclass(frozen=True, slots=True)
class Posting:
    """An indexed entry, with what ranking needs of it; texts are folded."""

    entry_id: str
    position: int  # in the meeting
    meeting_id: str = ""
    parent: str = ""  # the same for all entries of a kind under one heading
    kind: str = ""
    speaker: str = ""
    group: str = ""
    fact: str = ""
    own_number: str = ""  # last element of the path
    body: str = ""
    near: str = ""
    far: str = ""


Candidate = tuple[float, Posting]  # tantivy's score and the entry


class Index:
    """Candidates for a question. Not thread-safe: it belongs to the service's one worker."""

    def __init__(self, folder: Path, words: Words, *, read_only: bool = False) -> None:
        self._words = words
        self._folder = folder
        self._schema = _schema()
        self._index = _open(folder, self._schema, read_only)
        self._searcher = self._index.searcher()
        self._load = lru_cache(maxsize=20_000)(self._posting)

    def generation(self) -> int | None:
        """Return the store's generation this index was made of, None where it is unknown."""
        stamp = self._find(_term(self._schema, "id", _STAMP), 1)
        return stamp[0][1].position if stamp else None

    def replace(self, meetings: Iterable[Meeting], generation: int) -> None:
        """Index *meetings* anew and stamp the index with *generation*, in one commit."""
        with _translated(self._folder, "writing"):
            writer = self._index.writer(_HEAP_BYTES, 1)
            for meeting in meetings:
                writer.delete_documents_by_term("meeting", meeting.id)
                self._add(writer, meeting)
            self._commit(writer, generation)

    def rebuild(self, meetings: Iterable[Meeting], generation: int) -> None:
        """Forget everything and index *meetings*."""
        with _translated(self._folder, "writing"):
            writer = self._index.writer(_HEAP_BYTES, 1)
            writer.delete_all_documents()
            for meeting in meetings:
                self._add(writer, meeting)
            self._commit(writer, generation)

    def _add(self, writer: tantivy.IndexWriter, meeting: Meeting) -> None:
        for document in self._documents(meeting):
            writer.add_document(document)

    def size(self) -> int:
        """Return the number of entries."""
        return max(0, int(self._searcher.num_docs) - 1)

    def frequency(self, term: str) -> int:
        """Return how many entries may hold folded *term* or inherit it: an upper bound.

        It is the count of the rarest bigram; Latin words are looked up whole.
        """
        return max(self._held(field, term) for field in ("grams", "near", "far"))

    def _held(self, field: str, term: str) -> int:
        return min((self._searcher.doc_freq(field, gram) for gram in _pieces(term)), default=0)

    def vocabulary(self) -> list[str]:
        """Return all words of the entries."""
        return [word for word, _ in self._searcher.terms_with_prefix("words", "")]

    def candidates(
        self,
        terms: Mapping[str, float],
        limit: int,
        meetings: frozenset[str] | None = None,
        speaker: str | None = None,
    ) -> list[Candidate]:
        """Return up to *limit* entries that share characters with *terms* (term -> weight)."""
        wanted = [(tantivy.Occur.Must, self._recall(terms))] if terms else []
        if meetings is not None:
            wanted.append((tantivy.Occur.Must, self._any("meeting", sorted(meetings))))
        if speaker:
            wanted.append((tantivy.Occur.Must, _term(self._schema, "speaker", speaker)))
        return self._find(tantivy.Query.boolean_query(wanted), limit) if wanted else []

    def members(self, parent: str) -> list[Posting]:
        """Return the entries under one heading, in the order of the document."""
        found = self._find(_term(self._schema, "parent", parent), 200)
        return sorted((posting for _, posting in found), key=lambda posting: posting.position)

    def facts(self, facts: Sequence[str], meetings: frozenset[str] | None) -> list[Posting]:
        """Return the header entries that state *facts*, by meeting and in the document's order."""
        wanted = [(tantivy.Occur.Must, self._any("fact", facts))]
        if meetings is not None:
            wanted.append((tantivy.Occur.Must, self._any("meeting", sorted(meetings))))
        found = self._find(tantivy.Query.boolean_query(wanted), 50)
        return sorted((p for _, p in found), key=lambda p: (p.meeting_id, p.position))

    def _recall(self, terms: Mapping[str, float]) -> tantivy.Query:
        clauses = []
        for term, weight in terms.items():
            for field, boost in _FIELDS:
                for piece in [term] if field == "words" else _grams(term):
                    query = _term(self._schema, field, piece, "freq")
                    scaled = weight * boost * (1.0 if len(piece) > 1 else 0.3)
                    clauses.append((tantivy.Occur.Should, tantivy.Query.boost_query(query, scaled)))
        return tantivy.Query.boolean_query(clauses)

    def _any(self, field: str, values: Sequence[str]) -> tantivy.Query:
        members = tantivy.Query.term_set_query(self._schema, field, list(values))
        return tantivy.Query.const_score_query(members, 0.0)

    def _find(self, query: tantivy.Query, limit: int) -> list[Candidate]:
        found = self._searcher.search(query, limit, count=False).hits
        return [(score, self._load(address.segment_ord, address.doc)) for score, address in found]

    def _posting(self, segment: int, number: int) -> Posting:
        stored = self._searcher.doc(tantivy.DocAddress(segment, number))
        return Posting(**json.loads(bytes(stored["posting"][0])))

    def _documents(self, meeting: Meeting) -> Iterable[tantivy.Document]:
        far = search_form(meeting.head.title)
        for position, (entry, near) in enumerate(
            zip(meeting.entries, near_contexts(meeting.entries), strict=True)
        ):
            yield self._document(meeting.id, entry, position, near, far)

    def _document(
        self, meeting_id: str, entry: Entry, position: int, near: str, far: str
    ) -> tantivy.Document:
        posting = Posting(
            entry_id=entry.id,
            meeting_id=meeting_id,
            parent=_parent(meeting_id, entry),
            kind=entry.kind.value,
            speaker=entry.speaker or "",
            group=fold(entry.group or ""),
            fact=entry.fact.value if entry.fact else "",
            own_number=fold(entry.path[-1]) if entry.path else "",
            body=search_form(entry.text.replace("**", "")),
            near=near,
            far=far,
            position=position,
        )
        document = _stored(posting)
        for name, value in (
            ("meeting", meeting_id),
            ("parent", posting.parent),
            ("speaker", posting.speaker),
            ("fact", posting.fact),
            ("grams", " ".join(_grams(posting.body))),
            ("words", " ".join(word for word in self._words.cut(posting.body) if word.strip())),
            ("near", " ".join(_grams(near))),
            ("far", " ".join(_grams(far))),
        ):
            document.add_text(name, value)
        return document

    def _commit(self, writer: tantivy.IndexWriter, generation: int) -> None:
        writer.delete_documents_by_term("id", _STAMP)
        writer.add_document(_stored(Posting(entry_id=_STAMP, position=generation)))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()
        self._load.cache_clear()


def _stored(posting: Posting) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("id", posting.entry_id)
    document.add_bytes("posting", json.dumps(asdict(posting)).encode())
    return document


def _parent(meeting_id: str, entry: Entry) -> str:
    heading = "\x1f".join((meeting_id, entry.kind.value, *entry.path[:-1]))
    return hashlib.sha256(heading.encode()).hexdigest()[:16]


def _grams(text: str) -> list[str]:
    """Return single characters and bigrams; Latin words and numbers stay whole."""
    grams: list[str] = []
    for run in _RUNS.findall(text):
        if run.isascii():
            grams.append(run)
        else:
            grams += [*run, *(run[i : i + 2] for i in range(len(run) - 1))]
    return grams


def _pieces(term: str) -> list[str]:
    """Return what must stand where *term* stands: its bigrams and Latin words."""
    grams = _grams(term)
    return [gram for gram in grams if len(gram) > 1] or grams


def _term(schema: tantivy.Schema, field: str, value: str, option: str = "basic") -> tantivy.Query:
    return tantivy.Query.term_query(schema, field, value, option)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("id", "meeting", "parent", "speaker", "fact"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("grams", "words", "near", "far"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    builder.add_bytes_field("posting", stored=True, indexed=False)
    return builder.build()


def _open(folder: Path, schema: tantivy.Schema, read_only: bool) -> tantivy.Index:
    with _translated(folder, "opening"):
        if read_only:
            return tantivy.Index.open(str(folder))
        folder.mkdir(parents=True, exist_ok=True)
        try:
            return tantivy.Index(schema, path=str(folder))
        except ValueError:
            # Another version's schema, or a damaged index: it is derived, so it is made again.
            shutil.rmtree(folder)
            folder.mkdir()
            return tantivy.Index(schema, path=str(folder))


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
