"""Which update goes to which handler; the one list of commands and the one error handler."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Coroutine
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from handlers import (
    browse,
    citing,
    following,
    inline,
    privacy,
    publishing,
    questions,
    registers,
    reply,
    settings,
    start,
    stats,
    tour,
    track,
    votes,
)
from handlers.context import Context, hand_over, language, prepare
from handlers.markup import Card, safe
from handlers.texts import catalogues
from knowledge.model import Outcome

if TYPE_CHECKING:
    from knowledge.service import Knowledge

logger = logging.getLogger(__name__)

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]

_BEFORE_ALL = -1  # the group of handlers that comes first
# The updates that are asked for: what nothing below handles would only be thrown away.
ALLOWED_UPDATES = ("message", "callback_query", "inline_query", "my_chat_member")

COMMANDS: dict[str, Handler] = {
    "start": start.start,
    "help": start.show_help,
    "meetings": browse.all_meetings,
    "meeting": browse.one_meeting,
    "resolutions": registers.resolutions,
    "statement": registers.statement,
    "follow": following.follow,
    "following": following.following,
    "settings": settings.show,
    "stats": stats.show,
    "privacy": privacy.privacy,
    "forget": privacy.forget,
}
# What a card was reached from: an answer, by the question's key and the position of a hit, or a
# page of decisions, of a history, of promises, or what several people said.
_ORIGIN = r"(?::([a-z2-7]{8}:\d{1,2}|r:[a-z]{4,9}:\d{1,4}|t:[a-z2-7]{8}:\d{1,2}|o:[a-z2-7]{8}|p:\d{1,2}))?"
_KEY = "([a-z2-7]{8})"  # of a question or a subscription
_KEYS = "([a-z2-7]{8}|all)"
_CODE = "(a|[gcml].{1,15}|[wq][a-z2-7]{8}|r[a-z2-7]{10})"  # what may be followed
# Callback data and who handles it; kept for ever, for old messages keep their buttons.
BUTTONS: dict[str, Handler] = {
    r"n:([a-z2-7]{8}):(\d{1,2})": browse.next_hit,
    rf"e:([a-z2-7]{{10}}){_ORIGIN}": browse.entry,
    rf"x:([a-z2-7]{{10}}){_ORIGIN}": browse.around,
    rf"l:([a-z2-7]{{10}})(?:\.(\d{{1,4}}))?{_ORIGIN}": browse.siblings,
    r"s:([a-z2-7]{10}):(\d{1,2}):(\d{1,4})": browse.heading,
    r"m:(.{1,50}):(\d{1,4})": browse.meeting_page,
    r"ms(?::(\d{1,4}))?": browse.all_meetings,
    rf"r(?::(?P<outcome>{'|'.join(Outcome)}):(?P<page>\d{{1,4}}))?": registers.resolutions,
    r"st:(?P<page>\d{1,4})": registers.statements,
    rf"t:{_KEY}(?::(\d{{1,2}}))?": track.history,
    rf"tp:{_KEY}:(\d{{1,2}})": track.picture,
    rf"o:{_KEY}": track.voices,
    r"p:(\d{1,2})": track.pending,
    r"c:([a-z2-7]{10})": citing.whole,
    r"f:(.{1,50})": citing.file,
    r"q:(\d)": questions.example,
    r"h": start.show_help,
    r"dp:([a-z2-7]{10}):(.{0,50})": publishing.publish,
    r"dc:([a-z2-7]{10})": publishing.cancel,
    r"dl:([a-z2-7]{10})": publishing.look,
    r"dl:([a-z2-7]{10}):(\d{1,3})": publishing.look_on,
    r"de:([a-z2-7]{10}):(cp950|big5hkscs|gb18030)": publishing.read_as,
    r"dk:([a-z2-7]{10}):(.{0,50})": publishing.correct,
    rf"fa:{_CODE}": following.offer,
    rf"fo:{_CODE}": following.choose,
    rf"fy:([odw]):{_CODE}": following.confirm,
    r"fn": following.decline,
    r"fm": following.following,
    rf"fm:{_KEY}": following.one,
    rf"fp:{_KEYS}": following.pause,
    rf"fr:{_KEYS}": following.ask_resume,
    rf"fr:{_KEYS}:([mn])": following.resume,
    r"fe": following.ask_end_all,
    rf"fx:{_KEYS}": following.end,
    rf"fs:{_KEY}": following.end_from_notice,
    rf"ft:{_KEY}:([odw])([01])": following.set_pace,
    rf"fw:{_KEY}": following.whole_answer,
    r"se": settings.show,
    r"se:([lnph])": settings.ask,
    r"se:([lnph]):([a-z0-9-]{1,12})": settings.choose,
    r"to:(\d)": tour.step,
    r"te": tour.end,
    rf"v:([01]):([a-z2-7]{{10}}):{_KEY}": votes.vote,
    rf"vq:{_KEY}": votes.leave,
    r"ss": stats.show,
    r"sc": stats.chart,
    r"sq": stats.questions,
    rf"sq:{_KEY}": stats.one,
    rf"sa:{_KEY}:{_KEY}": stats.learn,
    rf"sx:{_KEY}": stats.settle,
    r"g": privacy.forget,
    r"gy": privacy.forget_all,
    r"gn": privacy.forget_nothing,
}


def register(
    application: Application[Any, Any, Any, Any, Any, Any],
    door: Knowledge,
    admins: Collection[int],
) -> None:
    """Add every handler to *application*, which then answers from *door*; *admins* run it.

    Only new messages count: an edited one was answered, a channel's is for nobody.
    """
    catalogues()  # one that cannot be used is told now, not to whoever asks first
    hand_over(application.bot_data, door, admins)
    application.add_handler(TypeHandler(Update, prepare), group=_BEFORE_ALL)
    new = filters.UpdateType.MESSAGE
    # Nearly all that comes is a question: it need not be tried as each command and button first.
    said = new & filters.TEXT & ~filters.COMMAND
    application.add_handler(MessageHandler(said, questions.question))
    for name, handler in COMMANDS.items():
        application.add_handler(CommandHandler(name, handler, filters=new))
    for pattern, handler in BUTTONS.items():
        application.add_handler(CallbackQueryHandler(handler, pattern=f"^{pattern}$"))
    application.add_handler(CallbackQueryHandler(browse.unknown_button))
    application.add_handler(InlineQueryHandler(inline.query))
    application.add_handler(ChatMemberHandler(following.membership))
    private = new & filters.ChatType.PRIVATE
    unknown = filters.Regex(r"^/\w+(?:\s|$)")  # but not one for /another@bot
    application.add_handler(MessageHandler(private & filters.COMMAND & unknown, start.show_help))
    application.add_handler(MessageHandler(new & filters.StatusUpdate.MIGRATE, following.moved))
    application.add_handler(MessageHandler(private & filters.Document.ALL, publishing.document))
    unread = ~filters.TEXT & ~filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(private & unread, questions.no_text))
    application.add_error_handler(failed)


async def failed(update: object, context: Context) -> None:
    """Log what went wrong, without people's words, and say so politely."""
    logger.error("handler_failed", exc_info=context.error)
    if not isinstance(update, Update):
        return
    try:
        if update.callback_query:
            await reply.acknowledge(update, language(update).failed)
        else:
            await reply.send(update, Card(safe(language(update).failed)))
    except TelegramError as error:
        logger.error("handler_failed_untold error=%r", str(error))
