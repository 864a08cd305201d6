"""What a question takes for granted is told, or answered with a no."""

from __future__ import annotations

import pytest

from knowledge.model import Kind
from knowledge.posting import Posting
from knowledge.presumed import is_untold, taken_for_granted
from knowledge.question import Question
from knowledge.scope import Remainder
from knowledge.term import Term
from knowledge.text import fold


@pytest.mark.parametrize(
    ("asked", "shown", "untold"),
    [
        ("召集人為什麼沒來", "主席:葉召集人(市政會議請假),由姜副召集人代理", False),
        ("市長為什麼請假", "主席:柳市長(請假,由卓副市長代理)", True),
        ("理事長為什麼請假", "主席:卓理事長(因公出國)", False),
    ],
)
def test_a_reason_for_being_absent_stands_beside_it(asked: str, shown: str, untold: bool) -> None:
    header = Posting("1", 0, fact="chair", body=fold(shown))
    assert is_untold(fold(asked), [header]) is untold


def test_no_other_line_excuses_anybody() -> None:
    order = Posting("1", 0, kind="conclusion", body=fold("各局處首長非經核准不得請假出國"))
    assert is_untold(fold("市長為什麼請假"), [order])


@pytest.mark.parametrize(
    ("asked", "word", "weight", "granted"),
    [
        ("那隻鯨魚的死因是什麼", "死因", 0.96, True),
        ("月票有賣學生票嗎", "學生票", 1.0, True),
        ("月票的好處是什麼", "好處", 0.4, False),
        ("月票為什麼失敗", "失敗", 0.6, True),
    ],
)
def test_what_is_asked_for_by_its_name_must_stand(
    asked: str, word: str, weight: float, granted: bool
) -> None:
    folded, term = fold(asked), Term.of(fold(word), weight, {})
    question = Question(folded, folded, (term,), Remainder(folded), frozenset())
    assert taken_for_granted(question, [term]) == ((fold(word),) if granted else ())


@pytest.mark.parametrize(
    ("kind", "untold"), [(Kind.PROPOSAL, True), (Kind.MOTION, True), (Kind.REPORT, False)]
)
def test_what_was_paid_in_the_end_is_told_by_no_proposal(kind: Kind, untold: bool) -> None:
    shown = Posting("1", 1, kind=kind, body=fold("案由七：年終獎金保障二個月"))
    assert is_untold(fold("今年年終獎金最後發了幾個月"), [shown]) is untold


def test_what_was_proposed_may_be_told_by_a_proposal() -> None:
    shown = Posting("1", 1, kind=Kind.PROPOSAL, body=fold("案由七：年終獎金保障二個月"))
    assert not is_untold(fold("年終獎金想保障幾個月"), [shown])
