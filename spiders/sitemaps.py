"""Lists of sitemaps, and lists of such lists: each sitemap is asked for, and one document holds what they all say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from db.sources import Source
from parsers.discovery.addresses import host_of
from parsers.discovery.sitemaps import (
    Entry,
    is_sitemap,
    is_sitemap_index,
    read_sitemap,
    read_sitemap_index,
    unpacked,
    write_sitemap,
)
from spiders.archive import utc_now
from spiders.items import FetchedDocument
from spiders.reasons import plain_reason

if TYPE_CHECKING:
    from spiders.base import PayerSpider

# A night has an hour; no payer needs more files than this to say where its pages are.
_MOST_FILES = 200


@dataclass(slots=True)
class SitemapFiles:
    """The files of one source as they come in: which are `left` to ask for, which were asked for, what they say."""

    spider: PayerSpider
    source: Source
    left: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    entries: list[Entry] = field(default_factory=list)
    read: int = 0

    def parse(self, response: Response) -> Iterator[Request | FetchedDocument]:
        """What one file says, then the next file, or the document when none is left."""
        body = unpacked(response.body)
        if is_sitemap_index(body):
            self.left += [entry.url for entry in read_sitemap_index(body) if self._is_wanted(entry.url)]
        elif is_sitemap(body):
            self.entries += read_sitemap(body)
            self.read += 1
        self.asked.add(response.url)
        yield self._next(response)

    def missed(self, failure: Failure) -> Iterator[Request | FetchedDocument]:
        """A sitemap that does not answer keeps nobody from the others."""
        request: Request = failure.request  # type: ignore[attr-defined]
        self.spider.logger.warning("%s: %s (%s)", self.source.source, plain_reason(failure.value), request.url)
        yield self._next(None)

    def _is_wanted(self, url: str) -> bool:
        return host_of(url) == host_of(self.source.url)

    def _next(self, response: Response | None) -> Request | FetchedDocument:
        self.left = [url for url in dict.fromkeys(self.left) if url not in self.asked]
        if self.left and len(self.asked) <= _MOST_FILES:
            url = self.left.pop(0)
            self.asked.add(url)
            return Request(url, callback=self.parse, errback=self.missed, dont_filter=True)
        if not self.read:
            return self.spider.failed(self.source, self.source.url, "none of its sitemaps can be read", response)
        return self._document()

    def _document(self) -> FetchedDocument:
        """What is kept; without the headers of any one file, so that all are asked for again."""
        url, headers = self.source.url, (("Content-Type", "application/xml"),)
        return FetchedDocument(
            self.source.source, url, url, utc_now(), "fetched", status=200, headers=headers,
            body=write_sitemap(self.entries),
        )  # fmt: skip
