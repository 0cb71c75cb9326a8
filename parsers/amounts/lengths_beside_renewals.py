"""Lengths told beside what a renewal must show, of a use that nothing there renews ("Acute suicidality: one month")."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.deciding.findings import Requirement, Statements
from parsers.language.patterns import compiled
from parsers.models import Indication, Phase, Product
from parsers.phases.phases import read_phase, speaks_of_every_phase
from parsers.uses.indications import mentions

# "… for 6 months when the score has improved": what a renewal must show.
_ON_TERMS = compiled(r"\b(?:when|if|once|after|provided|where|upon)\b", re.IGNORECASE)
_Use = tuple[Product, Indication]


def give_lengths_to_first_approvals(said: Statements) -> None:
    """Give such a length to the first approval: its sentence names no phase, it only stands under renewals' title."""
    lengths = {one.node.block.text for one in said.requirements if _is_a_bare_length(one)}
    if not lengths:
        return
    renewed = {use for text, phase, uses in _told(said) if phase == "renewal" and text not in lengths for use in uses}
    of_first = {
        text
        for text, phase, uses in _told(said)
        if phase == "renewal" and text in lengths and renewed and uses and renewed.isdisjoint(uses)
    }
    said.answers[:] = [replace(one, phase="initial") if one.passage in of_first else one for one in said.answers]
    said.requirements[:] = [
        replace(one, phase="initial") if one.node.block.text in of_first else one for one in said.requirements
    ]


def _is_a_bare_length(one: Requirement) -> bool:
    """Whether a requirement is a sentence that tells a use and how long it is approved, by itself of no phase."""
    text = one.node.block.text
    if one.phase != "renewal" or one.node.children or not one.indications:
        return False
    if read_phase(text) or speaks_of_every_phase(text) or _ON_TERMS.search(text):
        return False
    if {each.indication for each in mentions(text)} != set(one.indications):
        return False
    return [found.key for found in findings_in(text)] == ["initial_auth_days"]


def _told(said: Statements) -> list[tuple[str, Phase | None, set[_Use]]]:
    """What is said of which uses, and in which phase, by its text."""
    told = [(one.passage, one.phase, {(one.product, use) for use in one.indications}) for one in said.answers]
    return told + [
        (one.node.block.text, one.phase, {(drug, use) for drug in one.products for use in one.indications})
        for one in said.requirements
    ]
