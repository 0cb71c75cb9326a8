"""Indentation that a page's own style sheet gives the classes of its paragraphs: a level of a list shows in it."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from parsers.language.patterns import compiled
from parsers.web.tags import attribute, tags

# ".ck2{margin-left:40px}", "p.sub, p.sub2 { padding-left: 2em; }": single classes, in no media of their own.
_RULE = compiled(r"(?P<who>[^{}@;]+)\{(?P<how>[^{}]*)\}")
_COMMENT = compiled(r"/\*.*?\*/", re.DOTALL)
_CLASS = compiled(r"^(?P<tag>p|div)?\.(?P<name>[\w-]+)$", re.IGNORECASE)
_SETS_IN = compiled(
    r"(?:(?:margin|padding)-left|text-indent)\s*:\s*-?[\d.]+\s*(?:px|pt|in|cm|mm|em|rem|%)?", re.IGNORECASE
)


def with_indents_in_line(soup: BeautifulSoup) -> BeautifulSoup:
    """The page, each paragraph with the indentation of its class as a style of its own, unless it has one."""
    indents = {
        who: set_in
        for sheet in tags(soup, ("style",))
        for rule in _RULE.finditer(_COMMENT.sub(" ", sheet.get_text()))
        if (set_in := _SETS_IN.findall(rule["how"]))
        for who in rule["who"].split(",")
    }
    by_class = {
        (of["tag"] or "p", of["name"]): said for who, said in indents.items() if (of := _CLASS.match(who.strip()))
    }
    for paragraph in tags(soup, ("p", "div")) if by_class else ():
        _set_in(paragraph, by_class)
    return soup


def _set_in(paragraph: Tag, by_class: dict[tuple[str, str], list[str]]) -> None:
    said = [by_class.get((paragraph.name, name)) for name in attribute(paragraph, "class").split()]
    style = attribute(paragraph, "style")
    if found := next(filter(None, said), None) if not _SETS_IN.search(style) else None:
        paragraph["style"] = ";".join([*filter(None, [style]), *found])
