"""Tables whose first row, merged over all columns, is a title: of the document that is one table, or of our drug."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.drugs.names import is_drug_name, named_products
from parsers.models import Block
from parsers.sections.headings import MADE_SECTION_DEPTH

_LONGEST_TITLE = 160
_RANK = 1


def with_title_of_table(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with a first row that only names our drug, over rows of several cells, as the heading of them all."""
    first, *rest = blocks or (None,)
    # A row that titles a group may stand right under it.
    if first is None or not _is_title(first) or not any(len(set(row.cells)) > 1 for row in rest[:2]):
        return tuple(_named_by_drug(blocks))
    return (replace(first, kind="heading", depth=_RANK, cells=(), header=(), path=()), *rest)


def _named_by_drug(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the row that gives the one table the name of our drug as a heading; nothing names it before."""
    rows = [place for place, block in enumerate(blocks) if block.kind == "row"]
    if not rows or any(named_products(block.text) for block in blocks[: rows[0]]):
        return list(blocks)
    title, *under = (blocks[place] for place in rows)
    if not (_is_title(title) and is_drug_name(title.text) and _all_under(title, under)):
        return list(blocks)
    heading = replace(title, kind="heading", depth=MADE_SECTION_DEPTH, cells=(), header=())
    return [*blocks[: rows[0]], heading, *blocks[rows[0] + 1 :]]


def _all_under(title: Block, rows: Sequence[Block]) -> bool:
    """Whether each row of the document stands under that title, and says something in more than one cell."""
    return bool(rows) and all(title.text in row.path and len(set(row.cells)) > 1 for row in rows)


def _is_title(row: Block) -> bool:
    text = row.text.strip()
    plain = len(text) <= _LONGEST_TITLE and not text.endswith((".", ":", ";", ","))
    return row.kind == "row" and len(set(row.cells)) <= 1 and plain and bool(named_products(text))
