"""Lines that join the items of a list and say nothing of their own ("AND", "or")."""

from __future__ import annotations

import re

from parsers.headings import is_connective
from parsers.outline import Node
from parsers.patterns import compiled

# Over a list of notes.
_NOTE = compiled(r"\W*note\W*", re.IGNORECASE)


def joins_items(node: Node) -> bool:
    """Whether a block joins those beside it; "Note:" over a list leads in what counts as well."""
    return is_connective(node.block.text) and not (node.children and _NOTE.fullmatch(node.block.text))
