"""Markers that a page sets in an element of their own, before the one with what they mark (`<div>a.</div><div>…`)."""

from __future__ import annotations

from itertools import pairwise

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from parsers.lists.markers import read_marker
from parsers.web.tags import tags

_BLOCKS = ("div", "p")
_LONGEST_MARKER = 6
_FEWEST = 2


def with_markers_joined(soup: BeautifulSoup) -> BeautifulSoup:
    """The page, each such marker as the opening of the element behind it, where several stand so beside one another."""
    apart: dict[int, list[tuple[Tag, Tag]]] = {}
    blocks = tags(soup, _BLOCKS)
    signs = {id(block): sign for block in blocks if (sign := _sign(block))}
    if len(signs) < _FEWEST:
        return soup
    for parent in {id(block.parent): block.parent for block in blocks if id(block) in signs and block.parent}.values():
        beside = [child for child in parent.children if isinstance(child, Tag) or str(child).strip()]
        apart[id(parent)] = [
            (one, other)
            for one, other in pairwise(beside)
            if isinstance(one, Tag) and isinstance(other, Tag) and id(one) in signs and _is_marked(other, signs)
        ]
    for pairs in apart.values():
        for one, other in pairs if len(pairs) >= _FEWEST else ():
            other.insert(0, NavigableString(f"{signs[id(one)]} "))
            one.decompose()
    return soup


def _is_marked(block: Tag, signs: dict[int, str]) -> bool:
    return block.name in _BLOCKS and id(block) not in signs and bool(block.get_text(strip=True))


def _sign(block: Tag) -> str:
    """The marker that is all a block says; "" for any other block."""
    if len(block.contents) != 1:
        return ""
    text = block.get_text().strip()
    marked = read_marker(f"{text} X") if 1 < len(text) <= _LONGEST_MARKER else None
    return text if marked and marked.rest == "X" and marked.marker else ""
