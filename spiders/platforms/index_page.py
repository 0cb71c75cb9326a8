"""An index page that leads to documents whose addresses change with every edition."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup
from scrapy import Request
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from db.sources import Source
from spiders.base import PayerSpider
from spiders.declaration import require
from spiders.items import FetchedDocument
from spiders.reasons import plain_reason


@dataclass(frozen=True, slots=True)
class LinkPattern:
    """Which link of the index page is a source's document: regular expressions, case ignored, both to be found.

    `first` takes the topmost of several matching addresses (newest first); otherwise several are an error, because
    one of them silently taken would be the wrong one some day.
    """

    source: str
    text: str = ""
    address: str = ""
    first: bool = False

    def matches(self, text: str, address: str) -> bool:
        pairs = ((self.text, text), (self.address, address))
        return all(re.search(pattern, value, re.IGNORECASE) for pattern, value in pairs)


class IndexPage(PayerSpider):
    """Fetches `index_url`, finds each document's link by the LinkPattern in `links` and fetches the document.

    The link found becomes the source's address; the address declared in `sources` stands until then. A lead at
    `index_url` is the index page itself, asked for once; sources without a LinkPattern are fetched where they are.
    """

    index_url: ClassVar[str]
    links: ClassVar[tuple[LinkPattern, ...]]

    @classmethod
    def check_platform(cls) -> None:
        parts = urlsplit(getattr(cls, "index_url", ""))
        require(
            cls, parts.scheme in {"http", "https"} and parts.hostname, "declare index_url, the index page's address"
        )
        links: tuple[LinkPattern, ...] = getattr(cls, "links", ())
        named, declared = {link.source for link in links}, {source.source for source in cls.sources}
        behind = {source.source for source in cls.sources if source.url == cls.index_url and not source.is_lead}
        complete = len(links) == len(named) and named and behind <= named <= declared
        require(cls, complete, "declare links = (LinkPattern(...),), one for every source behind the index page")
        blank = [link.source for link in links if not (link.text or link.address)]
        require(cls, not blank, f"give the LinkPattern of {', '.join(blank)} a text or an address")

    @classmethod
    def address_in_force(cls, declared: Source, known: Source) -> str:
        return known.url if declared.source in {link.source for link in cls.links} else declared.url

    async def start(self) -> AsyncIterator[Request | FetchedDocument]:
        linked = {link.source for link in self.links}
        due = self.due()
        sources = [
            source for source in due
            if (source.source in linked and not source.adopted_from) or source.url == self.index_url
        ]  # fmt: skip
        for source in due:
            if source not in sources:
                yield self.begin(source)
        if sources:
            yield Request(
                self.index_url,
                callback=self.parse_index,
                errback=self.parse_index_failure,
                cb_kwargs={"sources": sources},
                dont_filter=True,
            )

    def parse_index(self, response: Response, sources: list[Source]) -> Iterator[Request | FetchedDocument]:
        """A request for each source's document, or an error for a source whose link is not there."""
        found = list(_links(response))
        patterns = {link.source: link for link in self.links}
        for source in sources:
            if source.is_lead:
                yield self.fetched(response, source)
                continue
            pattern = patterns[source.source]
            addresses = list(dict.fromkeys(url for text, url in found if pattern.matches(text, url)))
            if len(addresses) == 1 or (addresses and pattern.first):
                self.archive.move(self.payer, source, addresses[0])
                yield self.document_request(source, addresses[0])
            else:
                reason = f"{len(addresses)} links of the index page match: bring links in {self.name}.py up to date"
                yield self.failed(source, self.index_url, reason, response)

    def parse_index_failure(self, failure: Failure) -> Iterator[FetchedDocument]:
        """The index page could not be had, so none of its documents could."""
        request: Request = failure.request  # type: ignore[attr-defined]
        response = failure.value.response if isinstance(failure.value, HttpError) else None
        for source in request.cb_kwargs["sources"]:
            yield self.failed(source, self.index_url, f"index page: {plain_reason(failure.value)}", response)


def _links(response: Response) -> Iterator[tuple[str, str]]:
    """Text and absolute address of every web link of a page."""
    soup = BeautifulSoup(response.body, "lxml")
    base = soup.find("base", href=True)
    base_url = urljoin(response.url, str(base["href"])) if base else response.url
    for anchor in soup.find_all("a", href=True):
        url = _absolute(base_url, str(anchor["href"]).strip())
        if url:
            yield anchor.get_text(" ", strip=True), url


def _absolute(base_url: str, href: str) -> str | None:
    """The whole address of a link, None when it is broken or leads to no web page."""
    try:
        url = urldefrag(urljoin(base_url, href)).url
        return url if urlsplit(url).scheme in {"http", "https"} and urlsplit(url).hostname else None
    except ValueError:
        return None
