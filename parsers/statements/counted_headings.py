"""Headings that say how many of the items under them are asked for ("At least one of the following")."""

from __future__ import annotations

from parsers.answering.answers import names_use
from parsers.criteria.exclusions import bars_patients
from parsers.criteria.lists import quantifier
from parsers.drugs.names import named_products
from parsers.language.negations import affirmed
from parsers.language.patterns import compiled
from parsers.outline import Node
from parsers.phases.phases import read_phase
from parsers.sections.titled_bars import titles_bars

_COUNTS = compiled(r"\bof (?:the (?:following|below)|these|those)\b|\b(?:following|below)\b")
_LONGEST = 100


def leads_in_some(node: Node) -> bool:
    """Whether a heading asks for some of the items under it and names nothing itself, so that it is their lead-in."""
    if not node.children or len(node.block.text) > _LONGEST or any(part.block.kind != "item" for part in node.children):
        return False
    text = affirmed(node.block.text)
    if not _COUNTS.search(text.lower()) or names_use(text) or named_products(text) or read_phase(text):
        return False
    asked = quantifier(text)
    return asked is not None and asked.op in ("any", "at_least") and not (titles_bars(node) or bars_patients(text))
