"""The views that answer the fifteen questions of domain.md 7.1."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.changes import Change, Comparison, record_comparison
from db.connection import open_db
from db.corrections import add_correction
from db.readings import StoredReading, store_reading
from db.revisions import Corroboration, record_corroboration
from db.sources import Payer, Source, register
from db.versions import add_version, get_version
from db.views import View, column_meanings, make_views, views, views_are_made
from parsers.jsonio import dump_parsed
from parsers.models import DocumentFacts, Evidence, Group, Indication, Leaf, ParsedPolicy, PolicyFacts, Position, Status
from tests.db.conftest import AT, PAYER, SOURCE
from tests.db.editions import store_edition

TODAY = datetime.now(UTC).date()
ORAL = Leaf("oral_ad", "required", "together with an oral antidepressant")
LENGTH = Leaf("initial_auth_days", 90, "approved for 3 months", 2)
PEER = Payer("harbor", "Harbor", "commercial", ("OH",))
PEERS_SOURCE = Source("harbor/spravato", "harbor", "Spravato", "https://harbor.example/spravato")


def policy(status: Status, *leaves: Leaf, effective_on: date | None = None, use: Indication = "trd") -> ParsedPolicy:
    criteria = Group("all", leaves) if leaves else None
    proof = (Evidence(1, f"It is {status}."),)
    position = Position("esketamine", "intranasal", use, "initial", status, True, criteria, proof)
    document = DocumentFacts("0" * 64, "text/html", 1, None)
    return ParsedPolicy(
        "ok", "", document, PolicyFacts(effective_on=effective_on), positions=(position,),
        fingerprint=f"{status} {leaves} {effective_on} {use}",
    )  # fmt: skip


def rows(db: Database, view: str, columns: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in db.conn.execute(f"SELECT {columns} FROM {view}")]


@pytest.mark.parametrize("view", views(), ids=lambda view: view.name)
def test_every_view_can_be_asked_and_each_of_its_columns_is_explained(db: Database, view: View) -> None:
    asked = db.conn.execute(f"SELECT * FROM {view.name}")
    assert {column[0] for column in asked.description} <= column_meanings().keys()
    assert view.question.endswith("?")


def test_no_meaning_is_given_to_a_column_that_no_view_has(db: Database) -> None:
    named = {column[0] for view in views() for column in db.conn.execute(f"SELECT * FROM {view.name}").description}
    assert column_meanings().keys() == named


def test_a_view_of_an_older_release_is_made_anew(watched: Database) -> None:
    watched.conn.execute("DROP VIEW denials")
    watched.conn.execute("CREATE VIEW denials AS SELECT 1 AS payer")
    assert not views_are_made(watched)
    make_views(watched)
    assert views_are_made(watched)


def test_opening_a_database_whose_views_are_made_writes_nothing(watched: Database, data: Path) -> None:
    version = watched.conn.execute("PRAGMA schema_version").fetchone()[0]
    again = open_db(data)
    assert again.conn.execute("PRAGMA schema_version").fetchone()[0] == version
    again.close()


def test_a_version_is_in_force_from_the_day_it_was_seen(watched: Database) -> None:
    store_edition(watched, SOURCE, policy("covered", effective_on=date(2020, 1, 1)), "2026-03-02")
    assert rows(watched, "versions_in_force", "in_force_from, in_force_until") == [("2026-03-02T02:00:00Z", None)]


def test_a_notice_is_in_force_from_its_effective_date(watched: Database) -> None:
    ahead = TODAY + timedelta(days=30)
    store_edition(watched, SOURCE, policy("covered"), "2026-03-02")
    store_edition(watched, SOURCE, policy("excluded", effective_on=ahead), "2026-03-03")
    begins = f"{ahead}T00:00:00Z"
    assert set(rows(watched, "coverage_history", "status, in_force_from, in_force_until")) == {
        ("covered", "2026-03-02T02:00:00Z", begins), ("excluded", begins, None),
    }  # fmt: skip
    assert rows(watched, "coverage_now", "status") == [("covered",)]


def test_a_notice_that_was_replaced_before_its_date_never_comes_into_force(watched: Database) -> None:
    ahead = TODAY + timedelta(days=30)
    store_edition(watched, SOURCE, policy("excluded", effective_on=ahead), "2026-03-02")
    store_edition(watched, SOURCE, policy("covered"), "2026-03-03")
    assert rows(watched, "coverage_history", "status") == [("covered",)]


def test_what_a_fetch_showed_is_its_last_reading(watched: Database) -> None:
    first = store_edition(watched, SOURCE, policy("covered", effective_on=TODAY + timedelta(days=30)), "2026-03-02")
    better = policy("investigational")
    stored = StoredReading("again", SOURCE.must_mention, "newer", "ok", "", better.fingerprint, dump_parsed(better))
    version = get_version(watched, first)
    again = replace(version, reading=store_reading(watched, stored), kind="technical", version=0)
    add_version(watched, again, better)
    assert rows(watched, "coverage_history", "status, in_force_until") == [("investigational", None)]


def test_a_version_is_shown_until_another_takes_its_place_even_one_of_the_future(watched: Database) -> None:
    store_edition(watched, SOURCE, policy("covered"), "2026-03-02")
    store_edition(watched, SOURCE, policy("excluded", effective_on=TODAY + timedelta(days=30)), "2026-03-03")
    assert rows(watched, "coverage_now", "status, shown_until") == [("covered", "2026-03-03T02:00:00Z")]


FEWER = Change("esketamine", "trd", "initial", "failed_ad_count", "eligibility", "expands", 3, 2)
EXPANDED = Comparison("expanded", action_required=False, changes=(FEWER,))


def compared(db: Database, found: Comparison) -> int:
    """The number of a comparison of two versions of a document."""
    old = store_edition(db, SOURCE, policy("covered"), "2026-03-02")
    new = store_edition(db, SOURCE, policy("covered", ORAL), "2026-03-03")
    return record_comparison(
        db, found, source=SOURCE.source, old_version=old, new_version=new, effective_on=None, at=AT
    )


def test_the_log_shows_what_holds_of_a_change(watched: Database) -> None:
    number = compared(watched, EXPANDED)
    holds = Comparison("restricted", False, (replace(FEWER, direction="restricts", after=4),), confidence="low")
    add_correction(watched, number, holds, origin="reading", reason="misread", at=AT)
    assert rows(watched, "change_log", "verdict, direction, before, after, confidence") == [
        ("restricted", "restricts", "3", "4", "low")
    ]


def test_what_was_taken_back_is_in_no_log_and_no_event(watched: Database) -> None:
    number = compared(watched, EXPANDED)
    assert rows(watched, "events", "payer_count, verdict") == [(1, "expanded")]
    add_correction(watched, number, None, origin="review", reason="no change", at=AT)
    assert rows(watched, "change_log", "verdict") == rows(watched, "events", "verdict") == []


def test_the_payers_own_history_stands_beside_what_we_saw(watched: Database) -> None:
    number = compared(watched, EXPANDED)
    record_corroboration(watched, number, Corroboration("says_otherwise", "it says that nothing changed"))
    assert rows(watched, "second_witness", "verdict, agreement") == [("expanded", "says_otherwise")]


def test_a_version_that_waits_for_a_second_fetch_is_not_in_force(watched: Database) -> None:
    store_edition(watched, SOURCE, policy("covered"), "2026-03-02")
    store_edition(watched, SOURCE, policy("excluded"), "2026-03-03", state="pending")
    assert rows(watched, "coverage_now", "status") == [("covered",)]


def test_who_demands_an_oral_antidepressant_is_told_from_who_says_nothing(watched: Database) -> None:
    register(watched, PEER, [PEERS_SOURCE], at=AT)
    store_edition(watched, SOURCE, policy("covered", ORAL), "2026-03-02")
    store_edition(watched, PEERS_SOURCE, policy("covered"), "2026-03-02")
    assert set(rows(watched, "oral_antidepressant", "payer, demand")) == {
        (PAYER.payer, "required"), (PEER.payer, "not stated"),
    }  # fmt: skip


def test_the_length_of_an_approval_comes_with_its_clause(watched: Database) -> None:
    store_edition(watched, SOURCE, policy("covered", ORAL, LENGTH), "2026-03-02")
    assert rows(watched, "authorization_lengths", "authorization_days, text, page") == [
        (90, "approved for 3 months", 2)
    ]


def test_a_denial_counts_the_peers_that_cover_the_same_use(watched: Database) -> None:
    register(watched, PEER, [PEERS_SOURCE], at=AT)
    store_edition(watched, SOURCE, policy("investigational"), "2026-03-02")
    store_edition(watched, PEERS_SOURCE, policy("covered"), "2026-03-02")
    assert rows(watched, "denials", "payer, peers_covering") == [(PAYER.payer, 1)]


def test_a_payer_that_covers_the_use_elsewhere_is_no_peer_of_itself(watched: Database) -> None:
    other = Source("meadow-health/second", PAYER.payer, "Second", "https://meadow.example/second")
    register(watched, PAYER, [other], at=AT)
    store_edition(watched, SOURCE, policy("investigational"), "2026-03-02")
    store_edition(watched, other, policy("covered"), "2026-03-02")
    assert rows(watched, "denials", "peers_covering") == [(0,)]
