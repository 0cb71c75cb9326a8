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


@MIGRATIONS()
def m018_decisions(db: Database) -> None:
    """Every decision on a find, since one may be taken back."""
    # A CHECK cannot be altered, so the table is made anew; nothing refers to it yet.
    db.conn.execute("CREATE TEMP TABLE kept_candidates AS SELECT * FROM candidates")
    db.conn.execute("DROP TABLE candidates")
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
            state TEXT NOT NULL CHECK (state IN ('proposed', 'adopted', 'accepted', 'dismissed', 'undone')),
            became TEXT REFERENCES sources(source),
            decided_by TEXT NOT NULL DEFAULT '',
            decided_at TEXT,
            note TEXT NOT NULL DEFAULT ''
        )""")
    db.conn.execute("CREATE UNIQUE INDEX candidates_once ON candidates (payer, url, number, iif(url = '', step, ''))")
    columns = ", ".join(column[0] for column in db.conn.execute("SELECT * FROM kept_candidates").description)
    db.conn.execute(f"INSERT INTO candidates ({columns}) SELECT {columns} FROM kept_candidates")
    db.conn.execute("DROP TABLE kept_candidates")
    db.conn.execute("""
        CREATE TABLE candidate_decisions (
            decision INTEGER PRIMARY KEY,
            candidate INTEGER NOT NULL REFERENCES candidates(candidate),
            state TEXT NOT NULL CHECK (state IN ('adopted', 'accepted', 'dismissed', 'undone')),
            decided_by TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            note TEXT NOT NULL
        )""")
    db.conn.execute("CREATE INDEX decisions_by_candidate ON candidate_decisions (candidate)")
    db.conn.execute("""
        INSERT INTO candidate_decisions (candidate, state, decided_by, decided_at, note)
        SELECT candidate, state, decided_by, decided_at, note FROM candidates
        WHERE state <> 'proposed' AND decided_at IS NOT NULL ORDER BY decided_at, candidate""")


@MIGRATIONS()
def m019_moved_dates(db: Database) -> None:
    """Where a payer moved the date of a change that was yet to take effect; a reminder names the date it is of."""
    db.conn.execute("ALTER TABLE comparisons ADD COLUMN moved_to TEXT")
    db.conn.execute("ALTER TABLE outbox ADD COLUMN effective_on TEXT")
    db.conn.execute("""
        UPDATE outbox SET effective_on = (SELECT effective_on FROM comparisons k WHERE k.comparison = outbox.comparison)
        WHERE kind = 'reminder'""")
    db.conn.execute("DROP INDEX outbox_once")
    db.conn.execute("""
        CREATE UNIQUE INDEX outbox_once
        ON outbox (comparison, channel, kind, coalesce(correction, 0), coalesce(effective_on, ''))""")
