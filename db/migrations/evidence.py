"""What people and payers say of our readings, what is searched for, and where documents move."""

from __future__ import annotations

import json

from sqlite_utils import Database

from db.criteria import add_criteria
from db.migrations.registry import MIGRATIONS
from db.passages import index_passages


@MIGRATIONS()
def m009_reviews(db: Database) -> None:
    """What people decided about readings and comparisons, and what holds of the changes since."""
    db.conn.execute("""
        CREATE TABLE reviews (
            review INTEGER PRIMARY KEY,
            source TEXT NOT NULL REFERENCES sources(source),
            about TEXT NOT NULL CHECK (about IN ('comparison', 'direction', 'position', 'criterion')),
            comparison INTEGER REFERENCES comparisons(comparison),
            product TEXT NOT NULL,
            indication TEXT NOT NULL,
            phase TEXT NOT NULL,
            key TEXT NOT NULL,
            before_text TEXT,
            text TEXT,
            read TEXT NOT NULL,
            decision TEXT NOT NULL CHECK (decision IN ('accepted', 'corrected', 'dismissed')),
            corrected TEXT NOT NULL,
            reviewer TEXT NOT NULL,
            reviewed_at TEXT NOT NULL,
            note TEXT NOT NULL
        )""")
    db.conn.execute("CREATE INDEX reviews_by_source ON reviews (source, review)")
    db.conn.execute("CREATE INDEX reviews_by_comparison ON reviews (comparison, review)")


@MIGRATIONS()
def m010_second_witness(db: Database) -> None:
    """The history that each version keeps of itself, and whether it agrees with what was seen."""
    db.conn.execute("""
        CREATE TABLE revisions (
            version INTEGER NOT NULL REFERENCES versions(version),
            n INTEGER NOT NULL,
            dated_on TEXT,
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            page INTEGER NOT NULL,
            direction TEXT NOT NULL,
            claims TEXT NOT NULL,
            PRIMARY KEY (version, n)
        )""")
    db.conn.execute("""
        CREATE TABLE corroborations (
            comparison INTEGER PRIMARY KEY REFERENCES comparisons(comparison),
            agreement TEXT NOT NULL CHECK (agreement IN ('agrees', 'silent', 'says_otherwise')),
            note TEXT NOT NULL
        )""")


@MIGRATIONS()
def m011_events(db: Database) -> None:
    """Which comparisons are one edit that several payers made."""
    db.conn.execute("""
        CREATE TABLE event_members (
            comparison INTEGER PRIMARY KEY REFERENCES comparisons(comparison),
            event INTEGER NOT NULL,
            parent TEXT
        )""")
    db.conn.execute("CREATE INDEX members_by_event ON event_members (event)")


@MIGRATIONS()
def m012_criteria_and_passages(db: Database) -> None:
    """Criteria as rows and the text in force for search, also of what was stored before."""
    db.conn.execute("""
        CREATE TABLE criteria (
            version INTEGER NOT NULL REFERENCES versions(version),
            n INTEGER NOT NULL,
            leaf INTEGER NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('required', 'alternative', 'barring')),
            choice INTEGER,
            text TEXT NOT NULL,
            page INTEGER NOT NULL,
            PRIMARY KEY (version, n, leaf)
        )""")
    db.conn.execute("CREATE INDEX criteria_by_key ON criteria (key, version)")
    db.conn.execute("""
        CREATE TABLE passages (
            passage INTEGER PRIMARY KEY,
            source TEXT NOT NULL REFERENCES sources(source),
            version INTEGER NOT NULL REFERENCES versions(version),
            page INTEGER NOT NULL,
            heading TEXT NOT NULL,
            text TEXT NOT NULL
        )""")
    db.conn.execute("CREATE INDEX passages_by_source ON passages (source)")
    db.table("passages").enable_fts(["heading", "text"], tokenize="porter", create_triggers=True)
    trees: dict[int, list[dict[str, object] | None]] = {}
    for row in db.query("SELECT version, criteria FROM positions ORDER BY version, n"):
        tree = json.loads(row["criteria"]) if row["criteria"] else None
        trees.setdefault(row["version"], []).append(tree)
    for version, of_version in trees.items():
        add_criteria(db, version, of_version)
    newest = "SELECT max(version) AS version FROM versions WHERE state = 'confirmed' GROUP BY source"
    for row in list(db.query(newest)):
        index_passages(db, row["version"])


@MIGRATIONS()
def m013_leads_and_parents(db: Database) -> None:
    """Whom a payer belongs to and who decides for it; what a document is made after, and whether it was ever seen."""
    for column in ("parent TEXT NOT NULL DEFAULT ''", "delegates TEXT NOT NULL DEFAULT '[]'",
                   "administrator TEXT NOT NULL DEFAULT ''"):  # fmt: skip
        db.conn.execute(f"ALTER TABLE payers ADD COLUMN {column}")
    for column in ("shared_policy TEXT NOT NULL DEFAULT ''", "seen INTEGER NOT NULL DEFAULT 1"):
        db.conn.execute(f"ALTER TABLE sources ADD COLUMN {column}")


@MIGRATIONS()
def m014_discovery(db: Database) -> None:
    """Documents that pages name and nobody declared, what was decided of them, and what is expected of a source."""
    for column in ("needs_browser INTEGER NOT NULL DEFAULT 0", "least_positions INTEGER NOT NULL DEFAULT 0",
                   "greatest_loss REAL NOT NULL DEFAULT 0.5", "adopted INTEGER NOT NULL DEFAULT 0",
                   "adopted_from TEXT NOT NULL DEFAULT ''", "ended_at TEXT"):  # fmt: skip
        db.conn.execute(f"ALTER TABLE sources ADD COLUMN {column}")
    db.conn.execute("ALTER TABLE addresses ADD COLUMN left_at TEXT")
    db.conn.execute("""
        CREATE TABLE candidates (
            candidate INTEGER PRIMARY KEY,
            payer TEXT NOT NULL REFERENCES payers(payer),
            step TEXT NOT NULL
                CHECK (step IN ('new', 'moved', 'next_edition', 'renumbered', 'replaced', 'split', 'retired')),
            url TEXT NOT NULL,
            number TEXT NOT NULL,
            title TEXT NOT NULL,
            source TEXT REFERENCES sources(source),
            found_on TEXT NOT NULL REFERENCES sources(source),
            reason TEXT NOT NULL,
            found_at TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('proposed', 'adopted', 'accepted', 'dismissed')),
            became TEXT REFERENCES sources(source),
            decided_by TEXT NOT NULL DEFAULT '',
            decided_at TEXT,
            note TEXT NOT NULL DEFAULT ''
        )""")
    db.conn.execute("CREATE UNIQUE INDEX candidates_once ON candidates (payer, url, number, iif(url = '', step, ''))")
    db.conn.execute("""
        CREATE TABLE looked_through (
            source TEXT NOT NULL REFERENCES sources(source),
            sha256 TEXT NOT NULL,
            notice TEXT,
            said TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (source, sha256)
        )""")
