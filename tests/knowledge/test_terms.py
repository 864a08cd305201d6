"""The content words of a question: which they are, how much each is, what each may stand for."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.lexicon import load
from knowledge.term import Term
from knowledge.terms import Terms
from knowledge.text import fold
from knowledge.weights import WEIGHTS
from knowledge.words import Words


@pytest.fixture(scope="module")
def terms(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Terms:
    lexicon = load()
    words = Words(lexicon.terms | lexicon.vocabulary, tmp_path_factory.getbasetemp())
    return Terms(lexicon, words, engine.index.frequency, WEIGHTS.term)


@pytest.mark.parametrize(
    ("asked", "content"),
    [
        pytest.param("月票的財源", ["月票", "財源"], id="no-stopwords"),
        pytest.param("到底各自", [], id="no-words-that-only-join"),
        pytest.param("？！😀", [], id="no-marks"),
        pytest.param("盯通膨", ["盯", "通膨"], id="known-words-apart"),
        pytest.param("淡蘭古道", ["淡蘭", "古道"], id="single-characters-are-one-word"),
        pytest.param("以工代振", ["工代"], id="the-part-of-a-run-that-stands-somewhere"),
        pytest.param("張麗善欣慰", ["張麗善", "欣慰"], id="a-surname-and-an-unknown-given-name"),
        pytest.param("高雄捷運", ["高雄", "捷運"], id="a-surname-that-is-none"),
        pytest.param(
            "月票要逐條討論", ["月票", "討論"], id="a-phrase-of-verbs-that-stands-nowhere"
        ),
        pytest.param("補貼款", ["補貼", "款"], id="a-phrase-with-a-light-end"),
        pytest.param("文化幣", ["文化幣"], id="a-phrase-that-names-a-thing-of-its-own"),
        pytest.param("車位夠不夠用", ["車位", "夠用"], id="whether-or-not"),
        pytest.param("測速桿", ["測速桿"], id="a-thing-that-stands-nowhere"),
        pytest.param("monthly pass price", ["monthly pass", "price"], id="english-phrases"),
    ],
)
def test_the_content_words_of_a_question(terms: Terms, asked: str, content: list[str]) -> None:
    assert list(terms.content(fold(asked))) == [fold(word) for word in content]


@pytest.mark.parametrize(
    ("asked", "phrase"),
    [
        pytest.param("產業面向", "產業面向", id="side-by-side-as-in-the-minutes"),
        pytest.param("「勞動市場」受壓", "勞動市場", id="quoted"),
    ],
)
def test_words_that_stand_so_in_the_minutes_are_a_phrase_beside(
    terms: Terms, asked: str, phrase: str
) -> None:
    weights = {term.text: term.weight for term in terms.read(fold(asked), ()).terms}
    assert weights[fold(phrase)] == WEIGHTS.term.phrase


def test_words_that_stand_apart_in_the_minutes_are_no_phrase(terms: Terms) -> None:
    assert [t.text for t in terms.read(fold("月票捷運"), ()).terms] == [fold("月票"), fold("捷運")]


def test_dates_of_no_meeting_are_words(terms: Terms) -> None:
    assert fold("122年") in [term.text for term in terms.read(fold("完工"), ["122年"]).terms]


@pytest.mark.parametrize(
    ("heavier", "lighter"),
    [
        pytest.param("生活圈月票", "交通", id="a-rare-noun"),
        pytest.param("交通", "奔跑", id="a-noun-beside-a-rarer-verb"),
        pytest.param("交通", "稅", id="two-characters"),
        pytest.param(
            "稅",
            "盯",
            id="a-single-noun",
            marks=pytest.mark.xfail(reason="every single character counts as a noun"),
        ),
        pytest.param("盯", "會議", id="what-is-not-generic"),
        pytest.param("陳熠", "組改", id="a-name-beside-two-characters-of-no-dictionary"),
        pytest.param("品質", "型態", id="an-everyday-noun-that-names-no-subject"),
        pytest.param("登革熱", "里長", id="what-is-ordinary-though-no-dictionary-has-it"),
        pytest.param("登革熱", "快點", id="what-no-dictionary-has-but-an-everyday-synonym"),
    ],
)
def test_one_word_is_more_of_a_question_than_another(
    terms: Terms, heavier: str, lighter: str
) -> None:
    assert terms.term(fold(heavier)).weight > terms.term(fold(lighter)).weight


@pytest.mark.parametrize(
    ("word", "generic"),
    [
        pytest.param("會議", True, id="word-of-every-meeting"),
        pytest.param("四位", True, id="count"),
        pytest.param("月票", False, id="subject"),
        pytest.param("24", False, id="number"),
    ],
)
def test_a_generic_word_decides_nothing(terms: Terms, word: str, generic: bool) -> None:
    assert terms.term(fold(word)).generic is generic


@pytest.mark.parametrize(
    ("word", "form"),
    [
        pytest.param("月票", "月票", id="itself"),
        pytest.param("TPASS", "生活圈月票", id="an-alias"),
        pytest.param("小組會", "議題小組", id="a-known-part-of-an-unknown-word"),
    ],
)
def test_a_word_may_stand_for(terms: Terms, word: str, form: str) -> None:
    assert fold(form) in dict(terms.term(fold(word)).forms)


@pytest.mark.parametrize("noun", ["考量", "方式"], ids=["slight", "kind-of-thing"])
def test_what_is_asked_after_need_not_stand_there_by_its_everyday_name(
    terms: Terms, noun: str
) -> None:
    assert terms.focus(fold(f"月票有哪些{noun}")) is None


def test_a_known_part_counts_less_than_the_word_itself(terms: Terms) -> None:
    whole = dict(terms.term(fold("小組")).forms)[fold("議題小組")]
    part = dict(terms.term(fold("小組會")).forms)[fold("議題小組")]
    assert part == pytest.approx(whole * WEIGHTS.term.part)


def test_a_part_is_not_searched_by_its_synonyms(terms: Terms) -> None:
    assert fold("巴士") not in dict(terms.term(fold("電動公車隊")).forms)


def test_a_word_for_a_person_is_not_searched_by_what_the_person_does(terms: Terms) -> None:
    assert len(terms.term(fold("招商承辦員")).forms) == 1


def test_a_word_comes_before_its_other_forms_best_first() -> None:
    term = Term.of("月票", 1.0, {"车票": 0.6, "生活圈月票": 1.0})
    assert term.forms == (("月票", 1.0), ("生活圈月票", 1.0), ("车票", 0.6))


@pytest.mark.parametrize(
    ("word", "pairs"),
    [
        pytest.param("生活圈", ("生活", "活圈"), id="long"),
        pytest.param("月票", (), id="short"),
        pytest.param("metro", (), id="latin"),
    ],
)
def test_only_a_long_word_may_stand_there_in_parts(word: str, pairs: tuple[str, ...]) -> None:
    assert Term.of(word, 1.0, {}).pairs == pairs


@pytest.mark.parametrize(
    ("asked", "weight"),
    [
        pytest.param("What about blockchain?", WEIGHTS.term.english, id="unknown"),
        pytest.param("blockchain 是什麼", 1.0, id="in-a-chinese-question"),
    ],
)
def test_an_english_word_that_stands_nowhere_says_little(
    terms: Terms, asked: str, weight: float
) -> None:
    (term,) = terms.read(fold(asked), (), english=asked.isascii()).terms
    assert term.weight == weight


@pytest.mark.parametrize(
    ("asked", "usual"),
    [
        pytest.param("museums", "博物館", id="a-noun"),
        pytest.param("expanding", "擴大", id="a-verb-in-another-form"),
    ],
)
def test_an_english_word_weighs_what_its_usual_word_does(
    terms: Terms, asked: str, usual: str
) -> None:
    (term,) = terms.read(asked, (), english=True).terms
    assert term.weight == terms.term(fold(usual)).weight


@pytest.mark.parametrize(
    ("asked", "names", "named"),
    [
        pytest.param("musk", {"musk"}, True, id="with-a-capital"),
        pytest.param("musk", set(), False, id="without"),
        pytest.param("casino", set(), True, id="a-thing-we-know-that-stands-nowhere"),
        pytest.param("museum", set(), False, id="a-thing-that-stands-there"),
    ],
)
def test_what_is_written_as_a_name_or_is_a_strange_thing_is_named(
    terms: Terms, asked: str, names: set[str], named: bool
) -> None:
    (term,) = terms.read(asked, (), names, english=True).terms
    assert term.named is named


@pytest.mark.parametrize(
    ("asked", "focus"),
    [
        pytest.param("採購會是哪家飯店承辦", "飯店", id="behind-the-question-word"),
        pytest.param("有沒有提到半導體", "半導體", id="is-it-mentioned"),
        pytest.param(
            "有沒有提到台積電",
            "台積電",
            id="a-word-of-no-dictionary",
            marks=pytest.mark.xfail(reason="of single characters the first one is taken"),
        ),
        pytest.param("參展廠商有哪些", "廠商", id="before-the-question-word"),
        pytest.param("採購會是哪個城市辦", None, id="a-kind-of-thing"),
        pytest.param("哪位市長", None, id="a-generic-word"),
        pytest.param("月票的財源", None, id="none"),
    ],
)
def test_what_is_asked_after(terms: Terms, asked: str, focus: str | None) -> None:
    found = terms.focus(fold(asked))
    assert (found and found.text) == (focus and fold(focus))


@pytest.mark.parametrize(
    ("asked", "strangers"),
    [
        pytest.param("淡蘭古道", ("淡蘭",), id="a-run-that-stands-nowhere"),
        pytest.param("月票的財源", (), id="words"),
        pytest.param("盯通膨", (), id="one-character-alone"),
    ],
)
def test_runs_of_characters_that_stand_nowhere_are_strange(
    terms: Terms, asked: str, strangers: tuple[str, ...]
) -> None:
    assert terms.read(fold(asked), ()).strangers == tuple(map(fold, strangers))


@pytest.mark.parametrize(("word", "stands"), [("月票", True), ("台積電", False)])
def test_whether_a_word_stands_in_the_minutes(terms: Terms, word: str, stands: bool) -> None:
    assert terms.stands(fold(word)) is stands


@pytest.mark.parametrize(
    ("asked", "solid"),
    [
        pytest.param("月票台積電", [range(0, 2)], id="word-of-the-minutes"),
        pytest.param("到底台積電", [range(0, 2)], id="word-that-joins"),
        pytest.param("特朗普台積電", [range(0, 3)], id="known-word"),
        pytest.param("台積電", [], id="unknown"),
    ],
)
def test_words_that_are_meant_as_they_are_typed(
    terms: Terms, asked: str, solid: list[range]
) -> None:
    assert terms.solid(fold(asked)) == solid


@pytest.mark.parametrize(
    ("asked", "content"),
    [
        pytest.param("太貴", [], id="a-degree"),
        pytest.param("太陽光電", ["太陽光電"], id="a-word-that-begins-like-one"),
    ],
)
def test_a_degree_is_no_subject(terms: Terms, asked: str, content: list[str]) -> None:
    assert list(terms.content(fold(asked))) == list(map(fold, content))


@pytest.mark.parametrize(
    ("standing", "content"),
    [
        pytest.param(("小巴", "山線"), ["小巴", "山線"], id="both-halves-stand-there"),
        pytest.param(("小巴",), ["巴山", "線"], id="one-half"),
        pytest.param(("小巴", "山線", "巴山"), ["巴山", "線"], id="the-word-itself-stands"),
    ],
)
def test_words_are_cut_as_the_minutes_have_them(
    dictionary: Words, standing: tuple[str, ...], content: list[str]
) -> None:
    folded = list(map(fold, standing))
    by_hand = Terms(load(), dictionary, folded.count, WEIGHTS.term)
    assert list(by_hand.content(fold("小巴山線"))) == list(map(fold, content))


@pytest.mark.parametrize(
    ("asked", "focus"),
    [
        pytest.param("哪位局長報告", "局長", id="an-office"),
        pytest.param("交通部怎麼回應捷運", "交通部", id="who-answers"),
        pytest.param("行政院長後來怎麼回覆", "行政院長", id="who-answers-whole"),
        pytest.param("參加的有多少間旅館", "旅館", id="behind-how-many"),
        pytest.param("哪個參加", None, id="a-verb"),
        pytest.param("這幾座旅館", None, id="pointed-at"),
    ],
)
def test_more_that_is_asked_after(terms: Terms, asked: str, focus: str | None) -> None:
    found = terms.focus(fold(asked))
    assert (found and found.text) == (focus and fold(focus))
