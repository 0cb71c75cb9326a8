"""Rows of one cell that title the rows after them: the use and phase of a group of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.models import Block
from parsers.outline import Node
from parsers.phases.phases import read_phase
from parsers.sections.headings import BOLD_DEPTH
from parsers.uses.scopes import is_label, is_phase_label


def with_groups(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with each row that only names a phase, or a use in one, as the heading of the rows of its group; so with
    a use alone over columns for the phases.

    "Depression: renewal", across the table, holds for the rows up to the next such row.
    """
    grouped: list[Node] = []
    taken = 0
    for place, node in enumerate(nodes):
        if place < taken:
            continue
        rows = _group(node, nodes[place + 1 :]) if _titles(node, nodes[place + 1 : place + 2]) else ()
        taken = place + 1 + len(rows)
        grouped.append(
            Node(replace(node.block, kind="heading", depth=BOLD_DEPTH + 1, cells=()), rows) if rows else node
        )
    return tuple(grouped)


def _group(title: Node, after: Sequence[Node]) -> tuple[Node, ...]:
    return tuple(takewhile(lambda node: _is_under(node.block, title.block), after))


def _titles(node: Node, after: Sequence[Node]) -> bool:
    block = node.block
    if block.kind != "row" or len(block.cells) != 1:
        return False
    # A bare use titles what each column of a phase asks for it.
    by_phase = any(map(is_phase_label, next((row.block.header for row in after), ())))
    return is_phase_label(block.text) or (is_label(block.text) and (by_phase or read_phase(block.text) is not None))


def _is_under(row: Block, title: Block) -> bool:
    return row.kind == "row" and row.path[-1:] == (title.text,)
