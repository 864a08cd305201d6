"""What can be chosen from: everything that holds the words, the answer first."""

from __future__ import annotations

from knowledge.engine import Engine
from knowledge.model import Kind, Outcome


def test_the_answer_comes_first_and_everything_else_that_holds_the_word_follows(
    engine: Engine,
) -> None:
    found = engine.found("關稅")
    assert found[0].entry.id == engine.answer("關稅")[0].hits[0].entry.id
    words = {hit.entry.id for hit in found}
    recorded = [engine.store.meeting(head.id) for head in engine.store.meetings()]
    assert {e.id for m in recorded for e in m.entries if "關稅" in e.text} <= words


def test_nothing_is_found_twice(engine: Engine) -> None:
    for text in ("關稅", "策略", "四市提出的六項策略有哪些", "第2次", "侯友宜", "月"):
        ids = [hit.entry.id for hit in engine.found(text)]
        assert len(ids) == len(set(ids))


def test_what_the_minutes_do_not_answer_finds_nothing(engine: Engine) -> None:
    for text in ("高雄捷運有什麼結論", "謝謝", "月票一張賣多少錢", "", "\ud800"):
        assert engine.found(text) == ()


def test_looking_is_not_remembered_as_a_question_that_was_not_answered(engine: Engine) -> None:
    before = engine.chats.unanswered()
    engine.found("高雄捷運有什麼結論")
    assert engine.chats.unanswered() == before


def test_a_question_that_is_kept_for_a_link_is_answered_by_its_key(engine: Engine) -> None:
    answer = engine.recall(engine.keep("月票後來怎麼決定"))
    assert answer is not None
    assert answer.hits[0].entry.outcome is Outcome.CONTINUED
    assert answer.hits[0].entry.kind is Kind.RESOLUTION
