"""What means the same, how much it counts, and what an operator may add."""

from __future__ import annotations

import marshal
import tomllib
from collections import Counter
from importlib import resources
from itertools import combinations
from pathlib import Path

import pytest

from knowledge.lexicon import Lexicon, LexiconError, load, longest_first
from knowledge.text import fold


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


@pytest.mark.parametrize(
    ("asked", "minutes", "weight"),
    [
        pytest.param("TPASS", "生活圈月票", 1.0, id="asked-for"),
        pytest.param("特朗普", "川普", 1.0, id="same"),
        pytest.param("輪辦", "依序接棒", 1.0, id="same-both-in-the-minutes"),
        pytest.param("鐵路", "捷運", 0.6, id="broader"),
        pytest.param("竹科", "科學園區", 0.6, id="of-a-kind-with-others"),
        pytest.param("公路總局", "公路局", 1.0, id="an-authority-by-its-old-name"),
        pytest.param("國產署", "國有財產署", 1.0, id="an-authority-by-its-short-name"),
        pytest.param("分攤", "分擔", 0.8, id="synonym"),
        pytest.param("museum", "博物館", 0.8, id="english"),
        pytest.param("museum", "周遊列博", 1.0, id="the-better-of-two-kinds"),
    ],
)
def test_a_word_is_widened_by_what_it_may_mean(
    lexicon: Lexicon, asked: str, minutes: str, weight: float
) -> None:
    assert lexicon.expansions[fold(asked)][fold(minutes)] == weight


@pytest.mark.parametrize(
    ("minutes", "asked"),
    [
        pytest.param("生活圈月票", "TPASS", id="asked-for"),
        pytest.param("川普", "特朗普", id="same"),
    ],
)
def test_a_word_of_the_minutes_is_never_widened_by_a_word_of_questions(
    lexicon: Lexicon, minutes: str, asked: str
) -> None:
    assert fold(asked) not in lexicon.expansions.get(fold(minutes), {})


def test_no_word_is_widened_by_itself(lexicon: Lexicon) -> None:
    assert [word for word, others in lexicon.expansions.items() if word in others] == []


SYNONYMS = tomllib.loads(
    (resources.files("knowledge") / "lexicon" / "synonyms.toml").read_text("utf-8")
)["groups"]


def pairs(group: list[str]) -> set[frozenset[str]]:
    return set(map(frozenset, combinations(map(fold, group), 2)))


def test_no_group_of_synonyms_has_a_word_twice() -> None:
    assert [group for group in SYNONYMS if len(set(map(fold, group))) < len(group)] == []


def test_every_group_of_synonyms_says_what_no_other_says() -> None:
    said = Counter(pair for group in SYNONYMS for pair in pairs(group))
    assert [group for group in SYNONYMS if all(said[pair] > 1 for pair in pairs(group))] == []


NEIGHBOURS = """
    捷運 公車, 國小 國中, 國中 高中, 補助 貸款, 受傷 死亡, 受傷 罹難, 通過 否決, 擱置 否決, 擱置 通過, 退回 否決, 緩議 撤案,
    備查 核定, 新北 臺北, 雙北 新北, 月票 票價, 古蹟 歷史建築, 公聽會 聽證會, 徵收 協議價購, 碳費 碳稅, 建照 使照,
    環說書 環差, 登革熱 流感, 疫苗 疫情, 收養 寄養, 流標 廢標, 開工 完工, 開工 停工, 上限 下限, 調漲 調降, 增加 減少,
    房東 房客, 警察 消防員, 派出所 分局, 淹水 缺水, 停水 停電, 停課 補課, 資遣 退休, 選舉 罷免, 火車 捷運, 次年 今年,
    低收入戶 中低收入戶, 焚化爐 掩埋場, 底渣 飛灰, 寒假 暑假, 入會 退會, 副市長 市長, 信用保證 信保貸款, 計畫 完成
"""


@pytest.mark.parametrize("both", [pair.split() for pair in NEIGHBOURS.split(",")], ids="-".join)
def test_neighbours_and_opposites_are_no_synonyms(lexicon: Lexicon, both: list[str]) -> None:
    one, other = map(fold, both)
    assert other not in lexicon.expansions.get(one, {})


def test_an_everyday_word_is_in_one_class(lexicon: Lexicon) -> None:
    classes = (lexicon.stopwords, lexicon.generic, lexicon.slight, lexicon.ordinary)
    pairs = list(combinations(classes, 2))[1:]  # some words ask and are of every meeting, too
    assert [one & other for one, other in pairs if one & other] == []


def test_everything_is_folded(lexicon: Lexicon) -> None:
    words = lexicon.terms | lexicon.fillers | lexicon.small_talk | lexicon.vocabulary
    assert [word for word in words if fold(word) != word] == []


