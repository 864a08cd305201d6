"""Before others an answer must be surer than in private: weights.py says how sure."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from knowledge.engine import Engine
from knowledge.model import Form, Refusal
from knowledge.service import Knowledge
from knowledge.weights import WEIGHTS
from tests.knowledge.conftest import NOW, TODAY

SURE = "月票後來怎麼決定"
UNSURE = "想多買美國貨的廠商有什麼活動可以參加"  # 0.55 of it stands in the entry
ELSEWHERE = "高雄捷運有什麼結論"


@pytest.mark.parametrize("text", [SURE, "六項共同策略有哪些", "第二次市長會議在哪裡開", ELSEWHERE])
def test_what_is_sure_or_a_no_is_the_same_before_others(engine: Engine, text: str) -> None:
    private, _ = engine.answer(text)
    assert engine.sure(private) == private


def test_what_is_less_sure_is_a_no_that_guesses_nothing(engine: Engine) -> None:
    private, _ = engine.answer(UNSURE)
    public = engine.sure(private)
    assert private.answered
    assert private.confidence < WEIGHTS.gate.public
    assert (public.form, public.refusal, public.hits) == (Form.NO, Refusal.UNSURE, ())


def test_the_bar_is_where_weights_py_puts_it(engine: Engine) -> None:
    private, _ = engine.answer(UNSURE)
    at_the_bar = replace(private, confidence=WEIGHTS.gate.public)
    below = replace(private, confidence=WEIGHTS.gate.public - 0.01)
    assert engine.sure(at_the_bar).answered
    assert not engine.sure(below).answered


@pytest_asyncio.fixture
async def door(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Knowledge]:
    folder = tmp_path_factory.mktemp("public")
    async with Knowledge.open(folder, lambda: TODAY, lambda: NOW) as opened:
        yield opened


async def test_it_is_answered_in_private_and_nobody_need_mend_it(door: Knowledge) -> None:
    """The minutes do hold an answer: it is not among those that wait for an alias."""
    unsure = await door.ask(UNSURE, public=True)
    assert unsure.refusal is Refusal.UNSURE
    kept = await door.recall(unsure.key)
    assert kept
    assert kept.answered
    assert await door.operating.waiting(10) == ()
    assert (await door.operating.figures()).days[-1].answered == 0


async def test_an_update_that_is_handled_again_is_not_surer(door: Knowledge) -> None:
    for _ in range(2):
        with door.updates.of(1):
            assert (await door.ask(UNSURE, public=True)).refusal is Refusal.UNSURE
    assert (await door.operating.figures()).days[-1].questions == 1
