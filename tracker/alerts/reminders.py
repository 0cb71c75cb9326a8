"""A change that is yet to take effect is called to mind before its date, once, in the thread of its alert."""

from __future__ import annotations

from datetime import timedelta

from sqlite_utils import Database

from db.connection import write
from db.outbox import add_alert, following_id
from tracker.clock import parse_instant

# The version in force must still state the date: a payer that puts a change off or back is not to be contradicted.
_DUE = """
    SELECT outbox.alert, outbox.comparison, outbox.channel, outbox.rule
    FROM outbox JOIN comparisons USING (comparison)
    WHERE outbox.kind = 'change' AND outbox.state = 'sent'
      AND comparisons.effective_on > :today AND comparisons.effective_on <= :horizon
      AND outbox.sent_at < date(comparisons.effective_on, :lead)
      AND comparisons.effective_on = (
          SELECT effective_on FROM versions WHERE versions.source = comparisons.source AND state = 'confirmed'
          ORDER BY seen_at DESC, version DESC LIMIT 1)
      AND NOT coalesce((SELECT corrected IS NULL FROM corrections
                        WHERE corrections.comparison = comparisons.comparison ORDER BY correction DESC LIMIT 1), 0)"""


def queue_reminders(db: Database, *, days_before: int, at: str) -> None:
    """Put the reminders that are due in the outbox; 0 days: none.

    Who was told within those days has been reminded enough. Run again, it adds nothing.
    """
    if not days_before:
        return
    today = parse_instant(at).date()
    horizon = today + timedelta(days=days_before)
    values = {"today": today.isoformat(), "horizon": horizon.isoformat(), "lead": f"-{days_before} days"}
    with write(db):
        for row in db.conn.execute(_DUE, values).fetchall():
            alert = following_id(row["alert"], "reminder")
            add_alert(
                db, alert=alert, comparison=row["comparison"], channel=row["channel"], rule=row["rule"],
                urgency="at_once", at=at, kind="reminder",
            )  # fmt: skip
