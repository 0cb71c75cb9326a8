"""Which documents about either drug a page names, where they are and what it says became of them."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from parsers.dates import read_date
from parsers.discovery.models import Mention, Said
from parsers.discovery.numbers import find_numbers, number_in_address
from parsers.discovery.rows import Row, rows_of
from parsers.discovery.sitemaps import Entry, is_sitemap, read_sitemap, unpacked
from parsers.discovery.wording import TOWARDS, before_successor, said
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Product

_LONGEST_TITLE = 160
_WORD_BREAKS = compiled(r"[-_+/.=&?]+")


def find_mentions(body: bytes, url: str) -> tuple[Mention, ...]:
    """The documents that an index page, a search result, a sitemap or a bulletin names; `url` is the page's own.

    "Ketamine" inside "esketamine" is not the other drug. A document that stands on the page twice is one mention.
    """
    plain = unpacked(body)
    found = _of_sitemap(plain) if is_sitemap(plain) else _of_rows(rows_of(plain, url))
    distinct: dict[tuple[str, ...], Mention] = {}
    for mention in found:
        key = (mention.url,) if mention.url else (mention.text,)
        kept = distinct.get(key)
        if kept is None or (kept.said == "listed" and mention.said != "listed"):
            distinct[key] = mention
    return tuple(distinct.values())


def products_in_address(url: str) -> tuple[Product, ...]:
    """The drugs that the words of an address name."""
    parts = urlsplit(url)
    return named_products(_WORD_BREAKS.sub(" ", unquote(f"{parts.path} {parts.query}")))


def _of_sitemap(body: bytes) -> Iterator[Mention]:
    for entry in read_sitemap(body):
        products = products_in_address(entry.url)
        if products:
            yield _of_entry(entry, products)


def _of_entry(entry: Entry, products: tuple[Product, ...]) -> Mention:
    title = _WORD_BREAKS.sub(" ", unquote(urlsplit(entry.url).path.rstrip("/").rpartition("/")[2])).strip()
    return Mention(title, entry.url, products, number_in_address(entry.url), dated_on=entry.changed_on, text=entry.url)


def _of_rows(rows: tuple[Row, ...]) -> Iterator[Mention]:
    for row in rows:
        words = named_products(row.text)
        links = [(text, url, named_products(text) or products_in_address(url)) for text, url in row.links]
        if not (words or any(products for _, _, products in links)):
            continue
        named = [link for link in links if link[2]] or links[:1]
        if not named:
            yield _mention(row, "", "", words)
        for text, url, products in named:
            yield _mention(row, text, url, products or words)


def _mention(row: Row, link: str, url: str, products: tuple[Product, ...]) -> Mention:
    towards = TOWARDS.search(row.text)
    successors = find_numbers(row.text[towards.end() :]) if towards else ()
    own = find_numbers(before_successor(row.text)) or (() if successors else number_in_address(url))
    title = link if named_products(link) else row.text
    return Mention(
        title=title[:_LONGEST_TITLE],
        url=url,
        products=products,
        numbers=own,
        successors=tuple(number for number in successors if number not in own),
        dated_on=read_date(row.text),
        said=_said(row),
        text=row.text,
    )


def _said(row: Row) -> Said:
    return said(row.text) or said(row.heading) or "listed"
