"""What a reminder or a correction says of the alert that it follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlite_utils import Database

from db.changes import Comparison, StoredComparison, get_comparison
from db.corrections import Correction, as_corrected, corrections_of
from db.outbox import Alert, alerts_of
from tracker.alerts.corrections import no_longer_so
from tracker.alerts.lead import lead_of
from tracker.alerts.plain import plain
from tracker.alerts.wording import change_words, subject_words

REASON_LIMIT = 300
_LISTED = 6
_WITHDRAWN = "Alert withdrawn"
_DISREGARD = "Coverage has not changed: please disregard that alert."
_NOTHING = Comparison("neutral", action_required=False, reason="nothing has changed")


@dataclass(frozen=True, slots=True)
class Told:
    """The comparison an alert is to show, with what comes before it and after it.

    `follows` is the message that the reader got first, None for the first; `headline` takes the place of the
    comparison's own where it is not None.
    """

    shown: StoredComparison
    notices: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    follows: str | None = None
    headline: str | None = None


def told_by(db: Database, alert: Alert) -> Told:
    """What an alert has to tell, by its kind."""
    if alert.kind == "correction":
        made = next(one for one in corrections_of(db, alert.comparison) if one.correction == alert.correction)
        return _correction(db, alert, made)
    told = told_of(db, alert.comparison)
    if alert.kind == "reminder":
        return _reminder(told, alert, _first(db, alert))
    # What waited for its digest while the payer moved the date tells the date that holds.
    return replace(told, shown=replace(told.shown, effective_on=told.shown.moved_to or told.shown.effective_on))


def _reminder(told: Told, alert: Alert, first: Alert) -> Told:
    notice = f"We told you of this on {_sent_on(first)}; it is yet to take effect."
    date = told.shown.effective_on
    if alert.effective_on != date:
        notice = (
            f"We told you of this on {_sent_on(first)}, for {date}; the payer has moved it to {alert.effective_on}."
        )
    shown = replace(told.shown, effective_on=alert.effective_on)
    return replace(told, shown=shown, notices=(notice,), follows=first.message)


def told_of(db: Database, comparison: int) -> Told:
    """A comparison as it holds, with what was corrected in it; one that was withdrawn says so and nothing else."""
    trail = tuple(f"{one.made_at[:10]}: {plain(one.reason, REASON_LIMIT)}." for one in corrections_of(db, comparison))
    holds = as_corrected(db, comparison)
    if holds is None:
        return Told(
            replace(get_comparison(db, comparison), content=_NOTHING), (_DISREGARD,), trail, headline=_WITHDRAWN
        )
    return Told(holds, trail=trail)


def _correction(db: Database, alert: Alert, correction: Correction) -> Told:
    original = get_comparison(db, alert.comparison)
    told = as_corrected(db, alert.comparison, before=correction.correction) or replace(original, content=_NOTHING)
    shown = replace(original, content=correction.corrected or _NOTHING)
    first = _first(db, alert)
    notices = tuple(_notices(told.content, correction, _sent_on(first)))
    headline = None if correction.corrected else _WITHDRAWN
    return Told(shown, notices, (), first.message, headline)


def _notices(told: Comparison, correction: Correction, sent_on: str) -> Iterator[str]:
    lead = lead_of(told)
    yield f"On {sent_on} we wrote: “{lead.headline}: {lead.subject}: {lead.line}”."
    yield f"That was wrong: {plain(correction.reason, REASON_LIMIT)}."
    holds = correction.corrected or _NOTHING
    for change in no_longer_so(told, holds)[:_LISTED]:
        yield plain(f"Not so: {subject_words(change)}: {change_words(change)}", REASON_LIMIT)
    yield "What holds is below." if correction.corrected else _DISREGARD


def _first(db: Database, alert: Alert) -> Alert:
    """The alert of the change itself that went to the same channel."""
    return next(one for one in alerts_of(db, alert.comparison) if one.channel == alert.channel)


def _sent_on(alert: Alert) -> str:
    return (alert.sent_at or alert.created_at)[:10]
