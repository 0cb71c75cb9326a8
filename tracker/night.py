"""What settling a fetch needs to know of the night that it is of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from db.versions import END_OF_TIME
from tracker.rules import Rule

# A portal's bad night lasts hours: a fetch sooner than this after the first shows the same night again.
LEAST_BETWEEN_FETCHES = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Night:
    """What settling needs to know of the night: its run, its instant, and who hears of changes (no rule: nobody).

    `apart` is how far from the first fetch a second one must be to confirm a loss. Of the `past` is what is judged
    against the version that was in force on `at`: it says nothing of today, so it is nobody's outcome and no incident.
    """

    run: int
    at: str
    rules: tuple[Rule, ...] = ()
    apart: timedelta = LEAST_BETWEEN_FETCHES
    past: bool = False

    @property
    def until(self) -> str:
        """The instant after which no version counts."""
        return self.at if self.past else END_OF_TIME
