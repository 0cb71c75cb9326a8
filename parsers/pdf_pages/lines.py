"""One page of a PDF: its lines with place and type, and its tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from parsers.lists.markers import read_marker
from parsers.pdf_pages.boxes import boxes_beside_text, filled_bars
from parsers.pdf_pages.content import Cell, Line, PageContent, PageTable
from parsers.pdf_pages.drawn_tables import drawn_tables
from parsers.pdf_pages.flow import columns_by_flow
from parsers.pdf_pages.frames import is_drawn_around_title, told_apart
from parsers.pdf_pages.grids import BOLD_FONT, find_grids, grid_cells
from parsers.pdf_pages.gutters import column_shift, regions
from parsers.pdf_pages.level_rules import frames_of_level_rules
from parsers.pdf_pages.open_rows import missing_edges
from parsers.pdf_pages.rules import Frame, parted, whole_frames
from parsers.pdf_pages.shapes import Box, Shape, Word
from parsers.pdf_pages.tagged_lines import with_places
from parsers.pdf_pages.tagged_tables import TaggedTable, tagged_tables
from parsers.pdf_pages.tags import Tag
from parsers.pdf_pages.underlines import with_underlines
from parsers.pdf_pages.words import page_words
from parsers.text import normalise

# A gap wider than this many letter sizes parts a line into columns.
_COLUMN_GAP = 2.5
# Letters nearer than this, in their size, stand in one word.
_CLOSED = 0.08
_FEWEST_EDGES_OF_A_TABLE = 4


def read_page(page: Any, number: int, tags: Tag | None = None) -> PageContent:
    """Lines and tables of a pdfplumber page, which is the document's page `number` and has these tags.

    The caller closes the page.
    """
    words = with_places(page_words(page), tags)
    drawn = _find_tables(page)
    bars = [table.bbox for table in drawn if is_drawn_around_title(_frame(table), words)]
    framed = told_apart([_frame(table) for table in drawn if _is_table(table) and table.bbox not in bars])
    bars += filled_bars(page, words)
    named = _named_tables(tags, words, framed)
    around = [*framed, *(Frame(table.box(), ()) for table in named)]
    found = whole_frames([*framed, *frames_of_level_rules(page, words, around)], words)
    tables = tuple(_read_table(table, words, number) for table in found)
    tables += tuple(_table_of(table.rows, number, table.title_row) for table in named)
    boxes: list[Box] = [table.box for table in found]
    inside_named = {id(word) for table in named for word in table.words()}
    free = [word for word in words if id(word) not in inside_named and not any(word.is_in(box, 1) for box in boxes)]
    rows: list[tuple[Line, ...]] = []
    for box in boxes_beside_text(page, free):
        # First, as the facts of a document stand in them: what they title ends where the text begins.
        inside = [_split(row, number) for row in _rows(word for word in free if word.is_in(box))]
        rows += [tuple(replace(line, boxed=True) for line in row) for row in inside]
        free = [word for word in free if not word.is_in(box)]
    for found_there in _page_rows(free, float(page.width), number):
        if isinstance(found_there, PageTable):
            tables = (*tables, found_there)
        else:
            rows.append(tuple(_on_bars(found_there, bars)))
    return PageContent(number, float(page.width), float(page.height), tuple(with_underlines(page, rows)), tables)


def _on_bars(row: Sequence[Line], bars: Sequence[Box]) -> Iterator[Line]:
    for line in row:
        barred = line.bold and any(box[0] <= line.x0 < box[2] and box[1] < line.mid_y < box[3] for box in bars)
        yield replace(line, barred=True) if barred else line


def _named_tables(tags: Tag | None, words: Sequence[Word], framed: Sequence[Frame]) -> list[TaggedTable]:
    """The tables that tags name where no rules draw one; those that the words stand as where there are no tags."""
    drawn = {id(word) for frame in framed for word in words if word.is_in(frame.box, over=1)}
    if tags is None:
        return drawn_tables([word for word in words if id(word) not in drawn])
    return [table for table in tagged_tables(tags, words) if not any(id(word) in drawn for word in table.words())]


def _table_of(rows: Iterable[Iterable[Sequence[Word]]], page: int, title_row: int | None) -> PageTable:
    """A table whose cells are known by their words."""
    rows = [list(row) for row in rows]
    cells = tuple(tuple(tuple(_line(line, page) for line in _rows(cell)) for cell in row) for row in rows)
    words = [word for row in rows for cell in row for word in cell]
    top, left = min(word.top for word in words), min(word.x0 for word in words)
    return PageTable(page, top, left, max(word.x1 for word in words), cells, title_row)


def _find_tables(page: Any) -> list[Any]:
    if len(page.rects) + len(page.lines) + len(page.curves) < _FEWEST_EDGES_OF_A_TABLE:
        return []
    missing = missing_edges(page)
    return list(page.find_tables({"explicit_horizontal_lines": missing} if missing else None))


def _is_table(table: Any) -> bool:
    """At least two columns; a box around a paragraph is no table."""
    widths = [sum(1 for cell in row.cells if cell) for row in table.rows]
    return len(table.rows) >= 1 and max(widths, default=0) >= 2


def _rows(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words of one height together, left to right."""
    row: list[Word] = []
    for word in sorted(words, key=lambda word: (word.bottom, word.x0)):
        if row and word.bottom - row[0].bottom > 0.45 * min(word.size, row[0].size):
            yield sorted(row, key=lambda word: word.x0)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda word: word.x0)


