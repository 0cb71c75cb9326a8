"""A thousand alerts by mail and webhook, receivers that fail 30% of the time, a courier that is killed 50 times."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from db.connection import open_db
from db.deliveries import attempts_at
from tests.tracker.alerts.storm import WORST_S, run_storm

ALERTS, KILLS = 1_000, 50
MOST_DUPLICATES = 0.01


@pytest.mark.timeout(2 * WORST_S)
def test_a_thousand_alerts_arrive_through_failures_and_kills(tmp_path: Path) -> None:
    storm = run_storm(tmp_path, alerts=ALERTS, kills=KILLS, seed=2026)
    with closing(open_db(tmp_path)) as db:
        rows = [attempt for alert in storm.alerts for attempt in attempts_at(db, alert)]
    begun = sum(attempt.outcome == "begun" for attempt in rows)
    tried = storm.landed.taken.total() + storm.landed.refused
    print(
        f"\n{ALERTS} alerts, {storm.kills} kills, {storm.landed.refused} of {tried} attempts refused "
        f"({storm.landed.refused / tried:.0%}): {storm.duplicates} duplicates ({storm.duplicates / ALERTS:.1%}), "
        f"{len(rows)} attempts in the ledger, {begun} of them cut off, in {storm.seconds:.0f} s",
        end="",
    )
    assert storm.kills == KILLS
    assert all(storm.arrivals(alert) for alert in storm.alerts)
    assert len(rows) >= tried
    assert storm.duplicates < MOST_DUPLICATES * ALERTS
