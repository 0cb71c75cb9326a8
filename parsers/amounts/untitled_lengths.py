"""Tables of approvals without titles over their columns ("TRD, first request | up to 3 months | two sessions a week").

Their first row says amounts as the others do and titles nothing. Under the titles that such tables else have, each row
is read by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from parsers.amounts.titled_amounts import is_length
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.uses.indications import mentions

_TITLES = ("Use", "Length of approval")
_FURTHER = "Limit"
_LONGEST_ENTRY = 16
# A table of trials has lengths as well, and stands under a title of them.
_OF_TRIALS = compiled(
    r"\b(?:trials?|tried|steps?|failed|failures?|studies|study|literature|monitoring)\b", re.IGNORECASE
)


def with_titles_of_lengths(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with titles over each untitled table whose rows are a use or a phase and the length of an approval."""
    told: list[Block] = []
    for (kind, header, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, len(block.cells))):
        rows = list(run)
        of_lengths = kind == "row" and not header and len(rows) > 1 and all(map(_is_approval, rows))
        told += [_titled(row) for row in rows] if of_lengths else rows
    return tuple(told)


def _is_approval(row: Block) -> bool:
    if len(row.cells) < len(_TITLES) or not is_length(row.cells[1]) or any(map(_OF_TRIALS.search, row.path[-1:])):
        return False
    entry = row.cells[0]
    return len(entry.split()) <= _LONGEST_ENTRY and bool(mentions(entry) or read_phase(entry))


def _titled(row: Block) -> Block:
    return replace(row, header=(*_TITLES, *(_FURTHER for _ in row.cells[2:])))
