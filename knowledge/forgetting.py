"""All that is kept on account of one person, and of one chat that has another number now."""

from __future__ import annotations

from knowledge.engine import Engine


def forget(engine: Engine, user: int) -> None:
    """Forget *user*: the private chat with its subscriptions and notices, drafts, what was said.

    A private chat has the number of its user. What a group follows is the group's.
    """
    with engine.unit():
        engine.subscriptions.forget(user)
        engine.outbox.forget(user)
        engine.preferences.forget(user)
        engine.drafts.forget(user)
        engine.chats.forget(user)
        engine.inbox.forget(user)


def move_chat(engine: Engine, old: int, new: int) -> None:
    """Give the supergroup *new* all that the group *old* had, which it has become."""
    with engine.unit():
        engine.subscriptions.move_chat(old, new)
        engine.outbox.move_chat(old, new)
        engine.preferences.move_chat(old, new)
        engine.chats.move_chat(old, new)
