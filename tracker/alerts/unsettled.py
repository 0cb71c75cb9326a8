"""What a reader must not take for settled by an alert."""

from __future__ import annotations

from collections.abc import Iterator

from db.changes import Comparison
from tracker.alerts.content import ASK, NEVER_KNOWN, Dates, Statement
from tracker.alerts.plain import plain


def not_known(comparison: Comparison, dates: Dates) -> tuple[str, ...]:
    """What is open in the reading of one change."""
    return tuple(_of_reading(comparison, dates))


def not_stated(stated: tuple[Statement, ...] | None) -> tuple[str, ...]:
    """What the document leaves open. `stated` is what it says, None when that cannot be told."""
    if stated is None:
        return NEVER_KNOWN
    found = {statement.topic for statement in stated}
    return tuple(line for topic, line in ASK.items() if topic not in found)


def _of_reading(comparison: Comparison, dates: Dates) -> Iterator[str]:
    if comparison.verdict == "unknown" or comparison.confidence != "high":
        reason = f": {comparison.reason}" if comparison.reason else ""
        yield plain(f"Confidence in this reading is {comparison.confidence}{reason}. Read the passage.", 400)
    if dates.effective_on is None:
        yield "The document does not state when the change takes effect."
    if any(change.key == "unparsed" for change in comparison.changes):
        yield "A criterion could not be put into our terms; it is shown in the payer's own words."
