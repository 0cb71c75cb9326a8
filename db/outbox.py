"""Alerts to send: one row for each comparison and channel, with the ledger of every attempt.

A message gathers the rows that go out together (a nightly digest gathers many); its id is fixed before the first
attempt, so that a retry after a crash carries the same id and a receiver can drop the copy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from db.connection import write

Urgency = Literal["at_once", "nightly"]
AlertState = Literal["pending", "sent", "given_up"]


@dataclass(frozen=True, slots=True)
class Alert:
    """One change on its way to one channel ("email:billing@clinic.example", "slack:team").

    `message` is None until the alert has been put into a message.
    """

    alert: str
    comparison: int
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


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to deliver a message, as the ledger keeps it."""

    alert: str
    message: str
    attempted_at: str
    delivered: bool
    detail: str


def alert_id(source: str, fingerprint: str, seen_at: str, channel: str) -> str:
    """A stable id: the same version seen at the same instant has the same id for a channel, in every run.

    The instant is part of it because a payer may go from A to B, back to A and to B again: four versions, three alerts.
    """
    return hashlib.sha256(f"{source}\n{fingerprint}\n{seen_at}\n{channel}".encode()).hexdigest()[:32]


def add_alert(db: Database, *, alert: str, comparison: int, channel: str, rule: str, urgency: Urgency, at: str) -> None:
    """Put an alert in the outbox; the same comparison goes to the same channel once."""
    db.execute(
        """INSERT INTO outbox (alert, comparison, channel, rule, urgency, created_at, next_attempt_at)
           VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
        [alert, comparison, channel, rule, urgency, at, at],
    )


def due_alerts(db: Database, *, at: str) -> list[Alert]:
    """Pending alerts whose next attempt is due, oldest first."""
    where = "state = 'pending' AND next_attempt_at <= ?"
    return [Alert(**row) for row in db["outbox"].rows_where(where, [at], order_by="created_at, alert")]


def pending_alerts(db: Database) -> list[Alert]:
    rows = db["outbox"].rows_where("state = 'pending'", order_by="created_at, alert")
    return [Alert(**row) for row in rows]


def alerts_in(db: Database, message: str) -> list[Alert]:
    """Every alert of a message, sent or not: a repeat shows what the first attempt showed."""
    rows = db["outbox"].rows_where("message = ?", [message], order_by="created_at, alert")
    return [Alert(**row) for row in rows]


def assign_message(db: Database, alerts: Sequence[str], message: str) -> None:
    """Bind alerts to one message before the first attempt; alerts that have one keep it."""
    with write(db):
        for alert in alerts:
            db.execute("UPDATE outbox SET message = ? WHERE alert = ? AND message IS NULL", [message, alert])


def record_attempt(
    db: Database, message: str, *, at: str, error: str | None, next_attempt_at: str, give_up: bool = False
) -> None:
    """Write one attempt at a message into the ledger and move its alerts on; `error` None means delivered."""
    with write(db):
        db.execute(
            """INSERT INTO deliveries (alert, message, attempted_at, delivered, detail)
               SELECT alert, message, ?, ?, ? FROM outbox WHERE message = ? AND state = 'pending'""",
            [at, error is None, error or "delivered", message],
        )
        state = "sent" if error is None else "given_up" if give_up else "pending"
        db.execute(
            """UPDATE outbox SET state = ?, attempts = attempts + 1, last_error = ?, next_attempt_at = ?,
                   sent_at = CASE WHEN ? = 'sent' THEN ? END WHERE message = ? AND state = 'pending'""",
            [state, error, next_attempt_at, state, at, message],
        )


def replay(db: Database, *, since: str, at: str) -> int:
    """Make alerts created since an instant due again, sent or given up alike, under the same ids; how many."""
    cursor = db.execute(
        """UPDATE outbox SET state = 'pending', attempts = 0, next_attempt_at = ?
           WHERE created_at >= ? AND state <> 'pending'""",
        [at, since],
    )
    return int(cursor.rowcount)


def attempts_at(db: Database, alert: str) -> list[Attempt]:
    """The ledger of one alert, oldest first."""
    rows = db["deliveries"].rows_where("alert = ?", [alert], order_by="delivery")
    return [Attempt(**{name: row[name] for name in Attempt.__slots__}) for row in rows]
