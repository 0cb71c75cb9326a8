"""Rows that title the columns of a table though the file does not mark them so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.tables.column_titles import SHORTEST_TEXT, titles_preferred
from parsers.tables.grid_rows import GridRow

# "Kits of 84 mg" is the title of a column all the same.
_HAS_DIGIT = compiled(r"(?<!\d)\d+(?!\d| ?mg\b)")
_FEWEST_ROWS, _FEWEST_TITLES = 2, 2


def with_first_titles(grid: Sequence[GridRow]) -> list[GridRow]:
    """The rows, as titles those over preferred drugs and the others, and a first one whose corner is empty."""
    if any(row.titles for row in grid):
        return list(grid)
    listed = [replace(row, titles=titles_preferred(row.cells)) for row in grid]
    return listed if any(row.titles for row in listed) else _corner_titled(grid)


def _corner_titled(grid: Sequence[GridRow]) -> list[GridRow]:
    """The rows, the first as titles where its corner is empty over rows that each have a name in their first cell."""
    if len(grid) < _FEWEST_ROWS:
        return list(grid)
    corner, *titles = grid[0].cells
    names = all(title.strip() and not _HAS_DIGIT.search(title) and len(title) < SHORTEST_TEXT for title in titles)
    named = all(row.cells[0].strip() for row in grid[1:])
    is_titled = not corner.strip() and len(titles) >= _FEWEST_TITLES and names and named
    return [replace(grid[0], titles=True), *grid[1:]] if is_titled else list(grid)
