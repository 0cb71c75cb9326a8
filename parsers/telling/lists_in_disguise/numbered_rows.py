"""Tables that are numbered lists: a column of numbers that counts up, and one of demands, under words that lead in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.language.patterns import compiled
from parsers.models import Block

_COUNT = compiled(r"\W*(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))\W*", re.IGNORECASE)
_AROUND = compiled(r"\W+")
_FEWEST = 2
_PAIR = 2
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
    return block.kind == "row" and len(block.cells) == _PAIR


def _counts_up(rows: Sequence[Block]) -> bool:
    titled = all(not row.header or _TITLES.match(row.header[0]) for row in rows)
    return len(rows) >= _FEWEST and titled and are_counted(rows) and all(row.cells[1].strip() for row in rows)


def are_counted(rows: Sequence[Block]) -> bool:
    """Whether all rows are two cells, of which the first counts them, by number or letter."""
    counted = [_COUNT.fullmatch(row.cells[0]) if len(row.cells) == _PAIR else None for row in rows]
    return all(
        one and (int(one["number"]) if one["number"] else ord(one["letter"].lower()) - ord("a") + 1) == place
        for place, one in enumerate(counted, start=1)
    )


def _item(row: Block) -> Block:
    number, text = row.cells
    return replace(row, kind="item", depth=1, marker=f"{_AROUND.sub('', number)}.", text=text, cells=(), header=())