def test_people_keep_the_name_as_the_minutes_write_it(lexicon: Lexicon) -> None:
    assert lexicon.people[fold("謝市長")] == "謝國樑"


@pytest.mark.parametrize("kind", ["expansions", "people", "places", "stopwords", "generic"])
def test_segmentation_keeps_every_word_whole_that_means_something(
    lexicon: Lexicon, kind: str
) -> None:
    assert set(getattr(lexicon, kind)) - lexicon.english.keys() <= lexicon.terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("票", "粟", id="of-one-group"),
        pytest.param("社", "杜", id="of-two-groups-that-name-both"),
    ],
)
def test_characters_that_look_alike_have_one_that_stands_for_them(
    lexicon: Lexicon, one: str, other: str
) -> None:
    assert lexicon.shapes[fold(one)] == lexicon.shapes[fold(other)]


def test_characters_that_do_not_look_alike_are_apart(lexicon: Lexicon) -> None:
    assert lexicon.shapes[fold("票")] != lexicon.shapes[fold("社")]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        pytest.param(("月票", "生活圈月票"), "生活圈月票的", "生活圈月票", id="longest"),
        pytest.param(("on",), "the monthly", None, id="latin-inside-a-word"),
        pytest.param(("on",), "票on時", "on", id="latin-beside-chinese"),
        pytest.param(("a.b",), "axb", None, id="no-expression"),
        pytest.param((), "月票", None, id="no-words"),
    ],
)
def test_words_are_found_longest_first(
    words: tuple[str, ...], text: str, found: str | None
) -> None:
    match = longest_first(words).search(text)
    assert (match and match[0]) == found


def test_an_operator_adds_groups_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "aliases.toml"
    file.write_text(
        '[[group]]\nkind = "asked"\nminutes = ["生活圈月票"]\nasked = ["通勤神票"]\n', "utf-8"
    )
    assert load(file).expansions[fold("通勤神票")] == {fold("生活圈月票"): 1.0}
    assert fold("TPASS") in load(file).expansions


def test_an_operator_needs_no_file(tmp_path: Path, lexicon: Lexicon) -> None:
    assert load(tmp_path / "none.toml").expansions == lexicon.expansions


@pytest.mark.parametrize(
    ("content", "named"),
    [
        pytest.param(b"[[group", "aliases.toml", id="no-toml"),
        pytest.param("[[group]] # 月".encode("big5"), "aliases.toml", id="no-utf-8"),
        pytest.param(b'[[group]]\nkind = "same"\n', "minutes", id="no-minutes"),
        pytest.param(b'[[group]]\nkind = "same"\nminutes = []\n', "minutes", id="empty-minutes"),
        pytest.param(b'[[group]]\nminutes = ["x"]\n', "kind", id="no-kind"),
        pytest.param(b'[[group]]\nkind = "odd"\nminutes = ["x"]\n', "odd", id="unknown-kind"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_clear_error(
    tmp_path: Path, content: bytes, named: str
) -> None:
    file = tmp_path / "aliases.toml"
    file.write_bytes(content)
    with pytest.raises(LexiconError, match=named):
        load(file)


@pytest.mark.xfail(raises=(TypeError, AttributeError), reason="only keys are checked, no types")
@pytest.mark.parametrize(
    "content",
    [
        pytest.param('group = "月票"\n', id="groups-that-are-no-tables"),
        pytest.param('[[group]]\nkind = "same"\nminutes = [1]\n', id="a-number-for-a-word"),
        pytest.param('[[group]]\nkind = ["same"]\nminutes = ["x"]\n', id="a-list-for-a-kind"),
    ],
)
def test_groups_of_another_shape_are_one_clear_error(tmp_path: Path, content: str) -> None:
    file = tmp_path / "aliases.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(LexiconError):
        load(file)


def test_what_was_read_is_kept_and_read_again_where_it_is_another(
    tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    def started() -> Lexicon:
        monkeypatch.setattr("knowledge.lexicon._lately", {})
        return load(None, tmp_path)

    assert started() == started()
    (kept,) = tmp_path.glob("*.cache")
    whole = kept.read_bytes()
    for another in (whole[:100], marshal.dumps(("", {}))):
        kept.write_bytes(another)
        assert started().expansions == lexicon.expansions
        assert len(kept.read_bytes()) > len(whole) // 2  # it was made whole again


def test_what_the_operator_adds_is_read_though_the_rest_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "aliases.toml"
    for asked in ("悠遊日", "暢行日"):
        monkeypatch.setattr("knowledge.lexicon._lately", {})
        file.write_text(f'[[group]]\nkind = "asked"\nminutes = ["月票"]\nasked = ["{asked}"]\n')
        assert load(file, tmp_path).expansions[fold(asked)] == {"月票": 1.0}
