"""Lines of a cell under "Criteria", in the row of a phase ("New start | 18 or older / two antidepressants failed"), as
the list that they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.tables.grid_rows import GridRow
from parsers.text import normalise
from parsers.uses.scopes import is_label, is_phase_label

_ASKED = compiled(r"\b(?:[Cc]riteri(?:a|on)|[Rr]equirements?|CRITERIA|REQUIREMENTS)\b")
_LONGEST_WORDS = 30
_FEWEST = 2


def with_asked_lines(grid: Sequence[GridRow]) -> list[GridRow]:
    """`grid`, with such lines as items, where a row of a phase has several; what a page sets in lines alone counts."""
    titles = next((row.cells for row in grid if row.titles), ())
    columns = [place for place, title in enumerate(titles) if place and _ASKED.search(title)]
    rows = [row for row in grid if columns and _is_of_phase(row, titles)]
    if not any(len(_lines(row, place)) >= _FEWEST for row in rows for place in columns):
        return list(grid)
    return [_listed(row, columns) if row in rows else row for row in grid]


def _is_of_phase(row: GridRow, titles: Sequence[str]) -> bool:
    return not row.titles and len(row.cells) == len(titles) and is_phase_label(normalise(row.cells[0]))


def _lines(row: GridRow, place: int) -> tuple[Block, ...]:
    """The lines of a cell, each a phrase of its own; () where it holds a list or running sentences."""
    told = row.blocks[place] if row.blocks else ()
    lines = told or (Block("paragraph", normalise(row.cells[place]), row.page),)
    return lines if all(map(_is_line, lines)) else ()


def _is_line(block: Block) -> bool:
    phrase = len(block.text.split()) <= _LONGEST_WORDS and len(sentences(block.text)) == 1
    # "Resistant depression: up to 90 days" gives each of several uses its own.
    label = block.text.partition(":")[0]
    return block.kind == "paragraph" and phrase and not is_label(label) and not block.text.rstrip().endswith(":")


def _listed(row: GridRow, columns: Sequence[int]) -> GridRow:
    cells = list(row.blocks or ((),) * len(row.cells))
    for place in columns:
        cells[place] = tuple(replace(line, kind="item", depth=1) for line in _lines(row, place)) or cells[place]
    return replace(row, blocks=tuple(cells))
