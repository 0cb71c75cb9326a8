"""A change that is yet to take effect is called to mind before its date, once a date, in the thread of its alert."""

from __future__ import annotations

from datetime import timedelta

from sqlite_utils import Database

from db.connection import write
from db.outbox import add_alert, following_id
from tracker.clock import parse_instant

# What an alert told that a later one contradicts: another value of the same criterion, or another answer.
_CONTRADICTED = """
    SELECT 1 FROM held_changes told JOIN held_changes later USING (product, indication, phase)
    JOIN comparisons k ON k.comparison = later.comparison JOIN versions v ON v.version = k.new_version
    WHERE told.comparison = comparisons.comparison AND k.source = comparisons.source AND v.state = 'confirmed'
      AND v.seen_at > told_by.seen_at AND (later.key = told.key OR later.key IN ('status', 'position_removed'))"""
# The version in force must still state the date: a payer that takes a change back is not to be contradicted.
_DUE = f"""
    SELECT outbox.alert, outbox.comparison, outbox.channel, outbox.rule, comparisons.moved_to,
           coalesce(comparisons.moved_to, comparisons.effective_on) AS effective_on
    FROM outbox JOIN comparisons USING (comparison) JOIN versions told_by ON told_by.version = comparisons.new_version
    WHERE outbox.kind = 'change' AND outbox.state = 'sent'
      AND coalesce(comparisons.moved_to, comparisons.effective_on) > :today
      AND coalesce(comparisons.moved_to, comparisons.effective_on) <= :horizon
      AND (comparisons.moved_to IS NOT NULL OR outbox.sent_at < date(comparisons.effective_on, :lead))
      AND coalesce(comparisons.moved_to, comparisons.effective_on) = (
          SELECT effective_on FROM versions WHERE versions.source = comparisons.source AND state = 'confirmed'
          ORDER BY seen_at DESC, version DESC LIMIT 1)
      AND NOT EXISTS ({_CONTRADICTED})
      AND NOT coalesce((SELECT corrected IS NULL FROM corrections
                        WHERE corrections.comparison = comparisons.comparison ORDER BY correction DESC LIMIT 1), 0)"""
# Of a date that holds no more, and not yet tried.
_OVERTAKEN = """
    UPDATE outbox SET state = 'withdrawn' WHERE kind = 'reminder' AND state = 'pending' AND message IS NULL
      AND effective_on <> (SELECT coalesce(moved_to, effective_on) FROM comparisons k
                           WHERE k.comparison = outbox.comparison)"""


def queue_reminders(db: Database, *, days_before: int, at: str) -> None:
    """Put the reminders that are due in the outbox; 0 days: none.

    Who was told of the date within those days has been reminded enough; a date that the payer has moved has a reminder
    of its own. Run again, it adds nothing.
    """
    if not days_before:
        return
    today = parse_instant(at).date()
    horizon = today + timedelta(days=days_before)
    values = {"today": today.isoformat(), "horizon": horizon.isoformat(), "lead": f"-{days_before} days"}
    with write(db):
        db.execute(_OVERTAKEN)
        for row in db.conn.execute(_DUE, values).fetchall():
            add_alert(
                db, alert=following_id(row["alert"], "reminder", row["moved_to"] or ""), comparison=row["comparison"],
                channel=row["channel"], rule=row["rule"], urgency="at_once", at=at, kind="reminder",
                effective_on=row["effective_on"],
            )  # fmt: skip
