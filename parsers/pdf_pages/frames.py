"""Which tables a page has: two drawn as one edge to edge part where their columns differ; one inside another is part of
its cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.pdf_pages.rules import Frame, Row, runs_on
from parsers.pdf_pages.shapes import Box, Word, lies_in, on_one_line

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


def is_drawn_around_title(frame: Frame, words: Sequence[Word]) -> bool:
    """Whether a frame has one row and in it one line of text, which fills one cell or runs on over an edge.

    What a page draws so is a button or a bar with a title on it, and no table.
    """
    if len(frame.rows) > 1:
        return False
    cells = [cell for cell in frame.rows[0] if cell]
    inside = [word for word in words if word.is_in(frame.box)]
    if not on_one_line(inside):
        return False
    filled = [cell for cell in cells if any(word.is_in(cell) for word in inside)]
    level = [word for word in words if abs(word.bottom - inside[0].bottom) <= _NEAR]
    edges = {cell[0] for cell in cells} - {frame.box[0]}
    over = any(runs_on(level, edge) or any(word.crosses(edge, _NEAR) for word in level) for edge in edges)
    return len(filled) == 1 or over


def _holds(frame: Frame, other: Frame) -> bool:
    """Whether `other` lies in one cell of `frame`."""
    cells = [cell for row in frame.rows for cell in row if cell]
    return other is not frame and any(
        lies_in(other.box, cell, _NEAR) and _area(other.box) < _area(cell) for cell in cells
    )


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _parts(frame: Frame) -> Iterator[Frame]:
    """Runs of rows whose columns agree: those of each row are among those of the widest, or hold them all."""
    starts = list(_starts(frame.rows))
    if not starts:
        yield frame
        return
    for start, end in pairwise([0, *starts, len(frame.rows)]):
        yield _part(frame.rows[start:end])


def _starts(rows: Sequence[Row]) -> Iterator[int]:
    """The rows whose columns are others than those of the run above, or whose title over all columns opens such a run.

    Merged cells of a row above reach into a row and leave its columns open.
    """
    columns: Edges = frozenset()
    titled = False
    for number, row in enumerate(rows):
        edges = _edges(row)
        titles = len(edges) == 1
        told = _edges(rows[number + 1]) if titles and number + 1 < len(rows) else edges
        anew = bool(columns) and len(told) > 1 and (titles or not titled) and not _agree(columns, told)
        if anew and not _reached_into(rows, number):
            yield number
        columns = columns | edges if _agree(columns, edges) else edges
        titled = titles


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
