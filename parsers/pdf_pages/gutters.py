"""Columns of running text on a page, found by the gutter that no word crosses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from parsers.pdf_pages.shapes import Word

_NARROWEST_GUTTER = 6.0
_FEWEST_ROWS = 6
_FEWEST_WORDS_A_ROW = 3.5
_MOST_ROWS_OF_A_MASTHEAD = 6
_MOST_ROWS_OF_A_TITLE = 2
_APART = 1.6
_FAR = 1e6
_RAGGED, _ALIGNED = 6.0, 1.5


@dataclass(frozen=True, slots=True)
class Region:
    """Rows `start` to `end` (not included) of a page; two columns part at `gutter`, None when the rows run across."""

    start: int
    end: int
    gutter: float | None


def regions(rows: Sequence[Sequence[Word]], width: float) -> list[Region]:
    """The rows of a page cut into stretches with and without columns."""
    found: list[Region] = []
    plain_from = number = 0
    while number < len(rows):
        columned = _columns_at(rows, number, width)
        if columned is None:
            number += 1
            continue
        columned = _without_title_below(rows, _without_masthead(rows, columned, width))
        number = columned.start
        if plain_from < number:
            found.append(Region(plain_from, number, None))
        found.append(columned)
        plain_from = number = columned.end
    if plain_from < len(rows):
        found.append(Region(plain_from, len(rows), None))
    return found


def column_shift(first: Sequence[Sequence[Word]], column: Sequence[Sequence[Word]]) -> float:
    """How far a column stands right of the page's first, judged by the edges that their lines share.

    A column may hold nothing but the items of a list, so that its own left edge tells nothing.
    """
    starts, own = ([row[0].x0 for row in rows] for rows in (first, column))
    ends, own_ends = (max(row[-1].x1 for row in rows) for rows in (first, column))
    greatest = min(own) - min(starts)
    shifts = {mine - theirs for mine in set(own) for theirs in set(starts)}
    # Its lines may not end farther right in it than those of the first do there.
    fitting = [shift for shift in shifts if own_ends - ends - _RAGGED <= shift <= greatest]
    aligned = {shift: sum(any(abs(x - shift - y) < _ALIGNED for y in starts) for x in own) for shift in fitting}
    return max(fitting, key=lambda shift: (aligned[shift], shift), default=greatest)


def _columns_at(rows: Sequence[Sequence[Word]], start: int, width: float) -> Region | None:
    best: Region | None = None
    for left, right in _gaps(rows[start]):
        if right < 0.3 * width or left > 0.7 * width:
            continue
        region = _extend(rows, start, max(left, 0.25 * width), min(right, 0.75 * width))
        if region and (best is None or region.end > best.end):
            best = region
    return best


def _without_masthead(rows: Sequence[Sequence[Word]], region: Region, width: float) -> Region:
    """The region without a title over the columns that has a gap of its own.

    Such a gap narrows the gutter, so that the columns end early; or the title stands apart and off the right column.
    """
    for start in range(region.start + 1, min(region.start + _MOST_ROWS_OF_A_MASTHEAD, region.end)):
        later = _columns_at(rows, start, width)
        if later and (later.end > region.end or _is_apart(rows, start, later)):
            return later
    return region


def _is_apart(rows: Sequence[Sequence[Word]], start: int, columns: Region) -> bool:
    """Whether the row before `start` is no part of `columns`, by its distance and by where its right half begins."""
    above, gutter = rows[start - 1], columns.gutter or 0.0
    tops = [row[0].top for row in rows[columns.start : columns.end]]
    pitch = median(below - top for top, below in pairwise(tops))
    edge = min(word.x0 for row in rows[columns.start : columns.end] for word in row if word.x0 > gutter)
    right = [word.x0 for word in above if word.x0 > gutter]
    return bool(right) and tops[0] - above[0].top > _APART * pitch and min(right) - edge > _NARROWEST_GUTTER


def _without_title_below(rows: Sequence[Sequence[Word]], region: Region) -> Region:
    """The region without the title of the text that follows across the page: it stands apart, under the left column."""
    if region.gutter is None or region.end == len(rows):
        return region
    tops = [row[0].top for row in rows[region.start : region.end]]
    pitch = median(below - top for top, below in pairwise(tops))
    for start in range(region.end - 1, max(region.start + _FEWEST_ROWS, region.end - 1 - _MOST_ROWS_OF_A_TITLE), -1):
        if rows[start][-1].x1 > region.gutter:
            return region
        if rows[start][0].top - rows[start - 1][0].top > _APART * pitch:
            return Region(region.start, start, region.gutter)
    return region


def _extend(rows: Sequence[Sequence[Word]], start: int, left: float, right: float) -> Region | None:
    """As many rows as share a gutter between `left` and `right`; None when that makes no two columns of text."""
    end = start
    for row in rows[start:]:
        overlaps = [(max(left, low), min(right, high)) for low, high in _gaps(row)]
        low, high = max(overlaps, key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0))
        if high - low < _NARROWEST_GUTTER:
            break
        left, right, end = low, high, end + 1
    gutter = (left + right) / 2
    sides = [_side(rows[start:end], gutter, right=side) for side in (False, True)]
    if all(count >= _FEWEST_ROWS and words >= _FEWEST_WORDS_A_ROW * count for count, words in sides):
        return Region(start, end, gutter)
    return None


def _side(rows: Sequence[Sequence[Word]], gutter: float, *, right: bool) -> tuple[int, int]:
    counts = [sum(1 for word in row if (word.x0 > gutter) is right) for row in rows]
    return sum(1 for count in counts if count), sum(counts)


def _gaps(row: Sequence[Word]) -> list[tuple[float, float]]:
    """The stretches of a row that are free of words, the margins among them."""
    edges = [-_FAR, *(edge for word in row for edge in (word.x0, word.x1)), _FAR]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [(low, high) for low, high in pairs if high - low >= _NARROWEST_GUTTER]
