"""What a reader must not take for settled by an alert."""

from __future__ import annotations

from collections.abc import Iterator

from db.changes import Comparison
from db.revisions import Corroboration
from tracker.alerts.content import ASK, NEVER_KNOWN, Dates, Statement
from tracker.alerts.plain import plain

_HISTORY = 400


def not_known(
    comparison: Comparison, dates: Dates, heard: Corroboration | None = None, drift: str | None = None
) -> tuple[str, ...]:
    """What is open in the reading of one change; `heard` is what the payer's own history says of it, `drift` how the
    layout of the document had changed by then, None when it had not.
    """
    lines = tuple(_of_reading(comparison, dates, heard))
    if drift:
        lines += (plain(f"The document's layout has changed ({drift}). Read the passage before you rely on it.", 400),)
    return lines


def own_history(heard: Corroboration | None) -> str | None:
    """What the payer's own history says where it bears out what we read; None where it does not."""
    return plain(heard.note, _HISTORY) if heard and heard.agreement == "agrees" and heard.note else None


def not_stated(stated: tuple[Statement, ...] | None) -> tuple[str, ...]:
    """What the document leaves open. `stated` is what it says, None when that cannot be told."""
    if stated is None:
        return NEVER_KNOWN
    found = {statement.topic for statement in stated}
    return tuple(line for topic, line in ASK.items() if topic not in found)


def _of_reading(comparison: Comparison, dates: Dates, heard: Corroboration | None) -> Iterator[str]:
    if comparison.verdict == "unknown" or comparison.confidence != "high":
        reason = f": {comparison.reason}" if comparison.reason else ""
        yield plain(f"Confidence in this reading is {comparison.confidence}{reason}. Read the passage.", 400)
    if dates.effective_on is None:
        yield "The document does not state when the change takes effect."
    if heard and heard.agreement == "says_otherwise":
        yield plain(f"The payer's own list of revisions says otherwise: {heard.note}.", _HISTORY)
    if any(change.key == "unparsed" for change in comparison.changes):
        yield "A criterion could not be put into our terms; it is shown in the payer's own words."
