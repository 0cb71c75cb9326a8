"""Cells that rules or shades leave together: where every second row is shaded, only those rows have edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.pdf_pages.shapes import Box, Word

Row = list[Box | None]

# How far, in points, the text of a cell may stand from where its column's text stands, and a word over an edge.
_ALIGNED, _OVER = 4.0, 1.0
# The highest row that may stand between two of one table, in points; how far lines of two rows stand apart, in letters.
_HIGHEST_ROW, _APART = 60.0, 0.35
# A space between words, in letters.
_SPACE = 0.5


@dataclass(frozen=True, slots=True)
class Frame:
    """A table as its rules draw it: the box around it, and the boxes of its cells, None where one reaches over."""

    box: Box
    rows: tuple[Row, ...]


def whole_frames(frames: Sequence[Frame], words: Sequence[Word]) -> list[Frame]:
    """`frames`, those of a table with every second row shaded joined by the rows between, over and under them.

    A row belongs to a table when it fills several of its columns and crosses none of their edges.
    """
    joined: list[Frame] = []
    banded: set[float] = set()
    for frame in sorted(frames, key=lambda frame: frame.box[1]):
        above = joined[-1] if joined else None
        strip = _between(above, frame, words) if above else None
        if above and strip:
            rows = (*above.rows, strip, *frame.rows)
            joined[-1] = Frame((*above.box[:3], frame.box[3]), rows)
            banded.add(above.box[1])
        else:
            joined.append(frame)
    return [_with_neighbours(frame, words) if frame.box[1] in banded else frame for frame in joined]


def _with_neighbours(frame: Frame, words: Sequence[Word]) -> Frame:
    return _with_neighbour(_with_neighbour(frame, words, over=True), words, over=False)


def _between(above: Frame, below: Frame, words: Sequence[Word]) -> Row | None:
    same = all(abs(above.box[side] - below.box[side]) < _ALIGNED for side in (0, 2))
    if not same or len(above.rows[0]) != len(below.rows[0]) or not 0 < below.box[1] - above.box[3] < _HIGHEST_ROW:
        return None
    return _strip(above, above.box[3], below.box[1], words)


def _with_neighbour(frame: Frame, words: Sequence[Word], *, over: bool) -> Frame:
    """The frame with the line of words next to it as a row, as long as there is one that stands apart from others."""
    left, top, right, bottom = frame.box
    column = [word for word in words if word.x1 > left and word.x0 < right]
    side = [word for word in column if (word.bottom <= top + 1 if over else word.top >= bottom - 1)]
    if not side:
        return frame
    near = max(side, key=lambda word: word.bottom) if over else min(side, key=lambda word: word.top)
    line = [word for word in side if abs(word.bottom - near.bottom) < 0.45 * near.size]
    edges = min(word.top for word in line), max(word.bottom for word in line)
    beyond = [edges[0] - word.bottom if over else word.top - edges[1] for word in side if word not in line]
    distance = top - edges[1] if over else edges[0] - bottom
    if distance > near.size or min(beyond, default=_HIGHEST_ROW) < _APART * near.size:
        return frame
    strip = _strip(frame, *((edges[0] - 1, top) if over else (bottom, edges[1] + 1)), words)
    if strip is None:
        return frame
    if over:
        return _with_neighbour(Frame((left, edges[0] - 1, right, bottom), (strip, *frame.rows)), words, over=True)
    return _with_neighbour(Frame((left, top, right, edges[1] + 1), (*frame.rows, strip)), words, over=False)


def _strip(frame: Frame, top: float, bottom: float, words: Sequence[Word]) -> Row | None:
    """The boxes of a row from `top` to `bottom`; None unless its words stand in several columns of `frame`."""
    whole: Row = [(frame.box[0], top, frame.box[2], bottom), *[None] * (len(frame.rows[0]) - 1)]
    row = parted([*frame.rows, whole], words)[-1]
    filled = [box for box in row if box and any(word.is_in(box) for word in words)]
    return row if len(filled) > 1 and any(row[1:]) else None


def parted(rows: Sequence[Row], words: Sequence[Word]) -> list[Row]:
    """`rows` with a box over several columns cut where these part, if its words stand in them as in other rows."""
    edges = _edges(rows)
    indents = _indents(rows, words)
    return [_parted_row(row, edges, indents, words) for row in rows]


def _edges(rows: Sequence[Row]) -> list[float | None]:
    boxes = [[row[place] for row in rows if row[place]] for place in range(len(rows[0]))]
    return [min((box[0] for box in column if box), default=None) for column in boxes]


def _indents(rows: Sequence[Row], words: Sequence[Word]) -> list[set[float]]:
    """Where the text of each column begins, in points from its edge."""
    found: list[set[float]] = [set() for _ in rows[0]]
    for row in rows:
        for place, box in enumerate(row):
            inside = [word.x0 for word in words if box and word.is_in(box)]
            if box and inside:
                found[place].add(min(inside) - box[0])
    return found


def _parted_row(row: Row, edges: Sequence[float | None], indents: Sequence[set[float]], words: Sequence[Word]) -> Row:
    cells = list(row)
    starts = [place for place, box in enumerate(row) if box]
    for place, after in pairwise([*starts, len(row)]):
        box = row[place]
        inner = [edge for edge in edges[place + 1 : after] if edge is not None and box and edge < box[2] - _OVER]
        if box is None or not inner or len(inner) < after - place - 1:
            continue
        parts = list(pairwise([box[0], *inner, box[2]]))
        boxes = [(left, box[1], right, box[3]) for left, right in parts]
        if _fits(boxes, indents[place:after], [word for word in words if word.is_in(box)]):
            cells[place:after] = boxes
    return cells


def _fits(boxes: Sequence[Box], indents: Sequence[set[float]], words: Sequence[Word]) -> bool:
    """Whether no word crosses an edge, several boxes are filled and each but the first begins like its column."""
    if any(word.crosses(box[0], _OVER) for word in words for box in boxes[1:]):
        return False
    if any(runs_on(words, box[0]) for box in boxes[1:]):
        return False
    starts = [min((word.x0 - box[0] for word in words if word.is_in(box)), default=None) for box in boxes]
    begins = [
        any(abs(start - indent) < _ALIGNED for indent in column)
        for start, column in zip(starts[1:], indents[1:], strict=True)
        if start is not None
    ]
    return bool(begins) and all(begins) and starts[0] is not None


def runs_on(words: Sequence[Word], edge: float) -> bool:
    """Whether a line has no more than a space where a column would begin."""
    left = [word for word in words if word.x1 <= edge + _OVER]
    right = [word for word in words if word.x0 >= edge - _OVER]
    return any(
        abs(word.bottom - after.bottom) <= _OVER and after.x0 - word.x1 < _SPACE * word.size
        for word in left
        for after in right
    )
