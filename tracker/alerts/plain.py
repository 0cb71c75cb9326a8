"""Scraped text made safe to set in a line: one line, no control characters, a bounded length, a web address or none."""

from __future__ import annotations

import unicodedata
from urllib.parse import urlsplit

LONGEST_ADDRESS = 2_000
_BREAKS = {"Cc", "Zl", "Zp"}
# Format signs (bidirectional overrides, zero width, soft hyphens), surrogates, private use, what is no character:
# nothing a reader sees, and some of it nothing that XML may hold.
_UNSEEN = {"Cf", "Cs", "Co", "Cn"}


def plain(text: str, limit: int | None = None) -> str:
    """`text` on one line without unseen characters, shortened at a word to `limit` characters."""
    seen = text if text.isprintable() else "".join(map(_seen, text))
    line = " ".join(seen.split())
    return line if limit is None else shorten(line, limit)


def _seen(sign: str) -> str:
    category = unicodedata.category(sign)
    return " " if category in _BREAKS else "" if category in _UNSEEN else sign


def shorten(line: str, limit: int) -> str:
    """At most `limit` characters, cut between words where there are any, with an ellipsis."""
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    whole = cut.rsplit(" ", 1)[0]
    return (whole if len(whole) > limit // 2 else cut).rstrip() + "…"


def web_address(url: str) -> str | None:
    """The address when it is one a reader may follow (http or https, no spaces, not endless), else None."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    clean = len(url) <= LONGEST_ADDRESS and url.isprintable() and not any(sign.isspace() for sign in url)
    return url if clean and parts.scheme in {"http", "https"} and parts.hostname else None
