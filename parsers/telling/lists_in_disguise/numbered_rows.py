"""Tables that are numbered lists: a column of numbers that counts up, and one of demands, under words that lead in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.language.patterns import compiled
from parsers.models import Block

_FEWEST, _CELLS = 2, 2
_LETTERS = "abcdefghijkl"
_TITLES = compiled(r"^\W*(?:#|no\.?|nos?|number|item|criteri(?:a|on)(?: (?:#|no\.?|number))?|step)?\W*$", re.IGNORECASE)


def with_numbered_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the rows of such a table as the items of a list."""
    told: list[Block] = []
    place = 0
    while place < len(blocks):
        rows = list(takewhile(_is_row, blocks[place + 1 :])) if _leads_in(blocks[place]) else []
        told.append(blocks[place])
        place += 1
        if _counts_up(rows):
            told += map(_item, rows)
            place += len(rows)
    return tuple(told)


def _leads_in(block: Block) -> bool:
    return block.kind == "paragraph" and block.text.rstrip().endswith(":")


def _is_row(block: Block) -> bool:
    return block.kind == "row" and len(block.cells) == _CELLS


def _counts_up(rows: Sequence[Block]) -> bool:
    numbers = [row.cells[0].strip(" .)(#") for row in rows]
    titled = all(not row.header or _TITLES.match(row.header[0]) for row in rows)
    counted = [number.lower() for number in numbers] in (
        [str(number) for number in range(1, len(rows) + 1)],
        list(_LETTERS[: len(rows)]),
    )
    return len(rows) >= _FEWEST and titled and counted and all(row.cells[1].strip() for row in rows)


def _item(row: Block) -> Block:
    number, text = row.cells
    return replace(row, kind="item", depth=1, marker=f"{number.strip(' .)(#')}.", text=text, cells=(), header=())
