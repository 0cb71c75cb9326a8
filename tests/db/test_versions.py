"""Versions with their positions and codes, and the states they go through."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlite_utils import Database

from db.readings import StoredReading, store_reading
from db.snapshots import Snapshot, record_snapshot
from db.versions import (
    Version,
    add_version,
    confirm_version,
    facts_of,
    get_version,
    has_pending,
    last_confirmed,
    pending_version,
    reject_version,
    versions_of,
)
from parsers.models import Code, DocumentFacts, Evidence, Leaf, ParsedPolicy, PolicyFacts, Position
from tests.db.conftest import AT, SOURCE

FACTS = PolicyFacts("MH-12", "Esketamine", date(2026, 2, 1), None, date(2026, 1, 5), None, superseded=True)
POLICY = ParsedPolicy(
    "ok",
    "Readable.",
    DocumentFacts("a" * 64, "text/html", 1, None),
    policy=FACTS,
    products=("esketamine",),
    positions=(
        Position(
            "esketamine", "intranasal", "trd", "initial", "covered", prior_authorization=True,
            criteria=Leaf("age_min", 18, "18 years or older"), evidence=(Evidence(2, "is covered"),),
        ),
    ),
    codes=(Code("HCPCS", "J0013", "covered", 3, "esketamine"),),
)  # fmt: skip


@pytest.fixture
def version(watched: Database) -> Version:
    """A version that could be stored."""
    fetch = Snapshot(SOURCE.source, SOURCE.url, SOURCE.url, AT, "fetched", sha256="a" * 64)
    reading = StoredReading("a" * 64, SOURCE.must_mention, "release 1", "ok", "", "f", "{}")
    return Version(
        SOURCE.source, record_snapshot(watched, fetch), store_reading(watched, reading), "first", "confirmed", AT, AT
    )


def another(db: Database, version: Version, day: int) -> Version:
    fetch = Snapshot(SOURCE.source, SOURCE.url, SOURCE.url, f"2026-03-{day:02d}T02:00:00Z", "fetched")
    return replace(version, snapshot=record_snapshot(db, fetch), kind="change", seen_at=fetch.fetched_at)


def test_a_version_keeps_what_the_document_says(watched: Database, version: Version) -> None:
    number = add_version(watched, version, POLICY)
    assert get_version(watched, number) == replace(version, version=number)
    assert facts_of(watched, number) == FACTS
    (position,) = watched["positions"].rows
    assert (position["status"], position["prior_authorization"], position["page"], position["text"]) == (
        "covered", 1, 2, "is covered",
    )  # fmt: skip
    (code,) = watched["codes"].rows
    assert (code["code"], code["role"], code["page"]) == ("J0013", "covered", 3)


def test_the_same_version_is_stored_once(watched: Database, version: Version) -> None:
    assert add_version(watched, version, POLICY) == add_version(watched, version, POLICY)
    assert watched["positions"].count == 1


def test_the_version_in_force_is_the_newest_confirmed_one(watched: Database, version: Version) -> None:
    assert last_confirmed(watched, SOURCE.source) is None
    first = add_version(watched, version, POLICY)
    waiting = add_version(watched, replace(another(watched, version, 2), state="pending"), POLICY)
    found = last_confirmed(watched, SOURCE.source)
    assert found is not None
    assert found.version == first
    confirm_version(watched, waiting, at="2026-03-03T02:00:00Z")
    found = last_confirmed(watched, SOURCE.source)
    assert found is not None
    assert (found.version, found.confirmed_at) == (waiting, "2026-03-03T02:00:00Z")


def test_a_version_that_waits_is_found_until_it_is_rejected(watched: Database, version: Version) -> None:
    waiting = add_version(watched, replace(version, state="pending", confirmed_at=None), POLICY)
    assert has_pending(watched, SOURCE.source)
    found = pending_version(watched, SOURCE.source)
    assert found is not None
    assert found.version == waiting
    reject_version(watched, waiting)
    assert not has_pending(watched, SOURCE.source)
    assert [kept.state for kept in versions_of(watched, SOURCE.source)] == ["rejected"]
