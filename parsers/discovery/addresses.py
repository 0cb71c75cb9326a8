"""Addresses that differ only by an edition: a version, a year, a month."""

from __future__ import annotations

import re
from urllib.parse import unquote, urldefrag, urlsplit

from parsers.language.patterns import compiled

# A part of a name that counts editions: _v3, 2026, 2026-07, 07-2026, the 007 of II-226-007. Never a policy's number:
# mp-12.html and mp-13.html are two policies.
_EDITION = compiled(
    r"(?<=[-_/ .])v(?:er(?:sion)?)?[-_ .]?\d{1,3}(?:\.\d{1,2})?(?![a-z\d])"
    r"|(?<![a-z\d])(?:20\d\d[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?[0-3]\d)?|(?:0[1-9]|1[0-2])[-_.]?20\d\d|20\d\d)(?![a-z\d])"
    r"|(?:(?<=[a-z]-\d{3}-)|(?<=[a-z]-\d{4}-)|(?<=[a-z]\d{3}-)|(?<=[a-z]\d{4}-))\d{2,3}(?=(?:-[a-z-]+)?\.[a-z]+$)",
    re.IGNORECASE,
)
# Where a site sends whom it has nothing to show: its home, a login, a search, an error page.
_ENTRANCE = compiled(
    r"^/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:(?:home|index|default|main|welcome|start|portal)(?:\.\w+)?/?)?$"
    r"|(?:^|/)(?:log-?[io]n|sign-?in|sso|saml2?|oauth2?|sessions?|errors?|(?:page-?)?not-?found|40[134]|search|"
    r"maintenance|unavailable)(?:\.\w{2,5})?(?:/|$)",
    re.IGNORECASE,
)
_SHORTEST_NAME = 6


def host_of(url: str) -> str:
    """The host of an address without "www."; "" when it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are one: scheme, "www.", a last slash and a fragment make no difference."""
    return plain_address(one) == plain_address(other)


def plain_address(url: str) -> str:
    """An address in the form in which equal ones are equal."""
    parts = urlsplit(urldefrag(url).url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{host_of(url)}{unquote(parts.path).rstrip('/')}{query}"


def is_next_edition(old: str, new: str) -> bool:
    """Whether `new` is the address of a later edition of the document at `old`."""
    before, after = plain_address(old), plain_address(new)
    same = before != after and _EDITION.sub("#", before) == _EDITION.sub("#", after) and "#" in _EDITION.sub("#", after)
    return same and _editions(after) > _editions(before)


def is_entrance(url: str) -> bool:
    """Whether an address is that of no document: a home page, a login, a search or an error page."""
    return bool(_ENTRANCE.search(urlsplit(url).path))


def same_file(one: str, other: str) -> bool:
    """Whether two addresses end in one name that only one document has, wherever it stands."""
    names = {unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2].lower() for url in (one, other)}
    return len(names) == 1 and len(names.pop()) >= _SHORTEST_NAME


def _editions(address: str) -> list[tuple[int, ...]]:
    return [_order(match[0]) for match in _EDITION.finditer(address)]


def _order(edition: str) -> tuple[int, ...]:
    numbers = [int(digits) for digits in re.findall(r"\d+", edition)]
    if len(numbers) == 1 and len(str(numbers[0])) == 6 and not str(numbers[0]).startswith("20"):
        return (numbers[0] % 10_000, numbers[0] // 10_000)
    # A year comes first, wherever it is printed.
    return tuple(sorted(numbers, key=lambda number: number < 1000))
