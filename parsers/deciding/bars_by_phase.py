"""Conditions that bar patients in one phase of an approval or in both ("Initial: psychosis; dementia")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from re import IGNORECASE
from typing import Literal

from parsers.criteria.told_sentences import sentences
from parsers.language.patterns import compiled
from parsers.models import Phase
from parsers.outline import Node
from parsers.phases.phases import names_both_phases, read_phase
from parsers.uses.scopes import is_phase_label

_LABELLED = compiled(r"^\W*(?P<label>[A-Za-z][A-Za-z ,/&-]{3,50}): *(?P<rest>\S.*)$")
# "At the start of treatment", "When the spray is begun".
_AT_THE_START = compiled(
    r"^\W*(?:(?:at|on|before|from) )?(?:the )?(?:(?:very )?(?:start|beginning|outset)|initiation)"
    r"(?: (?:of|with) (?:the )?(?:treatment|therapy|course|drug|spray|esketamine|spravato))?\W*$",
    IGNORECASE,
)
_PHASES: tuple[Phase, ...] = ("initial", "renewal")
_Label = Phase | Literal["both"]


def bars_by_phase(node: Node) -> Iterator[tuple[Phase | None, Node]]:
    """A list of what bars patients in parts: what it says of no phase with None, then what it labels with one."""
    labelled = [found for child in node.children for found in (*_labelled(child), *_led(child))]
    if not labelled:
        yield None, node
        return
    if plain := tuple(child for child in node.children if not [*_labelled(child), *_led(child)]):
        yield None, replace(node, children=plain)
    for phase in _PHASES:
        if of_phase := tuple(part for label, part in labelled if label in (phase, "both")):
            yield phase, replace(node, children=of_phase)


def leads_by_phase(node: Node) -> bool:
    """Whether a line over a list names a phase and nothing more ("At the start of treatment:")."""
    return bool(node.children) and _label(node.block.text) is not None


def _led(lead: Node) -> Iterator[tuple[_Label, Node]]:
    """The items under a line that names their phase."""
    label = _label(lead.block.text) if lead.children else None
    if label:
        yield from ((label, item) for item in lead.children)


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
    if _AT_THE_START.match(text):
        return "initial"
    return read_phase(text) if is_phase_label(text) else None
