"""/follow, /following and their buttons: who is told of what, and when."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatMemberStatus

from handlers import reply
from handlers.answering import answer_to
from handlers.context import Context, language, place, settings
from handlers.followcards import (
    ALL,
    choices_card,
    declined_card,
    end_all_card,
    ended_card,
    followed_card,
    following_card,
    offer_card,
    resume_card,
    said_card,
    subscription_card,
)
from handlers.markup import Card, safe
from knowledge.errors import TooManyError
from knowledge.followed import Pace, Subscription

_GONE = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


async def follow(update: Update, context: Context) -> None:
    """/follow with what to follow; without, what there is to choose from."""
    texts, following = language(update), context.door.following
    if not await _permitted(update, context):
        return
    wanted = " ".join(context.args or ()).strip()
    offer = await following.offer_text(wanted, *place(update)) if wanted else None
    if offer:
        return await reply.send(update, offer_card(offer, texts, settings()))
    sentence = texts.follow_unclear.format(words=wanted[:40]) if wanted else texts.follow_what
    await reply.send(update, choices_card(await following.choices(), sentence, texts))


async def offer(update: Update, context: Context) -> None:
    """Offer to follow what an answer was about; the answer stays."""
    card = await _offered(update, context)
    if card:
        await reply.acknowledge(update)
        await reply.send(update, card)


async def choose(update: Update, context: Context) -> None:
    """Offer to follow what was chosen."""
    card = await _offered(update, context)
    if card:
        await reply.show(update, card)


async def confirm(update: Update, context: Context) -> None:
    """Follow what was offered, at the pace that was chosen."""
    pace, code = _parts(context)
    texts = language(update)
    if not await _permitted(update, context):
        return
    try:
        following = context.door.following
        one = await following.follow(
            code, Pace(pace), *place(update), texts.language, anytime=bool(settings().anytime)
        )
    except TooManyError as error:
        return await reply.acknowledge(update, texts.follow_too_many.format(most=error.most))
    await reply.acknowledge(update, None if one else texts.gone)
    if one:
        await reply.edit(update, followed_card(one, texts))


async def decline(update: Update, context: Context) -> None:
    await reply.show(update, declined_card(language(update)))


async def following(update: Update, context: Context) -> None:
    """/following: everything that is followed in this chat or topic."""
    await reply.show(update, following_card(await _kept(update, context), language(update)))


async def one(update: Update, context: Context) -> None:
    """Show one subscription."""
    found = await _chosen(update, context)
    if found:
        await _show(update, context, found[0].key)


async def pause(update: Update, context: Context) -> None:
    """Tell nothing for one subscription, or for all, until it is resumed."""
    found = await _decided(update, context)
    if found:
        await context.door.following.pause(place(update)[0], _keys(found))
        await _show(update, context, _parts(context)[0])


async def ask_resume(update: Update, context: Context) -> None:
    """Ask whether what was missed is to be told."""
    if await _decided(update, context):
        await reply.show(update, resume_card(_parts(context)[0], language(update)))


async def resume(update: Update, context: Context) -> None:
    """Go on telling, with or without what was missed."""
    found = await _decided(update, context)
    if not found:
        return
    missed, texts = _parts(context)[1] == "m", language(update)
    told = await context.door.following.resume(place(update)[0], _keys(found), missed=missed)
    sentence = texts.resumed_missed if told else texts.resumed_nothing if missed else texts.resumed
    await reply.show(update, said_card(sentence, texts))


async def ask_end_all(update: Update, context: Context) -> None:
    """Ask before everything is ended."""
    kept = await _kept(update, context)
    if await _permitted(update, context):
        await reply.show(update, end_all_card(len(kept), language(update)))


async def end(update: Update, context: Context) -> None:
    """Stop following one subject, or all; the card says so."""
    card = await _ended(update, context)
    if card:
        await reply.edit(update, card)


async def end_from_notice(update: Update, context: Context) -> None:
    """Stop following one subject; the notice whose button it was stays."""
    card = await _ended(update, context)
    if card:
        await reply.send(update, card)


async def set_pace(update: Update, context: Context) -> None:
    """Tell a subscription at another pace or at other hours."""
    key, pace, anytime = _parts(context)
    if await _decided(update, context):
        await context.door.following.set_pace(
            place(update)[0], key, Pace(pace), anytime=anytime == "1"
        )
        await _show(update, context, key)


async def whole_answer(update: Update, context: Context) -> None:
    """Answer the question that a notice came for."""
    found = await _chosen(update, context)
    if found:
        await reply.acknowledge(update)
        await reply.send(update, await answer_to(found[0].subject.words, update, context))


async def moved(update: Update, context: Context) -> None:
    """A group has become a supergroup: what it follows and has chosen goes with it.

    Both chats are told so; whichever comes first does it, and the other finds nothing to do.
    """
    message = update.effective_message
    old = message.migrate_from_chat_id or message.chat_id if message else 0
    new = message.migrate_to_chat_id or message.chat_id if message else 0
    if old != new:
        await context.door.move_chat(old, new)


async def membership(update: Update, context: Context) -> None:
    """The bot was blocked, removed, or let in again: what is followed ends, or comes back."""
    change, chat = update.my_chat_member, update.effective_chat
    if change is None or chat is None:
        return
    if change.new_chat_member.status in _GONE:
        return await context.door.following.end_chat(chat.id, change.new_chat_member.status)
    if change.old_chat_member.status in _GONE and (card := await revived(update, context)):
        await reply.tell(chat, card)


async def revived(update: Update, context: Context) -> Card | None:
    """Bring back what ended because the chat had blocked the bot; None where nothing had."""
    decides = await context.members.decide(update)
    total = await context.door.following.revive(place(update)[0]) if decides else 0
    texts = language(update)
    return said_card(texts.revived.format(total=total), texts) if total else None


async def _offered(update: Update, context: Context) -> Card | None:
    (code,) = _parts(context)
    if not await _permitted(update, context):
        return None
    offered = await context.door.following.offer(code, *place(update))
    if offered is None:
        await reply.acknowledge(update, language(update).gone)
        return None
    return offer_card(offered, language(update), settings())


async def _ended(update: Update, context: Context) -> Card | None:
    found = await _decided(update, context)
    if not found:
        return None
    texts, door = language(update), context.door.following
    await door.end(place(update)[0], _keys(found))
    await reply.acknowledge(update)
    if _parts(context)[0] == ALL:
        return ended_card(None, None, texts)
    return ended_card(found[0].subject, await door.code(found[0].subject), texts)


async def _show(update: Update, context: Context, key: str) -> None:
    """Show one subscription as it is now, or the list."""
    texts = language(update)
    kept = await _kept(update, context)
    found = next((one for one in kept if one.key == key), None)
    await reply.acknowledge(update)
    await reply.edit(
        update, subscription_card(found, texts) if found else following_card(kept, texts)
    )


async def _decided(update: Update, context: Context) -> list[Subscription]:
    """Return what a button is about, nothing where whoever pressed it may not decide."""
    return await _chosen(update, context) if await _permitted(update, context) else []


async def _chosen(update: Update, context: Context) -> list[Subscription]:
    """Return the subscription that a button names, or all; one that is gone is said to be so."""
    key = _parts(context)[0]
    found = [one for one in await _kept(update, context) if key in (one.key, ALL)]
    if not found:
        await reply.acknowledge(update, language(update).gone)
    return found


async def _kept(update: Update, context: Context) -> tuple[Subscription, ...]:
    return await context.door.following.here(*place(update))


async def _permitted(update: Update, context: Context) -> bool:
    """Tell whether who wrote or pressed decides for the chat; who does not is told."""
    if update.effective_chat is None:
        await reply.acknowledge(update, language(update).follow_elsewhere)
        return False
    if await context.members.decide(update):
        return True
    if update.callback_query:
        await reply.acknowledge(update, language(update).follow_not_admin)
    else:
        await reply.send(update, Card(safe(language(update).follow_not_admin)))
    return False


def _keys(kept: list[Subscription]) -> list[str]:
    return [one.key for one in kept]


def _parts(context: Context) -> tuple[str, ...]:
    return tuple(context.match.groups()) if context.match else ()
