"""The ledger: every attempt to deliver a message, on record before it is made.

An attempt that stays `begun` is one whose process died: the message may have been taken, and it goes out again under
the same id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from db.connection import write, write_quickly

AttemptOutcome = Literal["begun", "delivered", "failed"]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to deliver an alert in a message; `detail` is what the receiver or the network said."""

    alert: str
    message: str
    attempted_at: str
    outcome: AttemptOutcome
    detail: str


def begin_attempt(db: Database, message: str, alerts: Sequence[str], *, at: str) -> None:
    """Bind alerts to their message and write the attempt down; an alert keeps the first message it was bound to."""
    with write(db):
        for alert in alerts:
            db.execute("UPDATE outbox SET message = ? WHERE alert = ? AND message IS NULL", [message, alert])
        db.execute(
            """INSERT INTO deliveries (alert, message, attempted_at, outcome, detail)
               SELECT alert, message, ?, 'begun', '' FROM outbox WHERE message = ? AND state = 'pending'""",
            [at, message],
        )
        db.execute("UPDATE outbox SET attempts = attempts + 1 WHERE message = ? AND state = 'pending'", [message])


def end_attempt(
    db: Database, message: str, *, at: str, error: str | None, next_attempt_at: str, give_up: bool = False
) -> None:
    """Write down how the attempt that was begun last ended, and move its alerts on; `error` None means delivered."""
    state = "sent" if error is None else "given_up" if give_up else "pending"
    # Until this is written a crash repeats the message, so it must be quick; that it was begun is on disk already.
    with write_quickly(db):
        db.execute(
            """UPDATE deliveries SET outcome = ?, detail = ? WHERE message = ? AND delivery IN
                   (SELECT max(delivery) FROM deliveries WHERE message = ? GROUP BY alert) AND outcome = 'begun'""",
            ["delivered" if error is None else "failed", error or "delivered", message, message],
        )
        db.execute(
            """UPDATE outbox SET state = ?, last_error = ?, next_attempt_at = ?,
                   sent_at = CASE WHEN ? = 'sent' THEN ? END WHERE message = ? AND state = 'pending'""",
            [state, error, next_attempt_at, state, at, message],
        )


def attempts_at(db: Database, alert: str) -> list[Attempt]:
    """The ledger of one alert, oldest first."""
    rows = db["deliveries"].rows_where("alert = ?", [alert], order_by="delivery")
    return [Attempt(**{name: row[name] for name in Attempt.__slots__}) for row in rows]
