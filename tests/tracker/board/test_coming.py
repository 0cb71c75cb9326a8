"""Answers that are known already and not in force yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlite_utils import Database

from db.sources import register
from parsers.models import DocumentFacts, ParsedPolicy, PolicyFacts, Position, Status
from tests.db.editions import store_edition
from tests.tracker.board.small import AT, MEADOW, SPRAY, look
from tracker.board.answers import Later
from tracker.board.matrix import matrix
from tracker.board.policy_page import policy_page


def policy(status: Status, effective_on: date | None = None) -> ParsedPolicy:
    position = Position("esketamine", "intranasal", "trd", "initial", status)
    document = DocumentFacts("0" * 64, "text/html", 1, None)
    return ParsedPolicy(
        "ok", "", document, PolicyFacts(effective_on=effective_on), positions=(position,), fingerprint=status
    )


def test_an_answer_about_to_change_says_to_what_and_when(db: Database) -> None:
    register(db, MEADOW, [SPRAY], at=AT)
    store_edition(db, SPRAY, policy("covered"), "2026-03-02")
    store_edition(db, SPRAY, policy("excluded", date(2026, 5, 1)), "2026-03-10")
    (row,) = matrix(db, "2026-04-01T00:00:00Z").rows
    assert row.cells[0].mark == "covered"
    assert row.cells[0].later == Later("excluded", "2026-05-01")
    (row,) = matrix(db, "2026-05-02T00:00:00Z").rows
    assert (row.cells[0].mark, row.cells[0].later) == ("excluded", None)


def test_the_page_of_the_document_announces_it(db: Database, data: Path) -> None:
    register(db, MEADOW, [SPRAY], at=AT)
    store_edition(db, SPRAY, policy("covered"), "2026-03-02")
    store_edition(db, SPRAY, policy("excluded", date(2026, 5, 1)), "2026-03-10")
    page = policy_page(look(db, data, "2026-04-01T00:00:00Z"), SPRAY.source)
    assert page is not None
    assert [one.in_force for one in page.versions] == ["from 2026-05-01", "2026-03-02 to 2026-05-01"]
    assert [one.row.in_force_from for one in page.upcoming] == ["2026-05-01T00:00:00Z"]


def test_the_same_answer_later_is_no_announcement(db: Database) -> None:
    register(db, MEADOW, [SPRAY], at=AT)
    store_edition(db, SPRAY, policy("covered"), "2026-03-02")
    later = replace(policy("covered", date(2026, 5, 1)), fingerprint="b")
    store_edition(db, SPRAY, later, "2026-03-10")
    (row,) = matrix(db, "2026-04-01T00:00:00Z").rows
    assert row.cells[0].later is None
