"""What a block names elsewhere in the policy, set where the block asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.language.patterns import compiled
from parsers.lists.path_clauses import ALL_MET
from parsers.outline import Node

_ALL = "All of the following:"
_LONGEST = 500  # Characters of a block that asks for what stands elsewhere.
# "… is renewed when the patient is in remission."
_CONDITION = compiled(
    r"(?P<lead>[^.;:]*?\b(?:when|if|provided(?: that)?|as long as|where|once))\s+"
    r"(?P<asked>(?!all of the following)[^.;:]+)\.?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a block asks for by its path or its title, and the rest of its text."""

    rest: str
    parts: tuple[Node, ...]


def may_ask(node: Node) -> bool:
    """Whether a node may ask for what stands elsewhere: a short paragraph, or item without a list of its own."""
    block = node.block
    return (block.kind == "paragraph" or (block.kind == "item" and not node.children)) and len(block.text) <= _LONGEST


def with_named(nodes: Sequence[Node], found: Mapping[int, Named]) -> Iterator[Node]:
    """Nodes, each of those `found` with what it names in the place of its clauses."""
    for node in nodes:
        if named := found.get(id(node)):
            yield _retold(node, named)
        else:
            yield node.over(tuple(with_named(node.children, found)))


def _retold(node: Node, named: Named) -> Node:
    """A block with what it names: under a paragraph; in the place of an item, or beside what else that asks for."""
    first = named.parts[0]
    if node.block.kind == "paragraph":
        return _with_list(node, named)
    if not named.rest and len(named.parts) == 1:
        return Node(replace(node.block, text=first.block.text), first.children)
    rest = (Node(replace(node.block, text=named.rest, marker="")),) if named.rest else ()
    return Node(replace(node.block, text=_ALL), (*rest, *named.parts))


def _with_list(node: Node, named: Named) -> Node:
    """A paragraph over a list of what it names, and before it of what else it asks for behind its "when"."""
    found = _CONDITION.fullmatch(named.rest)
    lead = f"{found['lead']} {ALL_MET}:" if found else named.rest or _ALL
    item = replace(node.block, kind="item", text=found["asked"] if found else "", depth=node.block.depth + 1)
    return Node(replace(node.block, text=lead), (*((Node(item),) if item.text else ()), *named.parts, *node.children))
