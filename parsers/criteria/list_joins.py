"""How the items of a list are joined: by a word behind an item, before the next, or on a line between them."""

from __future__ import annotations

from collections.abc import Iterable

from parsers.criteria.lists import (
    Connective,
    Quantifier,
    connective,
    is_only_connective,
    leading_connective,
    quantifier,
)
from parsers.outline import Node


def with_joins(nodes: Iterable[Node], asked: Quantifier | None) -> tuple[list[Node], list[Connective]]:
    """The items of a list, and the connective after each, be it on a line of its own or before the next."""
    items: list[Node] = []
    joins: list[Connective] = []
    for node in nodes:
        if is_only_connective(node.block.text):
            joins[-1:] = [connective(node.block.text)] if joins else []
            continue
        if joins and not joins[-1]:
            joins[-1] = leading_connective(node.block.text)
        items.append(node)
        joins.append(_closing(node, asked))
    return items, joins


def _closing(node: Node, asked: Quantifier | None) -> Connective:
    """The connective after an item: its own, or the one that its last sub-item ends in.

    A sub-item's "or" may join it to a branch for another indication that is cut away, so it only counts where neither
    list says how many of it are asked for.
    """
    if not node.children:
        return connective(node.block.text)
    inner, last = quantifier(node.block.text), node
    while last.children:
        last = last.children[-1]
    said = connective(last.block.text)
    return "" if said == "or" and (asked is not None or inner is not None) else said
