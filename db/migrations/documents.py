"""Payers, what they publish, every fetch, and what each document was read to say."""

from __future__ import annotations

from sqlite_utils import Database

from db.migrations.registry import MIGRATIONS


@MIGRATIONS()
def m001_sources(db: Database) -> None:
    """Payers, the documents they publish and every address a document has had."""
    db.conn.execute("""
        CREATE TABLE payers (
            payer TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            payer_type TEXT NOT NULL,
            states TEXT NOT NULL DEFAULT '[]'
        )""")
    db.conn.execute("""
        CREATE TABLE sources (
            source TEXT PRIMARY KEY,
            payer TEXT NOT NULL REFERENCES payers(payer),
            title TEXT NOT NULL DEFAULT '',
            kind TEXT NOT NULL DEFAULT 'policy',
            line_of_business TEXT NOT NULL DEFAULT '',
            url TEXT NOT NULL,
            must_mention TEXT NOT NULL DEFAULT '["esketamine","spravato","ketamine"]',
            added_at TEXT NOT NULL
        )""")
    db.conn.execute("""
        CREATE TABLE addresses (
            source TEXT NOT NULL REFERENCES sources(source),
            url TEXT NOT NULL,
            first_seen_at TEXT NOT NULL,
            last_seen_at TEXT NOT NULL,
            PRIMARY KEY (source, url)
        )""")


@MIGRATIONS()
def m002_runs_and_snapshots(db: Database) -> None:
    """Nights of work, every fetch, and what became of each source on each night."""
    db.conn.execute("""
        CREATE TABLE runs (
            run INTEGER PRIMARY KEY,
            started_at TEXT NOT NULL,
            step TEXT NOT NULL DEFAULT 'started',
            finished_at TEXT
        )""")
    db.conn.execute("""
        CREATE TABLE snapshots (
            snapshot INTEGER PRIMARY KEY,
            source TEXT NOT NULL REFERENCES sources(source),
            run INTEGER REFERENCES runs(run),
            url TEXT NOT NULL,
            final_url TEXT NOT NULL,
            fetched_at TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('fetched', 'not_modified', 'error')),
            reason TEXT NOT NULL DEFAULT '',
            http_status INTEGER,
            headers TEXT NOT NULL DEFAULT '{}',
            sha256 TEXT,
            byte_count INTEGER,
            provenance TEXT NOT NULL DEFAULT 'crawl',
            UNIQUE (source, url, fetched_at)
        )""")
    db.conn.execute("CREATE INDEX snapshots_by_source ON snapshots (source, fetched_at)")
    db.conn.execute("""
        CREATE TABLE outcomes (
            run INTEGER NOT NULL REFERENCES runs(run),
            source TEXT NOT NULL REFERENCES sources(source),
            outcome TEXT NOT NULL CHECK (outcome IN ('changed', 'unchanged', 'unknown')),
            quality TEXT,
            reason TEXT NOT NULL DEFAULT '',
            snapshot INTEGER REFERENCES snapshots(snapshot),
            PRIMARY KEY (run, source)
        )""")
    db.conn.execute("""
        CREATE TABLE incidents (
            incident INTEGER PRIMARY KEY,
            source TEXT NOT NULL REFERENCES sources(source),
            quality TEXT NOT NULL,
            reason TEXT NOT NULL,
            opened_at TEXT NOT NULL,
            last_seen_at TEXT NOT NULL,
            closed_at TEXT
        )""")
    db.conn.execute("CREATE UNIQUE INDEX one_open_incident ON incidents (source) WHERE closed_at IS NULL")


@MIGRATIONS()
def m003_readings_and_versions(db: Database) -> None:
    """What each extractor release read in each file, and the versions that differ from the one before."""
    db.conn.execute("""
        CREATE TABLE readings (
            reading INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL,
            must_mention TEXT NOT NULL,
            extractor TEXT NOT NULL,
            quality TEXT NOT NULL,
            reason TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            parsed TEXT NOT NULL,
            UNIQUE (sha256, must_mention, extractor)
        )""")
    db.conn.execute("""
        CREATE TABLE versions (
            version INTEGER PRIMARY KEY,
            source TEXT NOT NULL REFERENCES sources(source),
            snapshot INTEGER NOT NULL REFERENCES snapshots(snapshot),
            reading INTEGER NOT NULL REFERENCES readings(reading),
            kind TEXT NOT NULL CHECK (kind IN ('first', 'change', 'technical')),
            state TEXT NOT NULL CHECK (state IN ('confirmed', 'pending', 'rejected')),
            seen_at TEXT NOT NULL,
            confirmed_at TEXT,
            number TEXT,
            title TEXT,
            effective_on TEXT,
            published_on TEXT,
            last_reviewed_on TEXT,
            next_review_on TEXT,
            superseded INTEGER NOT NULL DEFAULT 0,
            UNIQUE (source, snapshot, reading)
        )""")
    db.conn.execute("CREATE INDEX versions_by_source ON versions (source, state, version)")
    db.conn.execute("""
        CREATE TABLE positions (
            version INTEGER NOT NULL REFERENCES versions(version),
            n INTEGER NOT NULL,
            product TEXT NOT NULL,
            route TEXT NOT NULL,
            indication TEXT NOT NULL,
            phase TEXT NOT NULL,
            status TEXT NOT NULL,
            prior_authorization INTEGER,
            criteria TEXT,
            page INTEGER,
            text TEXT,
            PRIMARY KEY (version, n)
        )""")
    db.conn.execute("""
        CREATE TABLE codes (
            version INTEGER NOT NULL REFERENCES versions(version),
            n INTEGER NOT NULL,
            system TEXT NOT NULL,
            code TEXT NOT NULL,
            role TEXT NOT NULL,
            page INTEGER NOT NULL,
            product TEXT,
            PRIMARY KEY (version, n)
        )""")
