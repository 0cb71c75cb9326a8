"""What is expected of a source, and what deserves a look although it was read."""

from __future__ import annotations

from sqlite_utils import Database

from db.migrations.registry import MIGRATIONS


@MIGRATIONS()
def m015_warnings(db: Database) -> None:
    """Incidents that hold nothing back, and the expectations that cause them."""
    db.conn.execute(
        "ALTER TABLE incidents ADD COLUMN level TEXT NOT NULL DEFAULT 'fail' CHECK (level IN ('fail', 'warn'))"
    )
    db.conn.execute("DROP INDEX one_open_incident")
    db.conn.execute(
        "CREATE UNIQUE INDEX one_open_incident ON incidents (source) WHERE closed_at IS NULL AND level = 'fail'"
    )
    db.conn.execute(
        "CREATE UNIQUE INDEX one_open_warning ON incidents (source, quality) WHERE closed_at IS NULL AND level = 'warn'"
    )
    for column in ("should_mention TEXT NOT NULL DEFAULT '[]'", "usual_positions INTEGER NOT NULL DEFAULT 1",
                   "notable_loss REAL NOT NULL DEFAULT 0.25"):  # fmt: skip
        db.conn.execute(f"ALTER TABLE sources ADD COLUMN {column}")


@MIGRATIONS()
def m016_layouts(db: Database) -> None:
    """In which layout a source was last seen."""
    db.conn.execute("""
        CREATE TABLE layouts (
            source TEXT PRIMARY KEY REFERENCES sources(source),
            extractor TEXT NOT NULL,
            known TEXT NOT NULL,
            positions INTEGER NOT NULL,
            drifted TEXT
        )""")


@MIGRATIONS()
def m017_listings(db: Database) -> None:
    """Which index page lists which document, and on how many good readings it has not."""
    db.conn.execute("""
        CREATE TABLE index_readings (
            page TEXT PRIMARY KEY REFERENCES sources(source),
            sha256 TEXT NOT NULL,
            read_at TEXT NOT NULL
        )""")
    db.conn.execute("""
        CREATE TABLE listings (
            page TEXT NOT NULL REFERENCES sources(source),
            source TEXT NOT NULL REFERENCES sources(source),
            listed_sha256 TEXT NOT NULL,
            listed_at TEXT NOT NULL,
            missed INTEGER NOT NULL,
            missed_since TEXT,
            others INTEGER NOT NULL,
            PRIMARY KEY (page, source)
        )""")
