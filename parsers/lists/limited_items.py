"""Items of a list that are asked for one use alone, as they say at their start: the list itself is not of that use."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.models import Indication
from parsers.outline import Node
from parsers.uses.conditional_uses import condition

_FOR_A_USE = compiled(r"^\W*(?:for|in|if|when|where)\b[^.;]{0,120}[,:]\s", re.IGNORECASE)


def limited_to(item: Node) -> frozenset[Indication]:
    """The uses that an item is limited to in front ("For resistant depression: …"); none where it is of every use."""
    text = item.block.text
    return frozenset(condition(text)) if _FOR_A_USE.match(text) else frozenset()


def without_limited(node: Node) -> Node:
    """`node` without such items, at whatever depth; as it is where no other stands beside them."""
    shared = [without_limited(child) for child in node.children if not limited_to(child)]
    return node.over(shared) if shared else node
