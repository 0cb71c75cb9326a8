"""Items that are asked for though an answer stands under them ("An antidepressant is taken", "Approved for a month").

A title over answers names what they are of; such an item is one of its list, and the answer ends the list.
"""

from __future__ import annotations

from parsers.criteria.families import findings_in
from parsers.lists.list_shapes import has_verb
from parsers.outline import Node
from parsers.phases.phases import read_phase
from parsers.uses.indications import mentions


def is_asked_itself(node: Node) -> bool:
    """Whether the text over statements is a clause of criteria, and no title of a use or of a phase."""
    text = node.block.text
    titles = bool(mentions(text)) or read_phase(text) is not None or text.endswith(":")
    return not titles and has_verb(text) and bool(findings_in(text))
