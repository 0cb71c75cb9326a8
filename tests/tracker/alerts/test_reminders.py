"""A reminder before the effective date: once, in the thread, and only of what still holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from email import message_from_bytes
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.outbox import pending_alerts
from tests.tracker.alerts.samples import EXPANDED
from tests.tracker.alerts.stored import NIGHT
from tracker.alerts.corrections import record_correction
from tracker.alerts.deliver import deliver_due
from tracker.alerts.reminders import queue_reminders
from tracker.config import Config, Folder

Put = Callable[..., str]
FEBRUARY = date(2027, 2, 1)
TWO_WEEKS_BEFORE = "2027-01-18T02:00:00Z"


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(folders=(Folder("out", tmp_path),))


def reminded(db: Database, *, at: str, days_before: int = 14) -> int:
    queue_reminders(db, days_before=days_before, at=at)
    return len(pending_alerts(db))


@pytest.fixture
def told(db: Database, outbox: Put, config: Config) -> None:
    """An alert that was sent, of a change that takes effect in February."""
    outbox(EXPANDED, effective_on=FEBRUARY)
    deliver_due(db, config, now=NIGHT)


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("at", "count"),
    [("2027-01-17T02:00:00Z", 0), (TWO_WEEKS_BEFORE, 1), ("2027-01-31T02:00:00Z", 1), ("2027-02-01T02:00:00Z", 0)],
)
def test_it_goes_out_from_its_day_on_and_not_once_the_change_is_in_force(db: Database, at: str, count: int) -> None:
    assert reminded(db, at=at) == count


@pytest.mark.usefixtures("told")
def test_it_goes_out_once(db: Database, config: Config) -> None:
    reminded(db, at=TWO_WEEKS_BEFORE)
    deliver_due(db, config, now=TWO_WEEKS_BEFORE)
    assert reminded(db, at="2027-01-19T02:00:00Z") == 0


@pytest.mark.usefixtures("told")
def test_it_counts_the_days_and_answers_the_alert(db: Database, config: Config, tmp_path: Path) -> None:
    reminded(db, at=TWO_WEEKS_BEFORE)
    deliver_due(db, config, now=TWO_WEEKS_BEFORE)
    alert, reminder = (message_from_bytes(path.read_bytes()) for path in sorted(tmp_path.glob("*.eml")))
    assert str(reminder["Subject"]).startswith("Reminder: Coverage expanded")
    assert reminder["In-Reply-To"] == alert["Message-ID"]
    (text,) = tmp_path.glob("002*.txt")
    assert "We told you of this on 2026-11-23; it is yet to take effect." in text.read_text()
    assert "2027-02-01 (in 14 days)" in text.read_text()


@pytest.mark.usefixtures("told")
def test_nobody_is_reminded_where_the_days_are_0(db: Database) -> None:
    assert reminded(db, at=TWO_WEEKS_BEFORE, days_before=0) == 0


def test_who_is_told_within_those_days_needs_no_reminder(db: Database, outbox: Put, config: Config) -> None:
    outbox(EXPANDED, effective_on=date(2026, 12, 1))
    deliver_due(db, config, now=NIGHT)
    assert reminded(db, at="2026-11-24T02:00:00Z") == 0


def test_who_has_not_been_told_is_not_reminded(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, effective_on=FEBRUARY)
    queue_reminders(db, days_before=14, at=TWO_WEEKS_BEFORE)
    assert [alert.kind for alert in pending_alerts(db)] == ["change"]


@pytest.mark.usefixtures("told")
def test_a_date_that_the_payer_has_moved_is_not_called_to_mind(db: Database) -> None:
    db.execute("UPDATE versions SET effective_on = '2027-04-01' WHERE version = (SELECT max(version) FROM versions)")
    assert reminded(db, at=TWO_WEEKS_BEFORE) == 0


@pytest.mark.usefixtures("told")
def test_an_alert_that_was_taken_back_is_not_called_to_mind(db: Database, config: Config) -> None:
    record_correction(db, 1, None, reason="it was a draft", at="2026-11-24T02:00:00Z")
    deliver_due(db, config, now="2026-11-24T02:00:00Z")
    assert reminded(db, at=TWO_WEEKS_BEFORE) == 0
