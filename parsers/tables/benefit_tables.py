"""Tables of benefits, whose columns tell who gives the service: what the plan covers in its network, it covers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block

_IN_NETWORK = compiled(r"(?<!of[- ])(?<!non[- ])\b(?:in[- ]network|network|participating)\b", re.IGNORECASE)
_OUT_OF_NETWORK = compiled(r"\b(?:out[- ]of[- ]network|non-?(?:network|participating))\b", re.IGNORECASE)

# Of what a plan pays, or leaves to the member, by column; a cell that is such a share and no more.
_SHARES = compiled(
    r"\b(?:network|(?:you|members?|the plan|plan|participants?|we) pays?|co-?insurance|co-?pay(?:ment)?s?"
    r"|your (?:share|cost)|(?:the )?(?:plan|fund|trust) pays)\b",
    re.IGNORECASE,
)
_SHARE = compiled(
    r"\W*(?:\d{1,3} ?%|\d[\d,.]*|no charge|covered in full)(?:[\s,;]+(?:co-?pay(?:ment)?|co-?insurance|after|per|each|"
    r"a|an|"
    r"visit|session|the|deductible|of|allowed|amount|charge|drug|included))*\W*",
    re.IGNORECASE,
)


def is_of_benefits(titles: Sequence[str]) -> bool:
    """Whether the columns of a table tell what a service costs inside and outside of the plan's network."""
    return any(map(_IN_NETWORK.search, titles)) and any(map(_OUT_OF_NETWORK.search, titles))


def shares_cost(row: Block) -> bool:
    """Whether a row says what is paid of our drug, under the title of such a column: who shares a cost, covers."""
    titled = zip(row.header[1:], row.cells[1:], strict=False)
    named = bool(row.cells) and bool(named_products(row.cells[0]))
    return named and any(_SHARES.search(title) and _SHARE.fullmatch(cell) for title, cell in titled)


def without_out_of_network(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with rows of a table of benefits saying in their text what holds inside the network alone.

    A row of the columns' titles is the header of the rows after it.
    """
    kept: list[Block] = []
    titles: tuple[str, ...] = ()
    for block in blocks:
        if block.kind != "row":
            titles = ()
        elif is_of_benefits(block.header or block.cells):
            titles = block.header or block.cells
        fits = block.kind == "row" and len(block.cells) == len(titles)
        kept.append(_inside(replace(block, header=titles)) if fits and block.cells != titles else block)
    return tuple(kept)


def _inside(row: Block) -> Block:
    outside = [bool(_OUT_OF_NETWORK.search(title)) for title in row.header]
    cells = tuple("" if out else cell for out, cell in zip(outside, row.cells, strict=True))
    return replace(row, text=" | ".join(filter(None, cells)), cells=cells)
