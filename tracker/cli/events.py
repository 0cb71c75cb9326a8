"""Edits that several payers made, one line each: `ketwatch changes --events`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.changes import Change, Verdict
from db.events import EventRow
from db.queries import ChangeRow
from tracker.alerts.wording import change_words
from tracker.cli.output import Format, print_rows

EVENT_COLUMNS = ("last_detected_at", "verdict", "payers", "what", "parent", "effective_on")


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as a table and a spreadsheet show it; `effective_on` is the first date stated."""

    event: int
    first_detected_at: str
    last_detected_at: str
    verdict: Verdict
    payer_count: int
    payers: str
    what: str
    parent: str | None
    effective_on: str | None


def print_events(events: Sequence[EventRow], output_format: Format) -> None:
    """Print events: every field in JSON, in words elsewhere."""
    if output_format == "json":
        print_rows(events, EventRow, output_format, ())
    else:
        print_rows([_line(event) for event in events], EventLine, output_format, EVENT_COLUMNS)


def row_words(row: ChangeRow) -> str:
    """A change in one line."""
    return change_words(Change(**{name: getattr(row, name) for name in Change.__slots__ if hasattr(row, name)}))


def _line(event: EventRow) -> EventLine:
    by_use: dict[str, list[str]] = {}
    for row in event.changes:
        by_use.setdefault(f"{row.product} {row.indication} {row.phase}", []).append(row_words(row))
    count = f"{event.payer_count} payers: " if event.payer_count > 1 else ""
    return EventLine(
        event.event, event.first_detected_at, event.last_detected_at, event.verdict, event.payer_count,
        count + ", ".join(event.payers), "; ".join(f"{use}: {', '.join(words)}" for use, words in by_use.items()),
        event.parent, event.first_effective_on,
    )  # fmt: skip
