"""/resolutions and /statement: what was decided and stated, over all meetings."""

from __future__ import annotations

from telegram import Update

from handlers import reply
from handlers.answering import answer_to
from handlers.context import Context, language
from handlers.outlinecards import heading_card
from handlers.registercards import PAGE, resolutions_card, statements_card
from knowledge.model import Outcome

_STATEMENT = "聲明"  # as it is asked for, whatever the language of the chat


async def resolutions(update: Update, context: Context) -> None:
    """List the decisions of one outcome; of the unsettled where none is named."""
    wanted, page = _parts(context)
    door, texts = context.door.browse, language(update)
    outcomes = await door.outcomes()
    outcome = Outcome(wanted) if wanted else next(iter(outcomes), Outcome.CONTINUED)
    hits = await door.resolutions(outcome, page * PAGE, PAGE + 1)
    await reply.show(update, resolutions_card(outcome, hits, page, outcomes, texts))


async def statements(update: Update, context: Context) -> None:
    """List the joint statements."""
    _, page = _parts(context)
    hits = await context.door.browse.statements(page * PAGE, PAGE + 1)
    await reply.show(update, statements_card(hits, page, language(update)))


async def statement(update: Update, context: Context) -> None:
    """/statement: the joint statement as a tree, the list where there are several.

    What stands behind the command, 策略 6, is asked of the statements.
    """
    if asked := " ".join(context.args or ()):
        return await reply.send(update, await answer_to(f"{_STATEMENT} {asked}", update, context))
    hits = await context.door.browse.statements(0, PAGE + 1)
    texts = language(update)
    if len(hits) != 1:
        return await reply.send(update, statements_card(hits, 0, texts))
    meeting = await context.door.meeting(hits[0].meeting_id)
    await reply.send(update, heading_card(hits[0].entry, 1, meeting, texts))


def _parts(context: Context) -> tuple[str, int]:
    """Return the outcome and the page that the callback data names, "" and 0 by themselves."""
    found = context.match.groupdict("") if context.match else {}
    return found.get("outcome", ""), int(found.get("page") or 0)
