"""What a few lines about esketamine state: headings "#" and "##", items "*", paragraphs "-"."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.models import Block, Group, Leaf, Position, Tree
from parsers.positions import read_positions


def positions(*lines: str) -> dict[tuple[str, str, str], Position]:
    blocks = [Block("heading", "Spravato (esketamine)", depth=1)]
    for line in lines:
        kind, text = line.split(" ", 1)
        blocks.append(
            Block("heading", text, depth=1 + len(kind))
            if "#" in kind
            else Block("item" if "*" in kind else "paragraph", text, depth=kind.count("*"))
        )
    return {(found.product, found.indication, found.phase): found for found in read_positions(tuple(blocks))}


def asked(position: Position) -> set[tuple[str, object]]:
    """The criteria of a position, key and value."""
    return {(leaf.key, leaf.value) for leaf in _leaves(position.criteria)}


def _leaves(tree: Tree | None) -> Iterator[Leaf]:
    if isinstance(tree, Leaf):
        yield tree
    for child in tree.children if isinstance(tree, Group) else ():
        yield from _leaves(child)


def outline(*blocks: Block) -> dict[tuple[str, str, str], Position]:
    return {(found.product, found.indication, found.phase): found for found in read_positions(blocks)}


def parts(position: Position) -> tuple[Leaf, ...]:
    """The leaves at the root of a position's criteria."""
    tree = position.criteria
    return tuple(part for part in (tree.children if isinstance(tree, Group) else (tree,)) if isinstance(part, Leaf))
