"""Captures of redirects: to another capture of the same policy, or to where nothing of it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urljoin

from parsers.discovery.addresses import is_entrance, is_next_edition, same_address, same_file
from parsers.discovery.mentions import products_in_address
from parsers.discovery.numbers import number_in_address
from tracker.archived_bodies import Bodies, Body
from tracker.clock import parse_instant
from tracker.discovery.known import Known
from tracker.web_archive import Capture, WebArchive

# The archive's crawler goes where it is led within hours; what it got later may be another text.
_WITHIN = timedelta(hours=24)
_MOST_STEPS = 5


class NotFollowedError(Exception):
    """A redirect that is no version; the message says where it leads, or what is missing. `url` is where it led."""

    def __init__(self, reason: str, url: str) -> None:
        super().__init__(reason)
        self.url = url


@dataclass(slots=True)
class Redirects:
    """Follows the redirects of one document; what the archive lists of an address is asked once."""

    archive: WebArchive
    known: Known
    _listed: dict[str, list[Capture]] = field(default_factory=dict)

    def follow(self, capture: Capture, leads_to: str, bodies: Bodies) -> tuple[Capture, Body]:
        """The capture of the document that a redirect led to, with its body. Raises NotFollowedError, or as the archive
        does.
        """
        for _ in range(_MOST_STEPS):
            url = urljoin(capture.url, leads_to)
            self._require_document(url)
            capture = self._nearest(url, capture)
            found = bodies.of(capture)
            if isinstance(found, Body):
                return capture, found
            leads_to = found.leads_to
        raise NotFollowedError("it leads on and on", leads_to)

    def _require_document(self, url: str) -> None:
        if is_entrance(url):
            raise NotFollowedError(f"it leads to {url}, where no document is", url)
        if not self._may_be_it(url):
            raise NotFollowedError(f"it leads to {url}, which is not known to be the policy", url)

    def _may_be_it(self, url: str) -> bool:
        """Whether an address is one of the document, of another edition of it, or named for it."""
        edition = any(is_next_edition(own, url) or is_next_edition(url, own) for own in self.known.addresses)
        named = any(map(self.known.has_number, number_in_address(url))) or bool(products_in_address(url))
        return self.known.was_at(url) or edition or named or any(same_file(url, own) for own in self.known.addresses)

    def _nearest(self, url: str, asked: Capture) -> Capture:
        """The capture of an address that is nearest to the redirect's, other than itself."""
        if url not in self._listed:
            self._listed[url] = self.archive.captures(url)
        at = parse_instant(asked.at)
        apart = {
            one: abs(parse_instant(one.at) - at)
            for one in self._listed[url]
            if one != asked and not (one.is_redirect and same_address(one.url, asked.url))
        }
        near = min(apart, key=apart.__getitem__, default=None)
        if near is None or apart[near] > _WITHIN:
            raise NotFollowedError(f"it leads to {url}, of which the archive has no capture of that day", url)
        return near