def _page_rows(words: Sequence[Word], width: float, page: int) -> Iterator[tuple[Line, ...] | PageTable]:
    """Rows of lines in reading order, columns of text one after the other; tables without rules where they begin."""
    left = list(words)
    for columns in columns_by_flow(words):
        above = [word for word in left if word.bottom <= columns.top + 1 and not columns.holds(word)]
        yield from _rows_across(above, width, page)
        inside = [word for word in left if columns.holds(word)]
        parts = [[word for word in inside if columns.column(word) == part] for part in range(len(columns.gutters) + 1)]
        yield from _columned(parts, page)
        left = [word for word in left if not columns.holds(word) and word.bottom > columns.top + 1]
    yield from _rows_across(left, width, page)


def _rows_across(words: Sequence[Word], width: float, page: int) -> Iterator[tuple[Line, ...] | PageTable]:
    rows = list(_rows(words))
    for region in regions(rows, width):
        inside = rows[region.start : region.end]
        if region.gutter is None:
            yield from _plain_rows(inside, page)
            continue
        words_there = [word for row in inside for word in row]
        parts = [[word for word in words_there if (word.x0 > region.gutter) is right] for right in (False, True)]
        yield from _columned(parts, page)


def _columned(parts: Sequence[Sequence[Word]], page: int) -> Iterator[tuple[Line, ...]]:
    """The columns one after the other."""
    first = list(_rows(parts[0]))
    for part in parts:
        rows = list(_rows(part))
        right = max(word.x1 for word in part)
        shift = column_shift(first, rows)
        for row in rows:
            yield tuple(replace(line, right=right, shift=shift) for line in _split(row, page))


def _plain_rows(rows: Sequence[list[Word]], page: int) -> Iterator[tuple[Line, ...] | PageTable]:
    number = 0
    for grid in find_grids(rows):
        yield from (_split(row, page) for row in rows[number : grid.start])
        yield _table_of(grid_cells(rows, grid), page, 0)
        number = grid.end
    yield from (_split(row, page) for row in rows[number:])


def _split(row: Sequence[Word], page: int) -> tuple[Line, ...]:
    pieces: list[list[Word]] = [[row[0]]]
    for word in row[1:]:
        before = pieces[-1]
        gap = word.x0 - before[-1].x1
        # A list marker stands far from its text without being a column.
        only_marker = len(before) == 1 and read_marker(f"{before[0].text} x") is not None
        if gap > _COLUMN_GAP * max(word.size, before[-1].size) and not (only_marker and gap < 60):
            pieces.append([word])
        else:
            before.append(word)
    return tuple(_line(piece, page) for piece in pieces)


