"""A row with some of its columns left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.models import Block


def with_columns(row: Block, places: Sequence[int]) -> Block:
    """`row` with the cells at `places` alone, each with its title where the row has one for every cell."""
    cells = tuple(row.cells[place] for place in places)
    titled = len(row.header) == len(row.cells)
    header = tuple(row.header[place] for place in places) if titled else row.header
    return replace(row, cells=cells, header=header, text=" | ".join(cells))
