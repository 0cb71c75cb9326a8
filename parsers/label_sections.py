"""Sections that recite what the label says of a drug's uses, beside the criteria that the payer decides each by.

"Indications: Depression. Indicated with an oral antidepressant" asks for nothing where "Criteria" names the use itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.answers import stated_status
from parsers.models import Indication
from parsers.outline import Node, walk
from parsers.patterns import Pattern, compiled
from parsers.scopes import positive_indications

_INDICATIONS = compiled(r"\W*(?:[\w.]{1,4}\W+)?(?:drug )?indications?(?: (?:and|&) usage)?\W*", re.IGNORECASE)
_CRITERIA = compiled(
    r"\W*(?:[\w.]{1,4}\W+)?(?:(?:prior|clinical|coverage|approval|authori[sz]ation|medical|necessity) )*criteria\W*",
    re.IGNORECASE,
)
_OF_THE_LABEL = compiled(
    r"\b(?:indicated|labell?(?:ed|ing)?|FDA|prescribing information|package insert)\b",
    re.IGNORECASE,
)
_HOW_GIVEN = compiled(
    r"\b(?:as (?:a )?monotherapy|(?:together|in combination|in conjunction|along) with an? (?:oral )?antidepressant)\b",
    re.IGNORECASE,
)
_DEMANDS = compiled(r"\b(?:must|shall|requir\w+|approv\w+|authori[sz]\w+|criteria|all of)\b", re.IGNORECASE)


def without_label_sections(nodes: Sequence[Node]) -> Sequence[Node]:
    """`nodes` without the sections of labeled indications beside the criteria of the same uses, at any depth."""
    nodes = [node.over(without_label_sections(node.children)) if node.children else node for node in nodes]
    decided = {use for node in nodes if _is_titled(node, _CRITERIA) for use in _uses_of(node)}
    return [node for node in nodes if not (_recites_label(node) and _uses_of(node) - {"mdd"} <= decided)]


def _is_titled(node: Node, title: Pattern) -> bool:
    return node.block.kind == "heading" and bool(title.fullmatch(node.block.text))


def _recites_label(node: Node) -> bool:
    """Whether every text of a section that names a use says that the label does, or how the drug is given for it, and
    none says that it is covered or what is asked for it.
    """
    if not _is_titled(node, _INDICATIONS):
        return False
    said = [part.block.text for part in walk(node.children)]
    uses = [text for text in said if positive_indications(text)]
    return bool(uses) and all(map(_is_of_label, uses)) and not any(stated_status(text) == "covered" for text in said)


def _is_of_label(text: str) -> bool:
    return bool(_OF_THE_LABEL.search(text) or (_HOW_GIVEN.search(text) and not _DEMANDS.search(text)))


def _uses_of(node: Node) -> set[Indication]:
    return {use for part in walk(node.children) for use in positive_indications(part.block.text)}
