"""Tables that go on from page to page, and rows that the end of a page tears apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.lists.markers import read_marker
from parsers.pdf_pages.columns import Piece
from parsers.pdf_pages.content import Cell, PageTable
from parsers.tables.grid_rows import GridRow

# In a table of labels and their texts, a text without a label goes on with the one before.
_OF_LABEL_AND_TEXT = 2
_FEWEST_WORDS_OF_A_SENTENCE = 4


def with_whole_rows(pages: Sequence[Sequence[Piece]]) -> list[Sequence[Piece]]:
    """The pieces of each page; a row that the next page goes on with is whole on the page where it begins.

    Its rest stands in the first row there, which says nothing in its first column and goes on with a sentence.
    """
    found = [list(pieces) for pieces in pages]
    for above, below in pairwise(found):
        if not (above and below and isinstance(above[-1], PageTable) and isinstance(below[0], PageTable)):
            continue
        table = above[-1]
        rest = below[0] = _with_titles_apart(below[0], table.rows[0])
        title = int(bool(rest.rows[0]) and _said(rest.rows[0]) == _said(table.rows[0]))
        named = all(row[0] for row in (*table.rows, *rest.rows[title + 1 :]))
        if len(rest.rows) > title and _goes_on(table.rows[-1], rest.rows[title], named=named):
            whole = tuple((*cell, *more) for cell, more in zip(table.rows[-1], rest.rows[title], strict=True))
            above[-1] = replace(table, rows=(*table.rows[:-1], whole))
            left = (*rest.rows[:title], *rest.rows[title + 1 :])
            below[:1] = [replace(rest, rows=left)] if len(left) > title else []
    return [tuple(pieces) for pieces in found]


def _with_titles_apart(table: PageTable, titles: Sequence[Cell]) -> PageTable:
    """`table`, whose first row begins with the titles of the page before, with them as a row of their own.

    No rule parts them from what a torn row has left: nothing in its first column.
    """
    first = table.rows[0]
    if len(first) != len(titles) or len(first) == 1 or len(first[0]) != len(titles[0]):
        return table
    split = [(cell[: len(title)], cell[len(title) :]) for cell, title in zip(first, titles, strict=True)]
    repeated, rest = (tuple(part) for part in zip(*split, strict=True))
    if not any(rest) or not all(titles) or _said(repeated) != _said(titles):
        return table
    return replace(table, rows=(repeated, rest, *table.rows[1:]))


def opens_as(grid: Sequence[GridRow], before: Sequence[GridRow]) -> bool:
    """Whether a table opens with the row that the one on the page before opened with, and no label with its value."""
    again = bool(grid and before) and len(grid[0].cells) > 1 and grid[0].cells == before[0].cells
    return again and grid[0].page > before[-1].page and not grid[0].cells[0].rstrip().endswith(":")


def opens_anew(grid: Sequence[GridRow], before: Sequence[GridRow]) -> bool:
    """Whether a table on the page of the one before it opens with a title over all its columns."""
    beside = bool(grid and before) and grid[0].page == before[-1].page
    return beside and len(grid[0].cells) > 1 and len(set(grid[0].cells)) == 1


def _goes_on(row: Sequence[Cell], rest: Sequence[Cell], *, named: bool) -> bool:
    """Whether `rest` is what the page break left of `row`; `named`: every other row of the table has a first cell."""
    if len(row) != len(rest) or not any(rest):
        return False
    if rest[0]:
        return not all(rest) and _ends_in_a_sentence(row[0]) and _all_go_on(row, rest)
    if row[0] and (named or len(row) == _OF_LABEL_AND_TEXT or _lists_on(row, rest)):
        return True
    return _all_go_on(row, rest)


def _all_go_on(row: Sequence[Cell], rest: Sequence[Cell]) -> bool:
    return all(cell and more[0].text[:1].islower() for cell, more in zip(row, rest, strict=True) if more)


def _ends_in_a_sentence(cell: Cell) -> bool:
    """Whether the text of a cell, no mere name of a row, breaks off before its sentence is over."""
    text = " ".join(line.text for line in cell).rstrip()
    return len(text.split()) >= _FEWEST_WORDS_OF_A_SENTENCE and text[-1] not in ".?!:;"


def _lists_on(row: Sequence[Cell], rest: Sequence[Cell]) -> bool:
    """Whether the one text that is left of a row goes on with the list in its cell."""
    left = [(cell, more) for cell, more in zip(row, rest, strict=True) if more]
    return (
        len(left) == 1
        and read_marker(left[0][1][0].text) is not None
        and any(read_marker(line.text) for line in left[0][0])
    )


def _said(row: Sequence[Cell]) -> list[str]:
    return [" ".join(line.text for line in cell) for cell in row]
