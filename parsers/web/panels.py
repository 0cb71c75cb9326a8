"""Accordions and tabs: panels that a page hides until a reader opens them are policy like the rest.

The attributes are those of the ARIA patterns that component libraries follow: `aria-controls` on what opens a panel,
`role="tabpanel"` and `aria-labelledby` on the panel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from parsers.language.patterns import compiled
from parsers.web.tags import attribute, inside, tags
from parsers.web.titles import OPENS_PANEL

_OPENS = frozenset(["aria-controls", "data-target", "data-bs-target", "data-toggle"])
_PANELS = ("div", "section", "dd", "ul", "article")
_PANEL_NAMES = compiled(r"accordion|collaps|expand|tab-?(?:pane|panel|content)\b|tabs__tabpanel", re.IGNORECASE)
# What holds panels one under the other, or a panel with its title.
_ACCORDION = compiled(r"accordion|collaps|expand|toggle|faq", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MENUS = ("nav", "header", "footer")
# A shorter panel is a hint or a menu.
_SHORTEST_PANEL = 40
# What shows a heading over the panel; the walker reads it as one.
TITLE_TAG = "summary"


def open_panels(soup: BeautifulSoup) -> None:
    """Show every panel of `soup` under its title: what hides it goes, its button or tab becomes a heading."""
    every = tags(soup)
    openers = [tag for tag in every if not _OPENS.isdisjoint(tag.attrs)]
    opened = {name for opener in openers for name in _targets(opener)}
    panels = [tag for tag in every if tag.name in _PANELS and _is_panel(tag, opened)]
    for panel in panels:
        _show(panel)
        _title_from_tab(soup, panel)
    shown = {str(panel.get("id")) for panel in panels if panel.get("id")}
    for opener in openers:
        if opener.name == "button" and shown.intersection(_targets(opener)):
            _title(opener)
    for button in [tag for tag in every if tag.name == "button" and "aria-expanded" in tag.attrs]:
        _open_beside(button)
    for button in [tag for tag in every if tag.name == "button" and _stands_over_panel(tag)]:
        _title(button)
    for tag in every:
        if tag.name == "button" and inside(tag, _HEADINGS):
            _mark_heading(tag)
            tag.unwrap()
    for tabs in [tag for tag in every if tag.attrs.get("role") == "tablist"]:
        tabs.decompose()


def _open_beside(button: Tag) -> None:
    """Show the panel that stands behind a button that names none; a menu's entries are no panel."""
    title = button.parent if button.parent and button.parent.name in _HEADINGS else button
    panel = title.find_next_sibling()
    if not isinstance(panel, Tag) or panel.name not in ("div", "section", "article") or inside(button, _MENUS):
        return
    # What a heading opens is no hint, be it one word: "No."
    if title is not button or len(panel.get_text(" ", strip=True)) >= _SHORTEST_PANEL:
        _show(panel)
        _title(button)


def _stands_over_panel(button: Tag) -> bool:
    """Whether a button without attributes is all that stands over the panel beside it, in an accordion by its class."""
    panel, box = button.find_next_sibling(), button.parent
    if not isinstance(panel, Tag) or box is None or panel.name not in _PANELS or inside(button, _MENUS):
        return False
    alternate = [tag.name == "button" for tag in box.find_all(recursive=False)]
    if alternate != [True, False] * (len(alternate) // 2) or len(panel.get_text(" ", strip=True)) < _SHORTEST_PANEL:
        return False
    around = (box, *list(box.parents)[:1])
    return any(_ACCORDION.search(attribute(tag, "class")) for tag in around)


def _targets(opener: Tag) -> Iterator[str]:
    for name in ("aria-controls", "data-target", "data-bs-target", "href"):
        value = opener.get(name)
        yield from (target.lstrip("#") for target in str(value or "").split())


def _is_panel(tag: Tag, opened: set[str]) -> bool:
    named = str(tag.get("id", "")) in opened or tag.get("role") == "tabpanel"
    styled = bool(_PANEL_NAMES.search(str(tag.attrs.get("class", ""))))
    return (named or styled) and len(tag.get_text(" ", strip=True)) >= _SHORTEST_PANEL


def _show(panel: Tag) -> None:
    for name in ("hidden", "aria-hidden"):
        panel.attrs.pop(name, None)
    if style := panel.get("style"):
        panel["style"] = re.sub(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*;?", "", str(style))


def _title_from_tab(soup: BeautifulSoup, panel: Tag) -> None:
    name = panel.get("aria-labelledby")
    label = soup.find(id=str(name)) if name else None
    if isinstance(label, Tag) and label.get("role") == "tab" and not inside(label, _HEADINGS):
        title = soup.new_tag(TITLE_TAG)
        title.string = label.get_text(" ", strip=True)
        panel.insert(0, title)


def _mark_heading(button: Tag) -> None:
    heading = next(parent for parent in button.parents if parent.name in _HEADINGS)
    heading[OPENS_PANEL] = ""


def _title(button: Tag) -> None:
    if not inside(button, (*_HEADINGS, TITLE_TAG)) and button.get("role") != "tab":
        button.name = TITLE_TAG
