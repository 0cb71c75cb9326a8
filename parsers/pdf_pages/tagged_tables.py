"""Tables without rules that the tags of a PDF name, and those that its unnamed parts stand as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.pdf_pages.grids import BOLD_FONT
from parsers.pdf_pages.shapes import Box, Word
from parsers.pdf_pages.tags import Tag

_ROWS = frozenset(("TR",))
_GROUPS = frozenset(("THead", "TBody", "TFoot"))
# What a browser makes of a table that it takes for mere layout.
_UNNAMED = frozenset(("NonStruct", "Div"))
_FEWEST_COLUMNS, _FEWEST_ROWS = 2, 2
# Points by which cells of one column may stand apart, or reach into the next.
_ALIGNED, _OVER = 2.0, 1.0
# How far behind a bullet, which the page draws and nothing tags, its text stands at most, in letter sizes.
_FARTHEST = 3.2


@dataclass(frozen=True, slots=True)
class TaggedTable:
    """Rows of cells, each its words; `title_row` is the place of the one that titles the columns."""

    rows: tuple[tuple[tuple[Word, ...], ...], ...]
    title_row: int | None

    def words(self) -> list[Word]:
        """All words of the table, each once."""
        return list({id(word): word for row in self.rows for cell in row for word in cell}.values())

    def box(self) -> Box:
        """What the table covers of the page."""
        words = self.words()
        left, top = min(word.x0 for word in words), min(word.top for word in words)
        return left, top, max(word.x1 for word in words), max(word.bottom for word in words)


# A cell with its first column and its words.
_Cell = tuple[int, Tag, tuple[Word, ...]]


def tagged_tables(page: Tag | None, words: Sequence[Word]) -> list[TaggedTable]:
    """The tables of `words` by the tags of their page, those that hold together on the page."""
    if page is None:
        return []
    held = _by_content(words)
    found = (_table(list(_rows(tag)), held, named=tag.kind == "Table") for tag in _candidates(page))
    return [table for table in found if table]


def _by_content(words: Sequence[Word]) -> Mapping[int, list[Word]]:
    held: dict[int, list[Word]] = {}
    for word in words:
        number = word.content if word.chars else _content_behind(word, words)
        if number is not None:
            held.setdefault(number, []).append(word)
    return held


def _content_behind(mark: Word, words: Sequence[Word]) -> int | None:
    """The content that a drawn bullet stands before."""
    near = [
        word
        for word in words
        if word.chars and word.top <= mark.mid_y < word.bottom and 0 <= word.x0 - mark.x1 <= _FARTHEST * word.size
    ]
    return min(near, key=lambda word: word.x0).content if near else None


def _candidates(tag: Tag) -> Iterator[Tag]:
    """The elements that may be tables; what lies in the cell of one is part of it, but in a frame of one row."""
    rows = list(_rows(tag))
    if rows and len(rows) >= _FEWEST_ROWS:
        yield tag
        if tag.kind == "Table":
            return
    for part in tag.parts:
        if part:
            yield from _candidates(part)


def _rows(tag: Tag) -> Iterator[Tag | None]:
    """The rows of a table, one inside a group among them; none of what is no table."""
    if tag.kind == "Table":
        for part in tag.parts:
            if part is None or part.kind in _ROWS:
                yield part
            elif part.kind in _GROUPS:
                yield from part.parts
    elif tag.kind in _UNNAMED and not tag.ids and len(tag.parts) >= _FEWEST_ROWS and all(map(_is_row, tag.parts)):
        yield from tag.parts


def _is_row(tag: Tag | None) -> bool:
    """Whether an unnamed element may be a row of cells: it has parts, and they have."""
    return tag is None or (
        tag.kind in _UNNAMED
        and not tag.ids
        and bool(tag.parts)
        and all(part is None or (part.kind in _UNNAMED and not part.ids) for part in tag.parts)
    )


def _table(rows: Sequence[Tag | None], held: Mapping[int, list[Word]], *, named: bool) -> TaggedTable | None:
    placed = [row for row in _placed(rows, held) if any(words for _, _, words in row)]
    width = max((cell[0] + cell[1].across for row in placed for cell in row), default=0)
    reaching = placed if named else [_reaching(row, width) for row in placed]
    if width < _FEWEST_COLUMNS or len(placed) < _FEWEST_ROWS or not _holds_together(reaching, width):
        return None
    if not named and not _is_aligned(placed):
        return None
    # A cell alone in its row is said once.
    spread = [whole if len(row) > 1 else row for row, whole in zip(placed, reaching, strict=True)]
    filled = tuple(_filled(spread, number, width) for number in range(len(placed)))
    return TaggedTable(filled, _title_row(placed))


def _placed(rows: Sequence[Tag | None], held: Mapping[int, list[Word]]) -> Iterator[list[_Cell]]:
    """The cells of each row with their columns: those that a cell from a row above reaches into are taken."""
    taken: dict[int, int] = {}
    for row in rows:
        cells: list[_Cell] = []
        column = 0
        for part in row.parts if row else ():
            while taken.get(column, 0):
                column += 1
            cell = part or Tag("TD")
            cells.append((column, cell, _words(cell, held)))
            column += cell.across
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
        taken |= {at + over: cell.down - 1 for at, cell, _ in cells for over in range(cell.across) if cell.down > 1}
        yield cells


def _reaching(row: list[_Cell], width: int) -> list[_Cell]:
    """A row of what no tag names, whose last cell reaches over the columns that are left: no tag says so."""
    column, cell, words = row[-1]
    return [*row[:-1], (column, replace(cell, across=width - column), words)]


def _words(cell: Tag, held: Mapping[int, list[Word]]) -> tuple[Word, ...]:
    return tuple(word for number in dict.fromkeys(cell.all_ids()) for word in held.get(number, ()))


def _holds_together(rows: Sequence[Sequence[_Cell]], width: int) -> bool:
    """Whether no column reaches into the next, and each row stands under the one before."""
    columns = [_edges(rows, column) for column in range(width)]
    filled = [edges for edges in columns if edges]
    level = all(left[1] <= right[0] + _OVER for left, right in pairwise(filled))
    return len(filled) >= _FEWEST_COLUMNS and level and _stand_under(rows)


def _edges(rows: Iterable[Sequence[_Cell]], column: int) -> tuple[float, float] | None:
    words = [word for row in rows for at, cell, inside in row if at == column and cell.across == 1 for word in inside]
    return (min(word.x0 for word in words), max(word.x1 for word in words)) if words else None


def _stand_under(rows: Sequence[Sequence[_Cell]]) -> bool:
    heights = [[word.mid_y for _, cell, inside in row if cell.down == 1 for word in inside] for row in rows]
    told = [(min(row), max(row)) for row in heights if row]
    return all(above[1] <= below[0] + _OVER for above, below in pairwise(told))


def _is_aligned(rows: Sequence[Sequence[_Cell]]) -> bool:
    """Whether the rows of what no tag names stand in columns: several have cells side by side that begin alike."""
    of_several = [row for row in rows if sum(bool(words) for _, _, words in row) > 1]
    starts = [[min(word.x0 for word in words) for _, _, words in row if words] for row in of_several]
    alike = sum(
        all(any(abs(x - other) <= _ALIGNED for other in below) for x in above) for above, below in pairwise(starts)
    )
    return len(of_several) >= _FEWEST_ROWS and 2 * alike >= len(of_several) - 1


def _filled(rows: Sequence[Sequence[_Cell]], number: int, width: int) -> tuple[tuple[Word, ...], ...]:
    """The cells of a row; where a merged cell reaches, its words again."""
    cells: list[tuple[Word, ...]] = [()] * width
    for place, row in enumerate(rows[: number + 1]):
        for column, cell, words in row:
            if place + cell.down > number:
                cells[column : column + cell.across] = [words] * cell.across
    return tuple(cells)


def _title_row(rows: Sequence[Sequence[_Cell]]) -> int | None:
    place = int(sum(bool(words) for _, _, words in rows[0]) == 1)
    titles = [(cell, words) for _, cell, words in rows[place] if words] if place < len(rows) else []
    if len(titles) < _FEWEST_COLUMNS:
        return None
    named = all(cell.kind == "TH" for cell, _ in titles)
    return place if named or all(BOLD_FONT.search(word.fontname) for _, words in titles for word in words) else None
