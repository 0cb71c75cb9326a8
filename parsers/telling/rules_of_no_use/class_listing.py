"""Where a list of preferred drugs names ours in its class: among the preferred ones or among the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.tables.class_tables import CLASS_COLUMN, titles_listed
from parsers.telling.told_tables.entries import NAMES

_OTHER = compiled(r"\bnon-? ?preferred\b|^\W*(?:NPD?|N)\b", re.IGNORECASE)
# "Spravato | NP | …": the status of the drug of a row.
_STATUS = compiled(r"\W*(?:(?:non-? ?)?preferred|NPD?|PD?|N)\b(?:\W+(?:PA|QL|AL|ST|CC)\b)*\W*", re.IGNORECASE)
# A title across all columns of a table, and no rule.
_LONGEST_TITLE = 60
# A page of one class has it in its title.
_OF_CLASS = compiled(r"\bantidepress|\b(?:drug|therapeutic) class\b", re.IGNORECASE)
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Listing:
    """The places of one class in a document, its path, and the one of our drugs that it lists, by name and rank."""

    places: range
    path: tuple[str, ...]
    name: str
    preferred: bool
    # Whether the class names it anywhere else, as over criteria of its own.
    has_rules: bool

    def holds(self, place: int) -> bool:
        """Whether what stands at `place` is of the class."""
        return place in self.places


def listings(blocks: Sequence[Block]) -> tuple[Listing, ...]:
    """The classes that list one drug of ours in one rank alone."""
    titles: tuple[str, ...] = ()
    found: list[tuple[range, str, bool]] = []
    for place, block in enumerate(blocks):
        titles = _titles(block, titles)
        listed = tuple(_listed(block, titles))
        places = _class_of(blocks, place, titles) if listed else range(0)
        found += ((places, name, preferred) for name, preferred in listed if places)
    classes = {places: {one[1:] for one in found if one[0] == places} for places, *_ in found}
    alone = ((places, *told.pop()) for places, told in classes.items() if len(told) == 1)
    return tuple(
        Listing(places, blocks[places.start].path, name, preferred, _is_named_again(blocks, places))
        for places, name, preferred in alone
    )


def _is_named_again(blocks: Sequence[Block], places: range) -> bool:
    """Whether what is said in a class names a drug of ours more than the once that lists it."""
    cells = (cell for place in places for cell in (blocks[place].cells or (blocks[place].text,)))
    return sum(bool(named_products(cell)) for cell in cells) > 1


def _titles(block: Block, before: tuple[str, ...]) -> tuple[str, ...]:
    """The titles of columns in force: those of the row itself, else of the last row that titles a list's columns."""
    if block.header or block.kind not in ("row", "paragraph"):
        return block.header
    return block.cells if sum(map(titles_listed, block.cells)) >= _PAIR else before


def _listed(row: Block, titles: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Our drugs in a row, or in the title that a row became over a list, each with whether it is preferred."""
    if not row.cells or row.cells == titles or not named_products(row.text):
        return
    if len(titles) == len(row.cells):
        for title, cell in zip(titles, row.cells, strict=True):
            if titles_listed(title):
                yield from ((NAMES[product], not _OTHER.search(title)) for product in named_products(cell))
    first, *others = row.cells
    statuses = [cell for cell in others if _STATUS.fullmatch(cell)]
    if is_drug_name(first) and len(statuses) == 1:
        yield from ((NAMES[product], not _OTHER.search(statuses[0])) for product in named_products(first))


def _class_of(blocks: Sequence[Block], place: int, titles: Sequence[str]) -> range:
    """The places of the class that the row at `place` is of: up to the titles across its table, or to the headings of
    its section; a row that names its own class is one alone. None where a page has no classes.
    """
    row = blocks[place]
    own = _section(blocks, place) if row.kind == "heading" else range(place, place + 1)
    if titles and CLASS_COLUMN.match(titles[0]):
        return own
    start = place
    while start and not _opens_class(blocks, start - 1, row):
        start -= 1
    across = bool(start) and (_is_across(blocks[start - 1]) or row.kind == "heading")
    if not (across or len(row.path) >= _PAIR or _OF_CLASS.search(row.path[-1] if row.path else "")):
        return range(0)
    end = own.stop
    while (
        end < len(blocks)
        and row.kind == "row"
        and _goes_on(blocks[end], row)
        and not (across and _is_across(blocks[end]))
    ):
        end += 1
    return range(start, end)


def _section(blocks: Sequence[Block], place: int) -> range:
    """The heading at `place` with what stands under it."""
    under = (*blocks[place].path, blocks[place].text)
    end = place + 1
    while end < len(blocks) and blocks[end].path[: len(under)] == under:
        end += 1
    return range(place, end)


def _opens_class(blocks: Sequence[Block], place: int, row: Block) -> bool:
    """Whether what stands at `place`, before a row, titles its class or is of another section."""
    block = blocks[place]
    # What spans a table may be in the path of the rows below it.
    of_section = row.kind == "heading" or _goes_on(block, row) or _goes_on(row, block)
    return block.kind == "heading" or _is_across(block) or not of_section


def _goes_on(block: Block, row: Block) -> bool:
    return block.path[: len(row.path)] == row.path


def _is_across(block: Block) -> bool:
    """Whether a row is the title of a class across all columns of a table."""
    told = [cell for cell in block.cells if cell.strip()]
    return block.kind == "row" and len(told) == 1 and len(told[0]) <= _LONGEST_TITLE and not told[0].endswith(".")
