"""Do these hits answer this question? Both sides of every reason to say no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from knowledge.engine import Engine
from knowledge.gate import Gate, Verdict
from knowledge.lexicon import load
from knowledge.model import Fact, Kind, Refusal
from knowledge.posting import Posting
from knowledge.question import Question, Reader
from knowledge.scope import Remainder
from knowledge.scoring import Scorer
from knowledge.search import Ranked, Search
from knowledge.term import Term
from knowledge.text import fold
from knowledge.weights import WEIGHTS
from knowledge.words import Words

TODAY = date(2025, 12, 1)
Ask = Callable[[str], Verdict | None]


@pytest.fixture(scope="module")
def gate(engine: Engine, dictionary: Words) -> Gate:
    index, scorer = engine.index, Scorer(WEIGHTS.rank)
    return Gate(load(), index.frequency, dictionary.is_name, index.speaks_of, scorer, WEIGHTS.gate)


@pytest.fixture(scope="module")
def refuse(engine: Engine, reader: Reader, gate: Gate) -> Ask:
    search = Search(engine.index, Scorer(WEIGHTS.rank), WEIGHTS.rank)

    def ask(text: str) -> Verdict | None:
        question = reader.read(text, TODAY)
        return gate.refuse(question, search.rank(question))

    return ask


PAIRS = [
    pytest.param("基隆捷運的經費", "高雄捷運的經費", "高雄", id="a-place"),
    pytest.param("張善政欣慰什麼", "張麗善欣慰什麼", "張麗善", id="a-person"),
    pytest.param("劉副市長和然的報告", "李四川副市長的報告", "李四川", id="a-name-with-an-office"),
    pytest.param("無薪假的監測", "核電廠的監測", "核電廠", id="a-thing-so-rare-that-it-is-a-name"),
    pytest.param("對美採購的立場", "對死刑的立場", "死刑", id="what-the-grammar-says-it-is-about"),
    pytest.param("120項合作方案", "250項合作方案", "250", id="a-number"),
    pytest.param("採購會是哪個城市辦", "採購會是哪家飯店承辦", "飯店", id="what-is-asked-after"),
]


@pytest.mark.parametrize(("known", "unknown", "named"), PAIRS)
def test_what_stands_nowhere_is_named(refuse: Ask, known: str, unknown: str, named: str) -> None:
    assert refuse(known) is None
    verdict = refuse(unknown)
    assert verdict is not None
    assert verdict.refusal is Refusal.NOT_IN_MINUTES
    assert fold(named) in verdict.missing


@pytest.mark.parametrize(
    ("covered", "uncovered", "named"),
    [
        pytest.param("第3次市長會議的捷運", "第4次市長會議的捷運", "第4次市長會議", id="ordinal"),
        pytest.param(
            "今年下半年的會議談到捷運嗎",
            "去年下半年的會議談到捷運嗎",
            "2024年下半年",
            id="half-year",
        ),
        pytest.param("副市長層級會議多久開", "副市長層級會議", "副市長層級會議", id="level"),
    ],
)
def test_a_scope_that_no_minutes_cover_is_named(
    refuse: Ask, covered: str, uncovered: str, named: str
) -> None:
    assert refuse(covered) is None
    assert refuse(uncovered) == Verdict(Refusal.OUT_OF_SCOPE, (fold(named),))


@pytest.mark.parametrize(
    ("stated", "silent", "wanted"),
    [
        pytest.param("美國提出幾趴的關稅", "物價漲了幾趴", "percent", id="percent"),
        pytest.param("基隆捷運哪一年完工", "汐東線哪一年通過", "day", id="day"),
        pytest.param("交通組報告人是誰", "物價工作群組的聯絡人是誰", "name", id="name"),
        pytest.param("月票怎麼決定", "月票多少錢", "money", id="money"),
    ],
)
def test_the_fact_that_is_asked_for_must_be_stated(
    refuse: Ask, stated: str, silent: str, wanted: str
) -> None:
    assert refuse(stated) is None
    verdict = refuse(silent)
    assert verdict is not None
    assert verdict.refusal in (Refusal.NO_SUCH_FACT, Refusal.NOT_IN_MINUTES)
    assert verdict.wanted in (wanted, None)


def test_a_decision_that_is_still_open_answers_a_question_for_a_fact(refuse: Ask) -> None:
    assert refuse("月票多少錢怎麼決定") is None
    assert refuse("月票多少錢") == Verdict(Refusal.NO_SUCH_FACT, wanted="money")


@pytest.mark.parametrize(
    ("mostly", "hardly"),
    [
        pytest.param("月票的財源怎麼湊", "月票結合投資避險獲利", id="most-stands-nowhere"),
        pytest.param("勞工失業怎麼協助", "勞工宿舍消防安檢", id="too-little-in-one-entry"),
    ],
)
def test_most_of_a_question_must_stand_in_the_entry(refuse: Ask, mostly: str, hardly: str) -> None:
    assert refuse(mostly) is None
    assert refuse(hardly) is not None


def test_nothing_found_is_no_answer(reader: Reader, gate: Gate) -> None:
    verdict = gate.refuse(reader.read("月票的財源", TODAY), [])
    assert verdict == Verdict(Refusal.NOT_IN_MINUTES)


@pytest.mark.parametrize(
    ("asked", "strange"),
    [
        pytest.param("月飄的財源", {"月飄"}, id="a-word"),
        pytest.param("淡蘭古道", {"淡蘭", "古道"}, id="single-characters"),
        pytest.param("月票的財源", set(), id="none"),
        pytest.param("特朗普", set(), id="by-its-meaning-it-stands-there"),
        pytest.param("市長會議通過", set(), id="generic-words-never"),
        pytest.param("月票的型態", set(), id="everyday-words-never"),
    ],
)
def test_words_that_stand_nowhere_are_strange(
    reader: Reader, gate: Gate, asked: str, strange: set[str]
) -> None:
    assert set(gate.strange(reader.read(asked, TODAY))) == set(map(fold, strange))


# -- each threshold by itself, with a question and an entry made by hand ---------------------

STANDING = ("月票", "财源", "120", "饭店")
TICKET = Term.of("月票", 1.0, {})
LOST = Term.of("奇怪", 0.7, {})
ENTRY = Posting("id", 0, body="月票的财源120项")


@pytest.fixture(scope="module")
def by_hand() -> Gate:
    def is_name(word: str) -> bool:
        return word != "奇怪"

    def speaks_of(meeting_id: str, word: str) -> bool:
        return True

    scorer = Scorer(WEIGHTS.rank)
    return Gate(load(), STANDING.count, is_name, speaks_of, scorer, WEIGHTS.gate)


def question(*terms: Term, intents: tuple[str, ...] = (), focus: Term | None = None) -> Question:
    return Question("", "", terms, Remainder(""), frozenset(intents), focus=focus)


def ranked(posting: Posting = ENTRY, coverage: float = 1.0) -> list[Ranked]:
    return [Ranked(posting, coverage, coverage, coverage)]


def test_only_so_much_may_stand_nowhere(by_hand: Gate) -> None:
    other = replace(LOST, text="稀奇", forms=(("奇怪", 1.0),))
    assert by_hand.refuse(question(TICKET, LOST), ranked()) is None
    verdict = by_hand.refuse(question(TICKET, LOST, replace(other, weight=0.8)), ranked())
    assert verdict == Verdict(Refusal.NOT_IN_MINUTES, ("奇怪", "稀奇"))


@pytest.mark.parametrize(
    ("coverage", "scope", "answered"),
    [
        pytest.param(0.45, Remainder(""), True, id="enough"),
        pytest.param(0.3, Remainder(""), False, id="too-little"),
        pytest.param(0.3, Remainder("", meetings=frozenset("a")), True, id="a-meeting-holds"),
        pytest.param(
            0.3, Remainder("", meetings=frozenset("a"), told=True), False, id="a-word-told-it"
        ),
        pytest.param(0.3, Remainder("", speakers=("侯友宜",)), True, id="a-speaker-holds"),
        pytest.param(
            0.2, Remainder("", meetings=frozenset("a"), speakers=("侯友宜",)), False, id="the-least"
        ),
    ],
)
def test_enough_of_the_question_must_be_held(
    by_hand: Gate, coverage: float, scope: Remainder, answered: bool
) -> None:
    asked = replace(question(TICKET), scope=scope)
    assert (by_hand.refuse(asked, ranked(coverage=coverage)) is None) is answered


@pytest.mark.parametrize(
    ("posting", "intents", "answered"),
    [
        pytest.param(ENTRY, (), True, id="own-words"),
        pytest.param(replace(ENTRY, body="", above="月票"), (), True, id="headings"),
        pytest.param(replace(ENTRY, body="", near="月票"), (), False, id="only-inherited"),
        pytest.param(replace(ENTRY, body="", near="月票"), ("decision",), True, id="decision"),
        pytest.param(
            replace(ENTRY, body="", near="月票", item="proposal 1", kind=Kind.RESOLUTION),
            (),
            True,
            id="the-outcome-of-an-item",
        ),
    ],
)
def test_some_of_the_question_must_be_the_entrys_own(
    by_hand: Gate, posting: Posting, intents: tuple[str, ...], answered: bool
) -> None:
    asked = question(TICKET, intents=intents)
    assert (by_hand.refuse(asked, ranked(posting)) is None) is answered


def test_a_number_must_stand_in_the_entry(by_hand: Gate) -> None:
    asked = question(TICKET, Term.of("120", 0.5, {}))
    assert by_hand.refuse(asked, ranked()) is None
    verdict = by_hand.refuse(asked, ranked(replace(ENTRY, body="月票的财源")))
    assert verdict == Verdict(Refusal.NOT_IN_MINUTES, ("120",))


def test_what_is_asked_after_must_stand_in_the_entry(by_hand: Gate) -> None:
    hotel = Term.of("饭店", 0.5, {})
    assert by_hand.refuse(question(TICKET, focus=TICKET), ranked()) is None
    verdict = by_hand.refuse(question(TICKET, focus=hotel), ranked())
    assert verdict == Verdict(Refusal.NOT_IN_MINUTES, ("饭店",))


@pytest.mark.parametrize(
    ("term", "unknown"),
    [
        pytest.param(Term.of("核电厂", 0.9, {}), True, id="rare-and-a-name"),
        pytest.param(Term.of("核电厂", 0.5, {}), False, id="not-rare"),
        pytest.param(Term.of("奇怪", 0.9, {}), False, id="no-name"),
        pytest.param(Term.of("核电厂", 0.9, {"月票": 1.0}), False, id="known-by-its-meaning"),
        pytest.param(Term.of("核电厂", 0.9, {}, generic=True), False, id="generic"),
        pytest.param(Term.of("高雄市", 0.1, {}), True, id="a-place"),
        pytest.param(Term.of("张丽善", 0.1, {}), True, id="a-person"),
    ],
)
def test_what_names_something_unknown(by_hand: Gate, term: Term, unknown: bool) -> None:
    verdict = by_hand.unknown(question(TICKET, term))
    assert verdict == (Verdict(Refusal.NOT_IN_MINUTES, (term.text,)) if unknown else None)


@pytest.mark.parametrize(
    ("body", "intents", "answered"),
    [
        pytest.param("林晓玲指出月票", ("speech",), True, id="who-is-named-speaks"),
        pytest.param("月票的财源", ("speech",), False, id="who-is-named-stands-elsewhere"),
        pytest.param("月票的财源", (), True, id="nothing-said-is-asked-for"),
    ],
)
def test_whose_words_are_asked_for_must_stand_with_them(
    by_hand: Gate, body: str, intents: tuple[str, ...], answered: bool
) -> None:
    person = Term.of("林晓玲", 0.2, {"月票": 1.0})
    verdict = by_hand.refuse(
        question(TICKET, person, intents=intents), ranked(replace(ENTRY, body=body))
    )
    assert verdict == (None if answered else Verdict(Refusal.NOT_IN_MINUTES, ("林晓玲",)))


@pytest.mark.parametrize(
    ("fact", "beside", "intents", "answered"),
    [
        pytest.param(Fact.ATTENDANCE, (), ("speech",), False, id="who-was-there-says-nothing"),
        pytest.param(Fact.ATTENDANCE, (), ("decision",), False, id="nor-decides"),
        pytest.param(Fact.ATTENDANCE, (Fact.ATTENDANCE,), ("speech",), True, id="asked-for"),
        pytest.param(Fact.OTHER, (), ("speech",), True, id="no-fact-that-can-be-asked-for"),
        pytest.param(Fact.ATTENDANCE, (), (), True, id="nothing-else-is-asked"),
        pytest.param(None, (), ("speech",), True, id="no-head"),
    ],
)
def test_a_fact_of_the_head_that_nobody_asked_for_is_no_answer(
    by_hand: Gate,
    fact: Fact | None,
    beside: tuple[Fact, ...],
    intents: tuple[str, ...],
    answered: bool,
) -> None:
    asked = replace(question(TICKET, intents=intents), beside=beside)
    found = ranked(replace(ENTRY, fact=fact.value if fact else ""))
    assert (by_hand.refuse(asked, found) is None) is answered
