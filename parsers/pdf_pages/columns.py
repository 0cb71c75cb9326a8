"""Order of reading on a page: text in columns column by column, unruled tables as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.pdf_pages.content import Line, PageContent, PageTable
from parsers.tables.grid_rows import GridRow

Piece = Line | PageTable | tuple[GridRow, ...]

_FEWEST_ROWS = 3
# Columns of running text hold at least so many words a line on average; shorter ones are labels, codes, cells.
_FEWEST_WORDS_OF_TEXT = 4.5


def in_reading_order(page: PageContent) -> Iterator[Piece]:
    """Lines, ruled tables and unruled rows of `page`, top to bottom, columns of text one after the other."""
    tables = sorted(page.tables, key=lambda table: table.top)
    start = 0
    for table in (*tables, None):
        until = len(page.rows) if table is None else _first_below(page.rows, table, start)
        yield from _ordered(page.rows[start:until])
        start = until
        if table is not None:
            yield table


def _first_below(rows: Sequence[tuple[Line, ...]], table: PageTable, start: int) -> int:
    """Where the table comes in: before the first row under it that stands in its column."""
    under = (
        number
        for number in range(start, len(rows))
        if any(line.top > table.top and line.x1 > table.x0 and line.x0 < table.x1 for line in rows[number])
    )
    return next(under, len(rows))


def _ordered(rows: Sequence[tuple[Line, ...]]) -> Iterator[Piece]:
    number = 0
    while number < len(rows):
        run = _Run.at(rows, number)
        if run is None:
            yield from rows[number]
            number += 1
        else:
            yield from run.pieces()
            number += len(run.rows)


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows that share a gutter: nothing crosses the band between `left_end` and `right_start`."""

    rows: tuple[tuple[Line, ...], ...]
    left_end: float
    right_start: float

    @classmethod
    def at(cls, rows: Sequence[tuple[Line, ...]], start: int) -> _Run | None:
        """The longest run that begins with row `start`; None when there is none worth the name."""
        if len(rows[start]) != 2:
            return None
        left_end, right_start = rows[start][0].x1, rows[start][1].x0
        last = start
        for number in range(start + 1, len(rows)):
            row = rows[number]
            if row[0].top - rows[number - 1][-1].top > 3.2 * row[0].size or len(row) > 2:
                break
            ends = [line.x1 for line in row if line.x0 < right_start - 1]
            starts = [line.x0 for line in row if line.x0 >= right_start - 1]
            if len(row) == 2:
                ends, starts = [row[0].x1], [row[1].x0]
            left_end, right_start = max([left_end, *ends]), min([right_start, *starts])
            if right_start - left_end < 4:
                break
            if starts:
                last, kept = number, (left_end, right_start)
        pairs = sum(1 for row in rows[start : last + 1] if len(row) == 2)
        if pairs < _FEWEST_ROWS:
            return None
        return cls(tuple(rows[start : last + 1]), *kept)

    def pieces(self) -> Iterator[Piece]:
        lefts = [line for row in self.rows for line in row if line.x0 < self.right_start - 1]
        rights = [line for row in self.rows for line in row if line.x0 >= self.right_start - 1]
        if min(_words_a_line(lefts), _words_a_line(rights)) >= _FEWEST_WORDS_OF_TEXT:
            yield from lefts
            shift = min(line.x0 for line in rights) - min(line.x0 for line in lefts)
            yield from (replace(line, shift=shift) for line in rights)
        else:
            yield tuple(self._grid())

    def _grid(self) -> list[GridRow]:
        grid: list[GridRow] = []
        for row in self.rows:
            left = " ".join(line.text for line in row if line.x0 < self.right_start - 1)
            right = " ".join(line.text for line in row if line.x0 >= self.right_start - 1)
            if not left and grid:
                above = grid[-1]
                grid[-1] = GridRow((above.cells[0], f"{above.cells[1]} {right}".strip()), page=above.page)
            else:
                grid.append(GridRow((left, right), page=row[0].page))
        return grid


def _words_a_line(lines: Sequence[Line]) -> float:
    return sum(len(line.text.split()) for line in lines) / len(lines) if lines else 0.0
