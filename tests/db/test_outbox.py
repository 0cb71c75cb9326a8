"""Alerts to send: each once a channel, with an id that a crash does not change, and a ledger."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from db.changes import Change, Comparison, SectionDiff, WordRun, comparison_of, get_comparison, record_comparison
from db.deliveries import attempts_at, begin_attempt, end_attempt
from db.outbox import add_alert, alert_id, due_alerts, pending_alerts, replay, withdraw
from db.readings import StoredReading, store_reading
from db.snapshots import Snapshot, record_snapshot
from db.versions import Version, add_version
from parsers.models import DocumentFacts, ParsedPolicy
from tests.db.conftest import AT, SOURCE

LATER = "2026-03-01T03:00:00Z"
COMPARISON = Comparison(
    verdict="expanded",
    action_required=True,
    changes=(
        Change("esketamine", "trd", "initial", "failed_ad_count", "eligibility", "expands", 3, 2, "three", "two", 1, 1),
        Change("esketamine", "trd", "initial", "severity_min", "eligibility", "expands", {"scale": "PHQ-9"}, None),
    ),
    sections=(SectionDiff("Criteria", (WordRun("keep", "failed"), WordRun("delete", "3"), WordRun("insert", "2"))),),
    witness={"before": "does_not_meet", "after": "meets"},
    confidence="medium",
    reason="read in prose",
)


@pytest.fixture
def comparison(watched: Database) -> int:
    """A stored comparison of two versions."""
    policy = ParsedPolicy("ok", "", DocumentFacts("a" * 64, "text/html", 1, None))
    reading = store_reading(watched, StoredReading("a" * 64, (), "release 1", "ok", "", "f", "{}"))
    numbers = []
    for at in (AT, LATER):
        snapshot = record_snapshot(watched, Snapshot(SOURCE.source, SOURCE.url, SOURCE.url, at, "fetched"))
        version = Version(SOURCE.source, snapshot, reading, "change", "confirmed", at, at)
        numbers.append(add_version(watched, version, policy))
    old, new = numbers
    return record_comparison(
        watched, COMPARISON, source=SOURCE.source, old_version=old, new_version=new, effective_on="2026-04-01", at=AT
    )


def put(db: Database, comparison: int, alert: str = "a1", channel: str = "slack:team", at: str = AT) -> None:
    add_alert(db, alert=alert, comparison=comparison, channel=channel, rule="all", urgency="nightly", at=at)


def test_a_comparison_comes_back_as_it_was_recorded(watched: Database, comparison: int) -> None:
    found = get_comparison(watched, comparison)
    assert found.content == COMPARISON
    assert (found.source, found.effective_on, found.detected_at) == (SOURCE.source, "2026-04-01", AT)
    assert comparison_of(watched, found.new_version) == comparison
    assert comparison_of(watched, found.old_version) is None


def test_an_id_is_stable_and_different_for_each_channel_and_sighting() -> None:
    ids = [alert_id("s", "f", AT, "slack:a"), alert_id("s", "f", AT, "slack:b"), alert_id("s", "f", LATER, "slack:a")]
    assert len(set(ids)) == 3
    assert ids[0] == alert_id("s", "f", AT, "slack:a")


def test_one_comparison_goes_to_one_channel_once(watched: Database, comparison: int) -> None:
    put(watched, comparison)
    put(watched, comparison)
    put(watched, comparison, alert="a2")
    put(watched, comparison, alert="a3", channel="slack:other")
    assert [alert.alert for alert in pending_alerts(watched)] == ["a1", "a3"]


def test_an_alert_keeps_its_first_message(watched: Database, comparison: int) -> None:
    put(watched, comparison)
    begin_attempt(watched, "m1", ["a1"], at=AT)
    begin_attempt(watched, "m2", ["a1"], at=AT)
    assert [alert.message for alert in pending_alerts(watched)] == ["m1"]


def test_a_delivery_is_in_the_ledger_and_nothing_is_due_any_more(watched: Database, comparison: int) -> None:
    put(watched, comparison)
    begin_attempt(watched, "m1", ["a1"], at=AT)
    end_attempt(watched, "m1", at=AT, error=None, next_attempt_at=AT)
    assert due_alerts(watched, at=LATER) == []
    assert [(attempt.outcome, attempt.detail) for attempt in attempts_at(watched, "a1")] == [("delivered", "delivered")]


def test_a_failure_is_due_again_when_its_time_has_come(watched: Database, comparison: int) -> None:
    put(watched, comparison)
    begin_attempt(watched, "m1", ["a1"], at=AT)
    end_attempt(watched, "m1", at=AT, error="the server is down", next_attempt_at=LATER)
    assert due_alerts(watched, at="2026-03-01T02:59:59Z") == []
    (due,) = due_alerts(watched, at=LATER)
    assert (due.attempts, due.last_error, due.sent_at) == (1, "the server is down", None)


def test_what_is_given_up_is_not_due_until_it_is_replayed_under_the_same_id(watched: Database, comparison: int) -> None:
    put(watched, comparison)
    begin_attempt(watched, "m1", ["a1"], at=AT)
    end_attempt(watched, "m1", at=AT, error="refused", next_attempt_at=AT, give_up=True)
    assert due_alerts(watched, at=LATER) == []
    assert replay(watched, since=LATER, at=LATER) == 0
    assert replay(watched, since=AT, at=LATER) == 1
    assert [(alert.alert, alert.message) for alert in due_alerts(watched, at=LATER)] == [("a1", "m1")]


def test_an_attempt_is_in_the_ledger_before_it_is_made(watched: Database, comparison: int) -> None:
    put(watched, comparison)
    begin_attempt(watched, "m1", ["a1"], at=AT)
    (alert,) = pending_alerts(watched)
    assert [attempt.outcome for attempt in attempts_at(watched, "a1")] == ["begun"]
    assert (alert.message, alert.attempts) == ("m1", 1)


def test_an_attempt_whose_process_died_stays_begun_beside_the_one_that_ended(
    watched: Database, comparison: int
) -> None:
    put(watched, comparison)
    begin_attempt(watched, "m1", ["a1"], at=AT)
    begin_attempt(watched, "m1", ["a1"], at=LATER)
    end_attempt(watched, "m1", at=LATER, error=None, next_attempt_at=LATER)
    assert [attempt.outcome for attempt in attempts_at(watched, "a1")] == ["begun", "delivered"]


def test_what_is_withdrawn_is_neither_due_nor_replayed(watched: Database, comparison: int) -> None:
    put(watched, comparison)
    withdraw(watched, "a1")
    assert due_alerts(watched, at=LATER) == []
    assert replay(watched, since=AT, at=LATER) == 0


def test_a_digest_of_the_week_waits_for_its_day(watched: Database, comparison: int) -> None:
    add_alert(
        watched, alert="a1", comparison=comparison, channel="slack:team", rule="all", urgency="weekly", at=AT,
        due_at=LATER,
    )  # fmt: skip
    assert due_alerts(watched, at=AT) == []
    assert [alert.alert for alert in due_alerts(watched, at=LATER)] == ["a1"]
