"""Tables of criteria with a column for each drug that marks what is asked for it ("Requirement", "Spravato", "IV
ketamine"), or with one column of marks ("Required"): one list, each row an item, under the drug's name where it is
not asked for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.tables.ticks import NOT_ASKED, TICKED, said_in_front
from parsers.uses.indications import named_indications
from parsers.uses.scopes import is_label

# "Yes, within two years": a mark with what it adds for that drug.
_MARKED_AND_MORE = compiled(r"\W*(?:[x✓✔☑☒]|yes)(?:[,;:] ?| ?[–—-] | ?(?=\())(?P<more>\w.*|\(.*)", re.IGNORECASE)
# Over rows that a plan pays for or not, "yes" is an answer and no mark.
_ABOUT_COVER = compiled(r"\b(?:cover\w*|payable|paid|status|formulary|tier|prior auth\w*)\b", re.IGNORECASE)
# The title of one column of marks, for whatever drug the table is of.
_ASKED = compiled(r"\W*(?:asked(?: for)?|required|needed|mandatory|applies|must be (?:met|shown))\W*", re.IGNORECASE)
_FEWEST_DRUGS = 2
_FEWEST_ROWS = 2
_LONGEST_NAME = 4


def with_marks_by_drug(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the rows of every such table as the items of one list."""
    return tuple(_each_table(blocks))


def _each_table(blocks: Sequence[Block]) -> Iterator[Block]:
    for (kind, header, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        first = _first_of_marks(header) if kind == "row" else 0
        yield from _items(rows, first) if first and _is_marked(rows, first) else rows


def _first_of_marks(titles: Sequence[str]) -> int:
    """The place of the first of two or more columns of drugs that end a table, or of its one column for what is asked;
    0 where it has neither.
    """
    places = [place for place, title in enumerate(titles) if len(named_products(title)) == 1]
    even = places == list(range(len(titles) - len(places), len(titles)))
    if any(map(named_indications, titles)) or _ABOUT_COVER.search(" ; ".join(titles)):
        return 0
    if titles and not places and _ASKED.fullmatch(titles[-1]):
        return len(titles) - 1
    return places[0] if len(places) >= _FEWEST_DRUGS and even else 0


def _is_marked(rows: Sequence[Block], first: int) -> bool:
    """Whether every row says one thing and marks it for the drugs, and most of them are known to ask for something."""
    said = [_said(row, first) for row in rows]
    if len(rows) < _FEWEST_ROWS or not all(said) or any(map(_says_other, said)):
        return False
    marks = [cell for row in rows for cell in row.cells[first:]]
    if len(rows[0].header) - first < _FEWEST_DRUGS and not all(map(TICKED.fullmatch, marks)):
        return False
    given = all(any(mark.fullmatch(cell) for mark in (TICKED, _MARKED_AND_MORE, NOT_ASKED)) for cell in marks)
    return given and 2 * sum(bool(findings_in(each)) for each in said) > len(said)


def _says_other(said: str) -> bool:
    """Whether a row names a use, is on cover or asks a question, so that its "yes" is an answer."""
    return is_label(said) or "?" in said or bool(_ABOUT_COVER.search(said))


def _said(row: Block, first: int) -> str:
    """What a row asks for, be it behind a number; "" where that is not one cell or a column is missing."""
    return said_in_front(row.cells[:first]) if len(row.cells) == len(row.header) else ""


def _items(rows: Sequence[Block], first: int) -> Iterator[Block]:
    for row in rows:
        asked = [_asked(_said(row, first), cell) for cell in row.cells[first:]]
        each = [f"{title}: {asks}" for title, asks in zip(row.header[first:], asked, strict=True) if asks]
        alike = asked[0] and len(set(asked)) == 1
        for text in asked[:1] if alike else each:
            yield replace(row, kind="item", depth=1, text=text, cells=(), header=())


def _asked(said: str, mark: str) -> str:
    """What a mark asks for of what its row says; "" where it asks for nothing."""
    if TICKED.fullmatch(mark):
        # "Oral antidepressant", ticked: a name alone asks for nothing by itself.
        return said if findings_in(said) or len(said.split()) > _LONGEST_NAME else f"{said}: required"
    more = _MARKED_AND_MORE.fullmatch(mark)
    return f"{said}, {more['more']}" if more else ""
