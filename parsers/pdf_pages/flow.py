"""Columns of text found by the order in which a PDF draws its words.

A writer of columns draws the left one to its end and then jumps up to the head of the next. The rows of a table jump
so once a row: each is a stretch of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.pdf_pages.grids import BOLD_FONT
from parsers.pdf_pages.shapes import Word

_FEWEST_LINES, _FEWEST_LINES_OF_THE_LONGER = 3, 5
_NARROWEST_GUTTER = 6.0
_NEAR = 4.0
# A title stands no farther over its column, in letter sizes.
_FARTHEST_TITLE = 3.0


@dataclass(frozen=True, slots=True)
class Columns:
    """A stretch of a page from `top` to `bottom` whose columns part at `gutters`; lengths in points."""

    top: float
    bottom: float
    gutters: tuple[float, ...]

    def holds(self, word: Word) -> bool:
        """Whether a word stands in the stretch."""
        return self.top <= word.mid_y <= self.bottom

    def column(self, word: Word) -> int:
        """The place of the column that a word stands in, 0 for the leftmost."""
        return sum(1 for gutter in self.gutters if word.x0 > gutter)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Words of one height drawn one after the other, left to right."""

    x0: float
    x1: float
    top: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class _Jump:
    """Lines `start` to `middle` drawn as a column, then those to `end` as the one right of it."""

    start: int
    middle: int
    end: int
    gutter: float
    right_edge: float
    top: float
    bottom: float

    @property
    def is_long(self) -> bool:
        """Whether both columns have the lines that columns of text have; those of a table's row may be fewer."""
        counts = sorted((self.middle - self.start, self.end - self.middle))
        return counts[0] >= _FEWEST_LINES and counts[1] >= _FEWEST_LINES_OF_THE_LONGER


def columns_by_flow(words: Sequence[Word]) -> list[Columns]:
    """The stretches of a page with columns, top to bottom; words tell by `order` when they were drawn."""
    lines = list(_lines(sorted(words, key=lambda word: (word.order, word.x0))))
    jumps = [jump for place in range(1, len(lines)) if (jump := _jump_at(lines, place)) is not None]
    of_tables = set(_under_titles(jumps, words))
    runs = _runs([jump for jump in jumps if jump.is_long and jump not in of_tables])
    kept = [columns for columns in map(_stretch, runs) if not _is_crossed(columns, words)]
    return sorted(_apart(kept), key=lambda columns: columns.top)


def _under_titles(jumps: Sequence[_Jump], words: Sequence[Word]) -> Iterator[_Jump]:
    """The jumps of rows under titles that stand side by side: of the first row, or of one drawn right after another."""
    titled = False
    for above, run in pairwise([[], *_runs(jumps)]):
        titled = titled if above and _are_rows(above, run) else _is_titled(_stretch(run), words)
        if titled:
            yield from run


def _lines(words: Sequence[Word]) -> Iterator[_Drawn]:
    run: list[Word] = []
    for word in words:
        last = run[-1] if run else None
        if last and (abs(word.bottom - last.bottom) > 0.5 * word.size or word.x0 < last.x0):
            yield _drawn(run)
            run = []
        run.append(word)
    if run:
        yield _drawn(run)


def _drawn(run: Sequence[Word]) -> _Drawn:
    top, bottom = min(word.top for word in run), max(word.bottom for word in run)
    return _Drawn(run[0].x0, max(word.x1 for word in run), top, bottom, run[0].size)


def _jump_at(lines: Sequence[_Drawn], place: int) -> _Jump | None:
    head = lines[place]
    if head.top > lines[place - 1].top - head.size:
        return None
    start = place
    while start and lines[start - 1].bottom > head.top and (start == place or _follows(lines, start)):
        start -= 1
    edge = max((line.x1 for line in lines[start:place]), default=head.x0)
    if head.x0 - edge < _NARROWEST_GUTTER:
        return None
    end = place + 1
    while end < len(lines) and _follows(lines, end) and lines[end].x0 > edge:
        end += 1
    right = lines[place:end]
    if start == place:
        return None
    left_edge = min(line.x0 for line in right)
    top = min(head.top, lines[start].top)
    bottom = max(line.bottom for line in lines[start:end])
    return _Jump(start, place, end, (edge + left_edge) / 2, left_edge, top, bottom)


def _follows(lines: Sequence[_Drawn], number: int) -> bool:
    """Whether a line stands under the one drawn before it, or beside it."""
    return lines[number].top > lines[number - 1].top - 0.5 * lines[number].size


def _are_rows(above: Sequence[_Jump], below: Sequence[_Jump]) -> bool:
    """Whether the jumps of two runs, one right after the other, are rows of one table."""
    parted_alike = any(abs(below[0].gutter - jump.gutter) < 3 * _NEAR for jump in above)
    return below[0].start == above[-1].end and parted_alike and below[0].top >= above[0].top


def _runs(jumps: Sequence[_Jump]) -> Iterator[list[_Jump]]:
    run: list[_Jump] = []
    for jump in jumps:
        if run and jump.start < run[-1].middle:
            continue
        if run and jump.start >= run[-1].end:
            yield run
            run = []
        run.append(jump)
    if run:
        yield run


def _stretch(run: Sequence[_Jump]) -> Columns:
    return Columns(
        min(jump.top for jump in run), max(jump.bottom for jump in run), tuple(sorted(jump.gutter for jump in run))
    )


def _is_crossed(columns: Columns, words: Sequence[Word]) -> bool:
    return any(word.x0 < gutter < word.x1 for word in words if columns.holds(word) for gutter in columns.gutters)


def _is_titled(columns: Columns, words: Sequence[Word]) -> bool:
    """Whether titles stand side by side right over the columns, as over those of a table."""
    inside = [word for word in words if columns.holds(word)]
    above = [word for word in words if 0 < columns.top - word.bottom + _NEAR < _FARTHEST_TITLE * word.size]
    edges = [_edge(inside, columns, place) for place in range(len(columns.gutters) + 1)]
    # A title in bold may go on under the others.
    titles = [word for word in above if word.top == above[-1].top or BOLD_FONT.search(word.fontname)]
    return bool(above) and all(any(abs(word.x0 - edge) < _NEAR for word in titles) for edge in edges)


def _edge(words: Sequence[Word], columns: Columns, place: int) -> float:
    return min((word.x0 for word in words if columns.column(word) == place), default=0.0)


def _apart(found: Sequence[Columns]) -> Iterator[Columns]:
    """Those stretches that share no height with one before."""
    taken: list[Columns] = []
    for columns in found:
        if all(columns.top >= other.bottom or columns.bottom <= other.top for other in taken):
            taken.append(columns)
            yield columns
