"""Pages that need a browser, on a machine that has none."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

import pytest

from db.snapshots import NEEDS_BROWSER
from spiders.browser import is_installed, is_unwanted
from tests.spiders.crawling import crawl
from tests.spiders.site import page, serve


@pytest.mark.skipif(is_installed(), reason="left out: scrapy-playwright is installed, so the page would be asked for")
def test_without_the_library_the_page_is_not_readable_and_nothing_is_asked_of_it(data: Path) -> None:
    with serve({"/shell": page(), "/plain": page()}) as site:
        done = crawl("sample_browser", data, site.url)
    assert done.row("shell").outcome == "error"
    assert done.row("shell").reason.startswith(NEEDS_BROWSER)
    assert "ketwatch[browser]" in done.row("shell").reason
    assert done.row("plain").outcome == "fetched"
    assert "/shell" not in site.paths()


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of a page in the browser, as Playwright describes it."""

    url: str
    resource_type: str


@pytest.mark.parametrize(
    ("url", "kind", "unwanted"),
    [
        ("http://93.184.215.14/policy.js", "script", False),
        ("http://93.184.215.14/logo.png", "image", True),
        ("http://127.0.0.1/admin", "fetch", True),
        ("http://10.0.0.1/router", "document", True),
        ("file:///etc/passwd", "document", True),
    ],
)
def test_the_page_in_the_browser_reaches_public_addresses_only(url: str, kind: str, *, unwanted: bool) -> None:
    assert asyncio.run(is_unwanted(Asked(url, kind))) is unwanted
