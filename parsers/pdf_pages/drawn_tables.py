"""Tables without rules, found by the cells that a page draws side by side, row after row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.lists.markers import read_marker
from parsers.pdf_pages.drawn_cells import ALIGNED, Cell, drawn_rows, whole
from parsers.pdf_pages.grids import LEADER
from parsers.pdf_pages.shapes import Word
from parsers.pdf_pages.tagged_tables import TaggedTable

# Rows stand so many letters apart at most, a title among them no farther than the second: it may title what follows.
_ROW_GAP, _TITLE_GAP = 2.0, 1.0
# So many of them make a table, fewer under a row of titles.
_FEWEST_ROWS, _FEWEST_UNDER_TITLES = 3, 1
# Their letters differ by so much of their size at most.
_LIKE = 0.12
# A cell that stands so many letters below the middle of its row reaches into the next.
_LOWERED = 0.4
# A mark that the page draws stands so many letters before its text at most.
_FARTHEST = 3.2

_BULLETS = frozenset("•◦▪■●○·")

_Row = list[Cell]
_Placed = list[Cell | None]


def drawn_tables(words: Sequence[Word]) -> list[TaggedTable]:
    """The tables among the words of a page that no rules part, top to bottom."""
    rows = drawn_rows(words)
    bullets = [word for row in rows for cell in row for word in cell.words if all(map(_is_bullets, row))]
    marks = [*(word for word in words if not word.chars), *bullets]
    return [table for run in _runs(_joined(rows)) if (table := _table(run, marks))]


def _is_bullets(cell: Cell) -> bool:
    """Whether a cell holds the bullets of a list alone: browsers draw them when the page is done."""
    return all(word.text in _BULLETS for word in cell.words)


def _joined(rows: Sequence[_Row]) -> list[_Row]:
    """`rows`, with one row where a cell of several paragraphs was drawn between the cells that stand beside it."""
    joined: list[_Row] = []
    for row in rows:
        at = _opened_at(joined, row)
        if at is None:
            joined.append(row)
        else:
            parts = [joined[at][-1], *(other[0] for other in joined[at + 1 :]), row[0]]
            joined[at:] = [[*joined[at][:-1], whole(parts), *row[1:]]]
    return joined


def _opened_at(rows: Sequence[_Row], row: _Row) -> int | None:
    """Where the row begins that `row` ends: its last cells stand higher than the paragraph they were drawn behind."""
    at = next((at for at in range(len(rows) - 1, -1, -1) if len(rows[at]) > 1), None)
    if at is None or not any(cell.top < row[0].top for cell in row[1:]):
        return None
    opening = rows[at]
    below = [*(other[0] for other in rows[at + 1 :]), row[0]]
    within = all(opening[-1].x0 - ALIGNED < cell.x0 and cell.x1 < row[1].x0 for cell in (opening[-1], *below))
    top, bottom = min(cell.top for cell in opening), below[-1].bottom
    level = all(top - ALIGNED < cell.top and cell.bottom < bottom + ALIGNED for cell in row[1:])
    near = all(0 < lower.top - upper.bottom < _ROW_GAP * lower.size for upper, lower in pairwise((opening[-1], *below)))
    return at if within and level and near else None


def _runs(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Rows one right under the other, from the first of several cells to the last."""
    run: list[_Row] = []
    for row in rows:
        if run and not _follows(run[-1], row):
            yield _trimmed(run)
            run = []
        if run or len(row) > 1:
            run.append(row)
    if run:
        yield _trimmed(run)


def _follows(above: _Row, row: _Row) -> bool:
    """Whether a row stands right under the one above it, or under its last cell, in letters of about its size."""
    goes_on = len(row) == 1 < len(above) and row[0].x0 > above[-2].x1
    over = above[-1:] if goes_on else above
    apart = min(cell.top for cell in row) - max(cell.bottom for cell in over)
    alike = abs(row[0].size - above[0].size) < _LIKE * above[0].size
    farthest = _TITLE_GAP if len(row) == 1 and row[0].bold else _ROW_GAP
    left = goes_on or min(cell.x0 for cell in row) < above[-1].x1
    return alike and left and -above[0].size < apart < farthest * row[0].size


def _trimmed(run: list[_Row]) -> list[_Row]:
    """The rows without those of one cell at the end, but for what goes on in another column than the first."""
    second = min(row[1].x0 for row in run if len(row) > 1)
    return run[: max(place for place, row in enumerate(run) if row[-1].x0 >= second - ALIGNED) + 1]


