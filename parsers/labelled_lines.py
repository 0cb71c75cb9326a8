"""Runs of labelled lines ("Diagnosis: …", "Therapy stage: …"), which say whom the list after them is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.indications import named_indications
from parsers.outline import Node
from parsers.patterns import compiled
from parsers.phases import read_phase
from parsers.section_scopes import Scope

_RECORD = compiled(
    r"^\W*(?:product|drug|brand|medication|diagnos[ie]s|indications?|(?:approval|"
    r"authori[sz]ation) (?:length|duration|period)|therapy stage|"
    r"(?:request|review|guideline) type|stage of therapy|length of (?:approval|"
    r"authori[sz]ation))(?: name)?(?:\(s\))?\s*[:|]\s*\S",
    re.IGNORECASE,
)
FEWEST_LINES = 3


def opens_record(text: str) -> bool:
    """Whether a line is a label of a record with its value."""
    return bool(_RECORD.match(text))


def under_record(nodes: Sequence[Node], scope: Scope) -> Scope:
    """What a run of labelled lines ("Diagnosis: …", "Therapy stage: …") says of itself and of what follows it."""
    run = list(takewhile(opens_record, (node.block.text for node in nodes)))
    if len(run) < FEWEST_LINES:
        return scope
    named = tuple(dict.fromkeys(indication for line in run for indication in named_indications(line)))
    phase = next((phase for phase in map(read_phase, run) if phase is not None), None)
    return replace(scope, indications=named or scope.indications, phase=phase, status="covered")
