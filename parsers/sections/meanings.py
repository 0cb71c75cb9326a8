"""Lists of what a document's terms mean ("As used in this rule: (1) “Course” means …"): these ask for nothing."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.outline import Node

# A term in quotes, at the start of an item.
_MEANS = compiled(
    r"^\W{0,4}[\"“”'‘’][^\"“”]{2,60}[\"“”'‘’],? (?:means|(?:is|are) defined|refers? to|includes|has the meaning|"
    r"is (?:an?|the)\b)",
    re.IGNORECASE,
)


def lists_meanings(node: Node) -> bool:
    """Whether every item under a lead-in says what a term means."""
    return bool(node.children) and all(_MEANS.match(item.block.text) for item in node.children)
