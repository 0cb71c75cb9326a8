"""A last column, without a title, that is empty or tells how requests are handled: "Decided in 3 days", "Rev. C"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.kept_columns import with_columns

_LEAST_CELLS = 3
_HANDLED = compiled(
    r"\W*(?:(?:(?:is|are|will be) )?(?:decided|answered|reviewed|processed|returned|handled|completed|turned around)"
    r"(?: (?:with)?in (?:\w+ ){1,2}(?:hours?|days?|weeks?)| by (?:the |an? )?[\w ]{3,30}| the same day)"
    r"|(?:decision|answer|turnaround|reply)(?: time)?:? (?:(?:with)?in )?(?:\w+ ){1,2}(?:hours?|days?)"
    r"|(?:rev(?:ision)?|ver(?:sion)?|ed(?:ition)?)\.? ?[\w.]{1,6}"
    r"|(?:sent|goes?|fax(?:ed)?|mail(?:ed)?) (?:to|by) (?:the |our )?[\w ]{3,30})?\W*"
)


def without_handled_columns(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with each row of such a table without its last cell."""
    told: list[Block] = []
    for of_table, run in groupby(blocks, key=_table):
        rows = tuple(run)
        told += map(_without_last, rows) if of_table and all(map(_ends_handled, rows)) else rows
    return tuple(told)


def _table(row: Block) -> tuple[str, ...]:
    untitled = row.kind == "row" and not row.header and len(row.cells) >= _LEAST_CELLS
    return (*row.path, str(len(row.cells))) if untitled else ()


def _ends_handled(row: Block) -> bool:
    return bool(_HANDLED.fullmatch(row.cells[-1].lower()))


def _without_last(row: Block) -> Block:
    return with_columns(row, range(len(row.cells) - 1))
