"""Every weight and threshold of understanding, ranking and the gate, in one table.

Derived with `make tune`, which changes one at a time and judges each change on the categories of
questions it was not chosen by. A weight is a share of a question, or a part of a rank whose
scale is the coverage: 1 where an entry holds all of the question.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from knowledge.model import Kind

ByKind: TypeAlias = MappingProxyType[str, float]  # a `Kind` is its own value


@dataclass(frozen=True, slots=True)
class TermWeights:
    """How much of a question one of its words is."""

    generic: float = 0.12  # stands in every meeting: 市長, 會議
    slight: float = 0.2  # an everyday word that names no subject: 型態, 考慮
    ordinary: float = 0.6  # at most, of a word of Taiwan that only seems rare: 市府, 規費
    single: float = 0.2  # one character
    single_noun: float = 0.28  # one that is a noun: 稅, 車
    junk: float = 0.3  # two characters of no dictionary, mostly of two words (組改)
    english: float = 0.6  # an English word that stands nowhere, in an English question
    thing: float = 0.6  # an English noun that weighs this much and stands nowhere is a stranger
    least: float = 0.3  # the most everyday word
    commonest: float = 3.4  # rarity (`Words.rarity`) up to which a word weighs the least
    rarest: float = 13.4  # rarity from which it weighs 1
    other_than_noun: float = 0.5  # times this for verbs, adverbs and the like
    phrase: float = 0.6  # two words side by side, as they stand in the minutes
    trade: float = 0.9  # people of a trade by another of their names: 養蜂業者, of 養蜂人
    part: float = 0.7  # a known term that is only a part of the word asked with


@dataclass(frozen=True, slots=True)
class RankWeights:
    """What makes one entry rank above another."""

    shape: float = 0.25  # similarity of characters, beside the coverage of words
    recall: float = 0.1  # tantivy's own score, as a share of the best
    near: float = 0.75  # a word that stands only in what the entry hangs on
    above: float = 1.0  # a word that stands in the headings above the entry
    near_decided: float = 0.9  # the same where a decision is asked: the 案由 names its subject
    far: float = 0.5  # a word that stands only in the meeting's title
    parts: float = 0.7  # a long word of which only parts stand there, at most
    holds: float = 0.35  # the entry holds what is asked for: a price, a day
    subject: float = 0.9  # share of the heaviest word's weight that makes another its equal
    other_group: float = -0.3  # the question names a topic group and the entry is another's
    title: float = -0.3  # an entry that is only a title: it holds the names, and says nothing
    item: float = 0.4  # the numbered item that is named, and less the same for any other
    condition: float = 0.1  # 如果准了會怎麼做, and the entry says 若逕予核准
    passed: float = 0.3  # 通過之後要做什麼, and the entry says 待…通過後
    reason: float = 0.06  # why is asked, and the entry says because
    most: float = 0.2  # the most of something is asked, and the entry tells of the most
    choice: float = 0.2  # which option was taken is asked, and the entry says 採乙案
    voice: float = 0.5  # somebody is named, and these are that person's words
    office: float = 0.3  # an office is named, and its holder speaks
    sibling: float = 0.5  # a heading beside the one that the conversation is at is named
    opening: float = 0.4  # a paragraph before the first number, where the beginning is asked
    first: float = 0.02  # the same elsewhere: of points that say as much, what they begin with
    place: float = 0.2  # under the headings that the conversation is at
    prior: ByKind = field(
        default_factory=lambda: MappingProxyType(
            {
                Kind.RESOLUTION: 0.06,
                Kind.CONCLUSION: 0.06,
                Kind.STATEMENT: 0.03,
                Kind.EXPLANATION: 0.02,
                Kind.OTHER: -0.1,
                Kind.HEADER: -0.15,
            }
        )
    )
    intents: MappingProxyType[str, ByKind] = field(
        default_factory=lambda: MappingProxyType(
            {
                "decision": MappingProxyType(
                    {
                        Kind.RESOLUTION: 0.4,
                        Kind.CONCLUSION: 0.4,
                        Kind.MOTION: 0.1,
                        Kind.REPORT: 0.05,
                    }
                ),
                "issued": MappingProxyType(
                    {Kind.CONCLUSION: 0.7, Kind.RESOLUTION: 0.3, Kind.STATEMENT: -0.2}
                ),
                "ordered": MappingProxyType(
                    {Kind.RESOLUTION: 0.25, Kind.CONCLUSION: 0.4, Kind.MOTION: 0.1}
                ),
                "proposal": MappingProxyType({Kind.PROPOSAL: 0.25}),
                "founded": MappingProxyType({Kind.EXPLANATION: 0.15}),
                "approved": MappingProxyType({Kind.RESOLUTION: 0.15}),
                "case": MappingProxyType({Kind.RESOLUTION: 0.1, Kind.CONCLUSION: 0.1}),
                "named": MappingProxyType({Kind.RESOLUTION: -0.3}),
                "speech": MappingProxyType({Kind.SPEECH: 0.15}),
                "statement": MappingProxyType({Kind.STATEMENT: 0.3}),
                "report": MappingProxyType({Kind.REPORT: 0.4}),
                "motion": MappingProxyType({Kind.MOTION: 0.4}),
                "who": MappingProxyType({Kind.SPEECH: 0.05}),
                "mayor": MappingProxyType({Kind.SPEECH: 0.4}),
            }
        )
    )


@dataclass(frozen=True, slots=True)
class WithinWeights:
    """What makes one entry of an item state what is asked for, and another not."""

    tells: float = 1.0  # its own words tell it: 擬增加, of 打算多找哪些人
    named: float = 0.8  # it names so many things one after the other
    holds: float = 0.6  # it has the fact that is asked for
    kind: float = 0.3  # it is of the kind that mostly tells it
    own: float = 1.0  # the share of the question in its own words
    below: float = 0.2  # least share of the question in what stands below a mere title
    margin: float = 0.6  # so much more than the entry that was chosen


@dataclass(frozen=True, slots=True)
class ListWeights:
    """Which heading a list or a number is looked for under."""

    heading: float = 0.45  # least share of the question that stands in the heading
    near: float = 1.0  # a word that stands not in the heading but in what introduces its list
    size: float = 0.3  # 六項 and there are six
    counted: float = 0.3  # 三個面向, and each of the three is called 面向
    numbers: float = 0.1  # all members bear numbers
    outer: float = -0.1  # a heading whose entries stand under headings of their own
    matching: float = 0.75  # entries that each hold this share are a list of their own


@dataclass(frozen=True, slots=True)
class GateWeights:
    """What an entry must hold of a question to be its answer."""

    coverage: float = 0.5  # least share in the entry or what it inherits
    least: float = 0.25  # the same without what the scope holds by itself
    own: float = 0.2  # least share in the entry's own words and headings
    explains: float = 0.7  # least share in what explains an item whose 案由 names the rest
    doubt: float = 0.2  # weight given to every question for the ways a thing can be said
    scope: float = 0.4  # weight of a meeting, a speaker, an item: it holds by itself
    focus: float = 0.5  # how far what 哪家, 哪位 or 多少 ask after must stand there
    naming: float = 0.85  # a noun that weighs this much names something
    slight: float = 0.35  # what weighs less may stand nowhere whatever its share
    spoken: float = 0.6  # a word that weighs so much must stand where its matter was put off
    missing: float = 0.4  # most of the question that may stand nowhere
    # Least share before others who did not ask: of the excerpts that answer the question sets that
    # ship, 98 in 100 hold as much; a half, what is enough in private, 100.
    public: float = 0.65


@dataclass(frozen=True, slots=True)
class ShownWeights:
    """What is shown beside the first result."""

    further: float = 0.6  # share of the first score down to which a result is an alternative
    same_subject: float = 0.7  # share of the question that speaks of the same subject elsewhere
    near_miss: float = 0.3  # share of the question that is worth showing beside a no
    happened: float = 0.5  # the same before a month is no meeting's, but when something happened
    wider: float = 0.15  # so much more must stand elsewhere before a year is read as a word


@dataclass(frozen=True, slots=True)
class Weights:
    term: TermWeights = field(default_factory=TermWeights)
    rank: RankWeights = field(default_factory=RankWeights)
    within: WithinWeights = field(default_factory=WithinWeights)
    lists: ListWeights = field(default_factory=ListWeights)
    gate: GateWeights = field(default_factory=GateWeights)
    shown: ShownWeights = field(default_factory=ShownWeights)


WEIGHTS = Weights()
