"""A grid of cells to row blocks: titles in force, groups, repeated headers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.headings import is_connective
from parsers.markers import Nesting, read_marker
from parsers.models import Block
from parsers.text import normalise


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row, its merged cells filled; `titles` says whether the file marks it as column titles."""

    cells: tuple[str, ...]
    titles: bool = False
    page: int = 1


def row_blocks(grid: Sequence[GridRow], header: tuple[str, ...] = ()) -> list[Block]:
    """The rows of one table as blocks.

    `header` is the one in force when the table goes on from the page before. A row that says one thing across all
    columns is a group ("ICD-10 codes not covered:"): it heads the rows after it by their path.
    """
    blocks: list[Block] = []
    group: tuple[str, ...] = ()
    for row in grid:
        cells = tuple(normalise(cell) for cell in row.cells)
        if not any(cells):
            continue
        spanning = len(cells) > 1 and len(set(cells)) == 1
        lists = [cell for cell in cells if _is_list(cell)]
        if lists and not row.titles:
            blocks += _list_row(cells, group, row.page)
            continue
        cells = tuple(_flat(cell) for cell in cells)
        if row.titles and not spanning:
            header = cells
        elif cells == header:
            continue
        elif spanning:
            group = (cells[0],)
            blocks.append(Block("row", cells[0], page=row.page, cells=(cells[0],)))
        else:
            blocks.append(_row(cells, header, group, row.page))
    return blocks


def _row(cells: tuple[str, ...], header: tuple[str, ...], group: tuple[str, ...], page: int) -> Block:
    fitting = header if len(header) == len(cells) else ()
    return Block("row", " | ".join(cells), page=page, path=group, cells=cells, header=fitting)


def _flat(cell: str) -> str:
    """A cell on one line; a word that was broken after its hyphen closes up."""
    return re.sub(r"(?<=\w-)\n(?=[a-z])", "", cell).replace("\n", " ")


def _is_list(cell: str) -> bool:
    return sum(1 for line in cell.split("\n") if read_marker(line)) >= 2


def _list_row(cells: tuple[str, ...], group: tuple[str, ...], page: int) -> list[Block]:
    """A row with a list in a cell, as its other cells' heading and the list under it."""
    label = " | ".join(dict.fromkeys(_flat(cell) for cell in cells if cell and not _is_list(cell)))
    blocks = [Block("heading", label, page=page, depth=6, path=group)] if label else []
    nesting = Nesting()
    for cell in dict.fromkeys(cell for cell in cells if _is_list(cell)):
        for line in _list_lines(cell):
            marked = read_marker(line)
            if marked:
                blocks.append(Block("item", marked.rest, page=page, depth=nesting.place(marked), marker=marked.marker))
            else:
                blocks.append(Block("paragraph", line, page=page))
    return blocks


def _list_lines(cell: str) -> list[str]:
    """The lines of a cell, each with what wrapped from it."""
    lines: list[str] = []
    for line in cell.split("\n"):
        starts = read_marker(line) or not lines or (line[:1].isupper() and lines[-1].endswith((".", ":", ";")))
        if starts or is_connective(line):
            lines.append(line)
        else:
            lines[-1] = f"{lines[-1]} {line}"
    return lines


def header_after(grid: Sequence[GridRow], header: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The titles in force after `grid`, for the part of the table on the next page."""
    for row in grid:
        if row.titles and len(set(row.cells)) > 1:
            header = tuple(_flat(normalise(cell)) for cell in row.cells)
    return header
