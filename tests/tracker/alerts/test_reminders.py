"""A reminder before the effective date: once, in the thread, and only of what still holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.changes import Comparison
from db.outbox import pending_alerts
from db.sources import Source
from db.versions import get_version
from parsers.models import DocumentFacts, ParsedPolicy, PolicyFacts
from tests.db.editions import store_edition
from tests.tracker.alerts.samples import EXPANDED
from tests.tracker.alerts.stored import LARKSPUR, NIGHT, POLICY_URL
from tracker.alerts.corrections import record_correction
from tracker.alerts.deliver import deliver_due
from tracker.alerts.reminders import queue_reminders
from tracker.config import Config, Folder
from tracker.outgoing import record_change

Put = Callable[..., str]
FEBRUARY = date(2027, 2, 1)
TWO_WEEKS_BEFORE = "2027-01-18T02:00:00Z"
APRIL = date(2027, 4, 1)
MOVED = "2026-12-01T02:00:00Z"
REWORDED = Comparison("neutral", action_required=False)
SOURCE = Source("larkspur-esketamine", LARKSPUR.payer, "Esketamine nasal spray", POLICY_URL)


def edition(effective_on: date | None, name: str) -> ParsedPolicy:
    document = DocumentFacts("0" * 64, "text/html", 1, None)
    return ParsedPolicy("ok", "", document, PolicyFacts(effective_on=effective_on), fingerprint=name)


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


def move(db: Database, effective_on: date | None, *, seen_at: str = MOVED, found: Comparison = REWORDED) -> None:
    """The payer's next edition, with another date and else what `found` says."""
    old = next(db.query("SELECT max(version) AS version FROM versions"))["version"]
    policy = edition(effective_on, seen_at)
    new = get_version(db, store_edition(db, SOURCE, policy, seen_at[:10]))
    record_change(db, found, policy, old=old, new=new, rules=(), at=seen_at)


@pytest.mark.usefixtures("told")
def test_a_date_that_the_payer_has_moved_is_called_to_mind_as_it_is_now(
    db: Database, config: Config, tmp_path: Path
) -> None:
    move(db, APRIL)
    assert reminded(db, at=TWO_WEEKS_BEFORE) == 0
    assert reminded(db, at="2027-03-18T02:00:00Z") == 1
    deliver_due(db, config, now="2027-03-18T02:00:00Z")
    (text,) = tmp_path.glob("002*.txt")
    assert (
        "We told you of this on 2026-11-23, for 2027-02-01; the payer has moved it to 2027-04-01." in text.read_text()
    )
    assert "2027-04-01 (in 14 days)" in text.read_text()
    assert reminded(db, at="2027-03-19T02:00:00Z") == 0


@pytest.mark.usefixtures("told")
def test_a_date_that_is_moved_after_its_reminder_has_another_one(db: Database, config: Config) -> None:
    reminded(db, at=TWO_WEEKS_BEFORE)
    deliver_due(db, config, now=TWO_WEEKS_BEFORE)
    move(db, APRIL, seen_at="2027-01-25T02:00:00Z")
    assert reminded(db, at="2027-01-26T02:00:00Z") == 0
    assert reminded(db, at="2027-03-18T02:00:00Z") == 1


@pytest.mark.usefixtures("told")
def test_a_date_that_is_brought_forward_is_called_to_mind_at_once(db: Database) -> None:
    move(db, date(2026, 12, 10))
    assert reminded(db, at="2026-12-01T02:00:00Z") == 1


@pytest.mark.usefixtures("told")
def test_a_date_that_is_moved_again_and_again_is_followed(db: Database) -> None:
    move(db, APRIL)
    move(db, date(2027, 6, 1), seen_at="2027-03-10T02:00:00Z")
    assert reminded(db, at="2027-03-18T02:00:00Z") == 0
    assert reminded(db, at="2027-05-18T02:00:00Z") == 1


@pytest.mark.usefixtures("told")
def test_a_reminder_that_has_not_gone_out_before_its_date_was_moved_does_not(db: Database) -> None:
    assert reminded(db, at=TWO_WEEKS_BEFORE) == 1
    move(db, APRIL, seen_at="2027-01-18T03:00:00Z")
    assert reminded(db, at="2027-01-18T04:00:00Z") == 0


@pytest.mark.usefixtures("told")
def test_the_date_of_the_next_edition_is_none_of_a_change_in_force(db: Database) -> None:
    move(db, date(2028, 2, 1), seen_at="2027-08-01T02:00:00Z")
    assert reminded(db, at="2028-01-20T02:00:00Z") == 0


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("stated", [None, FEBRUARY])
def test_what_is_no_longer_announced_is_not_called_to_mind(db: Database, stated: date | None) -> None:
    back = replace(EXPANDED, verdict="restricted", changes=EXPANDED.changes) if stated else REWORDED
    move(db, stated, found=back)
    assert reminded(db, at=TWO_WEEKS_BEFORE) == 0


@pytest.mark.usefixtures("told")
def test_the_calendar_has_the_date_that_holds(db: Database) -> None:
    move(db, APRIL)
    assert {row["effective_on"] for row in db.query("SELECT effective_on FROM change_log")} == {APRIL.isoformat()}


@pytest.mark.usefixtures("told")
def test_an_alert_that_was_taken_back_is_not_called_to_mind(db: Database, config: Config) -> None:
    record_correction(db, 1, None, reason="it was a draft", at="2026-11-24T02:00:00Z")
    deliver_due(db, config, now="2026-11-24T02:00:00Z")
    assert reminded(db, at=TWO_WEEKS_BEFORE) == 0
