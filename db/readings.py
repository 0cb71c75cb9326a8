"""What each extractor release read in each file: the same bytes are never parsed twice by one release."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlite_utils import Database

from db.connection import write
from parsers.models import Quality


@dataclass(frozen=True, slots=True)
class StoredReading:
    """One reading. `parsed` is the whole parsed policy as JSON (parsers.jsonio); `reading` is 0 until stored."""

    sha256: str
    must_mention: tuple[str, ...]
    extractor: str
    quality: Quality
    reason: str
    fingerprint: str
    parsed: str
    reading: int = 0


@dataclass(frozen=True, slots=True)
class ReadingFailure:
    """Bytes that broke the reader or took too long, in so many `attempts` of a release; `failed_at` is the last."""

    sha256: str
    must_mention: tuple[str, ...]
    extractor: str
    reason: str
    attempts: int = 0
    failed_at: str = ""


def store_reading(db: Database, reading: StoredReading) -> int:
    """Store a reading and return its number; the same bytes, words and release are stored once."""
    key = [reading.sha256, json.dumps(reading.must_mention), reading.extractor]
    with write(db):
        db.execute(
            """INSERT INTO readings (sha256, must_mention, extractor, quality, reason, fingerprint, parsed)
               VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
            [*key, reading.quality, reading.reason, reading.fingerprint, reading.parsed],
        )
        row = db.execute(
            "SELECT reading FROM readings WHERE sha256 = ? AND must_mention = ? AND extractor = ?", key
        ).fetchone()
    return int(row["reading"])


def find_reading(db: Database, sha256: str, must_mention: tuple[str, ...], extractor: str) -> StoredReading | None:
    """The reading of these bytes by this release, None when it has not read them."""
    values = [sha256, json.dumps(must_mention), extractor]
    rows = db["readings"].rows_where("sha256 = ? AND must_mention = ? AND extractor = ?", values)
    return next((_reading(row) for row in rows), None)


def get_reading(db: Database, reading: int) -> StoredReading:
    return _reading(db.table("readings").get(reading))


def record_failure(db: Database, failure: ReadingFailure, *, at: str) -> None:
    """Count one more attempt that no reading came of."""
    db.execute(
        """INSERT INTO reading_failures (sha256, must_mention, extractor, reason, attempts, failed_at)
           VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT (sha256, must_mention, extractor)
           DO UPDATE SET reason = excluded.reason, attempts = attempts + 1, failed_at = excluded.failed_at""",
        [failure.sha256, json.dumps(failure.must_mention), failure.extractor, failure.reason, at],
    )


def find_failure(db: Database, sha256: str, must_mention: tuple[str, ...], extractor: str) -> ReadingFailure | None:
    """Why this release has no reading of these bytes, None when it never failed on them."""
    where, values = "sha256 = ? AND must_mention = ? AND extractor = ?", [sha256, json.dumps(must_mention), extractor]
    rows = db["reading_failures"].rows_where(where, values, select="reason, attempts, failed_at")
    return next((ReadingFailure(sha256, must_mention, extractor, **row) for row in rows), None)


def _reading(row: dict[str, object]) -> StoredReading:
    values = {name: row[name] for name in StoredReading.__slots__ if name != "must_mention"}
    return StoredReading(**values, must_mention=tuple(json.loads(str(row["must_mention"]))))  # type: ignore[arg-type]
