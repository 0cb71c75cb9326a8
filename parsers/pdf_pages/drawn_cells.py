"""Cells of a PDF page by the order in which it draws its words: what reads on, and what stands beside it.

Browsers print tables cell by cell, row by row. A cell may stand half-way down its row, or end a blank before the next
one begins: a blank inside a cell is drawn as a sign, one between cells is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.pdf_pages.grids import BOLD_FONT
from parsers.pdf_pages.shapes import Word

# So much of the words that follow one another on a line have a drawn blank between them where blanks are drawn.
_BLANKS_DRAWN = 0.6
# Words of one cell stand so many letters apart at most, its lines so many; words nearer than this, in points, are one.
_WORD_GAP, _PITCH, _TOUCHING = 1.0, 1.7, 1.0
# Points that lines of a cell may stand apart at their left, middle or right.
ALIGNED = 2.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Words drawn one after the other that read on, and what they cover of the page."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    top: float
    bottom: float

    @classmethod
    def of(cls, words: Iterable[Word]) -> Cell:
        """The cell that holds these words."""
        held = tuple(words)
        left, top = min(word.x0 for word in held), min(word.top for word in held)
        return cls(held, left, max(word.x1 for word in held), top, max(word.bottom for word in held))

    @property
    def bold(self) -> bool:
        """Whether all of it is set in bold."""
        return all(BOLD_FONT.search(word.fontname) for word in self.words)

    @property
    def size(self) -> float:
        """The size of its first letter."""
        return self.words[0].size

    @property
    def mid_y(self) -> float:
        """How far down the page its middle stands."""
        return (self.top + self.bottom) / 2

    def is_aligned(self, other: Cell) -> bool:
        """Whether two begin, end or have their middle below one another."""
        left, right = abs(self.x0 - other.x0), abs(self.x1 - other.x1)
        return min(left, right, abs(self.x0 + self.x1 - other.x0 - other.x1) / 2) <= ALIGNED


def drawn_rows(words: Sequence[Word]) -> list[list[Cell]]:
    """What a page draws, as rows of cells that stand side by side; () where blanks are no signs."""
    drawn = sorted((word for word in words if word.chars), key=lambda word: word.order)
    return list(_rows(_cells(map(Cell.of, _pieces(drawn))))) if _draws_blanks(drawn) else []


def _draws_blanks(words: Sequence[Word]) -> bool:
    beside = [_has_blank(left, right) for left, right in pairwise(words) if 0 < right.x0 - left.x1 < left.size]
    return sum(beside) > _BLANKS_DRAWN * len(beside)


def _has_blank(left: Word, right: Word) -> bool:
    return right.order > left.order + len(left.chars)


def _pieces(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that read on along a line."""
    piece: list[Word] = []
    for word in words:
        if piece and not _reads_on(piece[-1], word):
            yield piece
            piece = []
        piece.append(word)
    if piece:
        yield piece


def _reads_on(left: Word, right: Word) -> bool:
    gap = right.x0 - left.x1
    level = abs(right.mid_y - left.mid_y) < 0.4 * max(left.size, right.size)
    near = gap < _TOUCHING or (gap < _WORD_GAP * left.size and _has_blank(left, right))
    return level and near and right.x0 >= left.x0


def _cells(pieces: Iterable[Cell]) -> Iterator[Cell]:
    """Pieces that stand close under one another, in one type and at one edge, together."""
    cell: list[Cell] = []
    for piece in pieces:
        if cell and not _goes_on(cell[-1], piece):
            yield whole(cell)
            cell = []
        cell.append(piece)
    if cell:
        yield whole(cell)


def _goes_on(above: Cell, piece: Cell) -> bool:
    near = 0 < piece.bottom - above.bottom <= _PITCH * piece.size
    return near and above.bold == piece.bold and abs(above.size - piece.size) < 1 and above.is_aligned(piece)


def whole(pieces: Sequence[Cell]) -> Cell:
    """The cell that these are parts of."""
    return Cell.of(word for piece in pieces for word in piece.words)


def _rows(cells: Iterable[Cell]) -> Iterator[list[Cell]]:
    row: list[Cell] = []
    for cell in cells:
        if row and not _is_beside(row, cell):
            yield row
            row = []
        row.append(cell)
    if row:
        yield row


def _is_beside(row: Sequence[Cell], cell: Cell) -> bool:
    """Whether a cell stands right of those of a row, at the height of any or higher: cells may be centred."""
    return cell.x0 > row[-1].x1 and any(cell.top < other.bottom for other in row)
