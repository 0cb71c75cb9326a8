"""Last items of a use's list that say of themselves that they are of every use ("For neither use may the patient …").

They stand in the list of the use that was told last, and are read as what stands behind it. So is what an item at
either end of a list says of every box of a form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.every_use import FOR_EVERY_BOX, is_for_all
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.uses.indications import mentions

_OF_ITSELF = compiled(
    r"(?:^\W*|\()(?:(?:for|in|under|with) )?(?:both|either|neither)\b"
    r"|\b(?:for|in|under|with|of) (?:both|n?either)(?: of (?:the|these|those))?(?: (?:two|above))? ?"
    r"(?:indications?|uses?|diagnoses|cases?|the above|above)\b",
    re.IGNORECASE,
)
_OF_EVERY_BOX = compiled(FOR_EVERY_BOX, re.IGNORECASE)
_OF_A_CHOICE = compiled(r"\b(?:one|any|either|some) of (?:the|these)\b|\bat least (?:one|two|\d)\b", re.IGNORECASE)
_JOINED_BY_OR = compiled(r"\bor\W*$", re.IGNORECASE)


def with_items_of_every_use(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such items as paragraphs behind their list."""
    if not any(block.kind == "item" and (_is_of_every_use(block.text) or _is_of_boxes(block)) for block in blocks):
        return tuple(blocks)
    told: list[Block] = []
    of_list: list[Block] = []
    for place, block in enumerate(blocks):
        if block.kind != "item":
            told += of_list
            of_list = []
        if _closes_for_all(blocks, place) or _stands_at_an_end(blocks, place):
            of_list.append(replace(block, kind="paragraph", marker="", depth=0))
        else:
            told.append(block)
    return (*told, *of_list)


def _is_of_boxes(block: Block) -> bool:
    return bool(_OF_EVERY_BOX.search(block.text)) and not mentions(block.text) and not block.text.endswith(":")


def _stands_at_an_end(blocks: Sequence[Block], place: int) -> bool:
    """Whether the block at `place` is an item of every box, with no item before it or none behind it."""
    if blocks[place].kind != "item" or not _is_of_boxes(blocks[place]):
        return False
    before, after = blocks[place - 1] if place else None, blocks[place + 1] if place + 1 < len(blocks) else None
    opens = before is None or (before.kind != "item" and not leads_in(before.text))
    return opens or after is None or after.kind != "item"


def _is_of_every_use(text: str) -> bool:
    return bool(_OF_ITSELF.search(text)) and is_for_all(text) and not mentions(text) and not text.endswith(":")


def _closes_for_all(blocks: Sequence[Block], place: int) -> bool:
    """Whether the block at `place` is such an item, at the end of a list in which each item is asked for."""
    item = blocks[place]
    if item.kind != "item" or not _is_of_every_use(item.text):
        return False
    if any(block.kind == "item" and not _is_of_every_use(block.text) for block in blocks[place + 1 : place + 2]):
        return False
    first = place
    while first and blocks[first - 1].kind == "item" and blocks[first - 1].depth >= item.depth:
        first -= 1
    lead = blocks[first - 1].text if first else ""
    chosen = _OF_A_CHOICE.search(lead) or any(_JOINED_BY_OR.search(block.text) for block in blocks[first:place])
    return place > first and not chosen
