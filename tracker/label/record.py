"""The label against everything stored: judgements of new versions, and the changes that an event made without an edit.

Both are made from what is stored and can be repeated: a new edition in label.toml reaches every version there is.
"""

from __future__ import annotations

import logging

from sqlite_utils import Database

from db.changes import record_comparison
from db.connection import write
from db.label import (
    EventRow,
    FindingRow,
    Follower,
    ResponseRow,
    StandingRow,
    event_is_recorded,
    followers_on,
    store_events,
    store_judgement,
    versions_to_judge,
)
from db.versions import get_version
from parsers.models import Position, value_to_json
from tracker.label.against import Standing, stand
from tracker.label.events import LABELS, LabelEvent, events_of
from tracker.label.reference import reference_comparison
from tracker.label.response import responses
from tracker.outgoing import queue_alerts
from tracker.review.readings import policy_of
from tracker.rules import Rule

log = logging.getLogger(__name__)

# With the data a version of the rules: raised when tracker.label.rules or .against judge otherwise than before.
_RULES_EDITION = 1
RELEASE = f"{_RULES_EDITION}-{LABELS.release}"


def follow_label(db: Database, *, at: str, rules: tuple[Rule, ...]) -> None:
    """Judge every version that is not judged yet, then record what label events changed by reference up to `at`.

    Whoever the rules name hears of an event that came after we had the policy; older ones are history, kept in silence.
    """
    store_events(db, (_event_row(event) for event in LABELS.events))
    for version in versions_to_judge(db, RELEASE):
        judge(db, version)
    for event in LABELS.events:
        # The night after: the day of approval has to be over.
        if event.approved_on.isoformat() < at[:10]:
            for follower in followers_on(db, event.product, event.approved_on.isoformat(), now=at):
                _record_event(db, follower, event, at=at, rules=rules if follower.known_then else ())


def judge(db: Database, version: int) -> None:
    """Put on record where a version's positions, as they hold, stand against every edition of the label."""
    positions = _positions(db, version)
    if positions is None:
        return
    products = dict.fromkeys(position.product for position in positions)
    standings = [
        _standing_row(n, event, stand(position, positions, event))
        for n, position in enumerate(positions)
        for event in events_of(position.product)
    ]
    said = [
        ResponseRow(event.event, one.indication, one.response, one.text, one.page)
        for product in products
        for event in events_of(product)
        for one in responses(positions, event)
    ]
    store_judgement(db, version, RELEASE, standings, said)


def _record_event(db: Database, follower: Follower, event: LabelEvent, *, at: str, rules: tuple[Rule, ...]) -> None:
    if event_is_recorded(db, follower.source, event.event):
        return
    now, then = _positions(db, follower.version), _positions(db, follower.version_then)
    comparison = reference_comparison(now or (), event)
    # A reference that was written after the event is an edit of the payer's, and was reported as one.
    if comparison is None or reference_comparison(then or (), event) is None:
        return
    with write(db):
        number = record_comparison(
            db,
            comparison,
            source=follower.source,
            old_version=follower.version,
            new_version=follower.version,
            effective_on=event.approved_on.isoformat(),
            at=at,
            label_event=event.event,
        )
        queue_alerts(db, number, comparison, rules=rules, at=at)


def _positions(db: Database, version: int) -> tuple[Position, ...] | None:
    """What a version says, as people corrected it; None when its stored reading is damaged: the night logs it."""
    try:
        return policy_of(db, get_version(db, version)).positions
    except (ValueError, KeyError, TypeError) as error:
        log.error("version %d cannot be judged against the label: its reading is damaged (%s)", version, error)  # noqa: TRY400
        return None


def _event_row(event: LabelEvent) -> EventRow:
    announced_on = event.announced_on.isoformat() if event.announced_on else None
    return EventRow(
        event.event, event.product, event.approved_on.isoformat(), announced_on, event.headline, event.source
    )


def _standing_row(n: int, event: LabelEvent, standing: Standing) -> StandingRow:
    findings = tuple(
        FindingRow(
            finding.side,
            finding.kind,
            finding.grade,
            finding.leaf.key,
            value_to_json(finding.leaf.value),
            finding.leaf.text,
            finding.leaf.page,
        )
        for finding in standing.findings
    )
    judged_as = standing.use.indication if standing.use else None
    return StandingRow(
        n, event.event, judged_as, standing.label_class, standing.by_reference, standing.reason, findings
    )
