"""The ladder of statuses. Everything under case by case is denied; moves inside the denied class change no access."""

from __future__ import annotations

from db.changes import Direction
from parsers.models import Status

DENIED: frozenset[Status] = frozenset({"excluded", "not_medically_necessary", "investigational"})


def status_direction(before: Status, after: Status) -> Direction:
    """What a move on the ladder does to access; "unknown" when a side's status could not be read."""
    old, new = _rung(before), _rung(after)
    if before == after or (old is not None and old == new):
        return "neutral"
    if old is None or new is None:
        return "unknown"
    return "expands" if new > old else "restricts"


def _rung(status: Status) -> int | None:
    if status == "unknown":
        return None
    return 0 if status in DENIED else 1 if status == "case_by_case" else 2
