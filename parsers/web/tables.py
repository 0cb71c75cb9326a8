"""Tables of web pages: merged cells filled, titles found, layout tables told apart."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bs4 import Tag

from parsers.answering.answers import DENIED
from parsers.answering.statuses import read_status
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.headings import BOLD_DEPTH
from parsers.tables.grid_rows import GridRow
from parsers.text import normalise, superscript
from parsers.web.tags import holds, inside, tags

_SPAN = compiled(r"\d{1,3}")
_PARTS = ("li", "p", "br", "div")
_CELLS = ("td", "th")
_BOLD = ("b", "strong")
# A table of one column with so many rows is a box around a text; with more it may list drugs, unless it is long.
_TITLE_AND_TEXT, _LONG = 2, 200


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str = ""
    blocks: tuple[Block, ...] = ()


# Merged cells that reach into rows below, by row and column.
_Hanging = dict[tuple[int, int], _Cell]


def is_layout(table: Tag) -> bool:
    """Whether the table only arranges blocks of text: it holds headings, lists, tables, or a single cell or column."""
    if table.get("role") == "presentation" or holds(table, ("h1", "h2", "h3", "h4", "table")):
        return True
    rows = tags(table, ("tr",))
    in_one_column = all(len(tags(row, _CELLS)) <= 1 for row in rows)
    return in_one_column and (len(rows) <= _TITLE_AND_TEXT or len(table.get_text()) > _LONG)


def read_grid(table: Tag, read_cell: Callable[[Tag], tuple[Block, ...]]) -> list[GridRow]:
    """The rows of `table`, each as long as the widest, with merged cells repeated where they reach.

    `read_cell` gives the blocks of a cell that holds more than a line.
    """
    hanging: _Hanging = {}
    rows = [_cells(row, number, hanging, read_cell) for number, row in enumerate(tags(table, ("tr",)))]
    width = max((len(cells) for cells, _ in rows), default=0)
    filled = [([*cells, *[_Cell()] * (width - len(cells))], titles) for cells, titles in rows]
    used = [_is_filled([cells for cells, _ in filled], column) for column in range(width)]
    return [_grid_row(list(itertools.compress(cells, used)), titles=titles) for cells, titles in filled]


def _is_filled(rows: Sequence[Sequence[_Cell]], column: int) -> bool:
    """Whether a column holds anything that merged cells do not reach into from the column before it."""
    own = column == 0 or any(cells[column] is not cells[column - 1] for cells in rows)
    return own and any(cells[column].text.strip() for cells in rows)


def under_caption(table: Tag, rows: list[Block]) -> list[Block]:
    """`rows` under the caption of their table, as under a title that spans all of its columns."""
    caption = table.find("caption", recursive=False)
    title = normalise(caption.get_text(" ")).replace("\n", " ") if caption else ""
    if not title or not rows:
        return rows
    if read_status(title) in DENIED:
        # "Services that are investigational": what the rows name is denied by that.
        return [Block("heading", title, depth=BOLD_DEPTH), *rows]
    return [Block("row", title, cells=(title,)), *(replace(row, path=(title, *row.path)) for row in rows)]


def _grid_row(cells: list[_Cell], *, titles: bool) -> GridRow:
    return GridRow(tuple(cell.text for cell in cells), titles, blocks=tuple(cell.blocks for cell in cells))


def _cells(
    row: Tag, number: int, hanging: _Hanging, read_cell: Callable[[Tag], tuple[Block, ...]]
) -> tuple[list[_Cell], bool]:
    cells: list[_Cell] = []
    found = tags(row, _CELLS)
    for tag in found:
        _take_hanging(cells, number, hanging)
        blocks = read_cell(tag) if holds(tag, _PARTS) else ()
        cell = _Cell(_cell_text(tag), blocks)
        for _ in range(_span(tag, "colspan")):
            for below in range(1, _span(tag, "rowspan")):
                hanging[number + below, len(cells)] = cell
            cells.append(cell)
    _take_hanging(cells, number, hanging)
    in_head = inside(row, ("thead",))
    under_corner = found[1:] if number == 0 and found and not found[0].get_text(strip=True) else found
    return cells, bool(found) and (in_head or all(cell.name == "th" for cell in found) or _all_bold(under_corner))


def _take_hanging(cells: list[_Cell], number: int, hanging: _Hanging) -> None:
    while (number, len(cells)) in hanging:
        cells.append(hanging[number, len(cells)])


def _span(cell: Tag, name: str) -> int:
    value = cell.get(name)
    return min(int(value), 60) if isinstance(value, str) and _SPAN.fullmatch(value) and int(value) else 1


def _cell_text(cell: Tag) -> str:
    for note in tags(cell, ("sup",)):
        note.replace_with(superscript(note.get_text()))
    for item in tags(cell, ("li",)):
        item.insert(0, "\n• ")
        item.append("\n")
    for line_break in tags(cell, ("br", "p", "div")):
        if line_break.name == "br":
            line_break.replace_with("\n")
        else:
            # A text in front of a paragraph is a line of its own.
            line_break.insert(0, "\n")
            line_break.append("\n")
    return "\n".join(" ".join(line.split()) for line in cell.get_text().split("\n") if line.strip())


def _all_bold(cells: list[Tag]) -> bool:
    """A first row of bold cells titles the columns even when the page does not use <th>."""
    return len(cells) > 1 and all(_is_bold(cell) for cell in cells)


def _is_bold(cell: Tag) -> bool:
    bold = "".join(part.get_text(strip=True) for part in tags(cell, _BOLD))
    return bool(bold) and bold == cell.get_text(strip=True)
