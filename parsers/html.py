"""Web pages to blocks."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

from parsers.files.decoding import decode_html
from parsers.models import Reading
from parsers.sections.heading_paths import with_paths
from parsers.sections.headings import with_numbered_titles
from parsers.text import normalise
from parsers.web.apart import with_markers_joined
from parsers.web.blocks import Walker
from parsers.web.breaks import with_lines_broken
from parsers.web.content import policy_part
from parsers.web.sheets import with_indents_in_line

# On a whole page an expression is as fast as a search for its words.
_PAGE_OPENS = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_PAGE_CLOSES = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_PARTS = "div|main|section|article|table|ul|ol|dl|h[1-6]|a|b|strong|em|i|span"
_PART_OPENS = re.compile(rf"<(?:{_PARTS})(?=[\s>])", re.IGNORECASE)
_PART_CLOSES = re.compile(rf"</(?:{_PARTS})\s*>", re.IGNORECASE)


def read_html(body: bytes) -> Reading:
    """The policy's own content of a web page, in reading order, without what surrounds it."""
    markup = with_lines_broken(re.sub(r"^\s*<\?xml[^>]*>", "", decode_html(body)))
    # Plain strings for classes and no line numbers: half the time of building the page.
    soup = BeautifulSoup(markup, "lxml", multi_valued_attributes=None, store_line_numbers=False)
    notes = ("The page ends in the middle; fetch it again.",) if _is_cut(markup) else ()
    title = normalise(soup.title.get_text(" ")).replace("\n", " ") if soup.title else ""
    walker = Walker()
    walker.walk(policy_part(with_markers_joined(with_indents_in_line(soup))), 0)
    walker.flush()
    blocks = with_paths(with_numbered_titles(walker.running.without(walker.blocks)))
    return Reading("text/html", 1, title or None, blocks, notes)


def _is_cut(markup: str) -> bool:
    """Whether a whole page stops before its end: nothing closes it, nor an element that must be closed."""
    if not _PAGE_OPENS.search(markup) or _PAGE_CLOSES.search(markup):
        return False
    return len(_PART_OPENS.findall(markup)) > len(_PART_CLOSES.findall(markup))
