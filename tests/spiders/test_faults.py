"""Whatever a site does, one row says so, and the other sources are fetched all the same."""

from __future__ import annotations

import pytest

from db.stores import blob_store
from tests.spiders.conftest import PDF_ADDRESS_HTML, FaultyNight
from tests.spiders.crawling import CONTACT
from tests.spiders.site import POLICY


@pytest.mark.parametrize(
    ("slug", "reason"),
    [
        ("s403", "the site answered 403 Forbidden"),
        ("s404", "the site answered 404 Not Found"),
        ("s500", "the site answered 500 Internal Server Error"),
        ("trickle", "timeout: no complete answer came in time"),
        ("loop", "redirect loop: redirected too many times"),
        ("endless", "too large: the answer exceeds the size limit"),
        ("bomb", "too large: the answer unpacks beyond the size limit"),
        ("cut-off", "cut off: the connection broke before the whole answer came"),
        ("forbidden", "robots.txt forbids this address"),
        ("to-private", "refused: 10.0.0.1 is not a public address (10.0.0.1)"),
        ("to-link-local", "refused: 169.254.169.254 is not a public address (169.254.169.254)"),
        ("to-file", "the site answered 302 Found"),
        ("private", "refused: 192.168.0.1 is not a public address (192.168.0.1)"),
        ("no-server", "the host refused the connection"),
        ("unasked-304", "the site answered 304 Not Modified to an unconditional request"),
    ],
)
def test_a_failed_fetch_is_one_error_row_with_its_reason(faulty_night: FaultyNight, slug: str, reason: str) -> None:
    row = faulty_night.crawl.row(slug)
    assert (row.outcome, row.reason) == ("error", reason)


@pytest.mark.parametrize("slug", ["good-first", "good-last", "moved"])
def test_good_sources_among_bad_ones_are_fetched(faulty_night: FaultyNight, slug: str) -> None:
    row = faulty_night.crawl.row(slug)
    assert (row.outcome, row.http_status, row.reason) == ("fetched", 200, "")
    assert row.sha256 is not None
    assert blob_store(faulty_night.crawl.data).get(row.sha256) == POLICY
    assert row.byte_count == len(POLICY)


def test_a_redirect_keeps_both_addresses(faulty_night: FaultyNight) -> None:
    row = faulty_night.crawl.row("moved")
    assert (row.url, row.final_url) == (f"{faulty_night.site.url}/moved", f"{faulty_night.site.url}/good-first")


def test_html_at_the_address_of_a_pdf_is_stored_for_the_quality_gate(faulty_night: FaultyNight) -> None:
    row = faulty_night.crawl.row("policy-pdf")
    assert row.outcome == "fetched"
    assert row.sha256 is not None
    assert blob_store(faulty_night.crawl.data).get(row.sha256) == PDF_ADDRESS_HTML


def test_an_empty_answer_is_stored_as_one(faulty_night: FaultyNight) -> None:
    row = faulty_night.crawl.row("empty")
    assert (row.outcome, row.byte_count) == ("fetched", 0)


def test_the_body_of_an_error_answer_is_kept_as_evidence(faulty_night: FaultyNight) -> None:
    row = faulty_night.crawl.row("s403")
    assert row.sha256 is not None
    assert blob_store(faulty_night.crawl.data).get(row.sha256) == b"<h1>Access denied</h1>"


def test_every_source_has_exactly_one_row(faulty_night: FaultyNight) -> None:
    assert {slug: len(rows) for slug, rows in faulty_night.crawl.rows().items()} == dict.fromkeys(
        faulty_night.crawl.rows(), 1
    )


def test_a_forbidden_page_is_never_asked_for(faulty_night: FaultyNight) -> None:
    assert "/forbidden" not in faulty_night.site.paths()


def test_a_failing_server_is_asked_again(faulty_night: FaultyNight) -> None:
    assert faulty_night.site.paths().count("/s500") == 2


def test_a_missing_page_is_not_asked_for_again(faulty_night: FaultyNight) -> None:
    assert faulty_night.site.paths().count("/s404") == 1


def test_every_request_names_us_and_the_operator(faulty_night: FaultyNight) -> None:
    agents = {headers["user-agent"] for _, headers, _ in faulty_night.site.requests}
    (agent,) = agents
    assert agent.startswith("ketwatch/")
    assert agent.endswith(f" (+{CONTACT})")


def test_a_crawl_with_faults_ends_well_and_without_errors_of_our_own(faulty_night: FaultyNight) -> None:
    assert faulty_night.crawl.exit_code == 0
    assert "[scrapy.core.scraper] ERROR" not in faulty_night.crawl.log
    assert "Deprecat" not in faulty_night.crawl.log
