"""A WARC file answers in place of the network."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from db.stores import blob_store
from spiders.replay import ReplayFile
from tests.spiders.crawling import crawl
from tests.spiders.site import POLICY

SITE = "http://site.example"


def write_warc(path: Path, answers: list[tuple[str, str, bytes]]) -> Path:
    """A WARC of (address, status line, body) in this order."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for url, status, body in answers:
            headers = StatusAndHeaders(status, [("Content-Type", "text/html"), ("ETag", '"v1"')], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                url, "response", payload=BytesIO(body), length=len(body), http_headers=headers
            )
            writer.write_record(record)
            record.raw_stream.close()
    return path


@pytest.fixture
def warc(tmp_path: Path) -> Path:
    return write_warc(
        tmp_path / "night.warc.gz", [(f"{SITE}/one", "200 OK", b"old"), (f"{SITE}/one", "200 OK", POLICY)]
    )


def test_recorded_answers_are_stored_as_replayed_and_need_no_contact(data: Path, warc: Path) -> None:
    done = crawl("sample_pages", data, SITE, f"KETWATCH_REPLAY={warc}", contact="")
    row = done.row("one")
    assert " WARNING: Disabled" not in done.log
    assert "no scrapy.spidermiddlewares.referer" not in done.log
    assert (row.outcome, row.provenance, row.http_status) == ("fetched", "replay", 200)
    assert row.sha256 is not None
    assert blob_store(data).get(row.sha256) == POLICY


def test_an_address_nobody_recorded_is_an_error_row(data: Path, warc: Path) -> None:
    done = crawl("sample_pages", data, SITE, f"KETWATCH_REPLAY={warc}", contact="")
    assert (done.row("two").outcome, done.row("two").reason) == ("error", f"not in the replay file: {SITE}/two")


def test_recorded_robots_rules_hold_in_a_replay(data: Path, tmp_path: Path) -> None:
    rules = (f"{SITE}/robots.txt", "200 OK", b"User-agent: ketwatch\nDisallow: /one\n")
    pages = [(f"{SITE}/{path}", "200 OK", POLICY) for path in ("one", "two")]
    warc = write_warc(tmp_path / "rules.warc.gz", [rules, *pages])
    done = crawl("sample_pages", data, SITE, f"KETWATCH_REPLAY={warc}", contact="")
    assert done.row("one").reason == "robots.txt forbids this address"
    assert done.row("two").outcome == "fetched"


def test_recorded_errors_stay_errors(data: Path, tmp_path: Path) -> None:
    warc = write_warc(tmp_path / "down.warc.gz", [(f"{SITE}/one", "404 Not Found", b"gone")])
    done = crawl("sample_pages", data, SITE, f"KETWATCH_REPLAY={warc}", contact="")
    assert done.row("one").reason == "the site answered 404 Not Found"


def test_a_fragment_does_not_hide_a_recorded_answer(warc: Path) -> None:
    answer = ReplayFile.open(warc).answer(f"{SITE}/one#top", size_limit=1_000)
    assert answer is not None
    assert answer.body == POLICY


def test_no_more_is_read_than_the_limit_and_one_byte(warc: Path) -> None:
    answer = ReplayFile.open(warc).answer(f"{SITE}/one", size_limit=10)
    assert answer is not None
    assert len(answer.body) == 11
