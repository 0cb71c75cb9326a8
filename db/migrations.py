"""The schema, as numbered functions. A released one is never edited: a change is a new function."""

import json

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from db.criteria import add_criteria
from db.passages import index_passages

MIGRATIONS = Migrations("ketwatch")


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


@MIGRATIONS()
def m007_against_the_label(db: Database) -> None:
    """The editions of the label, and where every position of every version stands against each."""
    db.conn.execute("""
        CREATE TABLE label_events (
            event TEXT PRIMARY KEY,
            product TEXT NOT NULL,
            approved_on TEXT NOT NULL,
            announced_on TEXT,
            headline TEXT NOT NULL,
            source TEXT NOT NULL
        )""")
    db.conn.execute("""
        CREATE TABLE label_standings (
            version INTEGER NOT NULL,
            n INTEGER NOT NULL,
            event TEXT NOT NULL,
            judged_as TEXT,
            label_class TEXT NOT NULL,
            by_reference INTEGER NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (version, n, event),
            FOREIGN KEY (version, n) REFERENCES positions(version, n)
        )""")
    db.conn.execute("""
        CREATE TABLE label_findings (
            version INTEGER NOT NULL,
            n INTEGER NOT NULL,
            event TEXT NOT NULL,
            finding INTEGER NOT NULL,
            side TEXT NOT NULL CHECK (side IN ('stricter', 'looser', 'apart')),
            kind TEXT NOT NULL,
            grade INTEGER,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            text TEXT NOT NULL,
            page INTEGER NOT NULL,
            PRIMARY KEY (version, n, event, finding),
            FOREIGN KEY (version, n, event) REFERENCES label_standings(version, n, event)
        )""")
    db.conn.execute("""
        CREATE TABLE label_responses (
            version INTEGER NOT NULL REFERENCES versions(version),
            event TEXT NOT NULL,
            indication TEXT NOT NULL,
            response TEXT NOT NULL
                CHECK (response IN ('follows', 'by_reference', 'lags', 'denied', 'not_stated', 'unknown')),
            text TEXT,
            page INTEGER,
            PRIMARY KEY (version, event, indication)
        )""")
    db.conn.execute("""
        CREATE TABLE label_judged (
            version INTEGER PRIMARY KEY REFERENCES versions(version),
            release TEXT NOT NULL
        )""")


@MIGRATIONS()
def m008_kinds_of_alerts(db: Database) -> None:
    """Weekly digests, reminders and corrections; a ledger that names an attempt before it is made."""
    db.conn.execute("""
        CREATE TABLE corrections (
            correction INTEGER PRIMARY KEY,
            comparison INTEGER NOT NULL REFERENCES comparisons(comparison),
            origin TEXT NOT NULL CHECK (origin IN ('reading', 'review')),
            reason TEXT NOT NULL,
            corrected TEXT,
            made_at TEXT NOT NULL
        )""")
    db.conn.execute("CREATE INDEX corrections_by_comparison ON corrections (comparison, correction)")
    # A CHECK and a UNIQUE cannot be altered, so both tables are made anew, the one that refers to the other first.
    db.conn.execute("CREATE TEMP TABLE old_deliveries AS SELECT * FROM deliveries")
    db.conn.execute("DROP TABLE deliveries")
    db.conn.execute("ALTER TABLE outbox RENAME TO old_outbox")
    db.conn.execute("""
        CREATE TABLE outbox (
            alert TEXT PRIMARY KEY,
            comparison INTEGER NOT NULL REFERENCES comparisons(comparison),
            kind TEXT NOT NULL DEFAULT 'change' CHECK (kind IN ('change', 'reminder', 'correction')),
            correction INTEGER REFERENCES corrections(correction),
            channel TEXT NOT NULL,
            rule TEXT NOT NULL,
            urgency TEXT NOT NULL CHECK (urgency IN ('at_once', 'nightly', 'weekly')),
            state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'given_up', 'withdrawn')),
            created_at TEXT NOT NULL,
            message TEXT,
            attempts INTEGER NOT NULL DEFAULT 0,
            next_attempt_at TEXT NOT NULL,
            sent_at TEXT,
            last_error TEXT
        )""")
    db.conn.execute("""
        INSERT INTO outbox (alert, comparison, channel, rule, urgency, state, created_at, message, attempts,
                            next_attempt_at, sent_at, last_error)
        SELECT alert, comparison, channel, rule, urgency, state, created_at, message, attempts, next_attempt_at,
               sent_at, last_error FROM old_outbox""")
    db.conn.execute("DROP TABLE old_outbox")
    db.conn.execute("CREATE UNIQUE INDEX outbox_once ON outbox (comparison, channel, kind, coalesce(correction, 0))")
    db.conn.execute("CREATE INDEX outbox_due ON outbox (state, next_attempt_at)")
    db.conn.execute("CREATE INDEX outbox_by_message ON outbox (message)")
    db.conn.execute("""
        CREATE TABLE deliveries (
            delivery INTEGER PRIMARY KEY,
            alert TEXT NOT NULL REFERENCES outbox(alert),
            message TEXT NOT NULL,
            attempted_at TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('begun', 'delivered', 'failed')),
            detail TEXT NOT NULL
        )""")
    db.conn.execute("""
        INSERT INTO deliveries
        SELECT delivery, alert, message, attempted_at, iif(delivered, 'delivered', 'failed'), detail
        FROM old_deliveries""")
    db.conn.execute("DROP TABLE old_deliveries")
    db.conn.execute("CREATE INDEX deliveries_by_alert ON deliveries (alert)")
    db.conn.execute("CREATE INDEX deliveries_by_message ON deliveries (message)")


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
