"""A grid of cells to row blocks: titles in force, groups, repeated headers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


def header_after(grid: Sequence[GridRow], header: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The titles in force after `grid`, for the part of the table on the next page."""
    for row in grid:
        if row.titles and len(set(row.cells)) > 1:
            header = tuple(normalise(cell) for cell in row.cells)
    return header
