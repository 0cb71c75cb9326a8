"""Tables in which rows of limits stand under the row of their use ("Resistant depression | …", "Length | 60 days").

The same limits come again under the next use: each holds for the use above it and not for both. They are told as
groups under rows that name the use across the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.uses.indications import named_indications
from parsers.uses.scopes import is_label

# What a row says of the use above it, by its first cell.
_LIMIT = compiled(
    r"\W*(?:(?:approv(?:al|ed)|authori[sz]ation|coverage|initial|maximum|max|supply|quantity|dose|dosing) )*"
    r"(?:lengths?|durations?|periods?|terms?|approved(?: for)?|quantit(?:y|ies)|QL|QTY|limits?|amounts?|devices|kits|"
    r"supply|dos(?:e|es|age|ing)|frequency)"
    r"(?: (?:of|for) (?:approvals?|authori[sz]ations?|coverage|therapy|the use))?(?: limits?)?\W*",
    re.IGNORECASE,
)
_FEWEST_USES = _FEWEST_CELLS = 2
_CRITERIA = "Criteria"


def with_rows_under_uses(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the rows of such a table in groups by use."""
    return tuple(_each_table(blocks))


def _each_table(blocks: Sequence[Block]) -> Iterator[Block]:
    for (kind, _, _), run in groupby(blocks, key=lambda block: (block.kind, block.header, block.path)):
        rows = list(run)
        yield from _grouped(rows) if kind == "row" and _has_groups(rows) else rows


def _has_groups(rows: Sequence[Block]) -> bool:
    """Whether every row names a use or a limit, the first a use, and some limit stands under two uses."""
    if len(rows) <= _FEWEST_USES or not _names_use(rows[0]):
        return False
    uses = [_names_use(row) for row in rows]
    labels = [row.cells[0].strip().lower() for row, named in zip(rows, uses, strict=True) if not named]
    if sum(uses) < _FEWEST_USES or not all(map(_LIMIT.fullmatch, labels)):
        return False
    named = {named_indications(row.cells[0]) for row, names in zip(rows, uses, strict=True) if names}
    return len(named) == sum(uses) and len(set(labels)) < len(labels)


def _names_use(row: Block) -> bool:
    return len(row.cells) >= _FEWEST_CELLS and is_label(row.cells[0])


def _grouped(rows: Sequence[Block]) -> Iterator[Block]:
    path = rows[0].path
    for row in rows:
        label = row.cells[0]
        if _names_use(row):
            path = (*row.path, label)
            yield replace(row, text=label, cells=(label,), header=())
            label = _CRITERIA
        cells = (label, *row.cells[1:])
        yield replace(row, cells=cells, text=" | ".join(cells), path=path)
