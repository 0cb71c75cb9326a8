"""What is not being watched although it should be: blocked, dead, unreadable, waiting, silent, never read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from sqlite_utils import Database

from db.sources import LEAD_KINDS
from tracker.clock import parse_instant, stamp

Condition = Literal["blocked", "dead", "unreachable", "unreadable", "waiting", "silent", "never_read"]
SILENT_AFTER_DAYS = 3

_CONDITIONS: dict[str, Condition] = {
    "blocked": "blocked",
    "login": "blocked",
    "error_page": "dead",
    "unreachable": "unreachable",
    "waiting": "waiting",
}
_SOURCES = """
    SELECT s.payer, s.source, s.kind, s.url, s.added_at, i.quality, i.reason, i.opened_at,
           (SELECT max(fetched_at) FROM snapshots f
            WHERE f.source = s.source AND f.provenance <> 'archive') AS asked_at,
           (SELECT max(fetched_at) FROM snapshots f
            WHERE f.source = s.source AND f.provenance <> 'archive' AND f.outcome <> 'error') AS answered_at,
           EXISTS (SELECT 1 FROM versions v JOIN snapshots f USING (snapshot)
                   WHERE v.source = s.source AND v.state = 'confirmed'
                     AND (f.provenance <> 'archive' OR EXISTS (
                          SELECT 1 FROM outcomes o WHERE o.source = s.source AND o.outcome <> 'unknown'))) AS is_read
    FROM sources s LEFT JOIN incidents i ON i.source = s.source AND i.closed_at IS NULL
    ORDER BY s.payer, s.source"""


@dataclass(frozen=True, slots=True)
class HealthRow:
    """A source that needs somebody's eyes. `since` is when it began; `last_answer_at` is the last time its address
    answered with anything, None for never; `is_read` is false when no version of it was ever read, which of a lead
    nobody asks.
    """

    payer: str
    source: str
    condition: Condition
    since: str
    reason: str
    last_answer_at: str | None
    is_read: bool
    url: str


def health(db: Database, *, now: str, silent_after_days: int = SILENT_AFTER_DAYS) -> list[HealthRow]:
    """The sources in trouble, those that nobody has asked for some days included; empty when all is well."""
    limit = stamp(parse_instant(now) - timedelta(days=silent_after_days))
    rows = (_row(dict(found), limit) for found in db.execute(_SOURCES).fetchall())
    return [row for row in rows if row is not None]


def _row(found: dict[str, str | None], limit: str) -> HealthRow | None:
    trouble = _trouble(found, limit)
    if trouble is None:
        return None
    condition, since, reason = trouble
    return HealthRow(
        payer=str(found["payer"]),
        source=str(found["source"]),
        condition=condition,
        since=since,
        reason=reason,
        last_answer_at=found["answered_at"],
        is_read=bool(found["is_read"]),
        url=str(found["url"]),
    )


def _trouble(found: dict[str, str | None], limit: str) -> tuple[Condition, str, str] | None:
    asked_at, added_at = found["asked_at"], str(found["added_at"])
    if asked_at is not None and asked_at < limit:
        return "silent", asked_at, "not asked for since then: is the nightly run at work?"
    if found["quality"]:
        condition = _CONDITIONS.get(found["quality"], "unreadable")
        return condition, str(found["opened_at"]), str(found["reason"])
    if found["kind"] in LEAD_KINDS:
        return None if found["answered_at"] else ("never_read", added_at, "it has not answered yet")
    if not found["is_read"]:
        return "never_read", added_at, "no document of it has been read yet"
    return None
