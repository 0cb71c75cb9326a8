"""What differs between two versions, and who is told."""

from __future__ import annotations

from sqlite_utils import Database

from db.migrations.registry import MIGRATIONS


@MIGRATIONS()
def m004_changes_and_outbox(db: Database) -> None:
    """Comparisons with their changes, the alerts they cause, and every attempt to deliver one."""
    db.conn.execute("""
        CREATE TABLE comparisons (
            comparison INTEGER PRIMARY KEY,
            source TEXT NOT NULL REFERENCES sources(source),
            old_version INTEGER NOT NULL REFERENCES versions(version),
            new_version INTEGER NOT NULL UNIQUE REFERENCES versions(version),
            verdict TEXT NOT NULL,
            action_required INTEGER NOT NULL,
            confidence TEXT NOT NULL,
            reason TEXT NOT NULL,
            witness TEXT,
            sections TEXT NOT NULL DEFAULT '[]',
            effective_on TEXT,
            detected_at TEXT NOT NULL
        )""")
    db.conn.execute("""
        CREATE TABLE changes (
            comparison INTEGER NOT NULL REFERENCES comparisons(comparison),
            n INTEGER NOT NULL,
            product TEXT NOT NULL,
            indication TEXT NOT NULL,
            phase TEXT NOT NULL,
            key TEXT NOT NULL,
            axis TEXT NOT NULL,
            direction TEXT NOT NULL,
            before TEXT,
            after TEXT,
            before_text TEXT,
            after_text TEXT,
            before_page INTEGER,
            after_page INTEGER,
            PRIMARY KEY (comparison, n)
        )""")
    db.conn.execute("""
        CREATE TABLE outbox (
            alert TEXT PRIMARY KEY,
            comparison INTEGER NOT NULL REFERENCES comparisons(comparison),
            channel TEXT NOT NULL,
            rule TEXT NOT NULL,
            urgency TEXT NOT NULL CHECK (urgency IN ('at_once', 'nightly')),
            state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'given_up')),
            created_at TEXT NOT NULL,
            message TEXT,
            attempts INTEGER NOT NULL DEFAULT 0,
            next_attempt_at TEXT NOT NULL,
            sent_at TEXT,
            last_error TEXT,
            UNIQUE (comparison, channel)
        )""")
    db.conn.execute("CREATE INDEX outbox_due ON outbox (state, next_attempt_at)")
    db.conn.execute("""
        CREATE TABLE deliveries (
            delivery INTEGER PRIMARY KEY,
            alert TEXT NOT NULL REFERENCES outbox(alert),
            message TEXT NOT NULL,
            attempted_at TEXT NOT NULL,
            delivered INTEGER NOT NULL,
            detail TEXT NOT NULL
        )""")


@MIGRATIONS()
def m005_kinds_of_runs(db: Database) -> None:
    """What a run was for, and the files that no reading came of."""
    db.conn.execute("ALTER TABLE runs ADD COLUMN kind TEXT NOT NULL DEFAULT 'nightly'")
    db.conn.execute("ALTER TABLE runs ADD COLUMN payer TEXT")
    db.conn.execute("""
        CREATE TABLE reading_failures (
            sha256 TEXT NOT NULL,
            must_mention TEXT NOT NULL,
            extractor TEXT NOT NULL,
            reason TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            failed_at TEXT NOT NULL,
            PRIMARY KEY (sha256, must_mention, extractor)
        )""")


@MIGRATIONS(transactional=False)
def m006_changes_without_an_edit(db: Database) -> None:
    """A label event changes what a policy means without a new version: one comparison more for the same version.

    SQLite cannot lift a UNIQUE, and dropping a table that others point to needs foreign keys off, which no transaction
    allows: hence one of its own, that can be repeated.
    """
    db.conn.execute("PRAGMA foreign_keys = OFF")
    db.conn.execute("BEGIN IMMEDIATE")
    db.conn.execute("CREATE TEMP TABLE kept AS SELECT * FROM comparisons")
    db.conn.execute("DROP TABLE comparisons")
    db.conn.execute("""
        CREATE TABLE comparisons (
            comparison INTEGER PRIMARY KEY,
            source TEXT NOT NULL REFERENCES sources(source),
            old_version INTEGER NOT NULL REFERENCES versions(version),
            new_version INTEGER NOT NULL REFERENCES versions(version),
            verdict TEXT NOT NULL,
            action_required INTEGER NOT NULL,
            confidence TEXT NOT NULL,
            reason TEXT NOT NULL,
            witness TEXT,
            sections TEXT NOT NULL DEFAULT '[]',
            effective_on TEXT,
            detected_at TEXT NOT NULL,
            label_event TEXT
        )""")
    columns = ", ".join(column[0] for column in db.conn.execute("SELECT * FROM kept").description)
    db.conn.execute(f"INSERT INTO comparisons ({columns}) SELECT {columns} FROM kept")
    db.conn.execute("CREATE UNIQUE INDEX one_comparison ON comparisons (new_version) WHERE label_event IS NULL")
    db.conn.execute("CREATE UNIQUE INDEX one_of_an_event ON comparisons (source, label_event)")
    db.conn.execute("DROP TABLE kept")
    db.conn.execute("COMMIT")
    db.conn.execute("PRAGMA foreign_keys = ON")
