"""Incidents: what is wrong with a source, from when until when. Each closes by itself once it is over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

# A failure: what was fetched is not believed. A warning: it was read and holds, and deserves somebody's eyes.
Level = Literal["fail", "warn"]


@dataclass(frozen=True, slots=True)
class Incident:
    """A source that cannot be read, or one that was read and looks odd. `quality` is what is the matter with it.

    A source has one open failure at most, and one open warning of each kind.
    """

    incident: int
    source: str
    quality: str
    reason: str
    opened_at: str
    last_seen_at: str
    closed_at: str | None
    level: Level


def open_incident(db: Database, source: str, quality: str, reason: str, *, at: str) -> None:
    """Open the source's failure, or bring the open one up to date."""
    db.execute(
        """INSERT INTO incidents (source, quality, reason, opened_at, last_seen_at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (source) WHERE closed_at IS NULL AND level = 'fail'
           DO UPDATE SET quality = excluded.quality, reason = excluded.reason, last_seen_at = excluded.last_seen_at""",
        [source, quality, reason, at, at],
    )


def close_incident(db: Database, source: str, *, at: str) -> None:
    """Close the source's failure; its warnings stay."""
    db.execute(
        "UPDATE incidents SET closed_at = ? WHERE source = ? AND level = 'fail' AND closed_at IS NULL", [at, source]
    )


def open_warning(db: Database, source: str, kind: str, reason: str, *, at: str) -> None:
    """Open the source's warning of a kind, or bring the open one up to date."""
    db.execute(
        """INSERT INTO incidents (source, quality, reason, opened_at, last_seen_at, level)
           VALUES (?, ?, ?, ?, ?, 'warn')
           ON CONFLICT (source, quality) WHERE closed_at IS NULL AND level = 'warn'
           DO UPDATE SET reason = excluded.reason, last_seen_at = excluded.last_seen_at""",
        [source, kind, reason, at, at],
    )


def close_warning(db: Database, source: str, kind: str, *, at: str) -> None:
    db.execute(
        """UPDATE incidents SET closed_at = ?
           WHERE source = ? AND quality = ? AND level = 'warn' AND closed_at IS NULL""",
        [at, source, kind],
    )


def open_incidents(db: Database, level: Level = "fail") -> list[Incident]:
    """The incidents of a level that are not over, oldest first."""
    rows = db["incidents"].rows_where("closed_at IS NULL AND level = ?", [level], order_by="opened_at, incident")
    return [Incident(**row) for row in rows]


def warnings_of(db: Database, source: str) -> list[Incident]:
    """A source's open warnings, oldest first."""
    return [one for one in open_incidents(db, "warn") if one.source == source]


def warned_at(db: Database, source: str, kind: str, *, at: str) -> str | None:
    """The reason of the warning of a kind that was open on an instant, None when none was."""
    rows = db["incidents"].rows_where(
        "source = ? AND quality = ? AND level = 'warn' AND opened_at <= ? AND (closed_at IS NULL OR closed_at >= ?)",
        [source, kind, at, at], order_by="incident DESC", limit=1,
    )  # fmt: skip
    return next((str(row["reason"]) for row in rows), None)
