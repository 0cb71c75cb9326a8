"""Sections that list what is asked at first or on renewal, and lists of what a prescriber attests, wherever their page
puts them.
"""

from __future__ import annotations

import re

from parsers.answering.answers import stated_status
from parsers.criteria.families import findings_in
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.outline import Node, walk
from parsers.sections.roles import heading_role
from parsers.sections.section_roles import Role
from parsers.uses.scopes import is_label

_OF_PHASES: frozenset[Role] = frozenset({"initial", "renewal"})
_FEWEST_DEMANDS = 2
# "The prescriber attests in it that:", "The request must show that:"; a site's own promises to a program are not ours.
_ATTESTED = compiled(
    r"\b(?:attest|certif(?:y|ies)|confirms?|declares?|affirms?|vouch)\w*\b[^.;:]*:\W*$"
    r"|\b(?:must|has to|have to|needs? to|shall|should) (?:\w+ )?"
    r"(?:show|state|say|prove|establish|demonstrate|document|confirm|include a statement)\b"
    r"[^.;:]*\b(?:that|all|each|every|both|these|the following)\b[^.;:]*:\W*$",
    re.IGNORECASE,
)
# "All of these must be met:", "The member meets each of the following:".
_TO_BE_MET = compiled(
    r"\b(?:(?:must|has to|have to|needs? to|shall) (?:all )?(?:be (?:met|true|satisfied|fulfilled)|meet|satisfy|fulfil)"
    r"|(?:is|are) (?:all )?(?:met|satisfied|fulfilled|true)"
    r"|(?:meets?|satisf(?:y|ies)|fulfils?) (?:all|each|every|both|any|these|the following))\b",
    re.IGNORECASE,
)
# Whose rules a description quotes: the manufacturer's program, the label's, a manual's of disorders.
_OF_OTHERS = compiled(
    r"\b(?:REMS|label\w*|FDA|manufacturer|program|stud(?:y|ies)|trials?|symptoms?|DSM|defin\w+|episode|disorder)\b",
    re.IGNORECASE,
)
_OF_A_SITE = compiled(r"\b(?:REMS|pharmac(?:y|ies)|(?:healthcare|treatment) (?:sites?|settings?))\b", re.IGNORECASE)


def lists_criteria(node: Node) -> bool:
    """Whether a section is titled as what is asked at first or on renewal, or by its use over what leads in a list
    that is asked for, or holds such a section, and lists what is asked.
    """
    return any(part.block.kind == "heading" and _titles_demands(part) and lists_demands(part) for part in walk((node,)))


def leads_in_attested(node: Node) -> bool:
    """Whether a paragraph leads in a list of what the prescriber attests, or a request has to show, of the patient."""
    lead = next(iter(sentences(node.block.text)[-1:]), "")
    asked = node.block.kind == "paragraph" and _ATTESTED.search(lead) and not _OF_A_SITE.search(lead)
    return bool(asked) and lists_demands(node)


def leads_in_demands(node: Node) -> bool:
    """Whether a paragraph says that all it lists has to be met, by its patient, and lists what is asked for."""
    lead = next(iter(sentences(node.block.text)[-1:]), "")
    asked = node.block.kind == "paragraph" and leads_in(lead) and _TO_BE_MET.search(lead)
    return bool(asked) and not _OF_OTHERS.search(lead) and lists_demands(node)


def _titles_demands(section: Node) -> bool:
    if heading_role(section.block.text) in _OF_PHASES:
        return True
    leads = [part for part in section.children if part.children and leads_in(part.block.text)]
    asked = any(stated_status(lead.block.text) == "covered" or leads_in_demands(lead) for lead in leads)
    return asked and is_label(section.block.text)


def lists_demands(section: Node) -> bool:
    """Whether several of the items under a title or lead-in ask for something that the contract names."""
    items = (part.block for part in walk(section.children) if part.block.kind == "item")
    return sum(bool(findings_in(item.text)) for item in items) >= _FEWEST_DEMANDS
