"""Numbered paragraphs of a policy, some of which lead in their own lists: the others are sentences, and no criteria.

"1. Spravato is covered when all are met: (a) … (b) …  2. Relapse was delayed in those who stayed on it."
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import stated_status
from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.outline import Node

# Whoever is asked for something; what is said of them stays an item, for it may be a criterion that nobody reads.
_OF_PERSONS = compiled(
    rf"^\W*(?:(?:the|an?|each|every|all|any|this|no) )?(?:[\w-]+ ){{0,2}}?(?:{PERSON}|{PEOPLE}|prescribers?|providers?|"
    r"physicians?|psychiatrists?|clinicians?|clinics?|sites?|facilit(?:y|ies)|caregivers?|treatment|therapy|diagnosis|"
    r"documentation|records?|consent)\b"
)
_TELLS = compiled(
    r"\b(?:is|are|was|were|has|have|had|may|might|can|could|will|does|do|should|makes?|includes?|follows?|improves?|"
    r"asks?|approved|marks?|means?|runs?|pays?|keeps?|shows?|gives?|names?|holds|rises|lasts|starts|"
    r"costs|stands for|explains|reviewed|exists?)\b"
)


def with_rules_told(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The nodes of a section, an item that is a sentence as a paragraph where an item beside it answers over a list."""
    if not any(_answers_over_list(node) for node in nodes):
        return tuple(nodes)
    return tuple(_told(node) if _is_sentence(node) else node for node in nodes)


def _answers_over_list(node: Node) -> bool:
    text = node.block.text
    return bool(node.block.kind == "item" and node.children and leads_in(text) and stated_status(text) == "covered")


def _is_sentence(node: Node) -> bool:
    text = node.block.text
    whole = node.block.kind == "item" and not node.children and text.rstrip().endswith(".")
    return whole and bool(_TELLS.search(text)) and not _OF_PERSONS.match(text.lower())


def _told(node: Node) -> Node:
    return replace(node, block=replace(node.block, kind="paragraph"))
