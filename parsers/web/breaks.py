"""Line breaks: those that only wrap a line of a page, as an editor set it, and those of text that is set by lines."""

from __future__ import annotations

import re
from html import unescape

from bs4.element import NavigableString, Tag

from parsers.language.patterns import compiled
from parsers.lists.markers import read_marker
from parsers.web.styles import is_bold

# Nobody ends a line here on purpose.
_LEFT_OPEN = compiled(
    r"\b(?:an?|the|of|in|on|at|by|to|for|with|from|than|is|are|be|(?<!weeks )(?<!wks )(?<!months )(?<!mos )"
    r"(?<!days )each|any|both|at least)\s*$",
    re.IGNORECASE,
)
_ENDED = compiled(r"[.;:,?!)\]]\s*$")
_GOES_ON = re.compile(r"\s*[a-z]{2,}\s+\S")
_SET_BY_LINES = re.compile(r"(?P<opens><pre\b[^>]*>)(?P<text>[^<]*)(?=</pre\b)", re.IGNORECASE)
# A page that is one text set by lines, with nothing beside it.
_WHOLE = re.compile(r"<pre\b[^>]*>(?P<text>[^<]*)</pre\s*>", re.IGNORECASE)
_ELEMENT = re.compile(r"<(?:head|title|script|style)\b.*?</(?:head|title|script|style)\s*>|<[^>]*>", re.DOTALL)
_TITLE = re.compile(r"<title\b[^>]*>(?P<title>[^<]*)</title", re.IGNORECASE)
# A line that the next one goes on from wraps a running text.
_WRAPS = re.compile(r"\n[ \t]*[a-z]")


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


def with_lines_broken(markup: str) -> str:
    """`markup` with a <br> for each end of a line in <pre>, where no line there only wraps a running text."""
    return _SET_BY_LINES.sub(_broken, markup) if "<pre" in markup or "<PRE" in markup else markup


def typed_page(markup: str) -> tuple[str, str] | None:
    """The title and the text of a page that is no more than one text set by lines; None for any other page."""
    found = _WHOLE.search(markup) if "<pre" in markup or "<PRE" in markup else None
    if found is None or found["text"].strip() != _ELEMENT.sub("", markup).strip():
        return None
    title = _TITLE.search(markup)
    return unescape(title["title"]).strip() if title else "", unescape(found["text"])


def _broken(text: re.Match[str]) -> str:
    if _WRAPS.search(text["text"]):
        return text[0]
    return text["opens"] + text["text"].replace("\n", "<br>")
