"""A comparison that was found: on record with all that belongs to it, and on its way to those who hear of it."""

from __future__ import annotations

from sqlite_utils import Database

from db.changes import Comparison, StoredComparison, get_comparison, move_effective_dates, record_comparison
from db.outbox import add_alert, alert_id
from db.readings import get_reading
from db.sources import get_payer, get_source
from db.versions import Version, get_version
from parsers.masthead.parents import parent_number
from parsers.models import ParsedPolicy
from tracker.alerts.routing import route
from tracker.events import group_with_others
from tracker.rules import Rule
from tracker.second_witness import hear_second_witness


def record_change(
    db: Database,
    comparison: Comparison,
    policy: ParsedPolicy,
    *,
    old: int,
    new: Version,
    rules: tuple[Rule, ...],
    at: str,
) -> None:
    """Store what was found between version `old` and `new`, which holds `policy`, with all that follows from it."""
    effective_on = policy.policy.effective_on
    number = record_comparison(
        db,
        comparison,
        source=new.source,
        old_version=old,
        new_version=new.version,
        effective_on=effective_on.isoformat() if effective_on else None,
        at=at,
    )
    move_effective_dates(db, old_version=old, new_version=new.version)
    account_for(db, get_comparison(db, number), comparison, policy)
    queue_alerts(db, number, comparison, rules=rules, at=at)


def account_for(db: Database, stored: StoredComparison, holds: Comparison, policy: ParsedPolicy) -> None:
    """Store what the payer's own history says of a comparison, and which other payers made the same edit."""
    hear_second_witness(db, stored, holds)
    group_with_others(db, stored, holds, parent_number(policy.policy, policy.blocks))


def queue_alerts(db: Database, comparison: int, content: Comparison, *, rules: tuple[Rule, ...], at: str) -> None:
    """Put a comparison into the outbox for every channel whose rule admits `content`, unless the channel has it."""
    stored = get_comparison(db, comparison)
    version = get_version(db, stored.new_version)
    fingerprint = get_reading(db, version.reading).fingerprint
    source = get_source(db, stored.source)
    payer = get_payer(db, source.payer) if source else None
    # A label event tells of a text that has been told of before; then it is the event that makes it new.
    told = f"label {stored.label_event}" if stored.label_event else fingerprint
    seen_at = stored.effective_on if stored.label_event and stored.effective_on else version.seen_at
    for routed in route(content, payer, rules, at=at) if payer else ():
        add_alert(
            db,
            alert=alert_id(stored.source, told, seen_at, routed.channel),
            comparison=comparison,
            channel=routed.channel,
            rule=routed.rule,
            urgency=routed.urgency,
            at=at,
            due_at=routed.due_at,
        )
