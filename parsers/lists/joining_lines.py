"""Lines that join the items of a list and say nothing of their own ("AND", "or")."""

from __future__ import annotations

import re

from parsers.answering.answers import names_use
from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.outline import Node
from parsers.sections.headings import is_connective

# Over a list of notes.
_NOTE = compiled(r"\W*note\W*", re.IGNORECASE)


def joins_items(node: Node) -> bool:
    """Whether a block joins those beside it; "Note:" over a list of what is said of our drug leads that in as well."""
    return is_connective(node.block.text) and not (_NOTE.fullmatch(node.block.text) and _counts(node))


def _counts(note: Node) -> bool:
    """Whether an item names our drug or a use, or asks for something; notes on other products do not count."""
    said = (part.block.text for part in note.children)
    return any(named_products(text) or names_use(text) or findings_in(text) for text in said)
