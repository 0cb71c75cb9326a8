"""The one item a spider yields: what became of one source's fetch."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.snapshots import FetchOutcome


@dataclass(frozen=True, slots=True)
class FetchedDocument:
    """One fetch of one source. `status` is None when no answer came, `body` when none is worth keeping;
    `reason` says in one line of plain words why the outcome is `error`; `fetched_at` is UTC, ISO 8601.
    """

    source: str
    url: str
    final_url: str
    fetched_at: str
    outcome: FetchOutcome
    reason: str = ""
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    # Scrapy prints items in its debug log; megabytes of PDF have no place there.
    body: bytes | None = field(default=None, repr=False)
