"""The path of headings over every block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parsers.models import Block
from parsers.sections.heading_ranks import with_ranks

# Stand around the rows of a table until paths are given: a row whose cell holds a list becomes a heading over it.
START_OF_TABLE, END_OF_TABLE = Block("row", ""), Block("row", "")
_LABEL_AND_VALUE = 2
_LONGEST_LABEL = 40


def is_full_row(block: Block) -> bool:
    """Whether a block is a row under the titles of its columns, which no row before it stands over.

    A row whose cell holds a list gives a heading with its cells; a list of drugs goes on after it with the next drug,
    a table of labels and their values with the next label.
    """
    labelled = len(set(block.cells)) == len(block.cells) == _LABEL_AND_VALUE and len(block.cells[0]) <= _LONGEST_LABEL
    return block.kind == "row" and bool(block.header or (labelled and all(block.cells)))


def with_paths(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """`blocks`, each with the headings over it; a path that a table row brought (its group) comes last.

    What stands behind a table (END_OF_TABLE, which goes) is under none of its rows.
    """
    blocks = with_ranks(tuple(blocks))
    placed: list[Block] = []
    above: list[Block] = []
    before: list[int] = []
    for block in blocks:
        if block is START_OF_TABLE:
            before.append(len(above))
            continue
        if block is END_OF_TABLE:
            # A table of one cell that is a title is over what follows it.
            if placed and placed[-1].kind != "heading":
                del above[before[-1] :]
            before.pop()
            continue
        if block.kind == "heading":
            while above and above[-1].depth >= block.depth:
                above.pop()
        elif is_full_row(block):
            while above and above[-1].cells:
                above.pop()
        path = tuple(heading.text for heading in above) + block.path
        placed.append(replace(block, path=path) if path else block)
        if block.kind == "heading":
            above.append(block)
    return tuple(placed)
