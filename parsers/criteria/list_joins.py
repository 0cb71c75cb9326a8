"""How the items of a list are joined: by a word behind an item, before the next, or on a line between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from parsers.criteria.lists import (
    Connective,
    Quantifier,
    connective,
    is_only_connective,
    leading_connective,
    quantifier,
)
from parsers.language.patterns import compiled
from parsers.outline import Node

# "A trial counts from six weeks up.", "Under either choice each of these drugs was taken for six weeks."
_WHICHEVER = (
    r"(?:(?:(?:under|in|with|for|on|by) (?:either|both|each|every|any|all)(?: (?:of )?(?:the|these|those|them))?"
    r"(?: (?:choices?|cases?|options?|alternatives?|ways?|routes?|paths?|branch(?:es)?|events?|two))?"
    r"|either way|(?:whichever|whatever)(?: (?:of (?:them|these|the two)|one|choice|option|alternative|way))?"
    r"(?: (?:applies|is (?:met|chosen|used|true|taken|so)|it is|holds))?),? )?"
)
_SAID_OF_ALL = compiled(
    rf"^\W*{_WHICHEVER}(?:an?|each|every|all|any|these|those|both|such)(?: (?:one|of (?:these|those|the|them)|such))?"
    r"(?: (?!(?:and|or)\b)[\w-]+){0,2}? (?:trials?|courses?|failures?|drugs?|antidepressants?|medications?|medicines?|"
    r"agents?|attempts?)\b[^:]*\.\W*$",
    re.IGNORECASE,
)


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


def with_close_apart(nodes: Sequence[Node]) -> tuple[Sequence[Node], Sequence[Node]]:
    """The items of a list, and the sentences behind them on the trials in each ("A trial counts from six weeks up."):
    these are no further items, whatever number of items is asked for.
    """
    first = len(nodes)
    while first and _is_said_of_all(nodes[first - 1]):
        first -= 1
    listed = first and all(node.block.kind == "item" for node in nodes[:first])
    return (nodes[:first], nodes[first:]) if listed else (nodes, ())


def _is_said_of_all(node: Node) -> bool:
    return node.block.kind == "paragraph" and not node.children and bool(_SAID_OF_ALL.match(node.block.text))


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
