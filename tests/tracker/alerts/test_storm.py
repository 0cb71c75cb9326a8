"""Every alert arrives though receivers fail and the process is killed; the whole of it runs with `make bench`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from db.connection import open_db
from db.deliveries import Attempt, attempts_at
from tests.tracker.alerts.courier import SECRET
from tests.tracker.alerts.storm import Outcome, run_storm
from tracker.alerts.send_webhook import signed_headers

ALERTS, KILLS = 60, 5


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("storm") / "data"


@pytest.fixture(scope="module")
def storm(data: Path) -> Outcome:
    return run_storm(data, alerts=ALERTS, kills=KILLS, seed=4)


@pytest.fixture(scope="module")
def ledger(data: Path, storm: Outcome) -> dict[str, list[Attempt]]:
    with closing(open_db(data)) as db:
        return {alert: attempts_at(db, alert) for alert in storm.alerts}


def test_the_storm_was_one(storm: Outcome) -> None:
    assert storm.kills == KILLS
    assert storm.landed.refused > ALERTS / 10


def test_every_alert_arrives(storm: Outcome) -> None:
    assert [alert for alert in storm.alerts if not storm.arrivals(alert)] == []


def test_a_kill_repeats_one_message_at_most_and_under_its_own_id(storm: Outcome) -> None:
    assert storm.duplicates <= KILLS
    assert storm.landed.taken.total() == ALERTS + storm.duplicates


def test_the_ledger_shows_every_attempt(storm: Outcome, ledger: dict[str, list[Attempt]]) -> None:
    for alert, attempts in ledger.items():
        assert attempts[-1].outcome == "delivered"
        # An attempt that arrived and was not recorded as such had been written down as begun.
        assert storm.arrivals(alert) <= sum(attempt.outcome != "failed" for attempt in attempts)
    rows = [attempt for attempts in ledger.values() for attempt in attempts]
    assert len(rows) >= storm.landed.taken.total() + storm.landed.refused
    assert sum(attempt.outcome == "begun" for attempt in rows) <= KILLS


def test_every_webhook_is_signed(storm: Outcome) -> None:
    assert storm.landed.signatures
    for headers, body in storm.landed.signatures:
        expected = signed_headers(body, SECRET, message=headers["webhook-id"], at=int(headers["webhook-timestamp"]))
        assert {name: headers[name] for name in expected} == expected
