"""Incidents open once, are brought up to date, and stay on record when they are over."""

from __future__ import annotations

from sqlite_utils import Database

from db.incidents import (
    close_incident,
    close_warning,
    open_incident,
    open_incidents,
    open_warning,
    warned_at,
    warnings_of,
)
from tests.db.conftest import SOURCE

AT, LATER = "2026-03-01T02:00:00Z", "2026-03-02T02:00:00Z"


def test_a_source_has_one_open_incident_that_is_brought_up_to_date(watched: Database) -> None:
    open_incident(watched, SOURCE.source, "blocked", "403", at=AT)
    open_incident(watched, SOURCE.source, "login", "asks for a password", at=LATER)
    (found,) = open_incidents(watched)
    assert (found.quality, found.reason, found.opened_at, found.last_seen_at) == (
        "login", "asks for a password", AT, LATER,
    )  # fmt: skip


def test_a_closed_incident_stays_in_the_history(watched: Database) -> None:
    open_incident(watched, SOURCE.source, "blocked", "403", at=AT)
    close_incident(watched, SOURCE.source, at=LATER)
    assert open_incidents(watched) == []
    open_incident(watched, SOURCE.source, "blocked", "403 again", at=LATER)
    assert watched["incidents"].count == 2


def test_a_source_has_one_open_warning_of_each_kind(watched: Database) -> None:
    open_warning(watched, SOURCE.source, "few_positions", "2 positions", at=AT)
    open_warning(watched, SOURCE.source, "few_positions", "1 position", at=LATER)
    open_warning(watched, SOURCE.source, "layout_drift", "headings 14, before 2", at=LATER)
    found = [(one.quality, one.reason, one.opened_at) for one in warnings_of(watched, SOURCE.source)]
    assert found == [("few_positions", "1 position", AT), ("layout_drift", "headings 14, before 2", LATER)]


def test_failures_and_warnings_open_and_close_apart(watched: Database) -> None:
    open_incident(watched, SOURCE.source, "blocked", "403", at=AT)
    open_warning(watched, SOURCE.source, "few_positions", "1 position", at=AT)
    close_incident(watched, SOURCE.source, at=LATER)
    assert open_incidents(watched) == []
    assert [one.quality for one in open_incidents(watched, "warn")] == ["few_positions"]
    close_warning(watched, SOURCE.source, "few_positions", at=LATER)
    assert open_incidents(watched, "warn") == []


def test_what_was_warned_of_on_an_instant_is_known_later(watched: Database) -> None:
    open_warning(watched, SOURCE.source, "few_positions", "1 position", at=AT)
    close_warning(watched, SOURCE.source, "few_positions", at=LATER)
    assert warned_at(watched, SOURCE.source, "few_positions", at=AT) == "1 position"
    assert warned_at(watched, SOURCE.source, "few_positions", at="2026-03-02T02:00:01Z") is None
