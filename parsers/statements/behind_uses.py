"""Lists behind those of several uses, in a section that labels each: "Resistant depression: …", "Suicidality: …",
"Other criteria: …". So is what is said of renewals behind lists that are led in for one use each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.answering.answers import names_use, stated_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Indication
from parsers.outline import Node
from parsers.phases.phases import read_phase
from parsers.sections.section_scopes import Scope
from parsers.uses.indications import named_indications
from parsers.uses.scopes import is_label

# "Renewal of this use", "for that indication": of the one right before it.
_OF_ONE = compiled(
    r"\b(?:this|that|such|the (?:latter|same|second|first|last)) (?:\w+ )?(?:use|indication|condition|diagnosis|"
    r"disorder|group)\b",
    re.IGNORECASE,
)
_OF_EACH = compiled(
    r"\b(?:either|both|each|every|all) (?:\w+ )?(?:use|indication|condition|diagnos[ei]s|group)s?\b", re.IGNORECASE
)
_FEWEST = 2
_LONGEST = 60


def behind_uses(nodes: Sequence[Node], place: int, ambient: Scope, section: Scope) -> Scope | None:
    """The scope of a labelled list that names no use, right behind labelled lists of two uses or more: the section's.

    None: the block is no such list, or a label between those of the uses shows that such labels are of one use each.
    """
    if section.indications or section.phase != ambient.phase:
        return None
    if _renews_all(nodes[place]) and len(_uses_led(nodes[:place])) >= _FEWEST:
        return replace(ambient, indications=(), every_phase=section.every_phase)
    if not _names_nothing(nodes[place]):
        return None
    labelled = [node for node in nodes[:place] if _is_labelled(node)]
    uses = [is_label(node.block.text) for node in labelled]
    # A list for all may stand in front of those of the uses.
    behind_first = uses[uses.index(True) :] if True in uses else []
    if behind_first.count(True) < _FEWEST or not _are_followed_by_others(behind_first):
        return None
    return replace(ambient, indications=(), every_phase=section.every_phase)


def _renews_all(node: Node) -> bool:
    """Whether a paragraph is of renewals and says of no use that it is of this one.

    Where it says itself that it is of either use, others know what it is of.
    """
    text = node.block.text
    if node.block.kind != "paragraph" or _OF_ONE.search(text) or _OF_EACH.search(text):
        return False
    return read_phase(text) == "renewal" and not (names_use(text) or named_products(text))


def _uses_led(nodes: Sequence[Node]) -> set[Indication]:
    """The uses that lists before are for, where each is led in as of one."""
    named = [set(named_indications(node.block.text)) for node in nodes if _is_led(node)]
    return set().union(*named) if all(len(uses) == 1 for uses in named) else set()


def _is_led(node: Node) -> bool:
    return node.block.kind == "paragraph" and bool(node.children)


def _are_followed_by_others(uses: Sequence[bool]) -> bool:
    """Whether all labels of uses stand before the first that names none."""
    return all(uses[: uses.count(True)])


def _is_labelled(node: Node) -> bool:
    return node.block.kind == "paragraph" and bool(node.children) and len(node.block.text) <= 2 * _LONGEST


def _names_nothing(node: Node) -> bool:
    """Whether a block is a short label over a list that names neither use, drug, phase nor answer."""
    text = node.block.text
    if not _is_labelled(node) or len(text) > _LONGEST or not text.rstrip().endswith(":"):
        return False
    return not (names_use(text) or named_products(text) or read_phase(text) or stated_status(text))
