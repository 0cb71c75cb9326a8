"""Sitemaps, plain or packed: every address with the day it was last changed."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree

from parsers.dates import read_date

# The protocol's own limit for one file.
_MOST_BYTES = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """One address of a sitemap; `changed_on` is None where it does not say."""

    url: str
    changed_on: date | None


def unpacked(body: bytes) -> bytes:
    """A body without its gzip; b"" when it is broken or larger than a sitemap may be."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as file:
            found = file.read(_MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        return b""
    return found if len(found) <= _MOST_BYTES else b""


def is_sitemap(body: bytes) -> bool:
    """Whether an unpacked body is a sitemap or a list of sitemaps."""
    start = body[:2000]
    return b"<urlset" in start or b"<sitemapindex" in start


def read_sitemap(body: bytes) -> Iterator[Entry]:
    """The addresses of a sitemap. What was cut off in the middle gives what stands before the cut."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(body, parser)
    if root is None:
        return
    for entry in root.iterfind("{*}url"):
        url = (entry.findtext("{*}loc") or "").strip()
        if url:
            yield Entry(url, read_date((entry.findtext("{*}lastmod") or "")[:10]))
