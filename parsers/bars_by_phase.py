"""Conditions that bar patients in one phase of an approval or in both ("Initial: psychosis; dementia")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from parsers.criteria.lists import sentences
from parsers.models import Phase
from parsers.outline import Node
from parsers.patterns import compiled
from parsers.phases import names_both_phases, read_phase
from parsers.scopes import is_phase_label

_LABELLED = compiled(r"^\W*(?P<label>[A-Za-z][A-Za-z ,/&-]{3,50}): *(?P<rest>\S.*)$")
_PHASES: tuple[Phase, ...] = ("initial", "renewal")
_Label = Phase | Literal["both"]


def bars_by_phase(node: Node) -> Iterator[tuple[Phase | None, Node]]:
    """A list of what bars patients in parts: what it says of no phase with None, then what it labels with one."""
    labelled = [found for child in node.children for found in _labelled(child)]
    if not labelled:
        yield None, node
        return
    if plain := tuple(child for child in node.children if not list(_labelled(child))):
        yield None, replace(node, children=plain)
    for phase in _PHASES:
        if of_phase := tuple(part for label, part in labelled if label in (phase, "both")):
            yield phase, replace(node, children=of_phase)


def _labelled(item: Node) -> Iterator[tuple[_Label, Node]]:
    """The sentences of an item that are labelled by a phase, without their labels."""
    for sentence in sentences(item.block.text):
        found = _LABELLED.match(sentence)
        label = _label(found["label"]) if found else None
        if found and label:
            yield label, replace(item, block=replace(item.block, text=found["rest"]))


def _label(text: str) -> _Label | None:
    if names_both_phases(text):
        return "both"
    return read_phase(text) if is_phase_label(text) else None
