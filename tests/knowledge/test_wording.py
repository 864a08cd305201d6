"""Courtesies around a question, and its question words, as the rules know them."""

from __future__ import annotations

import pytest

from knowledge.lexicon import load
from knowledge.text import fold
from knowledge.wording import LONGEST, Wording


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording(load().wording)


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("先導會議幾點開始，謝謝", "先導會議幾點開始"),
        ("先導會議幾點開始？感謝您", "先導會議幾點開始"),
        ("月票後來怎麼決定，主管在問", "月票後來怎麼決定"),
        ("月票後來怎麼決定，急", "月票後來怎麼決定"),
        ("我想知道月票後來怎麼決定", "月票後來怎麼決定"),
        ("請告訴我月票後來怎麼決定", "月票後來怎麼決定"),
        ("可以跟我說月票後來怎麼決定嗎？", "月票後來怎麼決定"),
        ("月票後來怎麼決定你知道嗎？", "月票後來怎麼決定"),
        ("月票後來怎麼決定...", "月票後來怎麼決定"),
        ("了解，那交通組咧", "那交通組呢"),
        ("謝謝，再問一下，第二點呢？？", "第二點呢?"),
        ("當天有談妥對吧", "當天有談妥嗎?"),
    ],
)
def test_courtesies_go(wording: Wording, typed: str, usual: str) -> None:
    assert wording.usual(typed) == fold(usual)


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("汐東線哪時候通車", "汐東線什麼時候通車"),
        ("名單要去什麼地方看", "名單要去哪裡看"),
        ("火是怎樣燒起來的", "火是怎麼燒起來的"),
        ("最後怎樣", "最後怎麼樣"),
        ("用怎樣的平臺", "用什麼樣的平臺"),
        ("報告會議如何處理", "報告會議怎麼處理"),
        ("為啥要輪辦", "為什麼要輪辦"),
        ("紀錄是哪個人寫的", "紀錄是誰寫的"),
        ("關稅會議有哪幾個人出席", "關稅會議有哪些人出席"),
        ("六項策略包含什麼", "六項策略有哪些"),
    ],
)
def test_question_words_are_the_usual_ones(wording: Wording, typed: str, usual: str) -> None:
    assert wording.usual(typed) == fold(usual)


@pytest.mark.parametrize(
    "asked",
    [
        "謝謝",
        "你知道關稅嗎",
        "哪個地方政府先啟動",
        "哪一位市長代表",
        "最後主席感謝誰",
        "有什麼結論",
        "生活圈月票多少錢",
    ],
)
def test_what_may_be_the_subject_stays(wording: Wording, asked: str) -> None:
    assert wording.usual(asked) == fold(asked)


def test_only_the_beginning_of_a_pasted_text_counts(wording: Wording) -> None:
    assert len(wording.usual("月" * 2 * LONGEST)) == LONGEST
