"""Paragraphs behind the last item of a list that speak of its other items too ("A, 6 months; B, 1 month")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.every_use import is_for_all
from parsers.outline import Node
from parsers.uses.indications import named_indications
from parsers.uses.scopes import required_indications


def with_shared_tails(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with a paragraph that closes an item of one use, and names others or all, behind the item."""
    return tuple(part for node in nodes for part in _with_tail_behind(node))


def _with_tail_behind(node: Node) -> Iterator[Node]:
    own = required_indications(node.block.text) if node.block.kind == "item" and node.children else ()
    kept = list(node.children)
    tail: list[Node] = []
    while own and kept and _is_of_others(kept[-1], own):
        tail.insert(0, kept.pop())
    yield replace(node, children=tuple(kept)) if tail else node
    yield from tail


def _is_of_others(node: Node, own: Sequence[str]) -> bool:
    if node.block.kind != "paragraph" or node.children:
        return False
    return is_for_all(node.block.text) or bool(set(named_indications(node.block.text)) - set(own))
