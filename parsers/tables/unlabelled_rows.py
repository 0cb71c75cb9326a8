"""Rows whose label stands once, the cells below it empty ("Start | a. Adult", " | b. Two drugs failed"): one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.lists.markers import read_marker
from parsers.tables.grid_rows import GridRow
from parsers.text import normalise

_LABEL_AND_TEXT = 2


def with_labels_shared(grid: Sequence[GridRow]) -> list[GridRow]:
    """`grid`, with the marked lines under one label in its row, as the list that they are."""
    if any(len(row.cells) != _LABEL_AND_TEXT or row.titles for row in grid):
        return list(grid)
    rows: list[GridRow] = []
    for row in grid:
        label, text = row.cells
        if rows and not label.strip() and _goes_on(rows[-1], row):
            rows[-1] = replace(rows[-1], cells=(rows[-1].cells[0], f"{rows[-1].cells[1]}\n{text}"), blocks=())
        else:
            rows.append(row)
    return rows


def _goes_on(above: GridRow, row: GridRow) -> bool:
    """Whether a row without a label has the next marker after the last line under the label above it."""
    if not above.cells[0].strip():
        return False
    lines = [line for cell in (above.cells[1], row.cells[1]) for line in normalise(cell).split("\n")]
    marked = [found.marker for line in lines if (found := read_marker(line))]
    return len(marked) == len(lines) and all(one != other for one, other in pairwise(marked))
