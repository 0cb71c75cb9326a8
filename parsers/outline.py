"""Blocks in reading order to the tree that their headings, markers and indentation mean."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.models import Block


@dataclass(frozen=True, slots=True)
class Node:
    """A block with what stands under it: a heading's section, a lead-in's list, an item's sub-items."""

    block: Block
    children: tuple[Node, ...] = ()
