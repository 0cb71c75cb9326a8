"""The FDA label, and alerts that follow an alert."""

from __future__ import annotations

from sqlite_utils import Database

from db.migrations.registry import MIGRATIONS


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
