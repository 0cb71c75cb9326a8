"""Rows of a record that bear the label of criteria or of exclusions ("Criteria (all) | Signed agreement"): a list.

A row that no family reads may say anything beside a label of its own ("Phone", "Supply"); under such a label it asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.answering.bare_statuses import bare_status
from parsers.criteria.bare_bars import is_bare_bar
from parsers.language.patterns import compiled
from parsers.models import Block

_PAIR = ("label", "value")
# "Criteria", "Criteria (all)", "All of these must be met", "Requirements for approval".
_CRITERIA = compiled(
    r"\W*(?:(?:PA|coverage|approval|clinical|medical|initial|authori[sz]ation|prior authori[sz]ation|all) )*"
    r"(?:criteria|requirements|conditions(?= (?:of|for|to)|\W*\()|must(?: all)? (?:have|be met|meet|show)|"
    r"what is (?:needed|required|asked))"
    r"(?: (?:for|of) (?:approval|coverage|authori[sz]ation|cover))?(?: (?:to be met|that must be met|all|must be met))?"
    r"(?: ?\((?:all|each|every one|all (?:of these|must be met|required|needed)|must meet all|meet all)\))?\W*",
    re.IGNORECASE,
)
_BARS = "Exclusions"


def with_record_criteria(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such rows of a table without titles as a list under their label, and what bars told to."""
    return tuple(_each_label(blocks))


def _each_label(blocks: Sequence[Block]) -> Iterator[Block]:
    for (label, _), run in groupby(blocks, key=lambda block: (_label(block), block.path)):
        rows = list(run)
        if len(rows) > 1 and _CRITERIA.fullmatch(label):
            lead = replace(rows[0], kind="paragraph", text=f"{label.rstrip(' :')}:", cells=(), header=())
            yield lead
            yield from (replace(lead, kind="item", depth=1, text=row.cells[1], page=row.page) for row in rows)
        else:
            yield from map(_told, rows)


def _label(block: Block) -> str:
    """What a row of two cells, in a table without titles, names its value; "" for any other block."""
    paired = block.kind == "row" and len(block.cells) == len(_PAIR) and not block.header
    return block.cells[0] if paired else ""


def _told(block: Block) -> Block:
    """A row that calls a condition excluded, where nobody is treated for it: it bars patients, and is no answer."""
    label = _label(block)
    if not label or bare_status(label) != "excluded" or not is_bare_bar(block.cells[1]):
        return block
    cells = (_BARS, block.cells[1])
    return replace(block, cells=cells, text=" | ".join(cells))
