"""The crawl's side of the database: when to ask conditionally, what to skip, and a disk that is full."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from scrapy.settings import Settings
from sqlite_utils import Database

from db.blobs import BlobStore
from db.runs import start_or_resume
from db.snapshots import Snapshot, Validators, record_snapshot, snapshots_of
from db.sources import Payer, Source, register
from spiders.archive import Archive
from spiders.items import FetchedDocument
from tests.spiders.crawling import crawl
from tests.spiders.site import page, serve

URL = "https://fault.example/policy"
PAYER = Payer("fault-health", "Fault Health", "commercial", ("MI",))
SOURCE = Source("fault-health/policy", "fault-health", "Policy", URL, line_of_business="commercial")
ETAG = (("ETag", '"v1"'),)
FETCHED = Snapshot(SOURCE.source, URL, URL, "2026-11-01T02:00:00Z", "fetched", headers=ETAG, sha256="0" * 64)
DOCUMENT = FetchedDocument(SOURCE.source, URL, URL, "2026-11-02T02:00:00Z", "fetched", status=200, body=b"Spravato")


@pytest.fixture
def archive(db: Database, blobs: BlobStore) -> Archive:
    register(db, PAYER, [SOURCE], at="2026-11-01T01:00:00Z")
    return Archive(db, blobs, None, "crawl")


def _nights_not_modified(db: Database, count: int) -> None:
    for night in range(count):
        at = f"2026-11-{night + 2:02d}T02:00:00Z"
        record_snapshot(db, replace(FETCHED, fetched_at=at, outcome="not_modified", sha256=None))


def test_the_first_fetch_is_unconditional(archive: Archive) -> None:
    assert archive.validators(SOURCE.source, URL) is None


def test_the_validators_are_the_servers_own(archive: Archive) -> None:
    record_snapshot(archive.db, FETCHED)
    assert archive.validators(SOURCE.source, URL) == Validators('"v1"', None)


@pytest.mark.parametrize(("nights", "conditional"), [(5, True), (6, False)])
def test_every_seventh_night_is_a_full_fetch(archive: Archive, nights: int, conditional: bool) -> None:
    record_snapshot(archive.db, FETCHED)
    _nights_not_modified(archive.db, nights)
    assert (archive.validators(SOURCE.source, URL) is not None) is conditional


def test_a_version_that_waits_for_a_second_fetch_gets_a_full_one(archive: Archive) -> None:
    snapshot = record_snapshot(archive.db, FETCHED)
    reading = dict.fromkeys(("must_mention", "extractor", "quality", "reason", "fingerprint", "parsed"), "")
    reading["sha256"] = "0" * 64
    number = archive.db.table("readings").insert(reading).last_pk
    version = {"source": SOURCE.source, "snapshot": snapshot, "reading": number, "kind": "change", "state": "pending",
               "seen_at": "2026-11-01T03:00:00Z"}  # fmt: skip
    archive.db.table("versions").insert(version)
    assert archive.validators(SOURCE.source, URL) is None


def test_bytes_are_stored_before_the_row(archive: Archive) -> None:
    archive.record(DOCUMENT)
    (row,) = snapshots_of(archive.db, SOURCE.source)
    assert row.sha256 is not None
    assert archive.blobs.get(row.sha256) == b"Spravato"
    assert archive.recorded == {SOURCE.source}


def test_bytes_that_cannot_be_stored_are_an_error_row(archive: Archive, data: Path) -> None:
    (data / "snapshots").write_text("a file where the folder should be")
    archive.record(DOCUMENT)
    (row,) = snapshots_of(archive.db, SOURCE.source)
    assert (row.outcome, row.sha256) == ("error", None)
    assert row.reason.startswith("could not be stored: ")


def test_a_row_that_cannot_be_stored_stops_nothing(archive: Archive, caplog: pytest.LogCaptureFixture) -> None:
    archive.record(replace(DOCUMENT, source="fault-health/unknown"))
    archive.record(DOCUMENT)
    assert "fault-health/unknown: the snapshot row could not be stored" in caplog.text
    assert archive.recorded == {SOURCE.source}


def test_a_disk_that_fills_up_costs_the_one_document_only(data: Path) -> None:
    too_big = os.urandom(3_000_000)
    with serve({"/one": page(too_big), "/two": page()}) as site:
        crawl("sample_pages", data, site.url)
        full = crawl("sample_pages", data / "full", site.url, file_size_blocks=4_000)
    assert full.row("one").outcome == "error"
    assert full.row("one").reason.startswith("could not be stored: ")
    assert full.row("two").outcome == "fetched"
    assert not list((data / "full" / "snapshots").rglob("*.part"))


def test_a_run_taken_up_again_asks_only_for_what_failed(data: Path, db: Database) -> None:
    run = start_or_resume(db, at="2026-11-23T02:00:00Z").run
    with serve({"/one": page()}) as site:
        crawl("sample_pages", data, site.url, f"KETWATCH_RUN={run}")
        site.pages["/two"] = page()
        done = crawl("sample_pages", data, site.url, f"KETWATCH_RUN={run}")
    assert site.paths().count("/one") == 1
    assert done.rows()["two"][-1].outcome == "fetched"
    assert {row.run for rows in done.rows().values() for row in rows} == {run}


def test_an_unknown_run_is_refused(data: Path, db: Database) -> None:
    settings = Settings({"KETWATCH_DATA": str(data), "KETWATCH_RUN": "7"})
    with pytest.raises(ValueError, match="KETWATCH_RUN=7 is no run"):
        Archive.from_settings(settings)
    assert db["snapshots"].count == 0
