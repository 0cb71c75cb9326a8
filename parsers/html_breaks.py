"""Line breaks that only wrap a line of a page, as an editor set it, and end nothing."""

from __future__ import annotations

import re

from bs4.element import NavigableString, Tag

from parsers.html_styles import is_bold
from parsers.markers import read_marker
from parsers.patterns import compiled

# Nobody ends a line here on purpose.
_LEFT_OPEN = compiled(
    r"\b(?:an?|the|of|in|on|at|by|to|for|with|from|than|is|are|be|each|any|both|at least)\s*$",
    re.IGNORECASE,
)
_ENDED = compiled(r"[.;:,?!)\]]\s*$")
_GOES_ON = re.compile(r"\s*[a-z]{2,}\s+\S")


def only_wraps(line: str, line_break: Tag) -> bool:
    """Whether the text gathered before a <br> goes on behind it: it stops at a word like "of", or it is a marked item
    without an end whose next line begins in small letters or in the same bold print.
    """
    after = line_break.next_sibling
    if not isinstance(after, NavigableString) or not after.strip() or read_marker(after.strip()):
        return False
    if _LEFT_OPEN.search(line):
        return True
    marked = read_marker(line.strip())
    if marked is None or not marked.marker or _ENDED.search(line):
        return False
    parent = line_break.parent
    return bool(_GOES_ON.match(after)) or (parent is not None and is_bold(parent))
