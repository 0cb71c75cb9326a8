"""Cells of a table that tell of both phases in turn: "… have failed. Renewal: the member has improved."."""

from __future__ import annotations

import re

from parsers.patterns import compiled
from parsers.phase_parts import by_phase
from parsers.phases import read_phase
from parsers.sentences import sentences

_LABEL = compiled(r"^\W*(?P<label>[A-Z][^.:;]{2,40}): ?\w", re.IGNORECASE)
_LONGEST = 4


def parts_by_phase(cell: str) -> tuple[str, ...]:
    """The parts of a cell that are of one phase each; a sentence under a phase's label begins the next."""
    parts: list[str] = []
    for sentence in sentences(cell):
        if parts and not _labels_phase(sentence):
            parts[-1] = f"{parts[-1]} {sentence}"
        else:
            parts.append(sentence)
    return tuple(parts) if len(parts) > 1 else by_phase(cell)


def tells_by_phase(cell: str) -> bool:
    """Whether a cell goes on to another phase than it begins with."""
    said = sentences(cell)
    if len(said) <= 1:
        return len({read_phase(part) for part in by_phase(cell)} - {None}) > 1
    return read_phase(said[0]) is None and any(map(_labels_phase, said[1:]))


def _labels_phase(sentence: str) -> bool:
    label = _LABEL.match(sentence)
    return bool(label and len(label["label"].split()) <= _LONGEST and read_phase(label["label"]))
