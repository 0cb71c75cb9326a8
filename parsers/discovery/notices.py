"""What a document says of its own end: replaced, renumbered, moved, split, archived, retired."""

from __future__ import annotations

from parsers.discovery.mentions import products_in_address
from parsers.discovery.models import Notice, Said, Successor
from parsers.discovery.numbers import find_numbers, number_in_address
from parsers.discovery.rows import Row, rows_of
from parsers.discovery.wording import ITSELF, TOWARDS, said
from parsers.drugs.names import named_products

# A page that only points elsewhere is shorter than the shortest policy with criteria.
_MOST_WORDS = 150
# A banner stands at the head of its page; further down the words are those of a history.
_HEAD_ROWS = 12
_ENDINGS: frozenset[Said] = frozenset({"split", "renumbered", "replaced", "moved", "archived", "retired"})


def find_notice(body: bytes, url: str) -> Notice | None:
    """The notice that stands in the place of a document, or over it; None for a document that is as it was.

    On a page with a whole policy only a banner at its head counts that names where the document is now.
    """
    rows = rows_of(body, url)
    is_all = sum(len(row.text.split()) for row in rows) <= _MOST_WORDS
    for n, row in enumerate(rows if is_all else rows[:_HEAD_ROWS]):
        kind = said(row.text) if ITSELF.search(row.text) else None
        if kind in _ENDINGS:
            scope = rows[n:] if is_all else rows[n : n + 1]
            successors = tuple(_successors(row, scope, url))
            if is_all or successors:
                return Notice(kind, row.text, successors, is_all)
    return None


def _successors(notice: Row, scope: tuple[Row, ...], url: str) -> list[Successor]:
    """Those the notice names by number, with the link of each, and links on either drug below it."""
    towards = TOWARDS.search(notice.text)
    numbers = find_numbers(notice.text[towards.end() :]) if towards else ()
    links = [(text, address, row) for row in scope for text, address in row.links if address != url]
    found: dict[str, Successor] = {}
    for text, address, row in links:
        own = find_numbers(text) or number_in_address(address) or (find_numbers(row.text) if row is not notice else ())
        about = (
            named_products(text)
            or products_in_address(address)
            or (named_products(row.text) if row is not notice else ())
        )
        if about or set(own) & set(numbers) or (towards and row is notice):
            found.setdefault(address, Successor(text, next(iter(own), ""), address))
    linked = {successor.number for successor in found.values()}
    alone = len(numbers) == 1 and len(found) == 1
    if alone:
        return [Successor(one.title, one.number or numbers[0], one.url) for one in found.values()]
    return [*found.values(), *(Successor("", number) for number in numbers if number not in linked)]
