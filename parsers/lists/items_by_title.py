"""Renewals that ask again for what stands under a title: "the General Criteria continue to be met, and …".

What "the initial criteria" are stays as it is written: nobody knows which of them can be met twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.language.glosses import without_glosses
from parsers.language.patterns import compiled
from parsers.lists.named_items import Named, may_ask, with_named
from parsers.lists.path_clauses import clauses_by_title, without_clauses
from parsers.models import Phase
from parsers.outline import Node, walk
from parsers.phases.phases import read_phase
from parsers.uses.indications import mentions

# "General Criteria", "Common Requirements": of no use, no phase and no answer.
_TITLE = compiled(
    r"^\W*(?P<title>(?:(?!(?:initial|first|original|approval|renewal|continu\w+|re-?auth\w+|exclusion\w*|denial|"
    r"coverage|clinical|medical|prior|authori[sz]ation|pa|payment|billing|documentation|other|additional|specific|the|these|"
    r"spravato|esketamine|ketamine|policy|above)\b)[\w-]+ ){1,3}"
    r"(?:criteria|requirements|conditions|rules|standards))\W*$",
    re.IGNORECASE,
)


def with_items_by_title(outline: Sequence[Node]) -> tuple[Node, ...]:
    """`outline`, with the items under a title in each renewal that asks for these by the title."""
    for title, section in _titled(outline):
        asking = (node for node in _of_renewals(outline, None) if title in node.block.text.casefold())
        inside = {id(node) for node in walk((section,))}
        items = tuple(_items(section))
        found = {id(node): named for node in asking if id(node) not in inside and (named := _named(node, title, items))}
        outline = tuple(with_named(outline, found)) if found else outline
    return tuple(outline)


def _titled(outline: Sequence[Node]) -> list[tuple[str, Node]]:
    """The sections that a title of that kind stands over, each once in the document."""
    found: dict[str, list[Node]] = {}
    for node in walk(outline):
        named = _TITLE.match(node.block.text) if node.block.kind == "heading" else None
        if named and not mentions(node.block.text):
            found.setdefault(named["title"].casefold(), []).append(node)
    return [(title, nodes[0]) for title, nodes in found.items() if len(nodes) == 1]


def _of_renewals(nodes: Sequence[Node], above: Phase | None) -> Iterator[Node]:
    """The paragraphs and the items without a list of their own that are of renewals."""
    for node in nodes:
        phase = read_phase(node.block.text) or above
        if phase == "renewal" and may_ask(node):
            yield node
        yield from _of_renewals(node.children, phase)


def _items(section: Node) -> Iterator[Node]:
    """The items of the list of a section, under whichever paragraph."""
    for node in section.children:
        if node.block.kind == "item":
            yield node
        elif node.block.kind == "paragraph":
            yield from (child for child in node.children if child.block.kind == "item")


def _named(node: Node, title: str, items: tuple[Node, ...]) -> Named | None:
    text = without_glosses(node.block.text)
    clauses = [clause for clause in clauses_by_title(text, title) if not clause.bars and not clause.topic]
    return Named(without_clauses(text, clauses), items) if clauses and items else None
