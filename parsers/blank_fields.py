"""Blanks of a form under what it asks for, to write down what was tried ("Augmenting agent:", "CBT, dates:")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.lead_ins import leads_in
from parsers.models import Block
from parsers.patterns import compiled

_MOST_WORDS = 6
# The name of a field ends in its colon, with what is to be written there named last.
_FIELD = compiled(
    r"^[^:.;?]*\b(?:agents?|drugs?|medications?|medicines?|names?|dates?|doses?|strengths?|durations?|lengths?|scores?|"
    r"reasons?|outcomes?|results?|providers?|facility|frequency|details?|comments?|other|used|tried|taken)\b"
    r"(?: (?:tried|used|taken|given|of (?:trial|therapy|treatment|use)))?(?: \([^()]*\))?\s*:\W*$",
    re.IGNORECASE,
)
_ASKS = compiled(
    r"\b(?:must|shall|should|requir\w+|needs?|needed|at least|none|no|not|any|all|one|two|three|either|both|each|of "
    r"the following|these|fail\w*|without|is|are|has|have|was|were|will)\b|\d|[≥≤<>]",
    re.IGNORECASE,
)


def without_blank_fields(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the fields to fill in right under an item that itself says what is asked for."""
    blank: set[int] = set()
    for place, block in enumerate(blocks):
        above = blocks[place - 1] if place else None
        if above is None or not _is_field(block):
            continue
        under = above.kind == "item" and above.depth < block.depth and not leads_in(above.text)
        if (place - 1 in blank or under) and not _leads(blocks, place):
            blank.add(place)
    return tuple(block for place, block in enumerate(blocks) if place not in blank)


def _is_field(block: Block) -> bool:
    short = block.kind == "item" and not block.marker and len(block.text.split()) <= _MOST_WORDS
    return short and bool(_FIELD.match(block.text)) and not _ASKS.search(block.text)


def _leads(blocks: Sequence[Block], place: int) -> bool:
    """Whether something other than a field stands under a field."""
    after = blocks[place + 1 : place + 2]
    return bool(after) and after[0].kind == "item" and after[0].depth > blocks[place].depth and not _is_field(after[0])
