"""How well one posting answers a question: shares of its words, its kind, the fact asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.likeness import alike
from knowledge.model import Fact, Kind
from knowledge.posting import Posting
from knowledge.question import Question
from knowledge.scope import Remainder
from knowledge.scoring import Scorer
from knowledge.term import Term, by_given_name
from knowledge.text import fold
from knowledge.weights import WEIGHTS

WEIGHT = WEIGHTS.rank
TICKET = Term.of("月票", 1.0, {"生活圈月票": 1.0, "车票": 0.6})
FUNDS = Term.of(fold("財源"), 0.5, {})
MEETING = Term.of(fold("會議"), 0.1, {}, generic=True)
CIRCLE = Term.of("共同生活圈", 1.0, {})


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return Scorer(WEIGHT)


def question(*terms: Term, intents: tuple[str, ...] = (), wanted: str | None = None) -> Question:
    return Question("", "", terms, Remainder(""), frozenset(intents), wanted=wanted)


def posting(body: str = "", **fields: object) -> Posting:
    return Posting("id", 0, body=fold(body), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "coverage", "own"),
    [
        pytest.param(posting("月票之財源"), 1.0, 1.0, id="all-of-it"),
        pytest.param(posting("月票"), 1.0 / 1.5, 1.0 / 1.5, id="the-heavier-word"),
        pytest.param(posting("車票"), 0.6 / 1.5, 0.6 / 1.5, id="another-word-for-it"),
        pytest.param(posting(near="月票"), WEIGHT.near / 1.5, 0.0, id="inherited"),
        pytest.param(posting(above="月票"), WEIGHT.above / 1.5, 0.0, id="in-a-heading"),
        pytest.param(posting(far="月票"), WEIGHT.far / 1.5, 0.0, id="in-the-title"),
        pytest.param(posting("月票", near="月票"), 1.0 / 1.5, 1.0 / 1.5, id="counted-once"),
        pytest.param(posting("捷運"), 0.0, 0.0, id="nothing"),
    ],
)
def test_the_share_of_a_question(
    scorer: Scorer, found: Posting, coverage: float, own: float
) -> None:
    share = scorer.share(question(TICKET, FUNDS), found)
    assert share.coverage == pytest.approx(coverage)
    assert share.own == pytest.approx(own)


def test_a_question_without_words_has_no_share(scorer: Scorer) -> None:
    share = scorer.share(question(), posting("月票"))
    assert (share.coverage, share.own) == (0.0, 0.0)


def test_a_long_word_may_stand_there_in_parts(scorer: Scorer) -> None:
    whole = scorer.share(question(CIRCLE), posting("共同生活圈")).own
    parts = scorer.share(question(CIRCLE), posting("共同的生活圈")).own
    assert whole == 1.0
    assert parts == pytest.approx(WEIGHT.parts * 3 / 4)


def test_where_a_decision_is_asked_its_subject_counts_more(scorer: Scorer) -> None:
    decided = posting("照案通過", near="月票", kind=Kind.RESOLUTION)
    asked = scorer.share(question(TICKET, intents=("decision",)), decided)
    assert asked.coverage == pytest.approx(WEIGHT.near_decided)
    assert scorer.share(question(TICKET), decided).coverage == pytest.approx(WEIGHT.near)


def test_headings_and_own_words_are_one_share(scorer: Scorer) -> None:
    both = posting("財源", above="月票")
    assert scorer.headed(question(TICKET, FUNDS), both) == 1.0
    assert scorer.headed(question(TICKET, FUNDS), posting(near="月票")) == 0.0


@pytest.mark.parametrize(
    ("found", "held"),
    [
        pytest.param(posting("月票"), 1.0, id="own"),
        pytest.param(posting(near="月票"), WEIGHT.near, id="inherited"),
        pytest.param(posting(far="月票"), WEIGHT.far, id="of-the-title"),
        pytest.param(posting("票"), 0.0, id="nowhere"),
    ],
)
def test_how_far_a_posting_holds_a_word(scorer: Scorer, found: Posting, held: float) -> None:
    assert scorer.holds(TICKET, found) == held


@pytest.mark.parametrize(
    ("intent", "better", "worse"),
    [
        pytest.param("decision", Kind.RESOLUTION, Kind.EXPLANATION, id="decision"),
        pytest.param("decision", Kind.CONCLUSION, Kind.SPEECH, id="conclusion"),
        pytest.param("proposal", Kind.PROPOSAL, Kind.RESOLUTION, id="proposal"),
        pytest.param("statement", Kind.STATEMENT, Kind.SPEECH, id="statement"),
        pytest.param("speech", Kind.SPEECH, Kind.STATEMENT, id="speech"),
        pytest.param("report", Kind.REPORT, Kind.RESOLUTION, id="report"),
        pytest.param("motion", Kind.MOTION, Kind.PROPOSAL, id="motion"),
        pytest.param("", Kind.RESOLUTION, Kind.EXPLANATION, id="what-was-decided-by-itself"),
        pytest.param("", Kind.SPEECH, Kind.HEADER, id="a-head-last"),
    ],
)
def test_the_kind_that_is_asked_for_ranks_higher(
    scorer: Scorer, intent: str, better: Kind, worse: Kind
) -> None:
    asked = question(TICKET, intents=(intent,))
    assert scorer.prior(asked, posting(kind=better)) > scorer.prior(asked, posting(kind=worse))


def test_the_outcome_of_a_proposal_ranks_above_the_proposal(scorer: Scorer) -> None:
    asked = question(TICKET, intents=("proposal", "decision"))
    kinds = [scorer.prior(asked, posting(kind=kind)) for kind in (Kind.RESOLUTION, Kind.PROPOSAL)]
    assert kinds[0] > kinds[1]


def test_an_entry_that_is_a_title_ranks_high_where_titles_are_asked_for(scorer: Scorer) -> None:
    title = posting("聯合聲明", fact=Fact.TITLE)
    heading = posting("聯合聲明", path=(fold("聯合聲明"),))
    for entry in (title, heading):
        assert scorer.prior(question(TICKET), entry) == pytest.approx(WEIGHT.title)
        asked = scorer.prior(question(TICKET, intents=("heading",)), entry)
        assert asked == pytest.approx(-WEIGHT.title)


def test_another_group_than_the_one_that_is_named_ranks_lower(scorer: Scorer) -> None:
    asked = question(Term.of(fold("社福組"), 1.0, {fold("衛生社福組"): 1.0}))
    groups = {
        name: scorer.prior(asked, posting(group=fold(name))) for name in ("衛生社福組", "交通組")
    }
    assert groups["衛生社福組"] == 0.0
    assert groups["交通組"] == WEIGHT.other_group
    assert scorer.prior(question(TICKET), posting(group=fold("交通組"))) == 0.0


def test_the_item_that_is_named_ranks_higher_than_any_other(scorer: Scorer) -> None:
    asked = replace(question(TICKET), items=(frozenset({"proposal 2"}),))
    assert scorer.prior(asked, posting(item="proposal 2")) == WEIGHT.item
    assert scorer.prior(asked, posting(item="proposal 1")) == -WEIGHT.item
    assert scorer.prior(question(TICKET), posting(item="proposal 1")) == 0.0


def test_what_stands_where_the_conversation_is_ranks_higher(scorer: Scorer) -> None:
    asked = replace(question(TICKET), place=("a", "b"))
    assert scorer.prior(asked, posting(headings=("m", "a", "b"))) == WEIGHT.place
    assert scorer.prior(asked, posting(headings=("m", "a", "c"))) == WEIGHT.place / 2
    assert scorer.prior(asked, posting(headings=("m",))) == 0.0


def test_the_fact_must_stand_in_a_sentence_of_the_subject(scorer: Scorer) -> None:
    asked = question(TICKET, wanted="money")
    assert scorer.holds_wanted(asked, posting("月票每張一千元。財源待議。"))
    assert not scorer.holds_wanted(asked, posting("月票的財源待議。便當每個一百元。"))


def test_the_fact_may_stand_in_what_decides_an_item_of_the_subject(scorer: Scorer) -> None:
    asked = question(TICKET, wanted="money")
    decided = posting("決議：核定一千元。", near="月票", kind=Kind.RESOLUTION)
    assert scorer.holds_wanted(asked, decided)
    assert scorer.holds_wanted(asked, replace(decided, kind=Kind.SPEECH)), "a reply"
    assert not scorer.holds_wanted(asked, replace(decided, kind=Kind.STATEMENT))


def test_a_speech_names_who_said_it(scorer: Scorer) -> None:
    asked = question(TICKET, intents=("who",), wanted="name")
    assert scorer.holds_wanted(asked, posting("月票很好", speaker="侯友宜"))
    assert not scorer.holds_wanted(asked, posting("月票很好"))
    named = question(TICKET, wanted="name")  # 病人叫什麼名字 asks not who speaks
    assert not scorer.holds_wanted(named, posting("月票很好", speaker="侯友宜"))


def test_whoever_holds_the_office_that_is_named_ranks_higher(scorer: Scorer) -> None:
    asked = replace(question(TICKET), scope=Remainder("", office="局长"))
    holder = posting("石局長振邦：月票再議。", kind=Kind.SPEECH)
    other = posting("丁議員素卿：月票呢？", kind=Kind.SPEECH)
    assert scorer.prior(asked, holder) - scorer.prior(asked, other) == WEIGHT.office


def test_what_holds_the_wanted_fact_ranks_higher(scorer: Scorer) -> None:
    asked = question(TICKET, wanted="money")
    assert scorer.prior(asked, posting("月票一千元")) == WEIGHT.holds
    assert scorer.prior(asked, posting("月票")) == 0.0


def test_likeness_of_characters_is_a_share() -> None:
    assert alike("月票财源", posting("月票財源")) == 1.0
    assert 0 < alike("月票财源", posting("月票的財源")) < 1
    assert alike("月票", posting("捷運")) < 0.5


def test_a_reply_is_what_is_said_of_the_subject(scorer: Scorer) -> None:
    asked = question(TICKET, wanted="reply")
    assert scorer.holds_wanted(asked, posting("月票很好", speaker="侯友宜"))
    assert scorer.holds_wanted(asked, posting("交通局回覆月票續辦"))
    assert not scorer.holds_wanted(asked, posting("捷運很好", near="月票", speaker="侯友宜"))
    assert not scorer.holds_wanted(asked, posting("月票很好"))


def test_who_reported_stands_anywhere_in_the_entry(scorer: Scorer) -> None:
    asked = question(TICKET, wanted="reporter")
    assert scorer.holds_wanted(asked, posting("月票。報告人:鍾局長鳴時"))
    assert not scorer.holds_wanted(asked, posting("月票", speaker="侯友宜"))


def test_a_slogan_ranks_below_the_sentences_of_a_statement(scorer: Scorer) -> None:
    slogan = posting("四市攜手 穩月票", kind=Kind.STATEMENT, path=("聯合聲明",))
    sentence = posting("四市攜手，穩住月票。", kind=Kind.STATEMENT, path=("聯合聲明",))
    asked = question(TICKET)
    assert scorer.prior(asked, slogan) - scorer.prior(asked, sentence) == pytest.approx(
        WEIGHT.title - WEIGHT.first
    )


def test_an_opening_is_what_stands_before_the_numbered_points(scorer: Scorer) -> None:
    asked = question(TICKET, intents=("opening",))
    first = posting("月票。", kind=Kind.STATEMENT, path=("聯合聲明",))
    point = posting("月票。", kind=Kind.STATEMENT, path=("聯合聲明", "一、", "1."))
    speech = posting("月票", kind=Kind.SPEECH, path=("媒體聯訪",))
    more = scorer.prior(asked, first) - scorer.prior(question(TICKET), first)
    assert more == pytest.approx(WEIGHT.opening - WEIGHT.first)
    assert scorer.prior(asked, point) == scorer.prior(question(TICKET), point)
    assert scorer.prior(asked, speech) == scorer.prior(question(TICKET), speech)


def test_of_points_that_say_as_much_a_statement_is_quoted_by_its_opening(scorer: Scorer) -> None:
    first = posting("月票。", kind=Kind.STATEMENT, path=("聯合聲明",))
    point = posting("月票。", kind=Kind.STATEMENT, path=("聯合聲明", "一、", "1."))
    asked = question(TICKET)
    assert scorer.prior(asked, first) - scorer.prior(asked, point) == pytest.approx(WEIGHT.first)


def test_the_line_above_a_speech_ranks_below_what_was_said(scorer: Scorer) -> None:
    line = posting("■羅偉倫（協會理事長）", kind=Kind.SPEECH, speaker="羅偉倫")
    said = posting("建議改成50公尺。", kind=Kind.SPEECH, speaker="羅偉倫")
    assert scorer.prior(question(), line) < scorer.prior(question(), said)


@pytest.mark.parametrize(
    ("office", "heading", "speaks"),
    [
        pytest.param("主任", "宣志豪主任", True, id="the-office"),
        pytest.param("宣主任", "宣志豪主任", True, id="the-surname-before-the-name"),
        pytest.param("龍主任", "宣志豪主任", False, id="another-surname"),
        pytest.param("宣主任", "宣志豪科長", False, id="another-office"),
    ],
)
def test_whoever_holds_the_named_office_ranks_first(
    scorer: Scorer, office: str, heading: str, speaks: bool
) -> None:
    asked = replace(question(TICKET), scope=Remainder("", office=fold(office)))
    plain = scorer.prior(asked, posting("月票", kind=Kind.SPEECH))
    named = scorer.prior(asked, posting("月票", kind=Kind.SPEECH, above=fold(heading)))
    assert (named > plain) is speaks


def test_a_person_who_speaks_is_found_by_the_given_name_around_an_office() -> None:
    (person, other) = by_given_name((Term.of("蔡月娥", 1.0, {}), TICKET), "蔡月娥")
    assert ("月娥", 1.0) in person.forms
    assert other == TICKET


def test_what_is_asked_on_a_condition_is_what_is_said_on_one(scorer: Scorer) -> None:
    asked = question(TICKET, intents=("condition",))
    plain = scorer.prior(asked, posting("月票停售"))
    assert scorer.prior(asked, posting("若月票停售")) == plain + WEIGHT.condition
    assert scorer.prior(question(TICKET), posting("若月票停售")) == plain
