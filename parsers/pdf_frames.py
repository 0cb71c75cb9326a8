"""Which tables a page has: two drawn as one edge to edge part where their columns differ; one inside another is part of
its cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.pdf_rules import Frame, Row
from parsers.pdf_shapes import Box

# How far, in points, the edges of two rows may stand apart and be one column's.
_NEAR = 1.5

Edges = frozenset[int]


def told_apart(frames: Sequence[Frame]) -> list[Frame]:
    """`frames`, each with the columns of its own rows, those inside a cell of another left out.

    A frame around a single row is the layout of what lies in it, and goes instead.
    """
    around = [frame for frame in frames if len(frame.rows) == 1 and any(_holds(frame, other) for other in frames)]
    kept = [frame for frame in frames if frame not in around]
    whole = [frame for frame in kept if not any(_holds(other, frame) for other in kept)]
    return [part for frame in whole for part in _parts(frame)]


def _holds(frame: Frame, other: Frame) -> bool:
    """Whether `other` lies in one cell of `frame`."""
    return other is not frame and any(_is_inside(other.box, cell) for row in frame.rows for cell in row if cell)


def _is_inside(box: Box, cell: Box) -> bool:
    left, top, right, bottom = cell
    fits = left - _NEAR <= box[0] and top - _NEAR <= box[1] and box[2] <= right + _NEAR and box[3] <= bottom + _NEAR
    return fits and (box[2] - box[0]) * (box[3] - box[1]) < (right - left) * (bottom - top)


def _parts(frame: Frame) -> Iterator[Frame]:
    """Runs of rows whose columns agree: those of each row are among those of the widest, or hold them all."""
    starts = [number for number, _ in enumerate(frame.rows) if _begins_anew(frame.rows, number)]
    if not starts:
        yield frame
        return
    for start, end in pairwise([0, *starts, len(frame.rows)]):
        yield _part(frame.rows[start:end])


def _begins_anew(rows: Sequence[Row], number: int) -> bool:
    """Whether the columns of the row, or of the next under a title over all, are others than those of the rows above.

    Merged cells of a row above reach into it and say nothing of its columns.
    """
    before = _run_before(rows, number)
    edges = _edges(rows[number])
    if not before or _reached_into(rows, number):
        return False
    if len(edges) == 1:
        below = next((_edges(row) for row in rows[number + 1 : number + 2]), edges)
        return len(below) > 1 and not _agree(before, below)
    titled = len(_edges(rows[number - 1])) == 1
    return not titled and not _agree(before, edges)


def _run_before(rows: Sequence[Row], number: int) -> Edges:
    """The columns of the run of rows that ends above `number`."""
    columns: Edges = frozenset()
    for row in rows[:number]:
        edges = _edges(row)
        columns = columns | edges if _agree(columns, edges) else edges
    return columns


def _agree(columns: Edges, others: Edges) -> bool:
    return columns <= others or others <= columns


def _edges(row: Row) -> Edges:
    return frozenset(round(box[0] / _NEAR) for box in row if box)


def _reached_into(rows: Sequence[Row], number: int) -> bool:
    top = min((box[1] for box in rows[number] if box), default=0.0)
    return any(box and box[3] > top + _NEAR for row in rows[:number] for box in row)


def _part(rows: Sequence[Row]) -> Frame:
    """These rows as a table, with the columns that begin in them."""
    boxes = [[box for box in row if box] for row in rows]
    every = [box for row in boxes for box in row]
    edges = sorted({round(box[0] / _NEAR): box[0] for box in every})
    places = {edge: place for place, edge in enumerate(edges)}
    placed = tuple(_placed(row, places) for row in boxes)
    box = (
        min(box[0] for box in every),
        min(box[1] for box in every),
        max(box[2] for box in every),
        max(box[3] for box in every),
    )
    return Frame(box, placed)


def _placed(boxes: Sequence[Box], places: dict[int, int]) -> Row:
    row: Row = [None] * len(places)
    for box in boxes:
        row[places[round(box[0] / _NEAR)]] = box
    return row
