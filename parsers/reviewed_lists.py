"""Lists of the prescriptions that need approval: they say what is reviewed, and ask nothing for it."""

from __future__ import annotations

import re

from parsers.answers import names_use
from parsers.criteria.families import findings_in
from parsers.outline import Node
from parsers.patterns import compiled

# "Prescriptions that meet any of these conditions must be prior authorized:", "The following drugs need approval:".
_REVIEWED = compiled(
    r"\b(?:prescriptions?|drugs|medications|products|services|requests|claims|following|these)\b[^.;:]{0,80}\b"
    r"(?:(?:must|need to|have to|shall) be (?:prior[- ]?|pre-?)authori[sz]ed|(?:requires?|needs?) (?:prior )?"
    r"(?:authori[sz]ation|approval|review))\W*$"
    r"|\bauthori[sz]ation is (?:required|needed) for(?: (?:any|each|all) of)?(?: (?:the following|these))?"
    r"(?: (?:drugs|medications|products|prescriptions|services))?\W*$",
    re.IGNORECASE,
)

# Of what such words lead in no item is a criterion, whatever it tells: "a drug with a paid claim for another one".
_SAYS_SO = compiled(
    r"\b(?:prescriptions?|requests|claims)\b[^.;:]{0,80}\b(?:must|need to|have to|shall) be "
    r"(?:prior[- ]?|pre-?)authori[sz]ed\W*$",
    re.IGNORECASE,
)


def lists_what_is_reviewed(node: Node) -> bool:
    """Whether a list names what needs approval, and none of its items a use or something asked of a patient."""
    if not (node.children and _REVIEWED.search(node.block.text)):
        return False
    return bool(_SAYS_SO.search(node.block.text)) or not any(
        names_use(part.block.text) or findings_in(part.block.text) for part in node.children
    )
