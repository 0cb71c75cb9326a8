"""Tables of demands that no title calls so ("Vital signs | Blood pressure was taken"), led in by "all of the following
are met:" or of rows most of which are read as demands: a row of which nothing is read is titled as one.

Without the title it would vanish; with it the reader of rows keeps it as a demand that it cannot read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.drugs.names import named_products
from parsers.language.lead_ins import leads_in
from parsers.models import Block
from parsers.tables.titles_of_demands import name_demands, name_terms
from parsers.tables.unread_demands import (
    REQUIREMENT,
    asks_of_a_patient,
    place_of_demand,
    topic_and_demand,
    unread_demand,
)
from parsers.telling.lists_in_disguise.led_rows import asks_for_all
from parsers.uses.scopes import is_label

_FEWEST_READ = 2


def with_unread_rows_titled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the title of a column of demands over the last cell of each such row."""
    return tuple(_each_table(blocks))


def _each_table(blocks: Sequence[Block]) -> Iterator[Block]:
    before: Block | None = None
    for (kind, _, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        # Under such titles the rows of a section are judged together, by `statements.asked_rows`.
        titled = name_demands(rows[0].header) or name_terms(rows[0].header)
        together = titled and not (before is not None and leads_in(before.text))
        unread = [row for row in rows if kind == "row" and not together and unread_demand(row)]
        asked = unread and _is_of_demands(rows, before)
        yield from (_titled(row) if asked and row in unread else row for row in rows)
        before = rows[-1]


def _is_of_demands(rows: Sequence[Block], before: Block | None) -> bool:
    """Whether a table lists what is asked for, by the words before it or by most of its rows; none is of a drug or
    use of its own.
    """
    pairs = [topic_and_demand(row) for row in rows]
    if any(pair is None or named_products(pair[0]) or is_label(pair[0]) for pair in pairs):
        return False
    led = before is not None and before.kind in ("paragraph", "item") and leads_in(before.text)
    if led and before is not None and asks_for_all(before.text):
        return True
    read = sum(asks_of_a_patient(*pair) for pair in pairs if pair)
    return read >= _FEWEST_READ and 2 * read >= len(rows)


def _titled(row: Block) -> Block:
    """`row` with the title over its demand; the other columns keep theirs."""
    titles = row.header if len(row.header) == len(row.cells) else ("",) * len(row.cells)
    asked = place_of_demand(row)
    return replace(row, header=tuple(REQUIREMENT if place == asked else title for place, title in enumerate(titles)))
