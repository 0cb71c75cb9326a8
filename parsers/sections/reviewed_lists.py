"""Lists of the prescriptions that need approval: they say what is reviewed, and ask nothing for it."""

from __future__ import annotations

import re

from parsers.answering.answers import names_use
from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled
from parsers.outline import Node

# "Prescriptions that meet any of these conditions must be prior authorized:": no item of these is a criterion, whatever
# it tells ("a drug with a paid claim for another one").
_MUST_BE_REVIEWED = compiled(
    r"\b(?:prescriptions?|requests|claims)\b[^.;:]{0,80}\b(?:must|need to|have to|shall) be "
    r"(?:prior[- ]?|pre-?)authori[sz]ed\W*$",
    re.IGNORECASE,
)
# "The following drugs need approval:", which may lead in what is asked for it.
_NEEDS_REVIEW = compiled(
    r"\b(?:prescriptions?|drugs|medications|products|services|requests|claims|following|these)\b[^.;:]{0,80}\b"
    r"(?:(?:must|need to|have to|shall) be (?:prior[- ]?|pre-?)authori[sz]ed|(?:requires?|needs?) (?:prior )?"
    r"(?:authori[sz]ation|approval|review))\W*$"
    r"|\bauthori[sz]ation is (?:required|needed) for(?: (?:any|each|all) of)?(?: (?:the following|these))?"
    r"(?: (?:drugs|medications|products|prescriptions|services))?\W*$",
    re.IGNORECASE,
)


def lists_what_is_reviewed(node: Node) -> bool:
    """Whether a list names what needs approval, and asks nothing of a patient for it."""
    lead = node.block.text if node.children else ""
    if _MUST_BE_REVIEWED.search(lead):
        return True
    asked = (names_use(item.block.text) or findings_in(item.block.text) for item in node.children)
    return bool(_NEEDS_REVIEW.search(lead)) and not any(asked)
