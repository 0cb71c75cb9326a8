"""Sitemaps, plain or packed: every address with the day it was last changed."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree

from parsers.dates import read_date

# The protocol's own limit for one file.
_MOST_BYTES = 50 * 1024 * 1024
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


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
    return b"<urlset" in body[:2000] or is_sitemap_index(body)


def is_sitemap_index(body: bytes) -> bool:
    """Whether an unpacked body is a list of sitemaps."""
    return b"<sitemapindex" in body[:2000]


def read_sitemap(body: bytes) -> Iterator[Entry]:
    """The addresses of a sitemap. What was cut off in the middle gives what stands before the cut."""
    return _entries(body, "{*}url")


def read_sitemap_index(body: bytes) -> Iterator[Entry]:
    """The addresses of the sitemaps in a list of them."""
    return _entries(body, "{*}sitemap")


def write_sitemap(entries: Iterable[Entry]) -> bytes:
    """A sitemap of addresses in their order: the same ones give the same bytes, wherever they stood before."""
    root = etree.Element(f"{{{_NAMESPACE}}}urlset", nsmap={None: _NAMESPACE})
    for entry in sorted(set(entries), key=lambda one: (one.url, one.changed_on or date.min)):
        place = etree.SubElement(root, f"{{{_NAMESPACE}}}url")
        etree.SubElement(place, f"{{{_NAMESPACE}}}loc").text = entry.url
        if entry.changed_on:
            etree.SubElement(place, f"{{{_NAMESPACE}}}lastmod").text = entry.changed_on.isoformat()
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written


def _entries(body: bytes, tag: str) -> Iterator[Entry]:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(body, parser)
    if root is None:
        return
    for entry in root.iterfind(tag):
        url = (entry.findtext("{*}loc") or "").strip()
        if url:
            yield Entry(url, read_date((entry.findtext("{*}lastmod") or "")[:10]))
