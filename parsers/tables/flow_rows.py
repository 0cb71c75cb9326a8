"""Rows of a flow ("Question | Yes: go to #3 | No: deny") whose cells hold lists, with each cell on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.tables.cell_lists import blocks_of
from parsers.tables.grid_rows import GridRow
from parsers.text import normalise

_ANSWER_TITLE = compiled(r"^\W*(?:if )?(?:yes|no)\W*$", re.IGNORECASE)
_ANSWER = compiled(r"^\W*(?:if )?(?:yes|no)\b\s*[:,–—-]", re.IGNORECASE)
_LEADS_ON = compiled(
    r"\b(?:go|proceed|continue|skip|move)(?: on)? to\b|\bden(?:y|ied)\b|\bapproved?\b|\bnext question\b|→|^\W*stop\b",
    re.IGNORECASE,
)
# How many answers a question of a flow has.
_BOTH = 2


def with_flows_on_lines(grid: Sequence[GridRow], titles: tuple[str, ...]) -> Sequence[GridRow]:
    """`grid`, under `titles` from the page before, with the list in each cell of a flow's rows on one line: what is
    asked, and what is granted.
    """
    if not any(_LEADS_ON.search(cell) for row in grid for cell in row.cells):
        return grid
    rows: list[GridRow] = []
    for row in grid:
        titles = row.cells if sum(map(_is_answer_title, row.cells)) == _BOTH else titles
        rows.append(_on_lines(row) if _leads_on(row, titles) else row)
    return rows


def _is_answer_title(cell: str) -> bool:
    return bool(_ANSWER_TITLE.match(cell))


def _leads_on(row: GridRow, titles: tuple[str, ...]) -> bool:
    """Whether a row is a question with where both answers to it lead."""
    titled = len(titles) == len(row.cells)
    answers = [
        cell
        for column, cell in enumerate(row.cells)
        if _ANSWER.match(cell) or (titled and _is_answer_title(titles[column]))
    ]
    asks = any("?" in cell or ":" in cell for cell in row.cells if cell not in answers)
    return asks and len(answers) == _BOTH and all(answers) and any(map(_LEADS_ON.search, answers))


def _on_lines(row: GridRow) -> GridRow:
    shown = row.blocks or ((),) * len(row.cells)
    cells = tuple(_on_a_line(cell, blocks, row.page) for cell, blocks in zip(row.cells, shown, strict=True))
    return replace(row, cells=cells, blocks=())


def _on_a_line(cell: str, shown: Sequence[Block], page: int) -> str:
    """What a cell says, its list behind what leads it in ("Any of these: an aneurysm; pregnancy?")."""
    # The number of a question may show it as the first item of a list.
    first, *rest = shown or tuple(blocks_of(normalise(cell), page)) or (Block("paragraph", cell, page),)
    places = [place for place, block in enumerate(rest) if block.kind == "item"]
    if not places:
        return cell
    lead = " ".join((f"{first.marker} {first.text}".strip(), *(block.text for block in rest[: places[0]])))
    items = [rest[place].text.rstrip(" ;,.") for place in places]
    after = [block.text for block in rest[places[0] :] if block.kind != "item"]
    mark = "?" if "?" in lead or any("?" in item for item in items) else "."
    listed = "; ".join(item.replace("?", "").strip() for item in items)
    return " ".join((f"{lead.rstrip(' ?:.')}: {listed}{mark}", *after))
