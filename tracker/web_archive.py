"""The Wayback Machine, or a pywb collection of one's own, asked through the library `wayback` with its rate limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from wayback import Mode, WaybackClient, WaybackSession
from wayback.exceptions import (
    BlockedByRobotsError,
    BlockedSiteError,
    MementoPlaybackError,
    RateLimitError,
    WaybackException,
)

from tracker.clock import parse_instant, stamp

WAYBACK = "https://web.archive.org"
_CDX_FIELDS = "urlkey,timestamp,url,mime,status,digest,length"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SERVER_TROUBLE = re.compile(r"5\d\d error ")


class ArchiveError(Exception):
    """The archive cannot be asked now, so that history may be missing; the message says why."""


class PauseError(ArchiveError):
    """The archive asks not to be asked for a while."""


class NotPlayableError(Exception):
    """The archive lists a capture and cannot show it, or must not."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A capture as the archive lists it: the address, the instant (UTC), and the body's digest, SHA-1 in base32.

    `is_redirect`: the site led elsewhere then. A repeat may be listed without saying so.
    """

    url: str
    at: str
    digest: str
    is_redirect: bool = False


@dataclass(frozen=True, slots=True)
class Played:
    """A capture as it was received then: the original bytes and headers. `leads_to` is where a redirect led, "" where
    it is none.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class WebArchive:
    """A web archive that speaks the CDX and Memento protocols of the Wayback Machine."""

    client: WaybackClient

    @classmethod
    def of(cls, contact: str, collection: str | None = None) -> WebArchive:
        """The Wayback Machine, or the pywb collection at an address like http://127.0.0.1:8080/my-web.

        Whoever asks gives his `contact`; only a collection of one's own is asked without a rate limit.
        """
        agent = f"ketwatch/{version('ketwatch')} (+{contact})"
        if collection is None:
            return cls(WaybackClient(WaybackSession(user_agent=agent)))
        session = WaybackSession(user_agent=agent, search_calls_per_second=0, memento_calls_per_second=0)
        session.mount(WAYBACK, PywbCollection(collection.rstrip("/")))
        return cls(WaybackClient(session))

    def captures(self, url: str, *, since: str | None = None) -> list[Capture]:
        """Every capture of a whole answer or a redirect at an address, whatever its scheme, oldest first.

        Errors are left out: what the archive's crawler did not get is not what the payer says. Raises ArchiveError.
        """
        from_date = parse_instant(since) if since else None
        with _trouble():
            found = [
                Capture(record.original, stamp(record.timestamp), record.digest, record.statuscode in _REDIRECTS)
                for record in self.client.search(url, from_date=from_date)
                # A repeated body is listed without a status.
                if record.statuscode in {200, None, *_REDIRECTS}
            ]
        return sorted(dict.fromkeys(found), key=lambda one: (one.at, one.url))

    def play(self, capture: Capture) -> Played:
        """The capture's original bytes. Raises NotPlayableError, or ArchiveError when the archive is in trouble."""
        at = datetime.fromisoformat(capture.at)
        with _trouble():
            memento = self.client.get_memento(capture.url, timestamp=at, mode=Mode.original, follow_redirects=False)
            body: bytes = memento.content
        leads_to = str(memento.headers.get("Location", "")) if memento.status_code in _REDIRECTS else ""
        if memento.status_code != 200 and not leads_to:
            raise NotPlayableError(f"it shows an answer with status {memento.status_code}")
        return Played(memento.url, memento.status_code, tuple(memento.headers.items()), body, leads_to)

    def close(self) -> None:
        self.client.close()


@contextmanager
def _trouble() -> Iterator[None]:
    """The library's many errors as two: of one capture, or of the archive."""
    try:
        yield
    except (BlockedSiteError, BlockedByRobotsError) as error:
        raise NotPlayableError("the archive may not show this site") from error
    except MementoPlaybackError as error:
        if _SERVER_TROUBLE.match(str(error)):
            raise ArchiveError(f"the archive is in trouble: {error}") from error
        raise NotPlayableError(str(error)) from error
    except RateLimitError as error:
        wait = f"{error.retry_after} s" if error.retry_after else "a while"
        raise PauseError(f"the archive asks for a pause: run it again in {wait}") from error
    except (WaybackException, requests.RequestException) as error:
        raise ArchiveError(f"the archive cannot be asked: {error}") from error


class PywbCollection(HTTPAdapter):
    """Takes what the library asks of the Wayback Machine to a pywb collection, which lists and shows in its own way."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base

    def send(self, request: requests.PreparedRequest, **options: object) -> requests.Response:  # type: ignore[override]
        asked = request.url or ""
        there = request.copy()
        there.url = self.address(asked)
        response = super().send(there, **options)  # type: ignore[arg-type]
        response.url, response.request = asked, request
        for name in {"Location", "Link"} & set(response.headers):
            response.headers[name] = response.headers[name].replace(self.base, f"{WAYBACK}/web")
        if "Location" in response.headers and not response.headers["Location"].startswith(WAYBACK):
            # A redirect that was captured leads where it led then; the Wayback Machine leads to its own copy of that.
            place, slash, original = asked.partition("id_/")
            response.headers["Location"] = place + slash + urljoin(original, response.headers["Location"])
        return response

    def address(self, asked: str) -> str:
        """Where the collection has what is asked for."""
        shown = asked.partition(f"{WAYBACK}/web/")[2]
        if shown:
            return f"{self.base}/{shown}"
        known = [(name, value) for name, value in parse_qsl(urlsplit(asked).query) if name in {"url", "from", "to"}]
        return f"{self.base}/cdx?{urlencode([*known, ('output', 'text'), ('fl', _CDX_FIELDS)])}"
