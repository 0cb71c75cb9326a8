"""A grid of cells to row blocks: titles in force, groups, repeated headers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.headings import BOLD_DEPTH, is_connective, looks_like_heading
from parsers.tables.answer_lists import to_fill_in, without_answers
from parsers.tables.answered_lists import answered
from parsers.tables.asked_lines import with_asked_lines
from parsers.tables.cell_lists import blocks_of, in_a_line
from parsers.tables.column_titles import (
    SHORTEST_TEXT,
    is_of_other_drugs,
    is_split,
    names_columns,
    titles_anew,
)
from parsers.tables.flow_rows import with_flows_on_lines
from parsers.tables.form_tables import with_answers_in_one
from parsers.tables.grid_rows import GridRow
from parsers.tables.listed_labels import with_listed_labels
from parsers.tables.study_tables import titles_study
from parsers.tables.table_outlines import only_boxes, outline_blocks
from parsers.tables.title_rows import joined_titles, spans_columns
from parsers.tables.unlabelled_rows import with_labels_shared
from parsers.tables.unmarked_titles import with_first_titles
from parsers.text import normalise
from parsers.uses.scopes import is_label, is_phase_label

_CELL_DEPTH = BOLD_DEPTH
_FEWEST_ITEMS = 2
_LINE_WITH_DASH = compiled(r"^(?:--?|[–—])\s", re.MULTILINE)
# A cell of a dash is empty.
_SAYS_SOMETHING = compiled(r"[^\W_]")


def row_blocks(grid: Sequence[GridRow], header: tuple[str, ...] = ()) -> list[Block]:
    """The rows of one table as blocks.

    `header` is the one in force when the table goes on from the page before. A row that says one thing across all
    columns is a group ("ICD-10 codes not covered:"): it heads the rows after it by their path. One that the file
    marks as titles but that holds values, or has no row below it, says something of its own.
    """
    grid = with_listed_labels(with_answers_in_one(with_labels_shared(with_flows_on_lines(grid, header))))
    if (outline := _outline(grid)) or (columns := _by_columns(_titles_judged(grid))):
        return outline or columns
    blocks: list[Block] = []
    group: tuple[str, ...] = ()
    titled = False
    judged = with_asked_lines(_titles_judged(grid))
    for number, row in enumerate(judged):
        cells = tuple(normalise(cell) for cell in row.cells)
        if not any(cells):
            continue
        spanning = len(cells) > 1 and (len(set(cells)) == 1 or (row.titles and len(set(cells) - {""}) == 1))
        lists = _lists(row) if not titled or any(_lists(row)) else _single_items(row)
        lists = without_answers(_fitting(header, cells), lists)
        cells = tuple(in_a_line(cell) for cell in cells)
        if told := answered(cells, lists):
            cells, lists = told, ((),) * len(cells)
        listed = any(lists) and not row.titles and not titles_study(header)
        if listed and not is_of_other_drugs(header, cells):
            titled = titled or bool(cells[0] and not lists[0])
            blocks += _list_row(row.page, cells, lists, _fitting(header, cells), group)
        elif titled and not header and _titles_text(cells):
            blocks.append(Block("heading", cells[0], row.page, depth=_CELL_DEPTH, path=group))
            blocks += _paragraphs(row, cells[1])
        elif (row.titles and not spanning) or titles_anew(cells, header):
            header = cells
        elif cells == header:
            continue
        elif spanning:
            says = next(cell for cell in cells if cell)
            group = (says,)
            below = judged[number + 1 :]
            opens = _titles_group(says, below) if blocks else any(map(_titles_lists, grid)) or _titles_table(row, below)
            blocks.append(_opening(row, says) if opens else Block("row", says, page=row.page, cells=(says,)))
        else:
            header_of_row = _fitting(header, cells)
            blocks.append(Block("row", " | ".join(cells), row.page, path=group, cells=cells, header=header_of_row))
    return blocks


def _titles_lists(row: GridRow) -> bool:
    """Whether a row becomes a heading over the list in one of its cells."""
    return not row.titles and any(_lists(row))


def _titles_group(says: str, below: Sequence[GridRow]) -> bool:
    """Whether what spans a row is the use or phase of the rows up to the next such row, with a list among them."""
    names = is_label(says) or is_phase_label(says)
    group = takewhile(lambda row: len({*row.cells}) > 1, below)
    return names and any(any(_lists(row)) or any(_single_items(row)) for row in group)


def _titles_table(first: GridRow, below: Sequence[GridRow]) -> bool:
    """Whether what spans the first row is a title right over those of the columns."""
    says = next(cell for cell in first.cells if cell.strip())
    over = bool(below) and below[0].titles and is_split(below[0].cells) and names_columns(below[0].cells)
    return over and looks_like_heading(normalise(says), bold=True)


def _opening(row: GridRow, says: str) -> Block:
    """What spans the first row of a table as its title: it ends what a table before it was titled."""
    return Block("heading", says, row.page, depth=_CELL_DEPTH)


def _paragraphs(row: GridRow, text: str) -> list[Block]:
    """The text beside a title: the paragraphs that the file sets apart in its cell, or one."""
    apart = row.blocks[1] if row.blocks else ()
    lines = [block.text for block in apart] if len(apart) > 1 else [text]
    return [Block("paragraph", line, row.page) for line in lines]


def _outline(grid: Sequence[GridRow]) -> list[Block]:
    """The list that the table aligns; [] where it is a table. A text in its last column may lead in a list there."""
    grid = [_with_connective(row) for row in grid] if _ends_in_connectives(grid) else grid
    lists = [_lists(row) for row in grid]
    if any(
        (row.titles and is_split(row.cells)) or not _only_led(found) for row, found in zip(grid, lists, strict=True)
    ):
        return []
    rows = [
        tuple(
            found[0].text if found else in_a_line(normalise(cell)) for cell, found in zip(row.cells, under, strict=True)
        )
        for row, under in zip(grid, lists, strict=True)
    ]
    return outline_blocks(rows, [row.page for row in grid], [under[-1][1:] if under else () for under in lists])


def _ends_in_connectives(grid: Sequence[GridRow]) -> bool:
    """Whether the last column only joins the rows ("A. | The member is an adult | AND")."""
    last = [row.cells[-1].strip() for row in grid if len(row.cells) > _FEWEST_ITEMS]
    return len(last) == len(grid) and any(last) and all(not cell or is_connective(cell) for cell in last)


def _with_connective(row: GridRow) -> GridRow:
    """The row without its last cell, what that joins said behind the text before it or below the list there."""
    *cells, connective = row.cells
    blocks = [*(row.blocks or [()] * len(row.cells))][:-1]
    if connective.strip() and blocks[-1]:
        blocks[-1] = (*blocks[-1], Block("paragraph", connective.strip(), row.page))
    elif connective.strip():
        cells[-1] = f"{cells[-1].rstrip('; ')}; {connective.strip()}"
    return replace(row, cells=tuple(cells), blocks=tuple(blocks) if row.blocks else ())


def _by_columns(grid: Sequence[GridRow]) -> list[Block]:
    """A table whose columns each hold a list under their title, one column after the other; [] where it is another.

    What stands below the lists in a column ("Approval: 6 months") is said of that column.
    """
    titles, *rows = grid or [GridRow(())]
    names = [in_a_line(normalise(cell)) for cell in titles.cells]
    over = titles.titles and len(set(names)) == len(names) > 1 and all(names)
    if not over or not any(_over_lists(row) and _lists(row)[0] for row in rows) or any(row.titles for row in rows):
        return []
    if any(answered(row.cells, _lists(row)) for row in rows):
        return []
    blocks: list[Block] = []
    for column, name in enumerate(names):
        blocks.append(Block("heading", name, titles.page, depth=_CELL_DEPTH))
        blocks += (block for row in rows for block in _in_column(row, column))
    return blocks


def _in_column(row: GridRow, column: int) -> Iterator[Block]:
    cell = normalise(row.cells[column])
    if listed := _list_in(row, column, cell) or _single_items(row)[column]:
        yield from map(_under_cell, listed)
    elif cell:
        yield Block("paragraph", in_a_line(cell), row.page)


def _only_led(lists: Sequence[tuple[Block, ...]]) -> bool:
    """Whether no cell of a row holds a list but the last, and that one under a text that leads it in."""
    *others, last = lists or ((),)
    return not any(others) and (not last or (last[0].kind == "paragraph" and leads_in(last[0].text)))


def _titles_text(cells: tuple[str, ...]) -> bool:
    """Whether a row is a title and its text, as it is in a table whose other rows title lists."""
    labelled = cells[0].rstrip().endswith(":") and bool(cells[-1])
    return (
        len(set(cells)) == len(cells) == 2
        and len(cells[0]) < SHORTEST_TEXT
        and (labelled or len(cells[1]) >= SHORTEST_TEXT)
    )


def _titles_judged(rows: Sequence[GridRow]) -> list[GridRow]:
    grid = with_first_titles(rows)
    last = max((number for number, row in enumerate(grid) if not row.titles), default=-1)

    def titles(number: int, row: GridRow) -> bool:
        over = row.titles and number < last
        return over and (names_columns(row.cells) or _over_lists(grid[number + 1]))

    def judged(number: int, row: GridRow) -> GridRow:
        is_title = titles(number, row) if is_split(row.cells) else row.titles and not 0 <= last < number
        return row if is_title == row.titles else replace(row, titles=is_title)

    return _titled_once(judged(number, row) for number, row in enumerate(grid))


def _titled_once(rows: Iterable[GridRow]) -> list[GridRow]:
    """The rows, a row of titles that each span some columns joined with the one right below it."""
    grid: list[GridRow] = []
    for row in rows:
        joins = grid and row.titles and grid[-1].titles and spans_columns(grid[-1].cells)
        grid.append(replace(row, cells=joined_titles(grid.pop().cells, row.cells)) if joins else row)
    return grid


def _over_lists(below: GridRow) -> bool:
    """Whether a row that titles columns stands right over lists, one in each of several columns.

    Beside a list, a single item that the file shows as one is a list too.
    """
    lists = _lists(below)
    shown = [found or single for found, single in zip(lists, _single_items(below), strict=True)]
    return not below.titles and any(lists) and sum(map(bool, shown)) >= _FEWEST_ITEMS


def _fitting(header: tuple[str, ...], cells: tuple[str, ...]) -> tuple[str, ...]:
    return header if len(header) == len(cells) else ()


def _lists(row: GridRow) -> tuple[tuple[Block, ...], ...]:
    return tuple(_list_in(row, column, normalise(cell)) for column, cell in enumerate(row.cells))


def _single_items(row: GridRow) -> tuple[tuple[Block, ...], ...]:
    """The cells that the file shows as a list of one item, with its length, in a table whose other rows title lists."""
    cells = row.blocks or ((),) * len(row.cells)
    shown = (["item"], ["item", "paragraph"])
    return tuple(cell if [block.kind for block in cell] in shown and not to_fill_in(cell) else () for cell in cells)


def _list_in(row: GridRow, column: int, cell: str) -> tuple[Block, ...]:
    """The list in a cell with what stands around it; () when the cell holds none, as one of boxes for the answer."""
    if only_boxes(cell):
        return ()
    blocks = row.blocks[column] if row.blocks else tuple(blocks_of(cell, row.page))
    items = [block for block in blocks if block.kind == "item"]
    # A list of one item between paragraphs that the file sets apart: "TRD: • two failures", "Renewal: improvement".
    # A line alone that opens with a dash is none: it was broken there ("Q5110 - Nivestym").
    set_apart = bool(row.blocks) and 0 < len(items) <= len(blocks) - _FEWEST_ITEMS and not _LINE_WITH_DASH.search(cell)
    return blocks if (len(items) >= _FEWEST_ITEMS or set_apart) and not to_fill_in(blocks) else ()


def _list_row(
    page: int,
    cells: tuple[str, ...],
    lists: Sequence[tuple[Block, ...]],
    header: tuple[str, ...],
    group: tuple[str, ...],
) -> list[Block]:
    """A row with lists in its cells: each list under a heading of the cells before it, which keeps their titles, and
    of its column's title, then the cells after the first list as paragraphs.
    """
    first = next(column for column, found in enumerate(lists) if found)
    labels = dict.fromkeys(cell for cell in cells[:first] if cell)
    titled = dict(zip(cells[:first], header, strict=False))
    blocks: list[Block] = []
    for column in range(first, len(cells)):
        title = header[column] if header else ""
        if lists[column] and lists[column] not in lists[:column]:
            said = tuple(dict.fromkeys([*labels, *([title] if title else [])]))
            titles = tuple(titled.get(cell, "") for cell in said) if header else ()
            heading = Block("heading", " | ".join(said), page, _CELL_DEPTH, "", group, said, titles)
            blocks += [heading] if said else []
            blocks += [_under_cell(block) for block in lists[column]]
        elif _SAYS_SOMETHING.search(cells[column]) and not lists[column]:
            blocks.append(
                Block("paragraph", f"{title.rstrip(': ')}: {cells[column]}" if title else cells[column], page)
            )
    return blocks


def _under_cell(block: Block) -> Block:
    return replace(block, depth=_CELL_DEPTH + 1) if block.kind == "heading" else block


def header_after(grid: Sequence[GridRow], header: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The titles in force after `grid`, for the part of the table on the next page."""
    for row in grid:
        if row.titles and is_split(row.cells) and names_columns(row.cells):
            header = tuple(in_a_line(normalise(cell)) for cell in row.cells)
    return header