def _table(run: Sequence[_Row], marks: Sequence[Word]) -> TaggedTable | None:
    columns = _columns(run)
    placed = list(_placed(run, columns)) if columns else []
    titled = 0 if placed and all(cell is None or cell.bold for cell in placed[0]) else None
    fewest = _FEWEST_ROWS if titled is None else _FEWEST_UNDER_TITLES + 1
    if sum(len(set(filter(None, row))) > 1 for row in placed) < fewest or not _is_table(placed):
        return None
    filled = [_filled(placed, number) for number in range(len(placed))]
    return TaggedTable(tuple(tuple(_words(cell, marks) for cell in row) for row in filled), titled)


def _columns(run: Sequence[_Row]) -> list[tuple[float, float]]:
    """From where to where each column reaches, by the rows that have most cells; [] where these do not agree."""
    most = max(map(len, run))
    full = [row for row in run if len(row) == most]
    edges = [(min(row[at].x0 for row in full), max(row[at].x1 for row in full)) for at in range(most)]
    return edges if all(left[1] <= right[0] for left, right in pairwise(edges)) else []


def _placed(run: Sequence[_Row], columns: Sequence[tuple[float, float]]) -> Iterator[_Placed]:
    """The cells of each row by column; what stands alone in a column but the first goes on with the cell above it."""
    placed: list[_Placed] = []
    for row in run:
        cells = _by_column(row, columns)
        if cells is None:
            break
        alone = [at for at, cell in enumerate(cells) if cell]
        above = placed[-1][alone[0]] if placed and len(alone) == 1 and alone[0] else None
        if above and not above.bold:
            placed[-1][alone[0]] = whole([above, *row])
        else:
            placed.append(cells)
    yield from placed


def _by_column(row: _Row, columns: Sequence[tuple[float, float]]) -> _Placed | None:
    """The cells of a row, one that reaches over several columns in each of them; None where they do not fit."""
    cells: _Placed = [None] * len(columns)
    for cell in row:
        reached = [at for at, (left, right) in enumerate(columns) if cell.x0 < right and left < cell.x1]
        if not reached or any(cells[at] for at in reached):
            return None
        for at in reached:
            cells[at] = cell
    return cells


def _is_table(placed: Sequence[_Placed]) -> bool:
    """Whether the cells of every column stand under one another, and the first column is not one of markers."""
    first = [row[0] for row in placed if row[0]]
    markers = sum(len(cell.words) == 1 and read_marker(f"{cell.words[0].text} x") is not None for cell in first)
    if 2 * markers >= len(first):
        return False
    if any(_runs_into(above, row) for above, row in pairwise(placed)) or _is_of_contents(placed):
        return False
    return all(map(_is_level, placed)) and all(_is_column([row[at] for row in placed]) for at in range(len(placed[0])))


def _runs_into(above: _Placed, row: _Placed) -> bool:
    """Whether a row begins beside the one above it, which was drawn line by line then and not by cells.

    A cell from above may reach down where the row has none, but not beside one cell alone.
    """
    cells = [cell for cell in row if cell]
    over = [cell for at, cell in enumerate(above) if cell and (row[at] or len(cells) == 1)]
    return any(cell.top + ALIGNED < other.bottom for cell in cells for other in over)


def _is_of_contents(placed: Sequence[_Placed]) -> bool:
    return any(LEADER in word.text for row in placed for cell in row if cell for word in cell.words)


def _is_level(row: _Placed) -> bool:
    """Whether every cell of a row stands beside the tallest; one that reaches into the next row may begin below it."""
    cells = [cell for cell in row if cell]
    tallest = max(cells, key=lambda cell: cell.bottom - cell.top)
    return all(cell.top < tallest.bottom + cell.size and tallest.top < cell.bottom + cell.size for cell in cells)


def _is_column(cells: Sequence[Cell | None]) -> bool:
    below = [cell for cell in cells[1:] if cell]
    return bool(below) and 2 * sum(cell.is_aligned(below[0]) for cell in below) > len(below)


def _filled(placed: Sequence[_Placed], number: int) -> _Placed:
    """A row with the cells from above that reach into it."""
    return [cell or _from_above(placed[:number], at) for at, cell in enumerate(placed[number])]


def _from_above(rows: Sequence[_Placed], at: int) -> Cell | None:
    row = next((row for row in reversed(rows) if row[at]), None)
    cell = row[at] if row else None
    others = [other for other in row or () if other and other is not cell]
    return cell if cell and others and _is_lowered(cell, others) else None


def _is_lowered(cell: Cell, others: Sequence[Cell]) -> bool:
    """Whether a cell stands lower than those beside it: in a row of its own it would begin or be centred as they do."""
    below = min(cell.mid_y - min(other.mid_y for other in others), cell.top - min(other.top for other in others))
    return below > _LOWERED * cell.size


def _words(cell: Cell | None, marks: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a cell, with the marks drawn before them."""
    if cell is None:
        return ()
    left = cell.x0 - _FARTHEST * cell.size
    return (*(mark for mark in marks if left < mark.x0 < cell.x1 and cell.top < mark.mid_y < cell.bottom), *cell.words)
