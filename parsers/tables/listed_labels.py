"""A list of uses in the first cell of a row, beside what holds for them: the row's label, not a list of criteria."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.answering.bare_statuses import bare_status
from parsers.models import Block
from parsers.tables.cell_lists import blocks_of
from parsers.tables.grid_rows import GridRow
from parsers.text import normalise
from parsers.uses.indications import is_residual
from parsers.uses.scopes import is_label

_FEWEST_USES = 2


def with_listed_labels(grid: Sequence[GridRow]) -> list[GridRow]:
    """`grid`, uses that a first cell lists ("Ketamine infusion for: • Depression • Migraine") on one line there.

    Where the columns are titled with answers ("Excluded", "Restricted"), each lists what it answers.
    """
    if any(bare_status(title) for row in grid if row.titles for title in row.cells):
        return list(grid)
    return [_labelled(row) if len(row.cells) > 1 and any(map(str.strip, row.cells[1:])) else row for row in grid]


def _labelled(row: GridRow) -> GridRow:
    first = row.blocks[0] if row.blocks else tuple(blocks_of(normalise(row.cells[0]), row.page))
    lead = [*takewhile(lambda block: block.kind == "paragraph", first)]
    uses = first[len(lead) :]
    if len(uses) < _FEWEST_USES or not all(map(_names_a_use, uses)):
        return row
    label = f"{' '.join(block.text for block in lead)} {'; '.join(block.text.rstrip(';,. ') for block in uses)}"
    return replace(row, cells=(label.strip(), *row.cells[1:]), blocks=((), *row.blocks[1:]) if row.blocks else ())


def _names_a_use(block: Block) -> bool:
    return block.kind == "item" and (is_label(block.text) or is_residual(block.text))
