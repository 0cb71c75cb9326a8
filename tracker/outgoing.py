"""A comparison on its way to those who asked to hear of it: one row of the outbox for each channel."""

from __future__ import annotations

from sqlite_utils import Database

from db.changes import Comparison, get_comparison
from db.outbox import add_alert, alert_id
from db.readings import get_reading
from db.sources import get_payer, get_source
from db.versions import get_version
from tracker.alerts.routing import route
from tracker.config import Rule


def queue_alerts(db: Database, comparison: int, content: Comparison, *, rules: tuple[Rule, ...], at: str) -> None:
    """Put a comparison into the outbox for every channel whose rule admits `content`, unless the channel has it."""
    stored = get_comparison(db, comparison)
    version = get_version(db, stored.new_version)
    fingerprint = get_reading(db, version.reading).fingerprint
    source = get_source(db, stored.source)
    payer = get_payer(db, source.payer) if source else None
    for routed in route(content, payer, rules) if payer else ():
        add_alert(
            db,
            alert=alert_id(stored.source, fingerprint, version.seen_at, routed.channel),
            comparison=comparison,
            channel=routed.channel,
            rule=routed.rule,
            urgency=routed.urgency,
            at=at,
        )
