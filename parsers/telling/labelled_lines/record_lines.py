"""A drug's record in lines ("Covered uses: …", "Age restrictions: …", "Coverage duration: …") as the rows that it is.

Part D plans print it as a table; set as lines under the drug's name, each field still has its uses and its lengths.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.models import Block
from parsers.tables.record_fields import field_of

_LONGEST_LABEL = 45
_FEWEST_FIELDS = 4
# What makes a record of labelled lines: whom it covers, and for how long.
_NEEDED = frozenset({"uses", "limits"})


def with_record_lines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the lines of each such record as rows of a label and its value."""
    return tuple(told for is_line, run in groupby(blocks, key=_is_line) for told in _rows(is_line, tuple(run)))


def _is_line(block: Block) -> bool:
    label, colon, value = block.text.partition(": ") if block.kind == "paragraph" else ("", "", "")
    return bool(colon and value.strip()) and len(label) <= _LONGEST_LABEL and field_of(label) is not None


def _rows(is_line: bool, run: tuple[Block, ...]) -> Iterator[Block]:
    fields = {field_of(block.text.partition(": ")[0]) for block in run} if is_line else set()
    if len(run) < _FEWEST_FIELDS or not fields >= _NEEDED:
        yield from run
        return
    for block in run:
        label, _, value = block.text.partition(": ")
        yield replace(block, kind="row", cells=(label, value), text=f"{label} | {value}")
