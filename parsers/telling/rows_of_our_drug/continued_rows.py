"""Rows that go on with what is asked for the drug of the row above: one criterion a row, with the name in the first.

"Spravato | NP | 18 or older", then " | | A psychiatrist prescribes it"; or the name again in each, from a cell that
spans them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.drugs.names import is_drug_name
from parsers.models import Block
from parsers.telling.rows_of_our_drug.class_rules import PARAMETERS

_FEWEST_COLUMNS = 2


def with_rows_continued(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such rows of our drug as one row; and what is printed for it."""
    restated: dict[str, str] = {}
    read: list[Block] = []
    titles: tuple[str, ...] = ()
    for block in blocks:
        titles = _titles(block, titles)
        above = read[-1] if read else None
        if above is None or not _goes_on(above, block, titles):
            read.append(block)
            continue
        cells = (*above.cells[:-1], f"{above.cells[-1].rstrip(' .;')}; {block.cells[-1]}")
        read[-1] = replace(above, cells=cells, text=" | ".join(cells))
        restated[read[-1].text] = f"{restated.pop(above.text, above.text)} {block.cells[-1]}"
    return tuple(read), restated


def _titles(block: Block, before: tuple[str, ...]) -> tuple[str, ...]:
    """The titles in force: those of the row, else of the last row that titles what is asked."""
    if block.kind != "row":
        return ()
    return block.header or (block.cells if PARAMETERS.search(block.cells[-1]) else before)


def _goes_on(above: Block, row: Block, titles: Sequence[str]) -> bool:
    """Whether `row` says only in its last column, that of criteria, what the row of our drug above does not."""
    alike = above.kind == row.kind == "row" and len(above.cells) == len(row.cells) == len(titles) >= _FEWEST_COLUMNS
    if not alike or not is_drug_name(above.cells[0]) or not PARAMETERS.search(titles[-1]) or not row.cells[-1]:
        return False
    blank = not any(row.cells[:-1])
    spanned = len(titles) > _FEWEST_COLUMNS and row.cells[:-1] == above.cells[:-1]
    return bool(above.cells[-1]) and (blank or spanned)
