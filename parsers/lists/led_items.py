"""The items of the list that a block leads in, among blocks in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.models import Block


def items_under(blocks: Sequence[Block], lead: int) -> Iterator[int]:
    """The places of the items right under a lead-in."""
    depth = blocks[lead].depth if blocks[lead].kind == "item" else 0
    under: int | None = None
    for place in range(lead + 1, len(blocks)):
        block = blocks[place]
        if block.kind != "item" or block.depth <= depth:
            return
        under = under or block.depth
        if block.depth == under:
            yield place
