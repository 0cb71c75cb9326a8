"""Lead-ins that ask for all of the list above and for one more ("every item above and, in addition, one of these:")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.language.patterns import compiled
from parsers.models import Block

_ITEMS = r"(?:items?|criteri(?:a|on)|requirements?|conditions?|points?|statements?)"
# What is asked for besides, behind what is above.
_ABOVE_AND = compiled(
    rf"\b(?P<above>(?:(?:every|each|all)(?: (?:one )?of)?(?: (?:the|these|those))?(?: {_ITEMS})?(?: (?:listed|named))?"
    rf" above|(?:every|each|all)(?: of)?(?: the)? above(?: {_ITEMS})?)),? (?:and|plus)(?:,? (?:in addition|also|"
    r"besides|additionally|further),?)? "
    r"(?P<more>(?:at least )?(?:one|any|either|all|each|both|two) of\b[^.;:]{0,40}):\W*$",
)


def with_items_above(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the items of the list above under each lead-in that asks for them again, its own items under
    what they are asked for as ("one of these:"); and what is printed for each such lead-in.
    """
    kept: list[Block] = []
    printed: dict[str, str] = {}
    deeper = False
    for place, block in enumerate(blocks):
        deeper = deeper and block.kind == "item"
        told = _told(blocks, place)
        if told:
            kept += told
            printed[told[0].text] = printed[told[-1].text] = block.text
            deeper = True
        else:
            kept.append(replace(block, depth=block.depth + 1) if deeper else block)
    return tuple(kept), printed


def _told(blocks: Sequence[Block], place: int) -> tuple[Block, ...]:
    """A lead-in with the items above under it, and its own demand last; () for any other block."""
    lead = blocks[place]
    found = _ABOVE_AND.search(lead.text) if lead.kind == "paragraph" else None
    above = _items_before(blocks, place) if found else ()
    if found is None or not above or blocks[place + 1 : place + 2] == () or blocks[place + 1].kind != "item":
        return ()
    asks = replace(lead, text=f"{lead.text[: found.start()]}all of the following:")
    more = replace(above[0], text=f"{found['more'].capitalize()}:", depth=blocks[place + 1].depth, marker="")
    return (asks, *above, more)


def _items_before(blocks: Sequence[Block], place: int) -> tuple[Block, ...]:
    """The items of the list right before a block, without their numbers."""
    run = tuple(takewhile(lambda block: block.kind == "item", reversed(blocks[:place])))
    return tuple(replace(item, marker="") for item in reversed(run))
