"""One crawl over every fault, shared by the tests that ask what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.spiders import site as sites
from tests.spiders.crawling import Crawl, crawl
from tests.spiders.site import Answer, Site, page, redirect, serve

PDF_ADDRESS_HTML = b"<html><body>This document has moved. Spravato policies are listed elsewhere.</body></html>"
FAULTS: dict[str, Answer] = {
    "/robots.txt": page(b"User-agent: *\nDisallow: /forbidden\n"),
    "/good-first": page(),
    "/forbidden": page(),
    "/s403": page(b"<h1>Access denied</h1>", status=403),
    "/s404": page(b"gone", status=404),
    "/s500": page(b"oops", status=500),
    "/trickle": sites.trickle,
    "/loop": redirect("/loop-back"),
    "/loop-back": redirect("/loop"),
    "/endless": sites.endless,
    "/cut-off": sites.cut_off,
    "/bomb": sites.gzip_bomb(),
    "/policy.pdf": page(PDF_ADDRESS_HTML),
    "/to-private": redirect("http://10.0.0.1/policy"),
    "/to-link-local": redirect("http://169.254.169.254/latest/"),
    "/to-file": redirect("file:///etc/hostname"),
    "/moved": redirect("/good-first"),
    "/unasked-304": page(b"", status=304),
    "/empty": page(b""),
    "/good-last": page(),
}


@dataclass(frozen=True, slots=True)
class FaultyNight:
    """A crawl over the faults, and the site as it saw it."""

    crawl: Crawl
    site: Site


@pytest.fixture(scope="session")
def faulty_night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FaultyNight]:
    limits = ("DOWNLOAD_TIMEOUT=5", "DOWNLOAD_MAXSIZE=200000", "RETRY_TIMES=1")
    with serve(FAULTS) as site:
        yield FaultyNight(crawl("sample_faults", tmp_path_factory.mktemp("faults"), site.url, *limits), site)
