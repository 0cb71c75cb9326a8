"""An alert that said something wrong is corrected: to everybody who may have got it, in the same thread."""

from __future__ import annotations

import json

from sqlite_utils import Database

from db.changes import Change, Comparison
from db.connection import write
from db.corrections import Origin, add_correction
from db.outbox import Alert, add_alert, alerts_of, following_id, withdraw

# These claim no value that could be wrong.
_NO_CLAIM = {"unparsed", "logic"}


def record_correction(
    db: Database, comparison: int, corrected: Comparison | None, *, reason: str, at: str, origin: Origin = "review"
) -> int:
    """Store what holds in place of a comparison (None: nothing had changed) and tell those who were told otherwise.

    `reason` names what was wrong in a sentence without its full stop. Who has not been told yet is told what holds,
    or nothing. Returns the number of the correction.
    """
    with write(db):
        number = add_correction(db, comparison, corrected, origin=origin, reason=reason, at=at)
        corrected_before = {one.channel for one in alerts_of(db, comparison, "correction")}
        for alert in alerts_of(db, comparison):
            if _may_be_read(alert) or alert.channel in corrected_before:
                # What is still to be tried again must not arrive after its correction.
                withdraw(db, alert.alert)
                _follow(db, alert, number, at)
            elif corrected is None:
                withdraw(db, alert.alert)
        for later in (*alerts_of(db, comparison, "reminder"), *alerts_of(db, comparison, "correction")):
            if later.correction != number and (corrected is None or later.kind == "correction"):
                withdraw(db, later.alert)
    return number


def _may_be_read(alert: Alert) -> bool:
    """Whether an alert has gone out, or was tried and may have arrived all the same."""
    return alert.state == "sent" or (alert.state == "pending" and alert.message is not None)


def _follow(db: Database, alert: Alert, correction: int, at: str) -> None:
    add_alert(
        db,
        alert=following_id(alert.alert, "correction", correction),
        comparison=alert.comparison,
        channel=alert.channel,
        rule=alert.rule,
        urgency="at_once",
        at=at,
        kind="correction",
        correction=correction,
    )


def no_longer_so(told: Comparison, holds: Comparison) -> tuple[Change, ...]:
    """The changes that were told and do not hold; what holds beside them is no contradiction."""
    kept = {_claim(change) for change in holds.changes}
    return tuple(change for change in told.changes if change.key not in _NO_CLAIM and _claim(change) not in kept)


def contradicts(told: Comparison, holds: Comparison) -> bool:
    """Whether what holds makes what was told wrong: another verdict, another thing to do, a change that never was."""
    same = (told.verdict, told.action_required) == (holds.verdict, holds.action_required)
    return not same or bool(no_longer_so(told, holds))


def _claim(change: Change) -> tuple[str, ...]:
    values = (change.product, change.indication, change.phase, change.key, change.direction)
    return (*values, *(json.dumps(side, sort_keys=True) for side in (change.before, change.after)))
