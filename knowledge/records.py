"""All that is on record, each part by the class that holds its SQL, on the one connection."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlite_utils import Database

from knowledge.chats import Chats
from knowledge.drafts import Drafts
from knowledge.inbox import Inbox
from knowledge.outbox import Outbox
from knowledge.preferences import Preferences
from knowledge.registers import Registers
from knowledge.store import Store
from knowledge.subscriptions import Subscriptions
from knowledge.tally import Tally


class Records:
    """The tables of *db*; *now* gives a time with its zone."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self.db = db
        self.store = Store(db, now)
        self.drafts = Drafts(db)
        self.registers = Registers(db)
        self.chats = Chats(db)
        self.inbox = Inbox(db)
        self.outbox = Outbox(db)
        self.subscriptions = Subscriptions(db)
        self.preferences = Preferences(db)
        self.tally = Tally(db)
