"""What has been decided and stated over all meetings, listed a page at a time."""

from __future__ import annotations

from knowledge.model import Outcome
from knowledge.schema import Tables

# Unsettled first: they are what is still to be watched.
DECISIONS = (
    Outcome.CONTINUED,
    Outcome.RESERVED,
    Outcome.WITHDRAWN,
    Outcome.DIRECTED,
    Outcome.AMENDED,
    Outcome.APPROVED,
    Outcome.NOTED,
)


class Registers(Tables):
    """Ids of entries, the newest meetings first; every method costs by the page it returns."""

    def outcomes(self) -> tuple[Outcome, ...]:
        """Return those of DECISIONS that any entry on record has."""
        return tuple(outcome for outcome in DECISIONS if self.resolutions(outcome, 0, 1))

    def resolutions(self, outcome: Outcome, offset: int, limit: int) -> list[str]:
        """Return the entries with *outcome*, in the order of each meeting's document."""
        rows = self._rows(
            "select id from entries where outcome = ?"
            " order by meeting_id desc, position limit ? offset ?",
            *(outcome.value, limit, offset),
        )
        return [row["id"] for row in rows]

    def statements(self, offset: int, limit: int) -> list[str]:
        """Return the first entry of each meeting's joint statement."""
        rows = self._rows(
            "select id, min(position) from entries where kind = 'statement'"
            " group by meeting_id order by meeting_id desc limit ? offset ?",
            *(limit, offset),
        )
        return [row["id"] for row in rows]

    def promised(self, limit: int) -> list[str]:
        """Return the entries that promised something for a later meeting."""
        rows = self._rows(
            "select id from entries where follow_up is not null"
            " order by meeting_id desc, position limit ?",
            limit,
        )
        return [row["id"] for row in rows]