def _line(words: Sequence[Word], page: int) -> Line:
    text = normalise(_said(words))
    # A marker is often set apart from the type of its line.
    titled = words[1:] if len(words) > 1 and read_marker(f"{words[0].text} x") else words
    letters = sum(len(word.text) for word in titled)
    bold = sum(len(word.text) for word in titled if BOLD_FONT.search(word.fontname))
    sizes: defaultdict[float, int] = defaultdict(int)
    fonts: defaultdict[str, int] = defaultdict(int)
    for word in words:
        sizes[round(word.size, 1)] += len(word.text)
        fonts[word.fontname] += len(word.text)
    first = words[0]
    return Line(
        text=text,
        page=page,
        x0=first.x0,
        x1=words[-1].x1,
        top=min(word.top for word in words),
        bottom=max(word.bottom for word in words),
        size=max(sizes, key=lambda size: (sizes[size], size)),
        bold=bold > 0.9 * letters,
        first_word_width=first.x1 - first.x0,
        after_marker=titled[0].x0 if len(titled) < len(words) else None,
        face=max(fonts, key=lambda font: fonts[font]),
        opens=next((word.place for word in words if word.place), None),
        ends=words[-1].place,
    )


def _said(words: Sequence[Word]) -> str:
    """The text of a line; what only another face parts from the letter before it is one word with that."""
    text = words[0].text
    for before, word in pairwise(words):
        beside = before.fontname != word.fontname and before.size == word.size
        closed = beside and bool(before.chars and word.chars) and abs(word.x0 - before.x1) < _CLOSED * word.size
        text += word.text if closed else f" {word.text}"
    return text


def _frame(table: Any) -> Frame:
    return Frame(table.bbox, tuple(list(row.cells) for row in table.rows))


def _read_table(table: Frame, words: Sequence[Word], page: int) -> PageTable:
    edges = [box for row in table.rows for box in row]
    inside = [part for word in words if word.is_in(table.box, over=1) for part in _cut(word, edges)]
    boxes = parted(table.rows, inside)
    found: dict[Box, Cell] = {
        box: tuple(_line(row, page) for row in _rows(word for word in inside if word.is_in(box)))
        for row in boxes
        for box in row
        if box
    }
    cells = tuple(_fill(boxes, number, found) for number in range(len(boxes)))
    x0, top, x1, _ = table.box
    return PageTable(page, float(top), float(x0), float(x1), cells, _title_row(inside, boxes))


def _cut(word: Word, boxes: Sequence[Box | None]) -> list[Word]:
    """The parts of a word that runs on over the edges of cells."""
    crossed = {box[0] for box in boxes if box and box[1] <= word.mid_y < box[3] and word.crosses(box[0], 1)}
    if not crossed or not word.chars:
        return [word]
    parts: dict[int, list[Shape]] = {}
    for char in word.chars:
        parts.setdefault(sum((char["x0"] + char["x1"]) / 2 > edge for edge in crossed), []).append(char)
    return [
        replace(word, text="".join(char["text"] for char in part), x0=part[0]["x0"], x1=part[-1]["x1"], chars=part)
        for part in parts.values()
    ]


def _fill(boxes: list[list[Box | None]], number: int, found: dict[Box, Cell]) -> tuple[Cell, ...]:
    """The cells of a row; where a merged cell reaches, its lines again."""
    row = boxes[number]
    top = min((box[1] for box in row if box), default=0.0)
    cells: list[Cell] = []
    for column, box in enumerate(row):
        over = next(
            (above[column] for above in reversed(boxes[:number]) if column < len(above) and above[column]), None
        )
        if box:
            cells.append(found[box])
        elif over and over[3] > top + 1:
            cells.append(found[over])
        else:
            cells.append(cells[-1] if cells else ())
    return tuple(cells)


def _title_row(words: Sequence[Word], boxes: Sequence[Sequence[Box | None]]) -> int | None:
    of_rows = [[box for box in row if box] for row in boxes[:2]]
    place = int(len(of_rows) > 1 and len(of_rows[0]) == 1)
    return place if len(of_rows[place]) > 1 and _all_bold(words, of_rows[place]) else None


def _all_bold(words: Sequence[Word], boxes: Sequence[Box]) -> bool:
    first = [word for word in words if any(word.is_in(box) for box in boxes)]
    return bool(first) and all(BOLD_FONT.search(word.fontname) for word in first)
