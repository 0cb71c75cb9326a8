"""The outline of a document: blocks with what stands under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from parsers.models import Block


@dataclass(frozen=True, slots=True)
class Node:
    """A block with what stands under it: a heading's section, a lead-in's list, an item's sub-items."""

    block: Block
    children: tuple[Node, ...] = ()

    def over(self, children: Sequence[Node]) -> Node:
        """The block over other `children`."""
        kept = tuple(children)
        return self if kept == self.children else Node(self.block, kept)


def is_nested(node: Node) -> bool:
    """Whether something stands under a part of what stands under a block."""
    return any(child.children for child in node.children)


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node, parents before their children, in reading order."""
    for node in nodes:
        yield node
        yield from walk(node.children)
