"""The only SQL about how much is asked and what helps: numbers, and no people."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.figures import Day, Votes
from knowledge.schema import Tables

_COUNTING = "counting"
_ASKED = (
    "insert into days (day, questions, answered) values (?, 1, ?) on conflict (day) do update"
    " set questions = questions + 1, answered = answered + excluded.answered"
)
_VOTED = (
    "insert into feedback (entry_id, helpful, unhelpful) values (?, ?, ?)"
    " on conflict (entry_id) do update set helpful = helpful + excluded.helpful,"
    " unhelpful = unhelpful + excluded.unhelpful"
)
_WORST = (
    "select * from feedback where unhelpful > 0 order by unhelpful desc, helpful, entry_id limit ?"
)


class Tally(Tables):
    """Counts of questions by day, and of votes by entry."""

    def asked(self, day: date, *, answered: bool) -> None:
        """Count a question that came on *day*."""
        self._write(_COUNTING, _ASKED, day.isoformat(), int(answered))

    def days(self, last: date, number: int) -> tuple[Day, ...]:
        """Return the *number* of days that end with *last*, those without a question too."""
        first = last - timedelta(days=number - 1)
        rows = self._rows("select * from days where day >= ?", first.isoformat())
        kept = {row["day"]: row for row in rows}
        every = (first + timedelta(days=n) for n in range(number))
        return tuple(
            Day(day, row["questions"], row["answered"]) if row else Day(day)
            for day in every
            for row in (kept.get(day.isoformat()),)
        )

    def vote(self, entry_id: str, *, helpful: bool) -> None:
        """Count that an answer with that entry at its head did help, or did not."""
        self._write(_COUNTING, _VOTED, entry_id, int(helpful), int(not helpful))

    def votes(self) -> tuple[int, int]:
        """Return how often any answer was found helpful, and how often not."""
        row = self._rows(
            "select ifnull(sum(helpful), 0) as yes, ifnull(sum(unhelpful), 0) as no from feedback"
        )[0]
        return int(row["yes"]), int(row["no"])

    def worst(self, most: int) -> tuple[Votes, ...]:
        """Return the entries that did not help, the most often first."""
        rows = self._rows(_WORST, most)
        return tuple(Votes(row["entry_id"], row["helpful"], row["unhelpful"]) for row in rows)
