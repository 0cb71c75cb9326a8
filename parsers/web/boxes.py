"""Boxes to tick on the form of a web page: printed as a form on paper prints them, each opens an item of its list."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from parsers.language.patterns import compiled
from parsers.web.tags import attribute, tags

_BOX = "☐ "
# The answers of a question stand behind its words, and are no items.
_ONLY_AN_ANSWER = compiled(r"\W*(?:yes|no|n/?a|other)?\W*", re.IGNORECASE)


def print_boxes(soup: BeautifulSoup) -> None:
    """Put a box before what each box to tick is labelled with; a bare answer ("Yes") keeps its words alone."""
    for tag in tags(soup, ("input",)):
        if attribute(tag, "type").lower() == "checkbox" and not _ONLY_AN_ANSWER.fullmatch(_label(tag)):
            tag.insert_before(NavigableString(_BOX))


def _label(box: Tag) -> str:
    """What stands behind a box up to the next one or the end of its element."""
    said: list[str] = []
    for after in box.next_siblings:
        if isinstance(after, Tag) and after.name in ("input", "br"):
            break
        said.append(after.get_text(" "))
    return " ".join(said)
