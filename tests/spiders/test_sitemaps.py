"""Sitemaps of sitemaps: all are asked for, and one document says where the pages are."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

from db.stores import blob_store
from parsers.discovery.mentions import find_mentions
from parsers.discovery.sitemaps import Entry, read_sitemap
from tests.spiders.crawling import Crawl, crawl
from tests.spiders.site import Answer, page, serve

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
PLAN = "https://plan.example"


def urlset(*urls: str) -> bytes:
    places = "".join(f"<url><loc>{url}</loc><lastmod>2026-05-02</lastmod></url>" for url in urls)
    return f"<urlset {_NAMESPACE}>{places}</urlset>".encode()


def listed(site: str, *paths: str) -> Answer:
    """A list of sitemaps; they are written by the address that the site has."""
    places = "".join(f"<sitemap><loc>{path if '://' in path else site + path}</loc></sitemap>" for path in paths)
    return page(f"<sitemapindex {_NAMESPACE}>{places}</sitemapindex>".encode(), Content_Type="application/xml")


def visit(data: Path, pages: dict[str, Answer], *tops: str) -> tuple[Crawl, list[str]]:
    """A crawl of a site whose /sitemap.xml lists `tops`; what was asked, robots.txt left out."""
    with serve(pages) as site:
        pages["/sitemap.xml"] = listed(site.url, *tops)
        if "/nested.xml" in pages:
            pages["/nested.xml"] = listed(site.url, "/more.xml.gz", "/sitemap.xml")
        done = crawl("sample_sitemap", data, site.url)
    return done, [path for path in site.paths() if path != "/robots.txt"]


def body_of(done: Crawl) -> bytes:
    sha256 = done.row("sitemap").sha256
    assert sha256 is not None
    return blob_store(done.data).get(sha256)


def test_nested_and_packed_sitemaps_are_read_once_each(data: Path) -> None:
    packed = page(gzip.compress(urlset(f"{PLAN}/mp-13-esketamine.html")), Content_Type="application/gzip")
    pages = {"/nested.xml": page(), "/more.xml.gz": packed, "/first.xml": page(urlset(f"{PLAN}/botulinum.html"))}
    done, asked = visit(data, pages, "/first.xml", "/nested.xml", "/first.xml", "https://elsewhere.example/map.xml")
    assert asked == ["/sitemap.xml", "/first.xml", "/nested.xml", "/more.xml.gz"]
    assert list(read_sitemap(body_of(done))) == [
        Entry(f"{PLAN}/botulinum.html", date(2026, 5, 2)), Entry(f"{PLAN}/mp-13-esketamine.html", date(2026, 5, 2))
    ]  # fmt: skip
    (found,) = find_mentions(body_of(done), f"{PLAN}/sitemap.xml")
    assert (found.url, found.numbers) == (f"{PLAN}/mp-13-esketamine.html", ("MP-13",))


def test_a_sitemap_that_does_not_answer_keeps_nobody_from_the_others(data: Path) -> None:
    done, asked = visit(data, {"/there.xml": page(urlset(f"{PLAN}/a.html"))}, "/gone.xml", "/there.xml")
    assert asked == ["/sitemap.xml", "/gone.xml", "/there.xml"]
    assert [entry.url for entry in read_sitemap(body_of(done))] == [f"{PLAN}/a.html"]


def test_where_none_can_be_read_the_source_has_failed(data: Path) -> None:
    done, _ = visit(data, {"/page.xml": page()}, "/gone.xml", "/page.xml")
    assert done.row("sitemap").outcome == "error"
    assert done.row("sitemap").reason == "none of its sitemaps can be read"
