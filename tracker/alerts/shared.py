"""One edit, many payers: who else made the edit that an alert tells of."""

from __future__ import annotations

from sqlite_utils import Database

from db.events import event_of, payers_of_event
from tracker.alerts.plain import plain

NAMED = 5


def shared_with(db: Database, comparison: int, payer: str) -> str | None:
    """The other payers who made the same edit, in a sentence; None while nobody else has."""
    found = payers_of_event(db, event_of(db, comparison))
    others = [member for member in found.members if member.payer != payer]
    if not others:
        return None
    named = [f"{one.name} ({one.detected_at[:10]})" for one in others[:NAMED]]
    more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
    parent = f"; shared parent policy {found.parent}" if found.parent else ""
    return plain(f"One edit, {len(others) + 1} payers: also {', '.join(named)}{more}{parent}.", 400)
