"""Payers, sources and the addresses they have had."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from db.sources import Payer, all_sources, get_payer, get_source, register
from tests.db.conftest import AT, PAYER, SOURCE

LATER = "2026-04-01T02:00:00Z"


def test_a_payer_and_its_sources_come_back_as_registered(watched: Database) -> None:
    assert get_payer(watched, PAYER.payer) == PAYER
    assert get_source(watched, SOURCE.source) == SOURCE
    assert all_sources(watched, payer=PAYER.payer) == [SOURCE]
    assert all_sources(watched, payer="nobody") == []


def test_whom_a_payer_belongs_to_and_what_a_document_is_made_after_come_back(db: Database) -> None:
    payer = Payer("meadow-plan", "Meadow Plan", "employer", ("MI",), "Meadow Group", ("Prime",), PAYER.payer)
    source = replace(SOURCE, payer="meadow-plan", source="meadow-plan/a", shared_policy="5.01.16", seen=False)
    register(db, payer, [source], at=AT)
    assert get_payer(db, payer.payer) == payer
    assert get_source(db, source.source) == source


def test_what_is_not_registered_is_none(watched: Database) -> None:
    assert get_source(watched, "nobody/nothing") is None
    assert get_payer(watched, "nobody") is None


def test_a_source_that_moves_keeps_its_identity_and_its_old_address(watched: Database) -> None:
    moved = replace(SOURCE, url="https://meadow.example/new/esketamine.pdf")
    register(watched, PAYER, [moved], at=LATER)
    assert all_sources(watched) == [moved]
    dated = [(row["url"], row["first_seen_at"]) for row in watched["addresses"].rows_where(order_by="first_seen_at")]
    assert dated == [(SOURCE.url, AT), (moved.url, LATER)]
