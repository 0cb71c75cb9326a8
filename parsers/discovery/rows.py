"""The rows of a page: what stands together about one document, with its link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from parsers.drugs.names import DRUG_NAMES
from parsers.errors import ParseError
from parsers.files.csv_table import CSV
from parsers.files.decoding import decode_html
from parsers.files.media import sniff
from parsers.files.xlsx import XLSX
from parsers.policy import read_document
from parsers.text import normalise

_TOGETHER = ("tr", "li", "dd", "p", "article", "td", "blockquote", "h2", "h3", "h4", "h5")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "caption", "dt")
_FURNITURE = ("script", "style", "template", "noscript")
# More links than this in one paragraph are a list on one line.
_MOST_LINKS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One row, item or paragraph: its words, the heading above, and its links as (text, whole address)."""

    text: str
    heading: str
    links: tuple[tuple[str, str], ...]


def rows_of(body: bytes, url: str) -> tuple[Row, ...]:
    """The rows of a web page or another document; none of a file that cannot be read."""
    media_type = sniff(body)
    if media_type == "text/html":
        return tuple(_rows_of_page(body, url))
    try:
        # A file of all drugs has tens of thousands of rows.
        focus = DRUG_NAMES if media_type in (XLSX, CSV) else ()
        blocks = read_document(body, media_type, focus=focus, every_page=True).blocks
    except ParseError:
        return ()
    return tuple(Row(block.text, " ".join(block.path[-1:]), ()) for block in blocks if block.kind != "heading")


def _rows_of_page(body: bytes, url: str) -> Iterator[Row]:
    soup = BeautifulSoup(decode_html(body), "lxml")
    for furniture in soup.find_all(_FURNITURE):
        furniture.decompose()
    base = soup.find("base", href=True)
    base_url = urljoin(url, str(base["href"])) if base else url
    done: set[int] = set()
    for tag in soup.find_all(("a", *_TOGETHER)):
        place = _together(tag)
        is_outer = place is tag and tag.name not in ("a", "tr") and tag.find(_TOGETHER)
        if place is not None and id(place) not in done and not is_outer:
            done.add(id(place))
            yield from _row(place, base_url)


def _together(tag: Tag) -> Tag | None:
    """The smallest thing that holds a link and its words: a table's row, an item, a paragraph, the link alone.

    None for a table's row that only lays out a page: what stands in it is asked one by one.
    """
    row = tag if tag.name == "tr" else tag.find_parent("tr")
    if row is not None and _is_one_row(row):
        return row
    if tag.name != "a":
        return None if tag.name == "tr" else tag
    place = tag.find_parent(_TOGETHER[1:])
    return place if place is not None and _is_one_row(place) else tag


def _is_one_row(place: Tag) -> bool:
    return len(place.find_all("a", href=True)) <= _MOST_LINKS and place.find(("table", "ul", "ol", "tr")) is None


def _row(place: Tag, base_url: str) -> Iterator[Row]:
    anchors = [place] if place.name == "a" else place.find_all("a", href=True)
    # A long line of links comes again, link by link.
    if len(anchors) > _MOST_LINKS:
        return
    found = ((normalise(anchor.get_text(" ")), _absolute(base_url, str(anchor.get("href", "")))) for anchor in anchors)
    links = tuple((text, address) for text, address in found if address)
    text = normalise(place.get_text(" "))
    if text or links:
        yield Row(text, _heading_above(place), links)


def _heading_above(place: Tag) -> str:
    heading = place.find_previous(_HEADINGS)
    return normalise(heading.get_text(" ")) if heading else ""


def _absolute(base_url: str, href: str) -> str:
    """The whole address of a link; "" when it is broken or leads to no web page."""
    try:
        url = urldefrag(urljoin(base_url, href.strip())).url
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if href.strip() and parts.scheme in {"http", "https"} and parts.hostname else ""
