"""Each kind of site leads to its documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.stores import blob_store
from spiders.platforms.versioned_path import VersionedAddress
from tests.spiders.crawling import crawl, let_a_night_pass
from tests.spiders.site import POLICY, page, redirect, serve

INDEX = b"""<html><base href="/docs/"><body>
  <a href="lists/mdl-2026.pdf#page=2">Commercial Medical Drug List (PDF)</a>
  <a href="lists/mdl.html">Medical drug list, about</a>
  <a href="b-2.pdf">Bulletin 2</a> <a href="b-1.pdf">Bulletin 1</a>
  <a href="mailto:x@y.example">medical drug list.pdf</a> <a href="http://[broken">bulletin</a>
</body></html>"""


def test_an_index_page_leads_to_the_document_its_link_names(data: Path) -> None:
    pages = {"/index": page(INDEX), "/docs/lists/mdl-2026.pdf": page(), "/docs/b-2.pdf": page(), "/news": page()}
    with serve(pages) as site:
        done = crawl("sample_index", data, site.url)
    address = f"{site.url}/docs/lists/mdl-2026.pdf"
    assert (done.row("list").outcome, done.row("list").url) == ("fetched", address)
    assert done.address("sample-index/list") == address
    assert done.row("newest").url == f"{site.url}/docs/b-2.pdf"
    assert done.row("absent").reason == "0 links of the index page match: bring links in sample_index.py up to date"
    assert done.row("twice").reason.startswith("2 links of the index page match")


def test_the_index_page_is_a_lead_that_is_asked_for_once_and_other_leads_are_fetched_as_they_are(data: Path) -> None:
    with serve({"/index": page(INDEX), "/news": page()}) as site:
        done = crawl("sample_index", data, site.url)
    assert [done.row(lead).outcome for lead in ("index", "news")] == ["fetched", "fetched"]
    assert site.paths().count("/index") == 1


def test_a_link_that_moved_moves_the_source_with_it(data: Path) -> None:
    pages = {"/index": page(INDEX), "/docs/lists/mdl-2026.pdf": page(), "/docs/lists/mdl-2027.pdf": page()}
    with serve(pages) as site:
        crawl("sample_index", data, site.url)
        pages["/index"] = page(INDEX.replace(b"mdl-2026", b"mdl-2027"))
        done = crawl("sample_index", data, site.url)
    assert done.address("sample-index/list") == f"{site.url}/docs/lists/mdl-2027.pdf"
    assert [row.outcome for row in done.rows()["list"]] == ["fetched", "fetched"]


def test_an_index_page_that_fails_is_an_error_of_every_source_behind_it(data: Path) -> None:
    with serve({"/news": page()}) as site:
        done = crawl("sample_index", data, site.url)
    assert {row.reason for rows in done.rows().values() for row in rows} - {""} == {
        "index page: the site answered 404 Not Found"
    }


@pytest.fixture(scope="module")
def versions() -> dict[str, object]:
    """Policy 7 is two versions on, 8 has none newer, 9 answers "not found" with status 200, or by a redirect."""
    return {
        "/MP-7-009.html": page(b"replaced Spravato policy"),
        "/MP-7-010.html": page(b"replaced Spravato policy"),
        "/MP-7-011.html": page(POLICY),
        "/MP-8-001.html": page(POLICY, ETag='"v1"'),
        "/MP-8-002.html": redirect("/MP-8-001.html"),
        "/MP-9-001.html": page(POLICY),
        "/MP-9-002.html": page(b"<h1>Sorry, we could not find that page</h1>"),
    }


def test_later_versions_are_followed_to_the_last_one_that_is_there(data: Path, versions: dict[str, object]) -> None:
    with serve(versions) as site:  # type: ignore[arg-type]
        crawl("sample_versions", data, site.url)
        let_a_night_pass(data)
        done = crawl("sample_versions", data, site.url)
    newest = f"{site.url}/MP-7-011.html"
    first, second = done.rows()["renewed"]
    assert (first.url, second.url) == (newest, newest)
    assert first.sha256 is not None
    assert blob_store(data).get(first.sha256) == POLICY
    assert done.address("sample-versions/renewed") == newest
    assert "/MP-7-009.html" not in site.paths()
    assert site.paths().count("/MP-7-012.html") == 2
    assert {row.url for slug in ("same", "soft") for row in done.rows()[slug]} == {
        f"{site.url}/MP-8-001.html",
        f"{site.url}/MP-9-001.html",
    }


@pytest.mark.parametrize(
    ("url", "later"),
    [
        ("https://a.example/II-22/II-22-007.html", "https://a.example/II-22/II-22-008.html"),
        ("https://a.example/mp-65-099-name-of-drug.html", "https://a.example/mp-65-100-name-of-drug.html"),
        ("https://a.example/p-99.pdf", "https://a.example/p-100.pdf"),
    ],
)
def test_a_later_version_has_a_number_as_wide(url: str, later: str) -> None:
    address = VersionedAddress.parse(url)
    assert address is not None
    assert address.later() == later


@pytest.mark.parametrize("url", ["https://a.example/ii-1/ii-1-00111.html", "https://a.example/0938.html"])
def test_a_path_without_a_version_is_none(url: str) -> None:
    assert VersionedAddress.parse(url) is None


def test_the_print_variant_is_fetched_in_place_of_the_page(data: Path) -> None:
    with serve({"/policy": page(b"banner"), "/policy?print=1": page(), "/index": page()}) as site:
        done = crawl("sample_print", data, site.url)
    assert (done.row("policy").url, done.row("policy").outcome) == (f"{site.url}/policy?print=1", "fetched")
    assert "/policy" not in site.paths()
    assert "/index" in site.paths()
    assert done.address("sample-print/policy") == f"{site.url}/policy"
