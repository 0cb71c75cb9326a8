"""Sections of a list of drugs that are titled alike ("NAME approval criteria"): those of other drugs are not ours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.drugs import named_products
from parsers.indications import mentions
from parsers.outline import Node
from parsers.patterns import compiled
from parsers.phases import read_phase
from parsers.roles import heading_role

_TITLE = compiled(
    r"^\W*(?P<name>[^:]{2,60}?)\W+(?P<kind>(?:(?:prior|special|step|approval|authori[sz]ation|coverage|clinical|PA)\W+){1,3}"
    r"criteria)\W*$",
    re.IGNORECASE,
)
# What may stand before "approval criteria" and names no drug.
_OF_NO_DRUG = compiled(
    r"\b(?:general|all|any|other|additional|universal|common|new|class|drug|medication|these|the following|member"
    r"|patient|standard|our|plan)\b",
    re.IGNORECASE,
)


def without_other_entries(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes` without the sections of other drugs, where one beside them has the same title but for our drug's name."""
    kinds = {_kind(node) for node in nodes if named_products(_name(node))} - {""}
    return tuple(node for node in nodes if _kind(node) not in kinds or not _is_of_another(_name(node)))


def _is_of_another(name: str) -> bool:
    plain = mentions(name) or read_phase(name) or heading_role(name) or _OF_NO_DRUG.search(name)
    return not (plain or named_products(name))


def _name(node: Node) -> str:
    return _part(node, "name")


def _kind(node: Node) -> str:
    return _part(node, "kind").lower()


def _part(node: Node, part: str) -> str:
    title = _TITLE.match(node.block.text) if node.block.kind == "heading" else None
    return title[part] if title else ""
