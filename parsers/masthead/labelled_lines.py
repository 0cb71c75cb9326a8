"""Runs of labelled lines ("Diagnosis: …", "Therapy stage: …"), which say whom the list after them is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.answering.answers import DENIED, stated_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Status
from parsers.outline import Node
from parsers.phases.phases import read_phase
from parsers.sections.section_scopes import Scope
from parsers.uses.indications import named_indications

# What a record calls its values, without the colon behind it.
RECORD_LABEL = (
    r"(?:(?:product|drug|brand|medication|diagnos[ie]s|indications?|uses?|condition|coverage(?: status)?|"
    r"status|"
    r"decision|determination|(?:approval|"
    r"authori[sz]ation) (?:length|duration|period)|(?:therapy|treatment) stage|formulary|"
    r"(?:quantity|dos(?:e|age|ing)|supply) limits?|"
    r"(?:(?:request|review|guideline) )?type|stage of (?:therapy|treatment)|length of (?:approval|"
    r"authori[sz]ation))(?: name)?(?:\(s\))?)"
)
_RECORD = compiled(rf"^\W*(?P<label>{RECORD_LABEL})\s*[:|]\s*(?!.*(?:_{{3,}}|[☐□]))\S", re.IGNORECASE)
FEWEST_LINES = 3

_OFF_FORMULARY = compiled(r"\bnon-? ?formulary\b", re.IGNORECASE)


def opens_record(text: str) -> bool:
    """Whether a line is a label of a record with its value."""
    return bool(_RECORD.match(text))


def record_starts(nodes: Sequence[Node]) -> frozenset[int]:
    """Where runs of labelled lines begin; a label that comes again begins the next."""
    starts: set[int] = set()
    labels: set[str] = set()
    for place, node in enumerate(nodes):
        label = _label(node.block.text)
        if label is None:
            labels = set()
        elif not labels or label in labels:
            starts.add(place)
            labels = {label}
        else:
            labels.add(label)
    return frozenset(starts)


def ends_in_record(nodes: Sequence[Node]) -> bool:
    """Whether a section ends in a run of labelled lines; one such line ("Length of approval: …") is its own."""
    return _last_record(nodes) >= FEWEST_LINES


def without_next_record(nodes: Sequence[Node]) -> Sequence[Node]:
    """The nodes of a section without the labelled lines at its end, which speak of the next."""
    return nodes[: len(nodes) - _last_record(nodes)] if ends_in_record(nodes) else nodes


def _last_record(nodes: Sequence[Node]) -> int:
    """How many labelled lines a section ends in."""
    return len(list(takewhile(opens_record, (node.block.text for node in reversed(nodes)))))


def _label(line: str) -> str | None:
    found = _RECORD.match(line)
    return found["label"].lower() if found else None


def under_record(nodes: Sequence[Node], scope: Scope) -> Scope:
    """What a run of labelled lines ("Diagnosis: …", "Therapy stage: …") says of itself and of what follows it."""
    end = min((place for place in record_starts(nodes) if place), default=len(nodes))
    run = list(takewhile(opens_record, (node.block.text for node in nodes[:end])))
    if len(run) < FEWEST_LINES:
        return scope
    named = tuple(dict.fromkeys(indication for line in run for indication in named_indications(line)))
    products = tuple(dict.fromkeys(product for line in run for product in named_products(line)))
    phase = next((phase for phase in map(read_phase, run) if phase is not None), None)
    # A record for another use than the one before it is not in that one's phase.
    of_another_use = bool(scope.indications) and not set(named) <= set(scope.indications)
    # Nor is one on what a drug off the formulary needs beside.
    apart = of_another_use or any(map(_OFF_FORMULARY.search, run))
    status: Status | None = None if any(stated_status(line) in DENIED for line in run) else "covered"
    return replace(
        scope,
        products=products or scope.products,
        indications=named or scope.indications,
        phase=phase or (None if apart else scope.phase),
        status=status,
    )
