"""The only tantivy: where candidates come from. Derived from the store, never the record.

Every entry is indexed by its single characters and bigrams (recall: architecture.md has the
measurements) and by words, its inherited context in weaker fields of its own, by bigrams alone:
`near` is what the entry hangs on (its headings, the 案由 it decides, its group and speaker), `far`
the meeting. The first entry of a meeting bears the keys of all its words for typing errors.
The index carries the store's generation in a stamp document, replaced in the same commit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import tantivy

from knowledge.model import Meeting
from knowledge.posting import Posting, grams, pieces, postings_of
from knowledge.queries import all_of, any_of, having
from knowledge.segments import Segments
from knowledge.text import fold
from knowledge.typos import Alike
from knowledge.words import Words

_STAMP = "stamp-9"  # another number where an index of an older program is made anew
# Weight of the fields in recall; ranking weighs again.
_FEW = 20
_REMEMBERED = 200  # postings, about 1 MB
_REMEMBERED_COUNTS = 1_500  # of words and pieces of words, and what asks for them, about 2 MB
_REMEMBERED_PARTS = 60  # of minutes: one item, the facts of a head
_MOST_MEMBERS = 200  # of one heading or item that are looked at
_MOST_FACTS = 50  # of heads that are told at once
_SINGLE = 0.3  # of a character beside a bigram
# Of 131 questions to 100,000 entries, without such characters 99 % of the first five candidates
# stay and a search takes half the time.
_COMMON = 1_000
_FIELDS = (("grams", 1.0), ("words", 1.0), ("near", 0.6), ("far", 0.2))
_COUNTED = ("grams", "words")  # fields that know how often an entry has a piece

Candidate = tuple[float, Posting]  # tantivy's score and the entry


class Index:
    """Candidates for a question. Not thread-safe: it belongs to the service's one worker."""

    def __init__(
        self, folder: Path, words: Words, alike: Alike, *, read_only: bool = False
    ) -> None:
        self._words = words
        self._alike = alike
        self._segments = Segments(folder, read_only=read_only)
        self._schema = self._segments.schema
        self._load = lru_cache(maxsize=_REMEMBERED)(self._posting)
        self._held = lru_cache(maxsize=_REMEMBERED_COUNTS)(self._doc_freq)
        self._parts = lru_cache(maxsize=_REMEMBERED_COUNTS)(self._shares)
        self._asked = lru_cache(maxsize=_REMEMBERED_COUNTS)(self._queries)
        self.frequency = lru_cache(maxsize=_REMEMBERED_COUNTS)(self._frequency)
        self._stated = lru_cache(maxsize=_REMEMBERED_PARTS)(self._listed)

    @property
    def _searcher(self) -> tantivy.Searcher:
        return self._segments.searcher

    def generation(self) -> int | None:
        """Return the store's generation this index was made of, None where it is unknown."""
        stamp = self._find(having(self._schema, "stamp", _STAMP), 1)
        return stamp[0][1].position if stamp else None

    def replace(self, meetings: Iterable[Meeting], generation: int) -> None:
        """Index *meetings* anew and stamp the index with *generation*, in one commit."""
        with self._segments.writing() as writer:
            for meeting in meetings:
                writer.delete_documents_by_term("meeting", meeting.id)
                self._add(writer, meeting)
            _stamp(writer, generation)
        self._forget()

    def rebuild(self, meetings: Iterable[Meeting], generation: int) -> None:
        """Forget everything and index *meetings*."""
        with self._segments.writing() as writer:
            writer.delete_all_documents()
            for meeting in meetings:
                self._add(writer, meeting)
            _stamp(writer, generation)
        self._forget()

    def settle(self) -> None:
        """Wait until what was written in many commits is in few pieces."""
        self._segments.settle()
        self._forget()

    def close(self) -> None:
        """Let go of the folder, which who writes holds."""
        self._segments.close()

    def _forget(self) -> None:
        self._load.cache_clear()
        self._held.cache_clear()
        self._parts.cache_clear()
        self._asked.cache_clear()
        self.frequency.cache_clear()
        self._stated.cache_clear()

    def _add(self, writer: tantivy.IndexWriter, meeting: Meeting) -> None:
        postings = list(postings_of(meeting))
        words = set[str]().union(*(self._words.vocabulary(p.body) for p in postings))
        for place, posting in enumerate(postings):
            document = self._document(posting)
            # A typing error asks which words there are, not which entry has them.
            for word in words if place == 0 else ():
                for key in self._alike.keys(word):
                    document.add_text("alike", f"{key}|{word}")
            writer.add_document(document)

    def size(self) -> int:
        """Return the number of entries."""
        return max(0, int(self._searcher.num_docs) - 1)

    def _frequency(self, term: str) -> int:
        """Return how many entries may hold folded *term* or inherit it: an upper bound.

        It is the count of the rarest bigram; Latin words are looked up whole, and of a single
        character only those count that hold it themselves.
        """
        parts = pieces(term)
        fields = ("grams", "near", "far")
        return max(min((self._held(field, part) for part in parts), default=0) for field in fields)

    def _doc_freq(self, field: str, piece: str) -> int:
        return int(self._searcher.doc_freq(field, piece))

    def alike(self, key: str) -> list[str]:
        """Return the words of the entries that bear *key* (`typos.Alike`)."""
        prefix = f"{key}|"
        return [
            term.removeprefix(prefix)
            for term, _ in self._searcher.terms_with_prefix("alike", prefix)
        ]

    def candidates(
        self,
        terms: Mapping[str, float],
        limit: int,
        meetings: frozenset[str] | None = None,
        speaker: str | None = None,
        items: frozenset[str] = frozenset(),
    ) -> list[Candidate]:
        """Return up to *limit* entries that share characters with *terms* (term -> weight)."""
        wanted = [self._recall(terms)] if terms else []
        if meetings is not None:
            wanted.append(any_of(self._schema, "meeting", sorted(meetings)))
        if items:
            wanted.append(any_of(self._schema, "item", sorted(items)))
        if speaker:
            wanted.append(having(self._schema, "speaker", fold(speaker)))
        return self._find(all_of(wanted), limit) if wanted else []

    def members(self, heading: str, kind: str) -> list[Posting]:
        """Return the entries of a kind under a heading's key, in the order of the document."""
        named = (("heading", heading), ("kind", kind))
        found = self._find(all_of([having(self._schema, *one) for one in named]), _MOST_MEMBERS)
        return sorted((p for _, p in found), key=lambda posting: posting.position)

    def items(self, items: Iterable[str], meetings: frozenset[str] | None) -> Sequence[Posting]:
        """Return all entries of numbered items, by meeting and in the document's order."""
        return self._stated("item", tuple(sorted(items)), meetings, _MOST_MEMBERS)

    def of_kind(self, kind: str, meetings: frozenset[str] | None) -> Sequence[Posting]:
        """Return the entries of a kind, by meeting and in the document's order."""
        return self._stated("kind", (kind,), meetings, _MOST_MEMBERS)

    def bodies(self, characters: Iterable[str], most: int) -> list[str]:
        """Return the folded texts of entries that hold all of *characters*, at most *most*."""
        wanted = [having(self._schema, "grams", one, "freq") for one in characters]
        return [p.body for _, p in self._find(all_of(wanted), most)]

    def mentioning(self, word: str) -> frozenset[str]:
        """Return the meetings of which an entry holds folded *word*, of the best few entries."""
        found = self.candidates({word: 1.0}, _FEW)
        return frozenset(p.meeting_id for _, p in found if word in p.body)

    def speaks_of(self, meeting_id: str, word: str) -> bool:
        """Tell whether an entry of a meeting, or its title, holds folded *word*."""
        found = self.candidates({word: 1.0}, _FEW, frozenset((meeting_id,)))
        return any(word in p.body or word in p.near or word in p.far for _, p in found)

    def speaker(self, name: str) -> str | None:
        """Return how the minutes write the folded *name* of somebody who speaks in them."""
        if not self._searcher.doc_freq("speaker", name):
            return None
        found = self._find(having(self._schema, "speaker", name), 1)
        return found[0][1].speaker if found else None

    def facts(self, facts: Sequence[str], meetings: frozenset[str] | None) -> Sequence[Posting]:
        """Return the header entries that state *facts*, by meeting and in the document's order."""
        return self._stated("fact", tuple(facts), meetings, _MOST_FACTS)

    def _listed(
        self, field: str, values: Sequence[str], meetings: frozenset[str] | None, limit: int
    ) -> Sequence[Posting]:
        wanted = [any_of(self._schema, field, values)]
        if meetings is not None:
            wanted.append(any_of(self._schema, "meeting", sorted(meetings)))
        found = self._find(all_of(wanted), limit)
        return tuple(sorted((p for _, p in found), key=lambda p: (p.meeting_id, p.position)))

    def _recall(self, terms: Mapping[str, float]) -> tantivy.Query:
        """Ask for the words and their characters, each once, at the best weight it has."""
        weights: dict[str, float] = {}
        for term, weight in terms.items():
            for gram, share in self._parts(term):
                if weight * share > weights.get(gram, 0.0):
                    weights[gram] = weight * share
        words = [(self._asked(term), weight) for term, weight in terms.items()]
        parts = [(self._asked(gram), weight) for gram, weight in weights.items()]
        should, boosted = tantivy.Occur.Should, tantivy.Query.boost_query
        return tantivy.Query.boolean_query(
            [
                (should, boosted(queries[field], weight * boost))
                for field, boost in _FIELDS
                for queries, weight in (words if field == "words" else parts)
                if field in queries
            ]
        )

    def _shares(self, term: str) -> Sequence[tuple[str, float]]:
        """Return the grams of *term* that are asked for, and how much of its weight each gets."""
        return tuple(
            (gram, _SINGLE if len(gram) == 1 else 1.0)
            for gram in grams(term)
            if len(gram) > 1 or len(term) == 1 or not self._is_common(gram)
        )

    def _is_common(self, character: str) -> bool:
        """Tell whether so many entries hold *character* that looking through them takes longest."""
        return self.frequency(character) > _COMMON

    def _queries(self, piece: str) -> Mapping[str, tantivy.Query]:
        """Return what asks for *piece*, by the fields in which an entry has it."""
        return {
            field: having(self._schema, field, piece, "freq" if field in _COUNTED else "basic")
            for field, _ in _FIELDS
            if self._held(field, piece)
        }

    def _find(self, query: tantivy.Query, limit: int) -> list[Candidate]:
        found = self._searcher.search(query, limit, count=False).hits
        return [(score, self._load(address.segment_ord, address.doc)) for score, address in found]

    def _posting(self, segment: int, number: int) -> Posting:
        stored = self._searcher.doc(tantivy.DocAddress(segment, number))
        return Posting.unpacked(bytes(stored["posting"][0]))

    def _document(self, posting: Posting) -> tantivy.Document:
        document = _stored(posting)
        for heading in posting.headings:
            document.add_text("heading", heading)
        near, far = posting.near, posting.far
        words = [word for word in self._words.cut(posting.body) if word[0].isalnum()]
        for name, value in (
            ("meeting", posting.meeting_id),
            ("item", posting.item),
            ("kind", posting.kind),
            ("speaker", fold(posting.speaker)),
            ("fact", posting.fact),
            ("grams", " ".join(grams(posting.body))),
            ("words", " ".join(words)),
            ("near", " ".join(pieces(near))),
            ("far", " ".join(pieces(far))),
        ):
            if value:
                document.add_text(name, value)
        return document


def _stamp(writer: tantivy.IndexWriter, generation: int) -> None:
    writer.delete_documents_by_term("stamp", _STAMP)
    document = _stored(Posting(entry_id=_STAMP, position=generation))
    document.add_text("stamp", _STAMP)
    writer.add_document(document)


def _stored(posting: Posting) -> tantivy.Document:
    document = tantivy.Document()
    document.add_bytes("posting", posting.packed())
    return document
