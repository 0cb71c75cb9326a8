"""The base of every payer's spider: a declaration, checked when the class is defined, and one snapshot a source."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any, ClassVar, Self

import scrapy
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings
from scrapy.spidermiddlewares.httperror import HttpError
from sqlite_utils import Database
from twisted.python.failure import Failure

from db.snapshots import NEEDS_BROWSER
from db.sources import Payer, Source, all_sources
from parsers.discovery.sitemaps import is_sitemap_index, unpacked
from spiders.archive import Archive, utc_now
from spiders.browser import find_browser, use_browser
from spiders.contact import user_agent
from spiders.declaration import check_declaration
from spiders.items import FetchedDocument
from spiders.reasons import http_reason, plain_reason
from spiders.sitemaps import SitemapFiles

SOURCE = "ketwatch_source"


class PayerSpider(scrapy.Spider):
    """Fetches the documents of one payer. A subclass with a `name` declares `payer` and `sources`; a platform base
    class has none and overrides `first_request`.

    Every source that is asked for ends as exactly one FetchedDocument, whatever happens.
    """

    payer: ClassVar[Payer]
    sources: ClassVar[tuple[Source, ...]]
    archive: Archive

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "name" in vars(cls):
            check_declaration(cls)
            cls.check_platform()

    @classmethod
    def check_platform(cls) -> None:
        """What a platform demands of a declaration beyond `payer` and `sources`; raises DeclarationError."""

    @classmethod
    def address_in_force(cls, declared: Source, known: Source) -> str:
        """Where a source is now: as declared, unless a platform finds addresses and keeps the one found before."""
        del known
        return declared.url

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        super().update_settings(settings)
        # Those that discovery found need none; a replay has what the browser was given.
        if any(source.needs_browser for source in cls.sources) and not settings.get("KETWATCH_REPLAY"):
            path = find_browser(settings)
            if path:
                use_browser(settings, path)
        if not settings.get("KETWATCH_REPLAY"):
            # Above the command line, which Scrapy merges in once more: nobody crawls under another name.
            above = SETTINGS_PRIORITIES["cmdline"] + 1
            settings.set("USER_AGENT", user_agent(settings.get("KETWATCH_CONTACT")), priority=above)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.archive = Archive.from_settings(crawler.settings)
        spider.archive.take_errand(cls.payer, cls.sources)
        spider.archive.register(cls.payer, sources_in_force(cls, spider.archive.db))
        return spider

    def due(self) -> list[Source]:
        """The sources still to be asked for in this run, at the addresses where they are now."""
        sources = sources_in_force(type(self), self.archive.db)
        return [source for source in sources if not self.archive.done_this_run(source.source)]

    async def start(self) -> AsyncIterator[Request | FetchedDocument]:
        for source in self.due():
            yield self.begin(source)

    def begin(self, source: Source) -> Request | FetchedDocument:
        """The first request of a source, or its failure where only a browser could read it and there is none."""
        if source.needs_browser and self.archive.provenance != "replay" and not find_browser(self.settings):
            why = f"{NEEDS_BROWSER}: install ketwatch[browser] and Chromium, or name one by KETWATCH_CHROMIUM"
            return self.failed(source, source.url, why)
        return self.first_request(source)

    def first_request(self, source: Source) -> Request:
        """The request that begins a source's way to its document."""
        return self.document_request(source, source.url)

    def document_request(self, source: Source, url: str) -> Request:
        """A request whose answer is the document itself, asked conditionally."""
        return Request(
            url,
            callback=self.parse_document,
            errback=self.parse_failure,
            cb_kwargs={"source": source},
            meta={SOURCE: source.source, "asked_url": url} | ({"playwright": True} if source.needs_browser else {}),
            dont_filter=True,
        )

    def parse_document(self, response: Response, source: Source) -> Iterator[FetchedDocument | Request]:
        """The document, or the server's word that it has not changed; of a list of sitemaps, the way to all of them."""
        if source.is_lead and is_sitemap_index(unpacked(response.body)):
            yield from SitemapFiles(self, source).parse(response)
        elif response.status != 304:
            yield self.fetched(response, source)
        elif self._was_conditional(response):
            yield replace(self.fetched(response, source), outcome="not_modified", body=None)
        else:
            yield self.failed(
                source, self._asked(response), http_reason(304) + " to an unconditional request", response
            )

    def parse_failure(self, failure: Failure) -> Iterator[FetchedDocument]:
        """A failed fetch: an answer that is no document, or no answer."""
        request: Request = failure.request  # type: ignore[attr-defined]
        response = failure.value.response if isinstance(failure.value, HttpError) else None
        url = request.meta.get("asked_url", request.url)
        yield self.failed(request.cb_kwargs["source"], url, plain_reason(failure.value), response)

    def fetched(self, response: Response, source: Source) -> FetchedDocument:
        """The item for a full answer."""
        return FetchedDocument(
            source=source.source,
            url=self._asked(response),
            final_url=response.url,
            fetched_at=utc_now(),
            outcome="fetched",
            status=response.status,
            headers=_headers(response),
            body=response.body,
        )

    def failed(self, source: Source, url: str, reason: str, response: Response | None = None) -> FetchedDocument:
        """The item for a fetch without a document; the body of an answer is kept as evidence."""
        self.logger.warning("%s: %s (%s)", source.source, reason, url)
        if response is None:
            return FetchedDocument(source.source, url, url, utc_now(), outcome="error", reason=reason)
        return replace(self.fetched(response, source), url=url, outcome="error", reason=reason)

    def closed(self, reason: str) -> None:
        """A source without a row would be silence: say that the crawl ended before its answer came."""
        for source in self.due():
            if source.source not in self.archive.recorded:
                why = f"the crawl ended before an answer came ({reason})"
                self.archive.record(self.failed(source, source.url, why))
        self.archive.close()

    @staticmethod
    def _asked(response: Response) -> str:
        return str(response.meta.get("asked_url", response.url))

    @staticmethod
    def _was_conditional(response: Response) -> bool:
        headers = response.request.headers if response.request else {}
        return "If-None-Match" in headers or "If-Modified-Since" in headers


def sources_in_force(spider: type[PayerSpider], db: Database) -> tuple[Source, ...]:
    """A spider's sources at the addresses where they are now: declared, or found since by its platform or discovery.

    What discovery found holds until somebody changes the declaration. Documents that only discovery found come last.
    """
    declared = {source.source for source in spider.sources}
    known = all_sources(db, payer=spider.payer.payer)
    found = {source.source: source for source in known}
    own = (_in_force(spider, source, found.get(source.source)) for source in spider.sources)
    return (*own, *(source for source in known if source.adopted and source.source not in declared))


def _in_force(spider: type[PayerSpider], declared: Source, known: Source | None) -> Source:
    if known is None:
        return declared
    if known.adopted_from == declared.url:
        return replace(declared, url=known.url, adopted_from=known.adopted_from)
    return replace(declared, url=spider.address_in_force(declared, known))


def _headers(response: Response) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values
    )
