"""What an index page lists, as far as it takes to see that a document is no longer among the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from parsers.discovery.addresses import plain_address
from parsers.discovery.numbers import find_numbers, number_in_address, same_number
from parsers.discovery.rows import rows_of
from parsers.discovery.sitemaps import is_sitemap, read_sitemap, unpacked

# A page that lists less than this share of what it listed is half loaded, or another page.
_SHARE_LEFT = 0.5
# What a menu links to has other endings than these.
_FILES = frozenset({".pdf", ".doc", ".docx", ".xls", ".xlsx", ".rtf", ".txt"})


@dataclass(frozen=True, slots=True)
class Listing:
    """The addresses (in their plain form) and the policy numbers on an index page, a search result or a sitemap."""

    addresses: frozenset[str]
    numbers: frozenset[str]

    def has(self, addresses: Iterable[str], numbers: Iterable[str]) -> bool:
        """Whether a document with these addresses and numbers is listed."""
        return bool(self._at(addresses) or self._numbered(numbers))

    def others(self, now: Listing, addresses: Iterable[str], numbers: Iterable[str]) -> int:
        """How many documents beside this one were listed here and are on a later reading of the page.

        0 when less than half of them are: then the page says nothing of what it leaves out. Documents are what is like
        this one: addresses of its folder, or else files of its kind; where it was listed by number alone, numbers.
        """
        own = self._at(addresses)
        before = self._like(own) if own else self.numbers - self._numbered(numbers)
        left = before & (now.addresses if own else now.numbers)
        return len(left) if len(left) >= _SHARE_LEFT * len(before) else 0

    def _at(self, addresses: Iterable[str]) -> frozenset[str]:
        return self.addresses & frozenset(map(plain_address, addresses))

    def _numbered(self, numbers: Iterable[str]) -> frozenset[str]:
        wanted = tuple(numbers)
        return frozenset(number for number in self.numbers if any(same_number(number, own) for own in wanted))

    def _like(self, own: frozenset[str]) -> frozenset[str]:
        folders = {PurePosixPath(address).parent for address in own}
        endings = {PurePosixPath(address).suffix for address in own} & _FILES
        rest = self.addresses - own
        beside = frozenset(one for one in rest if PurePosixPath(one).parent in folders)
        return beside or frozenset(one for one in rest if PurePosixPath(one).suffix in endings)


def read_listing(body: bytes, url: str) -> Listing:
    """What a page lists; `url` is its own address. A file that cannot be read lists nothing."""
    plain = unpacked(body)
    if is_sitemap(plain):
        links = [entry.url for entry in read_sitemap(plain)]
        words: list[str] = []
    else:
        rows = rows_of(plain, url)
        links = [link for row in rows for _, link in row.links]
        words = [row.text for row in rows]
    numbers = {number for link in links for number in number_in_address(link)}
    numbers |= {number for text in words for number in find_numbers(text)}
    return Listing(frozenset(map(plain_address, links)), frozenset(numbers))
