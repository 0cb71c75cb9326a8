"""Items numbered as the item is that they stand in: a print of a lettered list may have numbers at every depth."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.lists.markers import ordinal, style_of
from parsers.models import Block

_LETTERS = "abcdefgh"


def is_dressed_as_its_parent(above: Sequence[Block], block: Block) -> bool:
    """Whether an item stands in one that is numbered as it is; "item 1" means the outer. `above`: all before it."""
    if block.kind != "item":
        return False
    parent = next((one for one in reversed(above) if one.kind == "item" and one.depth < block.depth), None)
    return parent is not None and bool(parent.marker) and style_of(parent.marker) == style_of(block.marker)


def letter_of(item: Block) -> str:
    """How a text speaks of an inner item lettered where it was written: "b" for the second, "" from the ninth on."""
    count = ordinal(item.marker, style_of(item.marker))
    return _LETTERS[count - 1] if 0 < count <= len(_LETTERS) else ""
