"""Sites where every version has a path of its own and older ones stay online: …/II-226-007.html."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrapy import Request
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from db.sources import Source
from spiders.base import PayerSpider
from spiders.items import FetchedDocument

# Two or three digits after a hyphen, last in the path or before by words: II-226-007.html, mp-1265-001-drug.html.
_VERSIONED = re.compile(r"(?P<stem>.*-)(?P<version>\d{2,3})(?P<ending>(?:-[A-Za-z-]+)?\.[A-Za-z]+)")
MOST_STEPS_A_NIGHT = 5


@dataclass(frozen=True, slots=True)
class VersionedAddress:
    """An address taken apart at its version number."""

    stem: str
    version: str
    ending: str

    @classmethod
    def parse(cls, url: str) -> VersionedAddress | None:
        """None when the path does not end in a version."""
        match = _VERSIONED.fullmatch(url)
        return cls(**match.groupdict()) if match else None

    def later(self, steps: int = 1) -> str:
        """The address of a later version, its number as wide as this one's."""
        return f"{self.stem}{int(self.version) + steps:0{len(self.version)}d}{self.ending}"


class VersionedPath(PayerSpider):
    """Asks for the version after the known one first, on until the first that is not there; the last one that was
    there is the document and becomes the source's address. Without a newer one the known address is fetched.

    An address without a version in its path is fetched as it is.
    """

    @classmethod
    def address_in_force(cls, declared: Source, known: Source) -> str:
        ours, theirs = VersionedAddress.parse(declared.url), VersionedAddress.parse(known.url)
        if ours and theirs and (ours.stem, ours.ending) == (theirs.stem, theirs.ending):
            return max(declared.url, known.url, key=_version_number)
        return declared.url

    def first_request(self, source: Source) -> Request:
        if VersionedAddress.parse(source.url) is None:
            return self.document_request(source, source.url)
        return self._probe(source, None, steps=1)

    def parse_probe(self, response: Response, source: Source, newest: FetchedDocument | None, steps: int) -> Iterator[
        Request | FetchedDocument
    ]:  # fmt: skip
        """A later version is there, or the site only says so politely."""
        if not _is_document(response, source):
            yield self._settle(source, newest)
        elif steps < MOST_STEPS_A_NIGHT:
            yield self._probe(source, self.fetched(response, source), steps=steps + 1)
        else:
            yield self._settle(source, self.fetched(response, source))

    def parse_no_probe(self, failure: Failure) -> Iterator[Request | FetchedDocument]:
        """The later version is not there (404), or cannot be had tonight."""
        request: Request = failure.request  # type: ignore[attr-defined]
        if not isinstance(failure.value, HttpError):
            self.logger.info("%s: no later version could be asked for: %s", request.url, failure.value)
        yield self._settle(request.cb_kwargs["source"], request.cb_kwargs["newest"])

    def _probe(self, source: Source, newest: FetchedDocument | None, *, steps: int) -> Request:
        address = VersionedAddress.parse(source.url)
        assert address is not None  # noqa: S101
        url = address.later(steps)
        return Request(
            url,
            callback=self.parse_probe,
            errback=self.parse_no_probe,
            cb_kwargs={"source": source, "newest": newest, "steps": steps},
            # A guess deserves one question, not three.
            meta={"asked_url": url, "dont_retry": True},
            dont_filter=True,
        )

    def _settle(self, source: Source, newest: FetchedDocument | None) -> Request | FetchedDocument:
        """The newest version found, or a conditional request for the one that is known."""
        if newest is None:
            return self.document_request(source, source.url)
        self.archive.move(self.payer, source, newest.url)
        return newest


def _is_document(response: Response, source: Source) -> bool:
    """Not a redirect to some other page, nor "not found" with status 200: those do not mention the drug."""
    body = response.body.lower()
    mentions = not source.must_mention or any(word.lower().encode() in body for word in source.must_mention)
    return response.status == 200 and response.url == response.meta["asked_url"] and mentions


def _version_number(url: str) -> int:
    address = VersionedAddress.parse(url)
    return int(address.version) if address else -1
