"""What a reader must not take for settled by an alert."""

from __future__ import annotations

from collections.abc import Iterator

from db.changes import Comparison
from tracker.alerts.content import ASK, NEVER_KNOWN, Dates, Statement
from tracker.alerts.plain import plain


def unsettled(comparison: Comparison, dates: Dates, stated: tuple[Statement, ...] | None) -> tuple[str, ...]:
    """The open questions of one change. `stated` is what the document says of them, None when it cannot be told."""
    return (*_of_reading(comparison, dates), *(_of_document(stated) if stated is not None else NEVER_KNOWN))


def _of_reading(comparison: Comparison, dates: Dates) -> Iterator[str]:
    if comparison.verdict == "unknown" or comparison.confidence != "high":
        reason = f": {comparison.reason}" if comparison.reason else ""
        yield plain(f"Confidence in this reading is {comparison.confidence}{reason}. Read the passage.", 400)
    if dates.effective_on is None:
        yield "The document does not state when the change takes effect."
    if any(change.key == "unparsed" for change in comparison.changes):
        yield "A criterion could not be put into our terms; it is shown in the payer's own words."


def _of_document(stated: tuple[Statement, ...]) -> Iterator[str]:
    found = {statement.topic for statement in stated}
    yield from (line for topic, line in ASK.items() if topic not in found)
