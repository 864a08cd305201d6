"""The nouns of the project: frozen, typed, and ignorant of files, SQL and Telegram.

Dates are calendar dates in Taiwan; times of day are local wall-clock times (Asia/Taipei).
Offsets count characters of a document's extracted text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum


class Kind(StrEnum):
    """What an entry is; `chinese` is the word a user reads."""

    HEADER = "header", "會議資料"
    REPORT = "report", "報告"
    PROPOSAL = "proposal", "案由"
    EXPLANATION = "explanation", "說明"
    RESOLUTION = "resolution", "決議"
    CONCLUSION = "conclusion", "主席結論"
    SPEECH = "speech", "發言"
    STATEMENT = "statement", "聯合聲明"
    MOTION = "motion", "臨時動議"
    OTHER = "other", "其他"

    chinese: str

    def __new__(cls, value: str, chinese: str = "") -> Kind:
        member = str.__new__(cls, value)
        member._value_ = value
        member.chinese = chinese
        return member


class Outcome(StrEnum):
    """What became of an entry, from its own words; `chinese` is the mark on a card."""

    APPROVED = "approved", "照案通過"
    AMENDED = "amended", "修正通過"
    NOTED = "noted", "洽悉"
    CONTINUED = "continued", "未定案，持續討論"
    DIRECTED = "directed", "主席指示"
    DECLARED = "declared", "聯合聲明主張"
    REMARKED = "remarked", "發言，不是會議決議"
    WITHDRAWN = "withdrawn", "撤案"
    RESERVED = "reserved", "保留"
    NONE = "none", "無"

    chinese: str

    def __new__(cls, value: str, chinese: str = "") -> Outcome:
        member = str.__new__(cls, value)
        member._value_ = value
        member.chinese = chinese
        return member


class Fact(StrEnum):
    """Which fact of a meeting a `header` entry states."""

    TITLE = "title", "會議名稱"
    SLOGAN = "slogan", "標語"
    TIME = "time", "會議時間"
    PLACE = "place", "會議地點"
    CHAIR = "chair", "會議主席"
    ATTENDANCE = "attendance", "出席人員"
    RECORDER = "recorder", "紀錄"
    ADDRESS = "address", "主席致詞"
    ADJOURNED = "adjourned", "散會"
    OTHER = "other", "其他"

    chinese: str

    def __new__(cls, value: str, chinese: str = "") -> Fact:
        member = str.__new__(cls, value)
        member._value_ = value
        member.chinese = chinese
        return member


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of characters in a document's text."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Official:
    """A person as the minutes' head names one; what it does not say is None."""

    name: str
    org: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the minutes say, cut from the document and never rebuilt.

    `pieces` are the ranges of the document that make up `text`, strung together with nothing
    between them: several where a page break or a markdown bullet was left out. Between lines
    the document's own line end is a piece, or part of one. `text` holds the entry's own number
    and label; `path` are the headings above it and its own number or label.
    """

    kind: Kind
    path: tuple[str, ...]
    pieces: tuple[Span, ...]
    text: str
    outcome: Outcome | None = None
    follow_up: str | None = None  # what was promised, in the entry's words: 下次副市長層級會議提報…
    speaker: str | None = None  # a name without office and title
    group: str | None = None  # 交通組
    fact: Fact | None = None  # for Kind.HEADER only
    id: str = ""  # permanent short code; empty until the store has given it

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end


@dataclass(frozen=True, slots=True)
class Head:
    """What a meeting's head states; unknown facts are None, never guessed."""

    title: str
    series: str | None = None
    level: str | None = None  # 市長層級, 副市長層級 or 議題小組
    ordinal: int | None = None
    date: date | None = None
    start: time | None = None
    end: time | None = None
    place: str | None = None
    chairs: tuple[Official, ...] = ()
    recorder: Official | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting and its entries in the order of the document."""

    head: Head
    entries: tuple[Entry, ...]
    id: str = ""  # the date, a slug of the title where there is none; given by the store
    source: str = ""  # name of the file it was read from


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the parser understood of one document, and what it did not."""

    meetings: tuple[Meeting, ...]
    skipped: tuple[Span, ...] = ()  # headings, page numbers, blank space: in no entry
    warnings: tuple[str, ...] = ()


