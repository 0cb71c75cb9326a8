"""Lists behind those of several uses, in a section that labels each: "Resistant depression: …", "Suicidality: …",
"Other criteria: …".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.answers import names_use, stated_status
from parsers.drugs import named_products
from parsers.outline import Node
from parsers.phases import read_phase
from parsers.scopes import is_label
from parsers.section_scopes import Scope

_FEWEST = 2
_LONGEST = 60


def behind_uses(nodes: Sequence[Node], place: int, ambient: Scope, section: Scope) -> Scope | None:
    """The scope of a labelled list that names no use, right behind labelled lists of two uses or more: the section's.

    None: the block is no such list, or a label between those of the uses shows that such labels are of one use each.
    """
    if section.indications or section.phase != ambient.phase or not _names_nothing(nodes[place]):
        return None
    labelled = [node for node in nodes[:place] if _is_labelled(node)]
    uses = [is_label(node.block.text) for node in labelled]
    # A list for all may stand in front of those of the uses.
    behind_first = uses[uses.index(True) :] if True in uses else []
    if behind_first.count(True) < _FEWEST or not _are_followed_by_others(behind_first):
        return None
    return replace(ambient, indications=(), every_phase=section.every_phase)


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
