"""Clauses that ask for what another part of the policy asks for, by that part's path: "the prescriber rule of A.2 is
met", "does not have a contraindication listed at B.3.d", "any condition listed at the end of paragraph I.A".

What stands at the path is read in the place of the clause. A path that nothing stands at, or several things do, is left
as it is written, and so is a part in which more than one list could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parsers.criteria.exclusions import bars_patients
from parsers.criteria.listed_bars import under_exclusion
from parsers.language.glosses import without_glosses
from parsers.language.patterns import compiled
from parsers.lists.markers import bare_marker
from parsers.lists.named_items import Named, may_ask, with_named
from parsers.lists.path_clauses import Asked, Path, clauses_by_path, names_a_path, parts_of, without_clauses
from parsers.outline import Node, walk

_TITLED = compiled(
    r"^(?:section|part|step|chapter|appendix|article) (?P<number>[A-H]|[IVX]{1,4}|\d{1,2})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A part of the outline, and the labels on the way to it from the outermost."""

    path: Path
    node: Node


def with_items_by_path(outline: Sequence[Node]) -> tuple[Node, ...]:
    """`outline`, with what stands at a path in the place of each clause that asks for it by that path."""
    asking = [node for node in walk(outline) if may_ask(node) and names_a_path(node.block.text)]
    places = tuple(_places(outline)) if asking else ()
    beside = _lists(outline) if asking else {}
    found = {id(node): named for node in asking if (named := _named(node, places, beside))}
    return tuple(with_named(outline, found)) if found else tuple(outline)


def _lists(nodes: Sequence[Node], place: int = 0) -> dict[int, int]:
    """The list that each node of the outline stands in, both by their identity."""
    found = {id(node): place for node in nodes}
    for node in nodes:
        found |= _lists(node.children, id(node))
    return found


def _places(nodes: Sequence[Node], above: Path = ()) -> Iterator[_Place]:
    for node in nodes:
        own = _labels(node)
        # "4.1.4" under "4.1" says the whole way.
        path = own if own[: len(above)] == above else (*above, *own)
        if own:
            yield _Place(path, node)
        yield from _places(node.children, path)


def _labels(node: Node) -> Path:
    titled = _TITLED.match(node.block.text) if node.block.kind == "heading" and not node.block.marker else None
    return parts_of(titled["number"] if titled else bare_marker(node.block.marker))


def _named(node: Node, places: Sequence[_Place], beside: Mapping[int, int]) -> Named | None:
    """What stands at the paths that a block names, where it asks for that; None for any other block.

    An item that names others of its own list is a formula over them (parsers.criteria.item_references).
    """
    text = without_glosses(node.block.text)
    clauses = list(clauses_by_path(text))
    found = [_parts(clause, places, node) for clause in clauses]
    if not clauses or not all(found) or any(_is_beside(node, part, beside) for parts in found for part in parts):
        return None
    return Named(without_clauses(text, clauses), tuple(part for parts in found for part in parts))


def _is_beside(node: Node, part: Node, beside: Mapping[int, int]) -> bool:
    return beside[id(node)] == beside[id(part)]


def _parts(clause: Asked, places: Sequence[_Place], asking: Node) -> tuple[Node, ...]:
    """What a clause asks for; () where a part of it cannot be told."""
    at = [_at(path, places, asking) for path in clause.paths]
    parts = [_bars_in(part) if clause.bars and part else part for part in at]
    known = [part for part in parts if part is not None and part.block.kind == "item"]
    # A topic of a whole list is a part of it that nobody has told apart.
    whole = not clause.topic or clause.bars or not any(part.children for part in known)
    return tuple(known) if whole and len(known) == len(at) else ()


def _at(path: Path, places: Sequence[_Place], asking: Node) -> Node | None:
    """The only part at a path, or the only one whose whole way is that path."""
    fit = [place for place in places if place.path[-len(path) :] == path and place.node is not asking]
    whole = [place for place in fit if place.path == path]
    chosen = whole if len(fit) > 1 else fit
    return chosen[0].node if len(chosen) == 1 else None


def _bars_in(part: Node) -> Node | None:
    """The bars that a part holds: itself, or the only ones inside it; None where these cannot be told."""
    if not part.children or _bars(part):
        return part
    inner = [node for node in walk(part.children) if _bars(node)]
    return inner[0] if len(inner) == 1 else None


def _bars(node: Node) -> bool:
    text = node.block.text
    return node.block.kind == "item" and (under_exclusion(text.lower()) or bars_patients(text))
