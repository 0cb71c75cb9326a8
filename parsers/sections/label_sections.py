"""Sections and lists that recite what the label says of a drug's uses, beside the criteria that a payer decides by.

"Indications: Depression. Indicated with an oral antidepressant" asks for nothing where "Criteria" names the use itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.answering.answers import stated_status
from parsers.drugs.regulator_wording import OF_REGULATORS
from parsers.language.patterns import Pattern, compiled
from parsers.models import Indication
from parsers.outline import Node, walk
from parsers.uses.scopes import positive_indications

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


# Over the uses that a regulator approved: "… has approved the drug for the following indications:"
_FOR_THESE = compiled(
    r"\b(?:following|these|two|below)\b[^.;:]{0,30}\b(?:uses?|indications?|conditions?|disorders?)\W*:\W*$"
    r"|\b(?:for|to treat|treatment of)\W*:\W*$",
    re.IGNORECASE,
)


def without_label_sections(nodes: Sequence[Node]) -> Sequence[Node]:
    """`nodes` without what recites the labeled uses beside the criteria that decide on one of them, at any depth."""
    nodes = _without_sections(nodes)
    if not any(_lists_approved(part) for part in walk(nodes)):
        return nodes
    decided = {use for part in walk(nodes) if _is_decided(part) for use in _uses_of(part) | _uses_named(part)}
    return _without_lists(nodes) if decided & {"trd", "mdsi"} else nodes


def _lists_approved(node: Node) -> bool:
    """Whether a sentence leads in the uses that a regulator has approved, and asks for nothing in their items."""
    text = node.block.text
    if not node.children or not (_FOR_THESE.search(text) and OF_REGULATORS.stands_in(text)):
        return False
    return stated_status(text) is None and not any(map(_DEMANDS.search, map(_text_of, walk(node.children))))


def _is_decided(node: Node) -> bool:
    """Whether a list of criteria stands under words of cover, or a heading that says that they are criteria."""
    return bool(node.children) and (_is_titled(node, _CRITERIA) or stated_status(node.block.text) == "covered")


def _without_lists(nodes: Sequence[Node]) -> Sequence[Node]:
    return [node.over(_without_lists(node.children)) for node in nodes if not _lists_approved(node)]


def _uses_named(node: Node) -> set[Indication]:
    return set(positive_indications(node.block.text))


def _text_of(node: Node) -> str:
    return node.block.text


def _without_sections(nodes: Sequence[Node]) -> Sequence[Node]:
    """`nodes` without the sections of labeled indications beside the criteria of the same uses."""
    nodes = [node.over(_without_sections(node.children)) if node.children else node for node in nodes]
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
