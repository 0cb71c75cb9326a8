"""Pages that need a browser: read with a real one, and told as not readable where there is none."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from scrapy.settings import Settings

from db.snapshots import NEEDS_BROWSER
from db.stores import blob_store
from spiders.browser import find_browser
from spiders.browser_pages import is_unwanted
from spiders.middlewares.addresses import PublicAddressOnly
from tests.spiders.crawling import Crawl, crawl
from tests.spiders.site import Answer, Site, page, serve

needs_chromium = pytest.mark.skipif(
    find_browser(Settings()) is None, reason="left out: chromium is not installed (Debian: apt-get install chromium)"
)
NO_BROWSER = "KETWATCH_CHROMIUM=no-such-program"
DELAY_S = 1.0

_SHELL = page(
    b"""<html><head><title>Policies</title></head><body><div id="app"></div>
    <p id="who"></p><img src="/logo.png"><script src="/app.js"></script></body></html>""",
    ETag='"shell"',
)
_SCRIPT = page(
    b"""document.getElementById("who").textContent = navigator.userAgent;
    fetch("/data/policy.txt").then(answer => answer.text()).then(text => {
        setTimeout(() => { document.getElementById("app").innerHTML = "<h1>Esketamine</h1><p>" + text + "</p>"; }, 50);
    });""",
    Content_Type="text/javascript",
)
_WORDS = page(b"Covered after two trials.", Content_Type="text/plain")
PAGES: dict[str, Answer] = {
    "/shell": _SHELL, "/second": _SHELL, "/app.js": _SCRIPT, "/data/policy.txt": _WORDS, "/plain": page(),
}  # fmt: skip


def text_of(done: Crawl, slug: str) -> str:
    sha256 = done.rows()[slug][-1].sha256
    assert sha256 is not None
    return blob_store(done.data).get(sha256).decode()


@dataclass(frozen=True, slots=True)
class Visit:
    """A crawl by browser, and the site that it asked."""

    done: Crawl
    site: Site


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """The same crawl twice."""
    data = tmp_path_factory.mktemp("browser") / "data"
    with serve(PAGES) as site:
        settings = (f"DOWNLOAD_DELAY={DELAY_S}", "DOWNLOAD_DELAY_JITTER=0")
        crawl("sample_browser", data, site.url, *settings)
        return Visit(crawl("sample_browser", data, site.url, *settings), site)


@needs_chromium
def test_what_a_script_writes_is_in_the_document(visit: Visit) -> None:
    assert visit.done.rows()["shell"][-1].outcome == "fetched"
    assert "<p>Covered after two trials.</p>" in text_of(visit.done, "shell")


@needs_chromium
def test_every_request_of_the_page_and_its_scripts_say_who_asks(visit: Visit) -> None:
    assert {headers["user-agent"].partition("/")[0] for _, headers, _ in visit.site.requests} == {"ketwatch"}
    assert '<p id="who">ketwatch/' in text_of(visit.done, "shell")


@needs_chromium
def test_pictures_are_not_asked_for(visit: Visit) -> None:
    assert "/app.js" in visit.site.paths()
    assert "/logo.png" not in visit.site.paths()


@needs_chromium
def test_the_delay_of_a_host_runs_from_the_last_request_of_a_page(visit: Visit) -> None:
    documents = [path for path in visit.site.paths() if path in {"/shell", "/second", "/plain"}]
    assert len(documents) == 6
    gaps = [
        after - before
        for (_, _, before), (path, _, after) in pairwise(visit.site.requests)
        if path in {"/shell", "/second", "/plain"}
    ]
    assert min(gaps) >= DELAY_S


@needs_chromium
def test_a_shell_that_has_not_changed_proves_nothing(visit: Visit) -> None:
    asked = [headers for path, headers, _ in visit.site.requests if path == "/shell"]
    assert len(asked) == 2
    assert not any("if-none-match" in headers for headers in asked)


@needs_chromium
def test_robots_txt_holds_for_the_page_and_for_what_it_asks(data: Path) -> None:
    robots = page(b"User-agent: *\nDisallow: /data/\nDisallow: /second\n", Content_Type="text/plain")
    with serve(PAGES | {"/robots.txt": robots}) as site:
        done = crawl("sample_browser", data, site.url)
    assert done.row("second").reason == "robots.txt forbids this address"
    assert "two trials" not in text_of(done, "shell")
    assert not {"/second", "/data/policy.txt"} & set(site.paths())


@needs_chromium
def test_a_page_that_does_not_answer_is_a_failure_in_plain_words(data: Path) -> None:
    with serve(PAGES | {"/shell": page(b"gone", status=404)}) as site:
        done = crawl("sample_browser", data, site.url)
    assert done.row("shell").reason == "the site answered 404 Not Found"
    assert done.row("second").outcome == "fetched"


def test_without_a_browser_the_page_is_not_readable_and_nothing_is_asked_of_it(data: Path) -> None:
    with serve({"/shell": page(), "/plain": page()}) as site:
        done = crawl("sample_browser", data, site.url, NO_BROWSER)
    assert done.row("shell").outcome == "error"
    assert done.row("shell").reason.startswith(NEEDS_BROWSER)
    assert "ketwatch[browser]" in done.row("shell").reason
    assert done.row("plain").outcome == "fetched"
    assert "/shell" not in site.paths()


def test_without_the_library_there_is_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scrapy_playwright", None)
    assert find_browser(Settings({"KETWATCH_CHROMIUM": sys.executable})) is None


def test_a_browser_can_be_named() -> None:
    assert find_browser(Settings({"KETWATCH_CHROMIUM": sys.executable})) == sys.executable


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
    rules = (PublicAddressOnly(allow_loopback=False),)
    assert asyncio.run(is_unwanted(Asked(url, kind), rules)) is unwanted
