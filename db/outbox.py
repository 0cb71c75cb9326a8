"""Alerts to send: one row for each comparison, channel and kind.

A message gathers the rows that go out together (a digest gathers many). Its id is fixed before the first attempt
(db.deliveries), so that a retry after a crash carries the same id and a receiver can drop the copy.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

Urgency = Literal["at_once", "nightly", "weekly"]
AlertKind = Literal["change", "reminder", "correction"]
AlertState = Literal["pending", "sent", "given_up", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Alert:
    """One change on its way to one channel ("email:billing@clinic.example", "slack:team").

    A reminder and a correction follow the alert of the same comparison and channel; `correction` is the number of
    what is corrected, `effective_on` the date that a reminder is of. `message` is None until the first attempt.
    `withdrawn`: wrong, and known to be so before it was certain to have been read.
    """

    alert: str
    comparison: int
    kind: AlertKind
    correction: int | None
    channel: str
    rule: str
    urgency: Urgency
    state: AlertState
    created_at: str
    message: str | None
    attempts: int
    next_attempt_at: str
    sent_at: str | None
    last_error: str | None
    effective_on: str | None


def alert_id(source: str, fingerprint: str, seen_at: str, channel: str) -> str:
    """A stable id: the same version seen at the same instant has the same id for a channel, in every run.

    The instant is part of it because a payer may go from A to B, back to A and to B again: four versions, three alerts.
    """
    return _digest(source, fingerprint, seen_at, channel)


def following_id(alert: str, kind: AlertKind, which: int | str = "") -> str:
    """The id of a reminder or a correction that follows an alert; `which` tells those of one kind apart."""
    return _digest(alert, kind, str(which))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def add_alert(
    db: Database,
    *,
    alert: str,
    comparison: int,
    channel: str,
    rule: str,
    urgency: Urgency,
    at: str,
    due_at: str | None = None,
    kind: AlertKind = "change",
    correction: int | None = None,
    effective_on: str | None = None,
) -> None:
    """Put an alert in the outbox, due at once or at `due_at`; a comparison goes to a channel once a kind (and date).

    One that was taken back before it was ever tried, and holds after all, is due again.
    """
    db.execute(
        """INSERT INTO outbox (alert, comparison, kind, correction, channel, rule, urgency, created_at,
                               next_attempt_at, effective_on)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET state = 'pending', rule = excluded.rule, urgency = excluded.urgency,
                                     next_attempt_at = excluded.next_attempt_at
           WHERE state = 'withdrawn' AND message IS NULL""",
        [alert, comparison, kind, correction, channel, rule, urgency, at, due_at or at, effective_on],
    )


def due_alerts(db: Database, *, at: str) -> list[Alert]:
    """Pending alerts whose next attempt is due, oldest first; of one age, expansions first."""
    rows = db.query(
        """SELECT outbox.* FROM outbox JOIN comparisons USING (comparison)
           WHERE state = 'pending' AND next_attempt_at <= ?
           ORDER BY created_at, verdict <> 'expanded', verdict <> 'mixed', alert""",
        [at],
    )
    return [Alert(**row) for row in rows]


def pending_alerts(db: Database) -> list[Alert]:
    rows = db["outbox"].rows_where("state = 'pending'", order_by="created_at, alert")
    return [Alert(**row) for row in rows]


def alerts_in(db: Database, message: str) -> list[Alert]:
    """Every alert of a message, sent or not: a repeat shows what the first attempt did, but for what is withdrawn."""
    where = "message = ? AND state <> 'withdrawn'"
    return [Alert(**row) for row in db["outbox"].rows_where(where, [message], order_by="created_at, alert")]


def alerts_of(db: Database, comparison: int, kind: AlertKind = "change") -> list[Alert]:
    """The alerts of one comparison, whatever became of them."""
    rows = db["outbox"].rows_where("comparison = ? AND kind = ?", [comparison, kind], order_by="created_at, alert")
    return [Alert(**row) for row in rows]


def withdraw(db: Database, alert: str) -> None:
    """Take back an alert that is not known to have been read."""
    db.execute("UPDATE outbox SET state = 'withdrawn' WHERE alert = ? AND state <> 'sent'", [alert])


def replay(db: Database, *, since: str, at: str) -> int:
    """Make alerts created since an instant due again, sent or given up alike, under the same ids; how many.

    What was withdrawn, before it was sent or after, is not said again.
    """
    cursor = db.execute(
        """UPDATE outbox SET state = 'pending', attempts = 0, next_attempt_at = ?
           WHERE created_at >= ? AND state IN ('sent', 'given_up') AND (kind = 'correction' OR NOT coalesce(
               (SELECT corrected IS NULL FROM corrections WHERE corrections.comparison = outbox.comparison
                ORDER BY corrections.correction DESC LIMIT 1), 0))""",
        [at, since],
    )
    return int(cursor.rowcount)
