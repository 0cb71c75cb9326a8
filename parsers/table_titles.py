"""Documents that are one table: its first row, merged over all columns, is the title of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.drugs import named_products
from parsers.models import Block

_LONGEST_TITLE = 160
_RANK = 1


def with_title_of_table(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with a first row that only names our drug, over rows of several cells, as the heading of them all."""
    first, *rest = blocks or (None,)
    if first is None or not _is_title(first) or not rest or len(set(rest[0].cells)) <= 1:
        return tuple(blocks)
    return (replace(first, kind="heading", depth=_RANK, cells=(), header=(), path=()), *rest)


def _is_title(row: Block) -> bool:
    text = row.text.strip()
    plain = len(text) <= _LONGEST_TITLE and not text.endswith((".", ":", ";", ","))
    return row.kind == "row" and len(set(row.cells)) <= 1 and plain and bool(named_products(text))
