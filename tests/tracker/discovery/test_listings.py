"""A document that its index page lists no longer is a reason to look, never a loss of coverage."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from db.candidates import list_candidates
from db.connection import open_db
from db.incidents import open_incidents
from db.runs import finish, start_or_resume
from db.snapshots import record_snapshot
from db.sources import Source, register
from db.stores import blob_store
from tests.tracker.discovery.site import AS_DECLARED, index
from tests.tracker.discovery.spiders.clearwater import SITE, Clearwater
from tests.tracker.nights import NOT_MODIFIED, Failure, Fetched, snapshot_of
from tracker.discovery.listings import follow_listings

POLICY, INDEX = Clearwater.sources
SECOND = replace(INDEX, source="clearwater/archive", url=f"{SITE}/archive/")
OURS = ("2026D0069P", "Ketamine and esketamine", "/policies/2026D0069P.html")
OTHERS = tuple((f"2026D000{n}A", f"Toxin {n}", f"/policies/2026D000{n}A.html") for n in (2, 3, 4))
LISTED, GONE = index(OURS, *OTHERS)[1], index(*OTHERS)[1]
SHELL = b"<html><body><a href='/policies/help.html'>Help</a><div id='app'></div></body></html>"


@dataclass(slots=True)
class Nights:
    """Nights in which index pages were fetched."""

    data: Path
    pages: tuple[Source, ...] = (INDEX,)
    count: int = field(default=0)

    def night(self, *fetched: Fetched) -> list[str]:
        """The reasons of the warnings that are open after one more night."""
        self.count += 1
        at, blobs, db = f"2026-03-{self.count:02d}T02:00:00Z", blob_store(self.data), open_db(self.data)
        register(db, Clearwater.payer, (POLICY, *self.pages), at=at)
        run = start_or_resume(db, at=at).run
        for page, found in zip(self.pages, fetched, strict=True):
            record_snapshot(db, snapshot_of(page, found, blobs, at=at, run=run))
        for _ in range(2):  # a night that is taken up again counts once
            follow_listings(db, blobs, run, at=at)
        finish(db, run, at=at)
        open_now = [one.reason for one in open_incidents(db, "warn") if one.source == POLICY.source]
        assert open_incidents(db) == []
        db.close()
        return open_now


@pytest.fixture
def nights(data: Path) -> Nights:
    return Nights(data)


def test_a_document_is_no_longer_listed_after_three_good_readings_and_listed_again_after_one(nights: Nights) -> None:
    assert [nights.night(page) for page in (LISTED, GONE, GONE)] == [[], [], []]
    said = "clearwater/policies no longer lists it since 2026-03-02 (3 readings), and still lists 4 others"
    assert nights.night(GONE) == [said]
    assert nights.night(GONE) == [said.replace("3 readings", "4 readings")]
    assert nights.night(LISTED) == []


def test_a_page_that_the_server_calls_unchanged_is_a_reading(nights: Nights) -> None:
    nights.night(LISTED)
    nights.night(GONE)
    nights.night(NOT_MODIFIED)
    assert len(nights.night(NOT_MODIFIED)) == 1


@pytest.mark.parametrize("bad", [SHELL, b"", Failure("timed out", None), index()[1]])
def test_a_page_that_lists_hardly_anything_says_nothing(nights: Nights, bad: Fetched) -> None:
    nights.night(LISTED)
    assert [nights.night(bad) for _ in range(4)] == [[]] * 4


def test_bad_readings_in_between_neither_count_nor_start_anew(nights: Nights) -> None:
    found = [nights.night(page) for page in (LISTED, GONE, SHELL, GONE, SHELL, GONE)]
    assert [len(warned) for warned in found] == [0, 0, 0, 0, 0, 1]


def test_a_document_that_was_never_listed_is_not_missed(nights: Nights) -> None:
    assert [nights.night(GONE) for _ in range(5)] == [[]] * 5


def test_a_document_that_another_page_lists_is_listed(nights: Nights) -> None:
    nights.pages = (INDEX, SECOND)
    assert [nights.night(page, LISTED) for page in (LISTED, GONE, GONE, GONE)] == [[]] * 4


def test_the_page_of_the_nights_before_lists_what_it_is_to_list(nights: Nights) -> None:
    assert nights.night(AS_DECLARED["/policies/"][1]) == []
    db = open_db(nights.data)
    assert list_candidates(db) == []
    db.close()
