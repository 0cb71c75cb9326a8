"""Amounts that a payer says it grants ("Up to 84 mg will be authorized per session"), among definitions and notes."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.deciding.findings import Requirement, Statements
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Phase
from parsers.outline import Node
from parsers.phases.phases import read_phase
from parsers.sections.section_scopes import Scope
from parsers.statements.given_only import note_given_only
from parsers.statements.papers_to_send import note_papers
from parsers.statements.told_waivers import note_waived

_AT_MOST = r"(?:up to|at most|(?:no|not) more than|a maximum of)"
_UNIT = r"(?:mg|milligrams?|devices?|kits?|sessions?|treatments?|doses?)\b"
_GRANTED = r"(?:authori[sz]ed?s?|approved?s?|covered|covers?|allow(?:ed|s)?|granted|payable|paid)"
# e.g. "Up to 84 mg will be authorized per session", "The plan approves no more than 2 sessions a week"
_GRANTS = compiled(
    r"^(?!.*\b(?:if|when|unless|label\w*|was|were|study|studies|trials?)\b)(?:"
    rf"\W*{_AT_MOST} [^.;]{{0,20}}?\b\w+ {_UNIT}[^.;]{{0,40}}? (?:will be|is|are|may be|can be) {_GRANTED}\b"
    rf"|\W*(?:we|the plan|this plan|the department) (?:will )?{_GRANTED} {_AT_MOST} [^.;]{{0,20}}?\b\w+ {_UNIT})",
    re.IGNORECASE,
)


def note_apart(found: Statements, node: Node, scope: Scope) -> None:
    """Note what sections that ask for nothing say of requests: papers to send, what is not asked, amounts by phase."""
    note_papers(found, node, scope)
    note_waived(found, node, scope)
    note_given_only(found, node, scope)
    if scope.role not in ("definitions", "background") or not _GRANTS.may_match(node.block.text):
        return
    for sentence in filter(_GRANTS.search, sentences(node.block.text)):
        products, said = named_products(sentence) or scope.products, Node(replace(node.block, text=sentence))
        named = read_phase(sentence)
        phases: tuple[Phase | None, ...] = (named,) if named else (None, "renewal")
        for phase in phases:
            asked = Requirement(products, scope.indications, phase, said, listed=False, implies="nothing", amounts=True)
            found.requirements.append(asked)
