"""A sheet of cells to blocks: what stands over the table, its titles, its groups, and the rows that matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.drugs.names import mentions
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.tables.grid_rows import GridRow
from parsers.tables.tables import row_blocks
from parsers.text import normalise

# A sheet of more rows than this lists all drugs there are: the rows on ours are read, with what stands over them.
LONG = 200
# A code, a date or a bare number: what a row says, not what it calls its columns.
_VALUE = compiled(r"^[\W\d]+$|^[A-Z]\d{4}$|\b\d{1,2}/\d{1,2}/\d{2,4}\b")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as it shows; `bold`: every cell that says something is."""

    cells: tuple[str, ...]
    bold: bool = False

    @property
    def said(self) -> tuple[str, ...]:
        return tuple(cell for cell in self.cells if cell)


def read_sheet(rows: Sequence[SheetRow], focus: tuple[str, ...] = (), page: int = 1) -> list[Block]:
    """The blocks of one sheet; of a long one only the rows that name a word of `focus` (() for all), if any does."""
    filled = [row for row in rows if row.said]
    top = _titles_at(filled)
    lead = [Block("paragraph", normalise(" ".join(row.said)).replace("\n", " "), page) for row in filled[:top]]
    width = max((len(row.cells) for row in filled[top:]), default=0)
    table = filled[top:]
    kept = list(_that_matter(table, focus)) if focus and len(table) > LONG else table
    return [*lead, *row_blocks([_grid_row(row, width, page, titles=row is table[0]) for row in kept])]


def names_any(rows: Sequence[SheetRow], focus: tuple[str, ...]) -> bool:
    return any(_matters(row, focus) for row in rows)


def _titles_at(rows: Sequence[SheetRow]) -> int:
    """Where the table begins: at the first row with titles for most of its columns; 0 when none is like that."""
    for number, row in enumerate(rows):
        below = sorted(len(other.said) for other in rows[number + 1 : number + 1 + LONG])
        usual = below[len(below) // 2] if below else 0
        if 2 <= usual <= 2 * len(row.said) and len(row.said) > 1 and not any(map(_VALUE.search, row.said)):
            return number
    return 0


def _that_matter(table: Sequence[SheetRow], focus: tuple[str, ...]) -> Iterator[SheetRow]:
    """The titles, and the rows that name a word with the group that they are in; without any, the first rows."""
    if not names_any(table, focus):
        yield from table[:LONG]
        return
    group: SheetRow | None = None
    yield table[0]
    for row in table[1:]:
        if _matters(row, focus):
            if group is not None:
                yield group
            yield row
            group = None
        elif len(row.said) == 1:
            group = row


def _matters(row: SheetRow, focus: tuple[str, ...]) -> bool:
    text = " | ".join(row.said)
    return any(mentions(text, word) for word in focus)


def _grid_row(row: SheetRow, width: int, page: int, *, titles: bool) -> GridRow:
    """A row as wide as its table; one that says a single thing heads the rows after it, as a merged one does."""
    if len(row.said) == 1 and width > 1:
        return GridRow(row.said * width, page=page)
    cells = (*row.cells, *[""] * (width - len(row.cells)))
    return GridRow(cells, titles or (row.bold and not any(map(_VALUE.search, row.said))), page)
