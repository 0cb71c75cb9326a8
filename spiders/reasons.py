"""Why a fetch failed, in one line of plain words that a person can act on."""

from __future__ import annotations

from http import HTTPStatus

from scrapy import exceptions
from scrapy.exceptions import IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError


class RefusedAddress(IgnoreRequest):
    """The address is not a public web address; nothing was asked of it."""


class NotInReplay(IgnoreRequest):
    """The replay file holds no answer for the address."""


_BY_CLASS: tuple[tuple[type[Exception], str], ...] = (
    (exceptions.DownloadTimeoutError, "timeout: no complete answer came in time"),
    (exceptions.CannotResolveHostError, "the host name does not resolve: the site moved, or the network is down"),
    (exceptions.DownloadConnectionRefusedError, "the host refused the connection"),
    (exceptions.DownloadCancelledError, "too large: the answer exceeds the size limit"),
    (exceptions.ResponseDataLossError, "cut off: the connection broke before the whole answer came"),
)
# Scrapy's own middlewares raise a bare IgnoreRequest and tell causes apart by message only.
_BY_MESSAGE = (
    ("robots.txt", "robots.txt forbids this address"),
    ("max redirections", "redirect loop: redirected too many times"),
    ("during decompression", "too large: the answer unpacks beyond the size limit"),
)


def plain_reason(error: BaseException | None) -> str:
    """One line for a failure of a fetch; an unknown kind is named by its class and first line."""
    if isinstance(error, HttpError):
        return http_reason(error.response.status)
    if isinstance(error, RefusedAddress | NotInReplay):
        return str(error)
    by_class = next((reason for kind, reason in _BY_CLASS if isinstance(error, kind)), None)
    by_message = next((reason for words, reason in _BY_MESSAGE if words in str(error)), None)
    return by_class or by_message or _first_line(error)


def http_reason(status: int) -> str:
    """The reason for an answer that is no document, by its HTTP status."""
    phrase = HTTPStatus(status).phrase if status in HTTPStatus.__members__.values() else ""
    return f"the site answered {status} {phrase}".rstrip()


def _first_line(error: BaseException | None) -> str:
    line = str(error).strip().splitlines()[:1]
    return f"fetch failed: {type(error).__name__}" + (f": {line[0][:200]}" if line else "")
