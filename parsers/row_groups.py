"""Rows of one cell that title the rows after them: the use and phase of a group of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.headings import BOLD_DEPTH
from parsers.models import Block
from parsers.outline import Node
from parsers.phases import read_phase
from parsers.scopes import is_label, is_phase_label


def with_groups(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with each row that only names a phase, or a use in one, as the heading of the rows of its group.

    "Depression: renewal", across the table, holds for the rows up to the next such row.
    """
    grouped: list[Node] = []
    taken = 0
    for place, node in enumerate(nodes):
        if place < taken:
            continue
        rows = _group(node, nodes[place + 1 :]) if _titles(node) else ()
        taken = place + 1 + len(rows)
        grouped.append(
            Node(replace(node.block, kind="heading", depth=BOLD_DEPTH + 1, cells=()), rows) if rows else node
        )
    return tuple(grouped)


def _group(title: Node, after: Sequence[Node]) -> tuple[Node, ...]:
    return tuple(takewhile(lambda node: _is_under(node.block, title.block), after))


def _titles(node: Node) -> bool:
    block = node.block
    names = is_phase_label(block.text) or (is_label(block.text) and read_phase(block.text) is not None)
    return block.kind == "row" and len(block.cells) == 1 and names


def _is_under(row: Block, title: Block) -> bool:
    return row.kind == "row" and row.path[-1:] == (title.text,)
