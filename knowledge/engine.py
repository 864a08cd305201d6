"""Everything that answers, put together; synchronous, for the one thread that owns it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from knowledge import aliases, publish, schema
from knowledge import lexicon as lexicons
from knowledge.abbreviations import Abbreviations
from knowledge.announcing import Announcer
from knowledge.answer import Answerer, Composed
from knowledge.attributes import of_entry
from knowledge.backups import DATABASE, INDEX
from knowledge.context import Context, context_of, context_without
from knowledge.elliptic import afresh, misses
from knowledge.errors import KnowledgeError
from knowledge.finding import Finder
from knowledge.followup import lean, narrowed, pointed, whole
from knowledge.gate import Gate
from knowledge.headfacts import HeadFacts
from knowledge.heads import Heads
from knowledge.index import Index
from knowledge.kindred import Kindred
from knowledge.latin import Latin
from knowledge.matching import Matcher
from knowledge.model import (
    Answer,
    Change,
    Coverage,
    Form,
    Hit,
    Meeting,
    Preview,
    Published,
    Refusal,
)
from knowledge.promises import Promises
from knowledge.publish import Plan
from knowledge.question import Question, Reader
from knowledge.quotes import Quotes
from knowledge.reading import Reading
from knowledge.records import Records
from knowledge.romanized import Minutes
from knowledge.scope import Scopes
from knowledge.scoring import Scorer
from knowledge.search import Search
from knowledge.subjects import Subjects
from knowledge.terms import Terms
from knowledge.text import without_surrogates
from knowledge.tracker import Tracker
from knowledge.typos import Alike, Typos
from knowledge.weights import WEIGHTS, Weights
from knowledge.words import Words


class Engine(Records):
    """Questions in, answers out, over one data directory.

    *today* gives the date in Taiwan, *now* a time with its zone. Where *read_only* is true
    nothing is written, and the store must exist.
    """

    def __init__(
        self,
        data_dir: Path,
        today: Callable[[], date],
        now: Callable[[], datetime],
        *,
        read_only: bool = False,
        weights: Weights = WEIGHTS,
    ) -> None:
        super().__init__(schema.connect(data_dir / DATABASE, read_only=read_only), now)
        self._weights, self._data_dir = weights, data_dir
        self.today, self.now = today, now
        self._read_only = read_only
        self._lexicon = lexicons.load(data_dir / aliases.FILE, data_dir)
        self._words = Words(self._lexicon.terms | self._lexicon.vocabulary, data_dir)
        self.matcher = Matcher(self._lexicon, self._words)
        self.announcer = Announcer(self.store, self.subscriptions, self.outbox, self.matcher, now)
        self._alike = Alike(self._lexicon.shapes, data_dir)
        self.index = Index(data_dir / INDEX, self._words, self._alike, read_only=read_only)
        if not read_only:
            publish.seed(self.store, self.index)
        self.heads = Heads(self.store.meetings())
        self.quotes = Quotes(self.store, self.heads)
        self._assemble(weights)

    def _assemble(self, weights: Weights) -> None:
        lexicon, index, is_name = self._lexicon, self.index, self._words.is_name
        scorer = Scorer(weights.rank)
        search = Search(index, scorer, weights.rank)
        self.scopes = Scopes(self.heads, lexicon, self._words, index)
        terms = Terms(lexicon, self._words, index.frequency, weights.term)
        minutes = Minutes(index.alike, index.frequency, is_name, self.scopes.people.names)
        latin = Latin(lexicon, self._alike, minutes, self.scopes.is_body)
        self._reader = Reader(lexicon, self.scopes, terms, latin)
        self._gate = Gate(lexicon, index.frequency, is_name, index.speaks_of, scorer, weights.gate)
        typos = Typos(
            self._alike,
            index.alike,
            lexicon.known,
            lexicon.places,
            lexicon.surnames,
            self._words.is_unknown,
        )
        short = Abbreviations(self.index.bodies, self._words.cut, lexicon.places)
        self._reading = Reading(self._reader, self._gate, self._words, typos, short)
        slight = weights.term.slight
        heads = HeadFacts(search, self._gate, lexicon.fact_words, slight)
        self._answerer = Answerer(
            search, scorer, self._gate, heads, self.quotes.lookup, self.coverage, weights
        )
        self._finder = Finder(self._answerer, search)
        promises = Promises(self, self.quotes, self.heads, lambda: self.subjects)
        self.tracker = Tracker(
            self._answerer, search, scorer, self._gate, self.heads, promises, self._read
        )

    @property
    def subjects(self) -> Subjects:
        """Subjects by the words of the minutes on record now."""
        minutes = self.index, self.store, self.matcher, self.heads
        return Subjects(self._lexicon, self._reader, *minutes, self.today)

    def kindred(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return which words of *text* may mean which of the minutes; see `Kindred.pairs`."""
        question = self._reader.read(without_surrogates(text), self.today())
        kindred = Kindred(self._lexicon, self._words, self.index, self.quotes.lookup)
        return kindred.pairs(question, self._gate.strange(question))

    def learn(self, asked: str, minutes: str) -> None:
        """Let *asked* find *minutes* from now on, for good. Raises LexiconError."""
        self._lexicon = lexicons.load(aliases.add(self._data_dir, asked, minutes), self._data_dir)
        self._words.learn(self._lexicon.terms)
        self.matcher = Matcher(self._lexicon, self._words)
        self.announcer = Announcer(
            self.store, self.subscriptions, self.outbox, self.matcher, self.now
        )
        self._assemble(self._weights)

    def prepare(self) -> None:
        """Make now what the first questions would wait for; see `Intents.prepare`."""
        self._lexicon.intents.prepare()

    def close(self) -> None:
        self.index.close()
        self.db.close()

    def unit(self) -> AbstractContextManager[None]:
        """Commit what is written in the block together, where anything may be written."""
        return nullcontext() if self._read_only else schema.unit(self.db)

    def _take_in(self, published: Published) -> None:
        for change, meeting in published.meetings:
            if change is not Change.UNCHANGED:
                self.scopes.put(meeting)
        self.quotes.forget()

    def publish(self, path: Path) -> Published:
        """Record and index the minutes in *path*. Raises DocumentError or StoreError."""
        return self.record(publish.plan(path))

    def publish_many(
        self, paths: Iterable[Path]
    ) -> Iterator[tuple[Path, Published | KnowledgeError]]:
        """Record the files *paths* and index them by batches; see `publish.publish_many`."""
        told = self.announcer.announce
        for path, outcome in publish.publish_many(paths, self.store, self.index, told=told):
            if isinstance(outcome, Published):
                self._take_in(outcome)
            yield path, outcome

    def preview(self, planned: Plan, corrects: str | None = None) -> tuple[Preview, ...]:
        """Return what `record` would do, without doing it."""
        return publish.preview(planned, self.store, corrects)

    def record(self, planned: Plan, corrects: str | None = None) -> Published:
        """Record and index what *planned* holds; see `publish.record` for what it raises."""
        published = publish.record(
            planned, self.store, self.index, corrects, self.announcer.announce
        )
        self._take_in(published)
        return published

    def retract(self, meeting_id: str) -> Meeting:
        """Take a meeting off the record and the index; return it. Raises MeetingNotFound."""
        meeting = publish.retract(meeting_id, self.store, self.index)
        self.scopes.remove(meeting_id)
        self.quotes.forget()
        return meeting

    def coverage(self) -> Coverage:
        return self.heads.coverage()

    def answer(self, text: str, context: Context | None = None) -> tuple[Answer, Context | None]:
        """Return the answer to *text*, which may lean on *context*, and the context after it."""
        question = self._read(without_surrogates(text))
        composed = self._composed(question, context)
        return composed.answer, self._after(composed, context)

    def _composed(self, question: Question, context: Context | None) -> Composed:
        if context is None:
            return self.tracker.compose(question)
        if at_entry := of_entry(question, context, self._reader):
            return self.tracker.compose(at_entry)
        question = pointed(question, context, self._reader)
        if within := narrowed(question, context):
            composed = self.tracker.compose(within)
            if composed.answer.answered:
                return composed
        composed = self.tracker.compose(lean(question, context, self._reader))
        told = composed.answer.answered and not misses(question, composed.postings)
        if told or not whole(question):
            return composed
        return afresh(question, context, self.tracker.compose) or composed

    def _read(self, text: str) -> Question:
        return self._reading.read(text, self.today())

    def _after(self, composed: Composed, before: Context | None) -> Context | None:
        if not composed.answer.answered and not composed.postings:
            return context_without(composed.question) or before
        return context_of(composed.question, composed.answer.form, composed.postings, before)

    def ask(
        self, text: str, asker: str | None, *, remember: bool = True, public: bool = False
    ) -> Answer:
        """Answer *text* and remember it: for its buttons, and for the next question of *asker*.

        Where *remember* is false, or the engine only reads, the answer has no key for buttons.
        Where it is *public*, what is not sure is a no.
        """
        before = self._context(asker) if asker else None
        answer, after = self.answer(text, before)
        answer = self.sure(answer) if public else answer
        if self._read_only or not remember:
            return answer
        if answer.form is Form.NO and answer.refusal is not Refusal.UNSURE:
            self.chats.miss(text, self.now())
        if answer.form is not Form.SMALL_TALK:
            self.tally.asked(self.today(), answered=answer.answered)
        key = self.chats.keep(text, self.today(), before.as_json() if before else None)
        if asker and after:
            self.chats.remember(asker, after.as_json(), self.now())
        return replace(answer, key=key)

    def sure(self, answer: Answer) -> Answer:
        """Return *answer*, or a no in its place where it holds too little of the question."""
        if not answer.answered or answer.confidence >= self._weights.gate.public:
            return answer
        return Answer(
            answer.question,
            Form.NO,
            shown=0,
            refusal=Refusal.UNSURE,
            coverage=answer.coverage,
            key=answer.key,
        )

    def recall(self, key: str) -> Answer | None:
        """Answer the question kept under *key* again, None where none is kept."""
        kept = self._kept(key)
        return replace(self.answer(*kept)[0], key=key) if kept else None

    def understood(self, key: str) -> Composed | None:
        """Return the question kept under *key* as it was understood, with its answer."""
        kept = self._kept(key)
        return self._composed(self._read(without_surrogates(kept[0])), kept[1]) if kept else None

    def _kept(self, key: str) -> tuple[str, Context | None] | None:
        kept = self.chats.question(key)
        if kept is None:
            return None
        text, _, context = kept
        return text, Context.from_json(context) if context else None

    def found(self, text: str) -> tuple[Hit, ...]:
        """Return what can be quoted for *text*, the best first; see `Finder`."""
        return self._finder.found(self._read(without_surrogates(text)))

    def keep(self, text: str) -> str:
        """Keep the question *text* for a link to its answer; return its key."""
        return self.chats.keep(text, self.today())

    def _context(self, asker: str) -> Context | None:
        data = self.chats.context(asker, self.now())
        return Context.from_json(data) if data else None

    def behind(self) -> bool:
        """Tell whether the index was made of another generation than the database."""
        return self.index.generation() != self.store.generation()
