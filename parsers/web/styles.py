"""What the style and the classes of a page's elements say: titles, bold type, indentation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import Tag

from parsers.language.patterns import compiled
from parsers.sections.headings import BOLD_DEPTH, CAPS_DEPTH
from parsers.web.tags import attribute, holds

_BOLD_TAGS = frozenset(["b", "strong", "u", "th"])
_BOLD_STYLE = compiled(r"font-weight\s*:\s*(?:bold|[6-9]00)|font\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT_STYLE = compiled(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_BOLD_CLASS = compiled(r"(?:^|\s)(?:fw-|font-(?:weight-)?|text-)?(?:bold|strong|semibold)(?=$|\s)", re.IGNORECASE)
# "h2", "head-2", "heading-3", "section-title", "sectionTitle", "card-header": a title by the class that draws it.
_TITLE_CLASS = compiled(
    r"(?:^|\s)(?:h(?:ead[_-]?)?(?P<level>[1-6])"
    r"|(?:[\w-]*[_-]|(?-i:[\w-]*[a-z](?=[A-Z])))?(?:heading|title|subhead(?:ing)?|hdr|(?<=[a-z_-])header)"
    r"(?:[_-]?(?P<rank>[1-6]))?)(?=$|\s)",
    re.IGNORECASE,
)
_LONGEST_TITLE = 120
_WORD_LEVEL = compiled(r"mso-list\s*:[^;]*\blevel(\d)", re.IGNORECASE)
_LEFT = compiled(r"(?:margin|padding)-left\s*:\s*(-?[\d.]+)\s*(px|pt|in|cm|mm|em|rem|%)?", re.IGNORECASE)
_INDENT = compiled(r"text-indent\s*:\s*(-?[\d.]+)\s*(px|pt|in|cm|mm|em|rem|%)?", re.IGNORECASE)
_POINTS = {"px": 0.75, "pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "em": 12.0, "rem": 12.0, "%": 6.0}
# Points that one level of a list is set in.
A_LEVEL = 36.0
_TYPED_SPACES = compiled(r"[\s\u00a0]{3,}")
_A_SPACE = 3.0
_LEAST_HANG = 9.0


def is_bold(tag: Tag) -> bool:
    """Whether the text of an inline or block element is set in bold."""
    if not tag.attrs:
        return tag.name in _BOLD_TAGS
    style = attribute(tag, "style")
    if style and _LIGHT_STYLE.search(style):
        return False
    return (
        tag.name in _BOLD_TAGS
        or bool(style and _BOLD_STYLE.search(style))
        or bool(_BOLD_CLASS.search(attribute(tag, "class")))
    )


def heading_depth(tag: Tag) -> int | None:
    """Rank (1-6) of an element that shows a title without being an h1-h6; None when it shows none."""
    if tag.name == "summary":
        return CAPS_DEPTH
    if attribute(tag, "role") == "heading":
        level = attribute(tag, "aria-level")
        return int(level) if level in tuple("123456") else CAPS_DEPTH
    drawn_as = "title" if tag.name == "legend" else attribute(tag, "class")
    found = _TITLE_CLASS.search(drawn_as) if drawn_as else None
    if not found or holds(tag, ("p", "div", "ul", "ol", "table", "br")):
        return None
    text = tag.get_text(" ", strip=True)
    if len(text) > _LONGEST_TITLE or text.endswith((".", ";", ":")):
        return None
    level = found["level"] or found["rank"]
    return int(level) if level else BOLD_DEPTH


def indent_of(tag: Tag) -> float:
    """How far to the right an element moves its text, in points; 0.0 when its style does not say."""
    style = attribute(tag, "style")
    if not style:
        return 0.0
    if word := _WORD_LEVEL.search(style):
        return int(word[1]) * A_LEVEL
    left, first = _LEFT.search(style), _INDENT.search(style)
    return sum(float(found[1]) * _POINTS[(found[2] or "px").lower()] for found in (left, first) if found)


def indent_of_spaces(line: str) -> float:
    """How far typed spaces at its start move a line, in points."""
    typed = _TYPED_SPACES.match(line)
    return _A_SPACE * typed[0].count("\u00a0") if typed else 0.0


@dataclass(slots=True)
class Hanging:
    """Lines that stand in under a sentence with a colon are its list, though nothing marks them."""

    over: float = 0.0
    base: float | None = None
    next: int = -1

    def open(self, indent: float, place: int) -> None:
        """A sentence with a colon at `indent` is block `place`."""
        self.over, self.base, self.next = indent, None, place + 1

    def takes(self, indent: float, place: int) -> bool:
        """Whether the line at `indent` that becomes block `place` is of the list."""
        base = self.over + _LEAST_HANG if self.base is None else self.base - _LEAST_HANG / 2
        if place != self.next or indent < base:
            return False
        self.base = indent if self.base is None else self.base
        self.next = place + 1
        return True
