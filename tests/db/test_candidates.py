"""When a document that was split ends: not before its parts are read and in force, and not while it goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlite_utils import Database

from db.candidates import Candidate, add_candidate, decide_candidate, end_what_was_split, parts_of, split_from
from db.sources import register
from parsers.models import DocumentFacts, ParsedPolicy, PolicyFacts
from tests.db.conftest import AT, PAYER, SOURCE
from tests.db.editions import store_edition

PARTS = tuple(replace(SOURCE, source=f"meadow-health/{name}", url=f"{SOURCE.url}/{name}") for name in ("one", "two"))


def edition(effective_on: date | None = None) -> ParsedPolicy:
    return ParsedPolicy("ok", "", DocumentFacts("0" * 64, "text/html", 1, None), PolicyFacts(effective_on=effective_on))


@pytest.fixture
def split(watched: Database) -> Database:
    """A document of March that was split in two on the first of June."""
    store_edition(watched, SOURCE, edition(), "2026-03-01")
    register(watched, PAYER, PARTS, at=AT)
    for part in PARTS:
        found = Candidate(
            PAYER.payer, "split", part.url, "", "", SOURCE.source, SOURCE.source, "split", "2026-06-01T02:00:00Z"
        )
        kept = add_candidate(watched, found)
        assert kept is not None
        decide_candidate(
            watched, kept.candidate, "adopted", by="ketwatch", at="2026-06-01T02:00:00Z", became=part.source
        )
    return watched


def ended_at(db: Database, at: str) -> str | None:
    end_what_was_split(db, at=at)
    (row,) = db["sources"].rows_where("source = ?", [SOURCE.source])
    return str(row["ended_at"]) if row["ended_at"] else None


def test_whole_and_parts_know_each_other(split: Database) -> None:
    assert parts_of(split, SOURCE.source) == tuple(part.source for part in PARTS)
    assert split_from(split, PARTS[1].source) == SOURCE.source
    assert split_from(split, SOURCE.source) is None


def test_it_stands_until_every_part_is_read(split: Database) -> None:
    store_edition(split, PARTS[0], edition(), "2026-06-02")
    assert ended_at(split, "2026-06-02T03:00:00Z") is None
    store_edition(split, PARTS[1], edition(), "2026-06-03")
    assert ended_at(split, "2026-06-03T03:00:00Z") == "2026-06-03T03:00:00Z"


def test_it_stands_until_every_part_is_in_force(split: Database) -> None:
    store_edition(split, PARTS[0], edition(date(2026, 5, 1)), "2026-06-02")
    store_edition(split, PARTS[1], edition(date(2026, 9, 1)), "2026-06-02")
    assert ended_at(split, "2026-06-02T03:00:00Z") == "2026-09-01T00:00:00Z"


def test_one_that_is_read_again_goes_on_for_good(split: Database) -> None:
    for part in PARTS:
        store_edition(split, part, edition(), "2026-06-02")
    assert ended_at(split, "2026-06-02T03:00:00Z") is not None
    store_edition(split, SOURCE, edition(), "2026-06-05")
    assert ended_at(split, "2026-06-05T03:00:00Z") is None
    assert ended_at(split, "2026-06-06T03:00:00Z") is None
