"""Columns and cells of a table by phase: "First" beside "Renewal"; "… failed. Renewal: the member has improved."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.phases.phase_parts import by_phase
from parsers.phases.phases import read_phase
from parsers.sections.roles import heading_role
from parsers.uses.scopes import is_label

_LABEL = compiled(r"^\W*(?P<label>[A-Z][^.:;]{2,40}): ?\w", re.IGNORECASE)
_LONGEST = 4
# What a patient has beside the drug.
_TREATMENT = compiled(
    r"\bpsychotherap\w+|\b(?:talk|behaviou?ral|cognitive|group) therap\w+|\bcounsel\w+|\bantidepressants?\b"
    r"|\bmonitoring\b|\bprescriber\b",
    re.IGNORECASE,
)
_GOES_ON = compiled(r"\W*(?:is )?(?:ongoing|continu(?:ed|ing|es)|maintained|continuous)\W*", re.IGNORECASE)
_PHASE_COLUMN = compiled(
    r"\W*(?:(?:treatment|therapy|request|approval|authori[sz]ation) )?(?:phase|stage|course|step|request(?: type)?|"
    r"type of (?:request|review)|(?:type|kind))\W*",
    re.IGNORECASE,
)
_FIRST = compiled(r"^\W*(?:first|start)\W*$", re.IGNORECASE)


def with_first_columns(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with a column "First" beside one on renewals as that of first requests."""
    return tuple(
        replace(block, header=tuple(_FIRST.sub("First request", title) for title in block.header))
        if block.kind == "row" and _is_beside_renewal(block.header)
        else block
        for block in blocks
    )


def _is_beside_renewal(titles: Sequence[str]) -> bool:
    return any(map(_FIRST.match, titles)) and any(read_phase(title) == "renewal" for title in titles)


def with_first_rows(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a row of a use alone, in a table that has rows of both phases, as that of its first requests: the
    title over the table, or the section that it stands in, is of one of its rows only. And for each such text the one
    that is printed.
    """
    told: list[Block] = []
    restated: dict[str, str] = {}
    # A table that goes on over a page may lose the title over it there, and stays one table.
    for (kind, _), run in groupby(blocks, key=lambda block: (block.kind, block.header)):
        rows = list(run)
        renewed = kind == "row" and _stands_under_renewal(rows[-1].path)
        told += [_as_first(row, restated) for row in rows] if renewed and _are_of_both(rows) else rows
    return tuple(told), restated


def _stands_under_renewal(path: Sequence[str]) -> bool:
    """Whether the nearest title over a row that names a phase names the renewal."""
    phases = [phase for phase in map(read_phase, path) if phase]
    return bool(phases) and phases[-1] == "renewal"


def _are_of_both(rows: Sequence[Block]) -> bool:
    return {read_phase(row.cells[0]) for row in rows if row.cells} >= {"initial", "renewal"}


def _as_first(row: Block, restated: dict[str, str]) -> Block:
    if not row.cells or read_phase(row.cells[0]) or not is_label(row.cells[0]):
        return row
    cells = (f"Initial request, {row.cells[0]}", *row.cells[1:])
    text = " | ".join(cells)
    restated |= {text: row.text, cells[0]: row.cells[0]}
    return replace(row, cells=cells, text=text)


def asks_by_phase(row: Block) -> bool:
    """Whether a row is of a table of phases ("Stage | Requirement | Amount"): what it asks for opens its phase."""
    title, *titles = row.header or ("",)
    return bool(_PHASE_COLUMN.fullmatch(title)) and any(heading_role(each) == "indications" for each in titles)


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


def cells_of_phase(row: Block) -> list[str]:
    """The cells that may name the phase of a row; "Ongoing" beside "Psychotherapy" says that it is going on."""
    beside = row.cells[1:] if row.cells and _TREATMENT.search(row.cells[0]) else ()
    return [
        cell
        for cell in row.cells
        if cell and not tells_by_phase(cell) and not (cell in beside and _GOES_ON.fullmatch(cell))
    ]


def _labels_phase(sentence: str) -> bool:
    label = _LABEL.match(sentence)
    return bool(label and len(label["label"].split()) <= _LONGEST and read_phase(label["label"]))