class Change(StrEnum):
    """What a publication does to a meeting."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry that one version has otherwise than the next; None where it has it not at all."""

    before: Entry | None
    after: Entry | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What publishing would do to a meeting: as it would stand on record, and as it stands.

    `differences` are the entries that would be added, changed or lost; none for a new meeting.
    """

    change: Change
    meeting: Meeting  # with its ids
    before: Meeting | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """What came of a file: each of its meetings, on record now, and what changed of it."""

    source: str
    meetings: tuple[tuple[Change, Meeting], ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftReading:
    """What a document that was sent would become; nothing of it is on record yet."""

    key: str  # of the draft, for buttons
    source: str  # name of the file
    previews: tuple[Preview, ...]
    warnings: tuple[str, ...] = ()
    beginning: str = ""  # the first lines, so that a person sees a wrong encoding
    encoding: str | None = None  # of a text file
    alternatives: tuple[str, ...] = ()  # encodings in which it would be another text
    corrects: str | None = None  # the meeting that it is said to be
    candidates: tuple[Meeting, ...] = ()  # heads of those it might be, where it is a new one
    followers: int = 0  # chats and topics that publishing it would tell


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found for a question. `excerpt` is verbatim, whole sentences, ≤ 400 characters."""

    entry: Entry
    meeting_id: str
    head: Head
    excerpt: str
    score: float = 0.0


class Form(StrEnum):
    """How an answer is laid out."""

    EXCERPT = "excerpt"  # one hit, others a button away
    LIST = "list"  # all of something, in document order
    COMPARISON = "comparison"  # one hit for each thing asked
    HISTORY = "history"  # these three have a class of their own, see tracked.py
    VOICES = "voices"
    PENDING = "pending"
    NO = "no"  # the minutes do not answer; hits are near misses
    SMALL_TALK = "small_talk"


class Refusal(StrEnum):
    """Why the minutes do not answer."""

    NOT_IN_MINUTES = "not_in_minutes"  # the question's words stand nowhere
    OUT_OF_SCOPE = "out_of_scope"  # a meeting, date or place that no minutes cover
    NO_SUCH_FACT = "no_such_fact"  # the subject is there, what was asked of it is not
    NOT_A_QUESTION = "not_a_question"
    UNSURE = "unsure"  # there is an answer, but not one to give before others


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the store holds, so that an honest no can say where it looked."""

    meetings: int = 0
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the minutes say to a question.

    `hits` are best first, at most ten. The first `shown` of them are the answer (1 for an
    excerpt); the others are further results. Where `answered` is false they are near misses.
    """

    question: str
    form: Form
    hits: tuple[Hit, ...] = ()
    shown: int = 1
    refusal: Refusal | None = None
    heading: str | None = None  # for a list: what the items share, e.g. 二、四市應變方案
    matched: tuple[str, ...] = ()  # the question's words that were found
    replaced: tuple[tuple[str, str], ...] = ()  # mistyped word, the word searched instead
    missing: tuple[str, ...] = ()  # words or scopes of the question that stand nowhere
    unsaid: tuple[str, ...] = ()  # who was asked about, and the words that he is not on record with
    wanted: str | None = None  # the asked-for fact that is absent: 金額, 人數 …
    elsewhere: Hit | None = None  # a later meeting that speaks of the same subject
    coverage: Coverage = field(default_factory=Coverage)
    confidence: float = 1.0  # of an excerpt: the share of the question that it holds
    key: str = ""  # short code under which the question is kept, for buttons

    @property
    def answered(self) -> bool:
        return self.form not in (Form.NO, Form.SMALL_TALK)
