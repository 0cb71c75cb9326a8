"""A row of a table as a file shows it, before it is read."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.models import Block


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row, its merged cells filled; `titles` says whether the file marks it as column titles.

    `blocks` holds what each cell says as blocks where the file shows more than lines of text; () where nobody looked.
    """

    cells: tuple[str, ...]
    titles: bool = False
    page: int = 1
    blocks: tuple[tuple[Block, ...], ...] = ()
