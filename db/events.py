"""One edit by many payers: comparisons grouped into events."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from db.changes import Verdict
from db.queries import ChangeFilter, ChangeRow, list_changes


@dataclass(frozen=True, slots=True)
class EventRow:
    """One edit. `parent` is the policy that its payers share, None where none is named; the effective dates are the
    first and the last stated, None where none is; `changes` are those of the payer who was first.
    """

    event: int
    verdict: Verdict
    parent: str | None
    payer_count: int
    payers: tuple[str, ...]
    sources: tuple[str, ...]
    first_detected_at: str
    last_detected_at: str
    first_effective_on: str | None
    last_effective_on: str | None
    changes: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A payer that made an edit, and when we found it first in one of its documents."""

    payer: str
    name: str
    detected_at: str


@dataclass(frozen=True, slots=True)
class Members:
    """The payers that made one edit, and the number of the policy they share, None where none is named."""

    parent: str | None
    members: tuple[Member, ...]


MEMBERS = """
    SELECT payers.payer, payers.name, min(k.detected_at) AS detected_at
    FROM event_members m JOIN held_comparisons k USING (comparison) JOIN sources USING (source)
    JOIN payers USING (payer)
    WHERE m.event = :event GROUP BY payers.payer ORDER BY 3, 1"""


def join_event(db: Database, comparison: int, event: int, parent: str | None) -> None:
    """Make a comparison one of an event; an event is called by the comparison it began with."""
    db.table("event_members").upsert({"comparison": comparison, "event": event, "parent": parent}, pk="comparison")


def leave_event(db: Database, comparison: int) -> None:
    """Take a comparison out of its event; others of an event that is called by it are called by their oldest."""
    db.execute("DELETE FROM event_members WHERE comparison = ?", [comparison])
    db.execute(
        """UPDATE event_members SET event = (SELECT min(comparison) FROM event_members WHERE event = ?1)
           WHERE event = ?1""",
        [comparison],
    )


def event_of(db: Database, comparison: int) -> int:
    """The event that a comparison belongs to: its own number when no other payer made the same edit."""
    row = db.execute("SELECT event FROM event_members WHERE comparison = ?", [comparison]).fetchone()
    return int(row["event"]) if row else comparison


def payers_of_event(db: Database, event: int) -> Members:
    """Who made an edit, the first one first."""
    rows = db.query(MEMBERS, {"event": event})
    parents = db.execute("SELECT max(parent) AS parent FROM event_members WHERE event = ?", [event]).fetchone()
    return Members(parents["parent"], tuple(Member(**row) for row in rows))


def list_events(db: Database, wanted: ChangeFilter) -> list[EventRow]:
    """The events of the changes that are wanted, in the order of `list_changes`."""
    by_event: dict[int, list[ChangeRow]] = {}
    for change in list_changes(db, wanted):
        by_event.setdefault(change.event, []).append(change)
    return [_event(db, event, changes) for event, changes in by_event.items()]


def _event(db: Database, event: int, changes: list[ChangeRow]) -> EventRow:
    row: dict[str, Any] = next(iter(db.query("SELECT * FROM events WHERE event = ?", [event])))
    first = min(changes, key=lambda change: (change.detected_at, change.comparison)).comparison
    sides = {name: tuple(sorted(json.loads(row[name]))) for name in ("payers", "sources")}
    return EventRow(**row | sides, changes=tuple(change for change in changes if change.comparison == first))
