"""Pages as a browser fills them, by scrapy-playwright, with the manners of every other request."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from time import monotonic
from typing import Any, Protocol

from playwright.async_api import Error, Page, TimeoutError  # noqa: A004 - the library's name
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import DownloadFailedError, DownloadTimeoutError, IgnoreRequest
from scrapy.http import Response
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler
from scrapy_playwright.page import PageMethod

from spiders.middlewares.addresses import PublicAddressOnly

# What a policy's words do not need is not asked of the payer's server.
_NEEDLESS = frozenset({"image", "media", "font"})
# A page that never stops asking is taken as it stands then.
_LONGEST_SETTLING_MS = 15_000


class Rule(Protocol):
    """A middleware that raises IgnoreRequest for what must not be asked."""

    async def process_request(self, request: Request) -> object: ...


class BrowserPages(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc]
    """Downloads a request with `playwright` in its meta by opening it, until the page has stopped asking for more.

    The page's own requests carry our name, keep to robots.txt and reach public addresses only. They come at once, as
    parts of one document; the delay of its host runs from the last of them.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.crawler = crawler
        self.abort_request = self._is_unwanted

    async def download_request(self, request: Request) -> Response:
        """The filled page. Raises the errors of Scrapy's own downloads."""
        if request.meta.get("playwright"):
            # A service worker's requests would pass by our rules; scripts, too, are told who asks.
            agent = self.crawler.settings["USER_AGENT"]
            request.meta["playwright_context_kwargs"] = {"user_agent": agent, "service_workers": "block"}
            request.meta["playwright_page_methods"] = [PageMethod(_settle)]
        try:
            response: Response = await super().download_request(request)
        except TimeoutError as error:
            raise DownloadTimeoutError(error.message) from error
        except Error as error:
            raise DownloadFailedError(error.message) from error
        finally:
            self._begin_delay(request)
        return response

    def _begin_delay(self, request: Request) -> None:
        if request.meta.get("playwright") and self.crawler.engine is not None:
            downloader = self.crawler.engine.downloader
            downloader.slots[downloader.get_slot_key(request)].lastseen = monotonic()

    async def _is_unwanted(self, asked: Any) -> bool:
        kinds: tuple[type[Any], ...] = (PublicAddressOnly, RobotsTxtMiddleware)
        found = (self.crawler.get_downloader_middleware(kind) for kind in kinds)
        return await is_unwanted(asked, [rule for rule in found if rule])


async def is_unwanted(asked: Any, rules: Iterable[Rule]) -> bool:
    """Whether a page's own request (Playwright's) is left out: needless, or forbidden by a rule of the crawl."""
    if asked.resource_type in _NEEDLESS:
        return True
    try:
        for rule in rules:
            await rule.process_request(Request(asked.url))
    except (IgnoreRequest, ValueError):
        return True
    return False


async def _settle(page: Page) -> None:
    with suppress(TimeoutError):
        await page.wait_for_load_state("networkidle", timeout=_LONGEST_SETTLING_MS)
