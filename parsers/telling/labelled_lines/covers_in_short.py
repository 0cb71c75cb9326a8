"""Lines that say in short that there is cover, and leave of what to the statement right behind them."""

from __future__ import annotations

import re
from itertools import zip_longest

from parsers.answering.answers import names_use, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.language.patterns import compiled
from parsers.models import Block

_LONGEST = 80
# "Coverage decision: Covered with conditions.", "Status – covered", "Our position: medically necessary".
_IN_SHORT = compiled(
    r"^\W*(?:(?:(?:the|our|final|coverage|benefit|payment|policy|current) )*"
    r"(?:decision|determination|status|position|answer|coverage|conclusion|finding|bottom line|in brief)"
    r"\s*[:=–—-]\s*)?(?P<said>\S.*)$",
    re.IGNORECASE,
)


def without_covers_in_short(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` without a line of bare cover right before the paragraph that says which use is covered.

    Under a title that names several drugs and uses the line alone would be taken to cover them all.
    """
    return tuple(
        block
        for block, after in zip_longest(blocks, blocks[1:])
        if not (_covers_in_short(block) and after is not None and _covers_a_use(after))
    )


def _covers_in_short(block: Block) -> bool:
    if block.kind != "paragraph" or len(block.text) > _LONGEST:
        return False
    short = _IN_SHORT.match(block.text)
    return short is not None and bare_status(short["said"]) == "covered"


def _covers_a_use(block: Block) -> bool:
    return block.kind == "paragraph" and names_use(block.text) and stated_status(block.text) == "covered"
