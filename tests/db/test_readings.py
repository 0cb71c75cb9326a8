"""What each release of the extractor read, and what it could not."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from db.readings import (
    ReadingFailure,
    StoredReading,
    find_failure,
    find_reading,
    get_reading,
    record_failure,
    store_reading,
)
from tests.db.conftest import AT

READING = StoredReading("a" * 64, ("esketamine",), "release 1", "ok", "Readable.", "f1", '{"quality": "ok"}')


def test_a_reading_comes_back_as_stored(db: Database) -> None:
    number = store_reading(db, READING)
    assert get_reading(db, number) == replace(READING, reading=number)


def test_one_release_reads_the_same_bytes_once(db: Database) -> None:
    assert store_reading(db, READING) == store_reading(db, replace(READING, fingerprint="other"))
    assert db["readings"].count == 1


def test_another_release_or_other_words_are_another_reading(db: Database) -> None:
    store_reading(db, READING)
    assert find_reading(db, READING.sha256, READING.must_mention, "release 2") is None
    assert find_reading(db, READING.sha256, (), READING.extractor) is None
    assert find_reading(db, READING.sha256, READING.must_mention, READING.extractor) is not None


def test_failures_are_counted_with_the_last_reason(db: Database) -> None:
    failure = ReadingFailure(READING.sha256, READING.must_mention, READING.extractor, "too slow")
    assert find_failure(db, READING.sha256, READING.must_mention, READING.extractor) is None
    record_failure(db, failure, at=AT)
    record_failure(db, replace(failure, reason="too big"), at="2026-03-02T02:00:00Z")
    assert find_failure(db, READING.sha256, READING.must_mention, READING.extractor) == replace(
        failure, reason="too big", attempts=2, failed_at="2026-03-02T02:00:00Z"
    )
