"""What is not being watched although it should be: blocked, dead, moved, unreadable, waiting, silent, never read.

Beside these failures stand warnings: documents that were read, and deserve somebody's eyes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Literal

from sqlite_utils import Database

from db.incidents import Level, open_incidents
from db.queries import GOOD_FETCHES
from db.sources import LEAD_KINDS, all_sources, get_source
from tracker.clock import parse_instant, stamp
from tracker.discovery.listings import NotListed
from tracker.layout import Drift
from tracker.second_look import Expectation

Warned = Literal[Expectation, Drift, NotListed, "quiet"]
Condition = Literal[
    Warned, "blocked", "dead", "moved", "retired", "unreachable", "needs_browser", "unreadable", "too_little",
    "waiting", "silent", "never_read",
]  # fmt: skip
SILENT_AFTER_DAYS = 3
# A document that came out anew this often has a rhythm; one that lets more than twice its longest pause pass breaks it.
_LEAST_EDITIONS = 4
_PAUSES = 2

_CONDITIONS: dict[str, Condition] = {
    "blocked": "blocked",
    "login": "blocked",
    "error_page": "dead",
    "unreachable": "unreachable",
    "waiting": "waiting",
    "moved": "moved",
    "retired": "retired",
    "needs_browser": "needs_browser",
    "too_little": "too_little",
}
_SOURCES = f"""
    WITH good AS ({GOOD_FETCHES})
    SELECT s.payer, s.source, s.kind, s.url, s.added_at, i.quality, i.reason, i.opened_at,
           (SELECT max(fetched_at) FROM snapshots f
            WHERE f.source = s.source AND f.provenance <> 'archive') AS asked_at,
           (SELECT max(fetched_at) FROM snapshots f
            WHERE f.source = s.source AND f.provenance <> 'archive' AND f.outcome <> 'error') AS answered_at,
           (SELECT max(fetched_at) FROM good WHERE good.source = s.source) AS good_at,
           (SELECT c.step || ': ' || coalesce(nullif(c.url, ''), c.reason) FROM candidates c
            WHERE c.source = s.source AND c.state = 'proposed' LIMIT 1) AS proposed,
           EXISTS (SELECT 1 FROM versions v JOIN snapshots f USING (snapshot)
                   WHERE v.source = s.source AND v.state = 'confirmed'
                     AND (f.provenance <> 'archive' OR EXISTS (
                          SELECT 1 FROM outcomes o WHERE o.source = s.source AND o.outcome <> 'unknown'))) AS is_read
    FROM sources s LEFT JOIN incidents i ON i.source = s.source AND i.closed_at IS NULL AND i.level = 'fail'
    ORDER BY s.payer, s.source"""

_EDITIONS = """
    SELECT v.source, s.fetched_at AS seen_at FROM versions v JOIN snapshots s USING (snapshot)
    WHERE v.state = 'confirmed' AND v.kind <> 'technical' ORDER BY v.source, s.fetched_at"""


@dataclass(frozen=True, slots=True)
class HealthRow:
    """A source that needs somebody's eyes: of level "fail" it cannot be read now, of level "warn" it was read.

    `since` is when it began; `last_answer_at` is the last time its address answered with anything and `last_good_at`
    that it showed the document, None for never; `is_read` is false when no version of it was ever read, which of a
    lead nobody asks.
    """

    payer: str
    source: str
    level: Level
    condition: Condition
    since: str
    reason: str
    last_answer_at: str | None
    last_good_at: str | None
    is_read: bool
    url: str


def health(db: Database, *, now: str, silent_after_days: int = SILENT_AFTER_DAYS) -> list[HealthRow]:
    """The sources in trouble, those that nobody has asked for some days included; empty when all is well.

    What cannot be read comes before what was read and deserves a look.
    """
    limit = stamp(parse_instant(now) - timedelta(days=silent_after_days))
    rows = [_row(dict(found), limit) for found in db.execute(_SOURCES).fetchall()]
    in_trouble = {row.source: row for row in rows if row is not None}
    quiet = [row for row in _quiet(db, now) if row.source not in in_trouble]
    found = [*in_trouble.values(), *quiet, *_warned(db)]
    return sorted(found, key=lambda row: (row.level, row.payer, row.source, row.condition))


@dataclass(frozen=True, slots=True)
class Unread:
    """A payer of whom no document can be read now: how many are watched, and what is the matter with them."""

    payer: str
    name: str
    documents: int
    last_good_at: str | None
    reason: str


def payers_without_a_policy(db: Database, *, now: str) -> list[Unread]:
    """The payers that say nothing readable at all: no document of theirs is both read and without trouble tonight."""
    # A document that waits has been read, and says what it said.
    troubles = {row.source: row for row in health(db, now=now) if row.level == "fail" and row.condition != "waiting"}
    found = []
    for payer in db.query("SELECT payer, name FROM payers ORDER BY payer"):
        documents = [source for source in all_sources(db, payer=payer["payer"]) if not source.is_lead]
        rows = [troubles[source.source] for source in documents if source.source in troubles]
        if len(rows) == len(documents):
            reasons = Counter(row.condition.replace("_", " ") for row in rows)
            why = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
            good = max((row.last_good_at for row in rows if row.last_good_at), default=None)
            found.append(Unread(payer["payer"], payer["name"], len(documents), good, why or "no document known"))
    return found


def _quiet(db: Database, now: str) -> Iterator[HealthRow]:
    """The documents from which nothing new has come for much longer than ever before."""
    seen: dict[str, list[str]] = {}
    for row in db.query(_EDITIONS):
        seen.setdefault(row["source"], []).append(row["seen_at"])
    for name, editions in seen.items():
        moments = [parse_instant(at) for at in editions]
        longest = max((after - before for before, after in pairwise(moments)), default=timedelta(0))
        if len(moments) >= _LEAST_EDITIONS and parse_instant(now) - moments[-1] > _PAUSES * longest:
            why = f"{len(moments)} editions, never more than {longest.days} days apart, and none since"
            yield _warning(db, name, "quiet", editions[-1], why)


def _warned(db: Database) -> Iterator[HealthRow]:
    for one in open_incidents(db, "warn"):
        yield _warning(db, one.source, one.quality, one.opened_at, one.reason)  # type: ignore[arg-type]


def _warning(db: Database, name: str, condition: Warned, since: str, why: str) -> HealthRow:
    source = get_source(db, name)
    assert source is not None  # noqa: S101 - foreign keys hold it
    good = db.execute(f"SELECT max(fetched_at) FROM ({GOOD_FETCHES}) WHERE source = ?", [name]).fetchone()[0]
    return HealthRow(source.payer, name, "warn", condition, since, why, good, good, True, source.url)


def _row(found: dict[str, str | None], limit: str) -> HealthRow | None:
    trouble = _trouble(found, limit)
    if trouble is None:
        return None
    condition, since, reason = trouble
    return HealthRow(
        payer=str(found["payer"]),
        source=str(found["source"]),
        level="fail",
        condition=condition,
        since=since,
        reason=reason,
        last_answer_at=found["answered_at"],
        last_good_at=found["good_at"],
        is_read=bool(found["is_read"]),
        url=str(found["url"]),
    )


def _trouble(found: dict[str, str | None], limit: str) -> tuple[Condition, str, str] | None:
    asked_at, added_at = found["asked_at"], str(found["added_at"])
    if asked_at is not None and asked_at < limit:
        return "silent", asked_at, "not asked for since then: is the nightly run at work?"
    if found["proposed"]:
        return "moved", str(found["opened_at"] or asked_at), f"{found['proposed']} (`ketwatch sources review`)"
    if found["quality"]:
        condition = _CONDITIONS.get(found["quality"], "unreadable")
        return condition, str(found["opened_at"]), str(found["reason"])
    if found["kind"] in LEAD_KINDS:
        return None if found["answered_at"] else ("never_read", added_at, "it has not answered yet")
    if not found["is_read"]:
        return "never_read", added_at, "no document of it has been read yet"
    return None
