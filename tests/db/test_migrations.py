"""The schema grows by numbered functions, from nothing and from the oldest database alike."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.changes import get_comparison
from db.connection import DATABASE_NAME, memory_db, open_db
from db.deliveries import attempts_at
from db.migrations import MIGRATIONS
from db.migrations.documents import m001_sources
from db.outbox import pending_alerts
from db.runs import SourceOutcome, outcomes_of, record_outcome, start_or_resume
from db.sources import Source, all_sources, get_payer

OLD_ROWS = """
    INSERT INTO payers VALUES ('meadow-health', 'Meadow Health', 'commercial', '["MI"]');
    INSERT INTO sources VALUES ('meadow-health/esketamine', 'meadow-health', 'Esketamine', 'policy', 'commercial',
                                'https://meadow.example/esketamine', '["esketamine"]', '2026-01-01T00:00:00Z');
    INSERT INTO addresses (source, url, first_seen_at, last_seen_at) VALUES ('meadow-health/esketamine', 'https://meadow.example/esketamine',
                                  '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z');
"""


def schema(db: Database) -> dict[str, str]:
    """Every table and index with the statement that made it, spaces aside."""
    rows = db.conn.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '_sqlite%'")
    return {row["name"]: " ".join(row["sql"].split()) for row in rows}


@pytest.fixture
def oldest(data: Path) -> Path:
    """A data folder as the first release left it, with rows."""
    data.mkdir()
    db = Database(sqlite3.connect(data / DATABASE_NAME))
    MIGRATIONS.apply(db, stop_before="m002_runs_and_snapshots")
    db.conn.executescript(OLD_ROWS)
    db.close()
    return data


def test_the_oldest_database_becomes_todays(oldest: Path) -> None:
    db, blank = open_db(oldest), memory_db()
    assert schema(db) == schema(blank)
    db.close()
    blank.close()


def test_the_rows_of_the_oldest_database_are_kept_and_can_be_used(oldest: Path) -> None:
    db = open_db(oldest)
    assert all_sources(db) == [
        Source(
            "meadow-health/esketamine",
            "meadow-health",
            "Esketamine",
            "https://meadow.example/esketamine",
            line_of_business="commercial",
            must_mention=("esketamine",),
        )
    ]
    payer = get_payer(db, "meadow-health")
    assert payer is not None
    assert payer.states == ("MI",)
    run = start_or_resume(db, at="2026-03-01T02:00:00Z").run
    record_outcome(db, run, SourceOutcome("meadow-health/esketamine", "unknown", reason="no answer"))
    assert len(outcomes_of(db, run)) == 1
    db.close()


BEFORE_LABEL_EVENTS = """
    INSERT INTO snapshots (snapshot, source, url, final_url, fetched_at, outcome, reason)
        VALUES (1, 'meadow-health/esketamine', '', '', '2026-01-01T00:00:00Z', 'fetched', '');
    INSERT INTO readings VALUES (1, '', '[]', 'ketwatch-0', 'ok', '', '', '{}');
    INSERT INTO versions (version, source, snapshot, reading, kind, state, seen_at)
        VALUES (1, 'meadow-health/esketamine', 1, 1, 'first', 'confirmed', '2026-01-01T00:00:00Z');
    INSERT INTO comparisons (comparison, source, old_version, new_version, verdict, action_required, confidence, reason,
                             detected_at)
        VALUES (7, 'meadow-health/esketamine', 1, 1, 'expanded', 0, 'high', '', '2026-01-02T00:00:00Z');
    INSERT INTO changes (comparison, n, product, indication, phase, key, axis, direction)
        VALUES (7, 0, 'esketamine', 'trd', 'initial', 'failed_ad_count', 'eligibility', 'expands');
"""


def test_comparisons_made_before_label_events_are_kept_with_their_changes(oldest: Path) -> None:
    before = Database(sqlite3.connect(oldest / DATABASE_NAME))
    MIGRATIONS.apply(before, stop_before="m006_changes_without_an_edit")
    before.conn.executescript(BEFORE_LABEL_EVENTS)
    before.close()
    db = open_db(oldest)
    stored = get_comparison(db, 7)
    assert (stored.content.verdict, stored.label_event, len(stored.content.changes)) == ("expanded", None, 1)
    assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(
            "INSERT INTO comparisons SELECT 8, source, 1, 1, '', 0, '', '', '', '', '', '', NULL, NULL FROM sources"
        )
    db.close()


BEFORE_KINDS_OF_ALERTS = """
    INSERT INTO snapshots (snapshot, source, url, final_url, fetched_at, outcome)
        VALUES (1, 'meadow-health/esketamine', 'u', 'u', '2026-01-01', 'fetched');
    INSERT INTO readings VALUES (1, 'a', '[]', 'x', 'ok', '', 'f', '{}');
    INSERT INTO versions (version, source, snapshot, reading, kind, state, seen_at)
        VALUES (1, 'meadow-health/esketamine', 1, 1, 'first', 'confirmed', '2026-01-01');
    INSERT INTO comparisons (comparison, source, old_version, new_version, verdict, action_required, confidence, reason,
                             detected_at)
        VALUES (1, 'meadow-health/esketamine', 1, 1, 'expanded', 0, 'high', '', '2026-01-02');
    INSERT INTO outbox (alert, comparison, channel, rule, urgency, state, created_at, message, attempts,
                        next_attempt_at)
        VALUES ('a1', 1, 'slack:team', 'all', 'nightly', 'pending', '2026-01-02', 'm1', 2, '2026-01-03');
    INSERT INTO deliveries VALUES (7, 'a1', 'm1', '2026-01-02', 0, 'down');
    INSERT INTO deliveries VALUES (8, 'a1', 'm1', '2026-01-03', 1, 'delivered');
"""


def test_alerts_and_their_ledger_survive_the_kinds_of_alerts(data: Path) -> None:
    data.mkdir()
    old = Database(sqlite3.connect(data / DATABASE_NAME))
    MIGRATIONS.apply(old, stop_before="m008_kinds_of_alerts")
    old.conn.executescript(OLD_ROWS + BEFORE_KINDS_OF_ALERTS)
    old.close()
    db = open_db(data)
    (alert,) = pending_alerts(db)
    assert (alert.alert, alert.kind, alert.message, alert.attempts) == ("a1", "change", "m1", 2)
    assert [(attempt.outcome, attempt.detail) for attempt in attempts_at(db, "a1")] == [
        ("failed", "down"),
        ("delivered", "delivered"),
    ]
    assert db.conn.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()


def test_opening_again_changes_nothing(data: Path) -> None:
    first = open_db(data)
    made = schema(first)
    first.close()
    second = open_db(data)
    assert schema(second) == made
    second.close()


def test_every_migration_is_numbered_without_gaps_and_says_what_it_is_for() -> None:
    names = [migration.name for migration in MIGRATIONS.pending(memory_less())]
    numbers = [int(name[1:4]) for name in names]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(re.fullmatch(r"m\d{3}_\w+", name) for name in names)
    assert m001_sources.__doc__


def memory_less() -> Database:
    """A database without any schema."""
    return Database(memory=True)


def test_a_database_that_must_exist_is_asked_for_with_what_to_do(data: Path) -> None:
    with pytest.raises(FileNotFoundError, match="run `ketwatch nightly` or `ketwatch add` first"):
        open_db(data, create=False)


def test_rows_that_refer_to_nothing_are_refused(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(
            "INSERT INTO addresses (source, url, first_seen_at, last_seen_at) "
            "VALUES ('nobody', 'https://x.example', '', '')"
        )
