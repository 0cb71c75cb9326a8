"""The read queries, on rows put there by the tables' own modules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from sqlite_utils import Database

from db.changes import Change, Comparison, record_comparison
from db.incidents import open_incident
from db.queries import (
    ChangeFilter,
    CoverageFilter,
    addresses_of,
    list_changes,
    list_coverage,
    list_sources,
    list_upcoming,
)
from db.readings import StoredReading, store_reading
from db.runs import SourceOutcome, finish, record_outcome, start_or_resume
from db.snapshots import Snapshot, record_snapshot
from db.sources import DRUG_NAMES, Payer, Source, register
from db.versions import State, Version, add_version, get_version
from parsers.models import DocumentFacts, Evidence, ParsedPolicy, PolicyFacts, Position, Status

OHIO = Payer("northfield", "Northfield", "commercial", ("OH",))
NATION = Payer("keystone", "Keystone", "medicare_advantage", ("US",))
POLICY = Source("northfield/a", "northfield", "A", "https://northfield.example/a", line_of_business="commercial")
OTHER = Source("keystone/b", "keystone", "B", "https://keystone.example/b", line_of_business="medicare_advantage")
CHANGE = Change("esketamine", "trd", "initial", "failed_ad_count", "eligibility", "expands", 3, 2)


@pytest.fixture
def watched(db: Database) -> Database:
    """Two payers with a source each, nothing fetched yet."""
    register(db, OHIO, [POLICY], at="2026-01-01T00:00:00Z")
    register(db, NATION, [OTHER], at="2026-01-01T00:00:00Z")
    return db


TODAY = "2026-06-15"


def policy(status: Status, effective_on: str | None = None) -> ParsedPolicy:
    position = Position("esketamine", "intranasal", "trd", "initial", status, True, evidence=(Evidence(3, "Covered."),))
    document = DocumentFacts("0" * 64, "text/html", 1, None)
    facts = PolicyFacts(effective_on=date.fromisoformat(effective_on) if effective_on else None)
    return ParsedPolicy("ok", "", document, facts, positions=(position,), fingerprint=status)


def seen(
    db: Database,
    source: Source,
    day: str,
    status: Status,
    state: State = "confirmed",
    effective_on: str | None = None,
) -> int:
    """A fetch of a day that became a version with one position."""
    at = f"{day}T02:00:00Z"
    sha256 = f"{source.source}{day}"
    snapshot = record_snapshot(db, Snapshot(source.source, source.url, source.url, at, "fetched", sha256=sha256))
    reading = store_reading(db, StoredReading(sha256, DRUG_NAMES, "test", "ok", "", status, "{}"))
    version = Version(source.source, snapshot, reading, "first", state, at, at if state == "confirmed" else None)
    return add_version(db, version, policy(status, effective_on))


def statuses(db: Database, wanted: CoverageFilter = CoverageFilter()) -> dict[str, str]:  # noqa: B008 - frozen
    return {row.source: row.status for row in list_coverage(db, wanted, today=TODAY)}


def test_a_source_that_was_never_fetched_is_never_read(watched: Database) -> None:
    row = next(one for one in list_sources(watched) if one.source == POLICY.source)
    assert (row.outcome, row.quality, row.versions, row.last_checked_at) == ("never_read", None, 0, None)


def test_a_failed_fetch_moves_last_checked_and_not_last_good(watched: Database) -> None:
    seen(watched, POLICY, "2026-02-01", "covered")
    failed = Snapshot(POLICY.source, POLICY.url, POLICY.url, "2026-02-02T02:00:00Z", "error", "timed out")
    record_snapshot(watched, failed)
    open_incident(watched, POLICY.source, "unreachable", "timed out", at="2026-02-02T02:00:00Z")
    (row,) = list_sources(watched, payer="northfield")
    assert row.last_checked_at == "2026-02-02T02:00:00Z"
    assert row.last_good_at == "2026-02-01T02:00:00Z"
    assert row.incident == "timed out"


def test_the_outcome_is_the_last_nights_and_no_dry_runs(watched: Database) -> None:
    for kind, outcome in (("nightly", "changed"), ("nightly", "unchanged"), ("dry", "unknown")):
        run = start_or_resume(watched, at="2026-02-01T02:00:00Z", kind=kind).run  # type: ignore[arg-type]
        record_outcome(watched, run, SourceOutcome(POLICY.source, outcome, "ok"))  # type: ignore[arg-type]
        finish(watched, run, at="2026-02-01T03:00:00Z")
    (row,) = list_sources(watched, payer="northfield")
    assert row.outcome == "unchanged"


def test_coverage_is_that_of_the_newest_confirmed_version(watched: Database) -> None:
    seen(watched, POLICY, "2026-02-01", "investigational")
    seen(watched, POLICY, "2026-03-01", "covered")
    seen(watched, POLICY, "2026-04-01", "excluded", "pending")
    assert statuses(watched) == {POLICY.source: "covered"}


def test_coverage_as_of_a_day_is_what_was_seen_by_its_end(watched: Database) -> None:
    seen(watched, POLICY, "2026-02-01", "investigational")
    seen(watched, POLICY, "2026-03-01", "covered")
    assert statuses(watched, CoverageFilter(as_of="2026-01-31")) == {}
    assert statuses(watched, CoverageFilter(as_of="2026-02-28")) == {POLICY.source: "investigational"}
    assert statuses(watched, CoverageFilter(as_of="2026-03-01")) == {POLICY.source: "covered"}


def test_a_version_of_the_future_is_not_in_force_before_its_date(watched: Database) -> None:
    seen(watched, POLICY, "2026-02-01", "investigational", effective_on="2025-01-01")
    seen(watched, POLICY, "2026-06-01", "covered", effective_on="2026-07-01")
    assert statuses(watched) == {POLICY.source: "investigational"}
    assert statuses(watched, CoverageFilter(as_of="2026-06-30")) == {POLICY.source: "investigational"}
    assert statuses(watched, CoverageFilter(as_of="2026-07-01")) == {POLICY.source: "covered"}
    assert [(row.status, row.effective_on) for row in list_upcoming(watched, CoverageFilter(), today=TODAY)] == [
        ("covered", "2026-07-01")
    ]


def test_the_version_in_force_is_as_of_the_last_fetch_that_showed_it(watched: Database) -> None:
    seen(watched, POLICY, "2026-02-01", "investigational")
    again = Snapshot(POLICY.source, POLICY.url, POLICY.url, "2026-05-01T02:00:00Z", "fetched", sha256="again")
    record_snapshot(watched, again)
    store_reading(watched, StoredReading("again", DRUG_NAMES, "test", "ok", "", "investigational", "{}"))
    seen(watched, POLICY, "2026-06-01", "covered", effective_on="2026-07-01")
    (row,) = list_coverage(watched, CoverageFilter(), today=TODAY)
    assert row.as_of == "2026-05-01T02:00:00Z"


def test_a_document_whose_first_edition_is_yet_to_come_covers_nobody_now(watched: Database) -> None:
    seen(watched, POLICY, "2026-06-01", "covered", effective_on="2026-07-01")
    assert statuses(watched) == {}


def test_a_future_version_that_was_taken_back_never_comes_into_force(watched: Database) -> None:
    seen(watched, POLICY, "2026-02-01", "covered", effective_on="2025-01-01")
    seen(watched, POLICY, "2026-06-01", "excluded", effective_on="2026-07-01")
    seen(watched, POLICY, "2026-06-10", "covered", effective_on="2025-01-01")
    assert statuses(watched, CoverageFilter(as_of="2026-08-01")) == {POLICY.source: "covered"}


def test_a_better_reading_of_the_date_decides_when_a_version_is_in_force(watched: Database) -> None:
    seen(watched, POLICY, "2026-02-01", "investigational")
    first = seen(watched, POLICY, "2026-06-01", "covered")
    stored = get_version(watched, first)
    reading = store_reading(watched, StoredReading("x", DRUG_NAMES, "newer", "ok", "", "covered", "{}"))
    again = replace(stored, reading=reading, kind="technical", version=0)
    add_version(watched, again, policy("covered", effective_on="2026-07-01"))
    assert statuses(watched) == {POLICY.source: "investigational"}


def test_a_state_brings_its_payers_and_those_nationwide(watched: Database) -> None:
    seen(watched, POLICY, "2026-02-01", "covered")
    seen(watched, OTHER, "2026-02-01", "excluded")
    assert set(statuses(watched, CoverageFilter(state="OH"))) == {POLICY.source, OTHER.source}
    assert set(statuses(watched, CoverageFilter(state="ND"))) == {OTHER.source}


@pytest.mark.parametrize(
    "wanted",
    [
        CoverageFilter(payer="keystone"),
        CoverageFilter(source=OTHER.source),
        CoverageFilter(status="excluded"),
    ],
)
def test_coverage_can_be_narrowed(watched: Database, wanted: CoverageFilter) -> None:
    seen(watched, POLICY, "2026-02-01", "covered")
    seen(watched, OTHER, "2026-02-01", "excluded")
    assert set(statuses(watched, wanted)) == {OTHER.source}
    assert not list_coverage(watched, replace(wanted, product="ketamine"), today=TODAY)
    assert not list_coverage(watched, replace(wanted, indication="ptsd"), today=TODAY)


def test_a_position_comes_with_its_proof_and_payer(watched: Database) -> None:
    seen(watched, POLICY, "2026-02-01", "covered")
    (row,) = list_coverage(watched, CoverageFilter(), today=TODAY)
    assert (row.page, row.text, row.prior_authorization) == (3, "Covered.", True)
    assert (row.payer_name, row.states, row.as_of) == ("Northfield", ("OH",), "2026-02-01T02:00:00Z")


def test_changes_are_newest_first_and_can_be_narrowed(watched: Database) -> None:
    versions = [seen(watched, POLICY, f"2026-0{month}-01", "covered") for month in (2, 3, 4)]
    for old, new in pairwise(versions):
        record_comparison(
            watched,
            Comparison("expanded", False, (CHANGE,)),
            source=POLICY.source,
            old_version=old,
            new_version=new,
            effective_on=None,
            at=f"2026-0{new + 1}-01T02:00:00Z",
        )
    detected = [row.detected_at[:10] for row in list_changes(watched, ChangeFilter())]
    assert detected == sorted(detected, reverse=True)
    assert len(detected) == 2
    assert len(list_changes(watched, ChangeFilter(since=detected[0]))) == 1
    assert (list_changes(watched, ChangeFilter())[0].before, list_changes(watched, ChangeFilter())[0].after) == (3, 2)
    assert not list_changes(watched, ChangeFilter(direction="restricts"))
    assert not list_changes(watched, ChangeFilter(payer="keystone"))
    assert not list_changes(watched, ChangeFilter(axis="coding"))


def test_the_calendar_has_the_soonest_first_and_leaves_out_what_has_no_date(watched: Database) -> None:
    versions = [seen(watched, POLICY, f"2026-0{month}-01", "covered") for month in range(1, 6)]
    dates = (None, "2026-09-01", "2026-07-01", TODAY)
    for (old, new), effective_on in zip(pairwise(versions), dates, strict=True):
        record_comparison(
            watched,
            Comparison("expanded", False, (CHANGE,)),
            source=POLICY.source,
            old_version=old,
            new_version=new,
            effective_on=effective_on,
            at="2026-06-01T02:00:00Z",
        )
    ahead = list_changes(watched, ChangeFilter(effective_after=TODAY))
    assert [row.effective_on for row in ahead] == ["2026-07-01", "2026-09-01"]
    quarter = list_changes(watched, ChangeFilter(effective_after="2026-01-01", effective_before="2026-09-01"))
    assert [row.effective_on for row in quarter] == [TODAY, "2026-07-01"]


def test_a_redirects_target_is_an_address_when_the_policy_was_there(watched: Database) -> None:
    new = "https://northfield.example/moved"
    at = "2026-02-01T02:00:00Z"
    record_snapshot(watched, Snapshot(POLICY.source, POLICY.url, new, at, "fetched", sha256="s"))
    store_reading(watched, StoredReading("s", DRUG_NAMES, "test", "ok", "", "f", "{}"))
    lost = Snapshot(
        POLICY.source, POLICY.url, "https://northfield.example/login", at[:-3] + "9Z", "fetched", sha256="t"
    )
    record_snapshot(watched, lost)
    store_reading(watched, StoredReading("t", DRUG_NAMES, "test", "login", "", "", "{}"))
    assert [address.url for address in addresses_of(watched, POLICY.source)] == [POLICY.url, new]
