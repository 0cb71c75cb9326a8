"""Titles of panels, cards and rows: whatever rank the headings inside have, they stand below the title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from parsers.models import Block
from parsers.sections.headings import CAPS_DEPTH

# Set on a heading that opens a panel; the panel's own headings stand below it.
OPENS_PANEL = "data-opens-panel"
# Elements that a title and what it is over share.
CONTAINERS = frozenset(
    ("article", "aside", "details", "div", "dl", "fieldset", "li", "section", "table", "tbody", "tr")
)
_NO_RANK = 99


def is_row_title(blocks: list[Block], first: int) -> bool:
    """Whether all that a cell holds, from `first` on, is a line set as a heading."""
    return len(blocks) == first + 1 and blocks[first].kind == "heading" and blocks[first].depth >= CAPS_DEPTH


def put_below_title(blocks: list[Block], first: int, titles: Mapping[int, str]) -> None:
    """Lower the headings of a container, from block `first` on, below its title and the titles like that.

    `titles` gives the places of titles without a rank of their own, each with how it is marked up. A container that
    opens with another heading, or holds the document's title, has none.
    """
    places = [place for place in range(first, len(blocks)) if blocks[place].kind == "heading"]
    mark = titles.get(places[0]) if places else None
    if mark is None:
        return
    inner = [place for place in places if titles.get(place) != mark]
    highest = min((blocks[place].depth for place in inner), default=_NO_RANK)
    title = blocks[places[0]].depth
    if 1 < highest <= title:
        for place in inner:
            blocks[place] = replace(blocks[place], depth=blocks[place].depth + title - highest + 1)
