"""Lists that a line "OR" sets apart where the numbering begins again: each is one of the alternatives, whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.lists.list_shapes import is_of_a_list
from parsers.lists.markers import ordinal, style_of
from parsers.outline import Node
from parsers.sections.headings import is_connective

_FEWEST_ITEMS = 2


def with_lists_apart(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes`, with the lists that stand between lines of "OR" ("I. … II. … OR I. … II. …") each under an item of its
    own without text: "or" joins the lists, not the last item of one to the first of the next.
    """
    return tuple(node.over(_apart(with_lists_apart(node.children))) if node.children else node for node in nodes)


def _apart(children: Sequence[Node]) -> Sequence[Node]:
    lists: list[list[Node]] = [[]]
    links: list[Node] = []
    for place, child in enumerate(children):
        if _is_or(child) and _begins_again(lists[-1], children[place + 1 :]):
            links.append(child)
            lists.append([])
        else:
            lists[-1].append(child)
    if not links or not all(len(items) >= _FEWEST_ITEMS and all(map(is_of_a_list, items)) for items in lists):
        return children
    first, *others = map(_as_one, lists)
    return [first, *(node for pair in zip(links, others, strict=True) for node in pair)]


def _begins_again(before: Sequence[Node], after: Sequence[Node]) -> bool:
    """Whether the item behind the line counts one, as the first item before it does in the same form."""
    return bool(before and after) and before[0].block.marker == after[0].block.marker and _is_first(after[0])


def _as_one(items: Sequence[Node]) -> Node:
    return Node(replace(items[0].block, kind="item", text="", marker=""), tuple(items))


def _is_or(node: Node) -> bool:
    said = node.block.text.strip("-–— :;.").lower()
    return not node.children and is_connective(node.block.text) and said == "or"


def _is_first(node: Node) -> bool:
    marker = node.block.marker
    return bool(marker) and ordinal(marker, style_of(marker)) == 1
