"""Lists and tables that a page builds of neutral elements and only names by their ARIA role."""

from __future__ import annotations

from bs4 import Tag

from parsers.web.tags import tags

_NEUTRAL = ("div", "span", "section", "p")
_NAMES = {"list": "ul", "listitem": "li", "table": "table", "grid": "table", "row": "tr", "cell": "td",
          "gridcell": "td", "columnheader": "th", "rowheader": "th"}  # fmt: skip


def name_by_roles(root: Tag) -> None:
    """Give each neutral element under `root` the name of the element whose role it says that it has."""
    for tag in tags(root, _NEUTRAL):
        role = tag.attrs.get("role")
        if isinstance(role, str) and role in _NAMES:
            tag.name = _NAMES[role]
