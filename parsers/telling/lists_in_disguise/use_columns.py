"""Tables with a column for each use, what is asked for it in the cells below, as the lists that they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.answering.bare_statuses import bare_status
from parsers.criteria.families import findings_in
from parsers.models import Block
from parsers.uses.indications import named_indications

_FEWEST_USES = 2


def with_uses_in_columns(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with every such table as a list for each use, its cells the items under the title of the column."""
    return tuple(_each_table(blocks))


def _each_table(blocks: Sequence[Block]) -> Iterator[Block]:
    for (kind, _, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        yield from _lists(rows) if kind == "row" and _is_by_use(rows) else rows


def _is_by_use(rows: Sequence[Block]) -> bool:
    """Whether each column, the first too, is of one use of its own, and asks something; none answers or lists."""
    titles = rows[0].header
    uses = [named_indications(title) for title in titles]
    if len(set(uses)) < max(len(titles), _FEWEST_USES) or any(len(named) != 1 for named in uses):
        return False
    columns = list(zip(*(row.cells for row in rows), strict=True))
    cells = [cell for column in columns for cell in column]
    if any("\n" in cell or bare_status(cell) for cell in cells):
        return False
    return all(any(findings_in(cell) for cell in column) for column in columns)


def _lists(rows: Sequence[Block]) -> Iterator[Block]:
    for place, title in enumerate(rows[0].header):
        lead = replace(rows[0], kind="item", depth=1, text=title, cells=(), header=())
        yield lead
        for row in rows:
            if row.cells[place].strip():
                yield replace(lead, depth=2, text=row.cells[place], page=row.page)
