"""A web page without what surrounds the policy: navigation, banners, dialogs, footers. No site is known by name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from bs4 import BeautifulSoup, Tag

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.text import normalise
from parsers.web.boxes import print_boxes
from parsers.web.pairs import pairs_as_tables
from parsers.web.panels import open_panels
from parsers.web.roles import name_by_roles
from parsers.web.tags import attribute, holds, inside, tags

_NEVER = ("script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button", "input", "textarea",
          "head", "audio", "video", "canvas", "map", "datalist")  # fmt: skip
_AROUND = ("nav", "footer", "header", "aside", "dialog", "menu")
_ROLES = {"navigation", "banner", "contentinfo", "dialog", "alertdialog", "search", "menu", "menubar", "complementary",
          "alert", "status", "toolbar"}  # fmt: skip
_NAMES = compiled(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|bread-?crumbs?|crumbs?|cookies?|consent|onetrust|gdpr|banner|"
    r"footer|masthead|"
    r"side-?bar|skip(?:-?(?:link|nav|to))?|social|share|sharing|toc|search|login|signin|lang(?:bar|uage)?|"
    r"pagination|pager|"
    r"popup|modal|newsletter|subscribe|feedback|chat|covid|toolbar|related-?(?:links|news)|recent|print(?:er)?-?"
    r"(?:link|icon|button)|taglib-icon|alert-?(?:bar|banner)?|announcement|notification|site-?(?:header|footer)|"
    r"utility|util)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_NAMES = compiled(
    r"(?:^|\s)(?:sr-only|visually-?hidden|hide-accessible|screen-reader(?:-text)?|hidden)(?=$|\s)", re.IGNORECASE
)
_HIDDEN_STYLE = compiled(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK_STYLE = compiled(r"text-decoration[^;]*line-through", re.IGNORECASE)
# What these parts may say that belongs to the policy: its dates, its number, or that it is no longer in force.
_KEEP = compiled(
    r"\b(?:last|next|annual)\s+review|\beffective\b.{0,20}\d|\bpolicy (?:number|#|no\b)|superseded|\barchived\b|"
    r"\bretired\b|"
    r"no longer (?:in effect|active|current|valid)|has been replaced|replaced by|prior version|"
    r"historical version|not current|"
    r"\b(?:version|policy|document|guideline|article)\b[^.]{0,40}\b(?:was|is|been) (?:replaced|withdrawn)\b",
    re.IGNORECASE | re.DOTALL,
)
# Most blocks have no other reader before they are cut into lines.
_PRINTING = re.compile(
    r"(?:print(?:er)?(?:[- ]friendly)?(?: version| page| print| this page)?|back(?: to (?:top|list|results))?|"
    r"return to top|top|"
    r"share|e-?mail|download(?: pdf)?|skip to .{0,20}|read more|show (?:all|more|less)|expand all|collapse all|"
    r"close|home|"
    r"table of contents)$",
    re.IGNORECASE,
)
_LONGEST_PRINT_LINK = 60
_CRUMB = re.compile(r"\s(?:>|»|›|/|\|)\s")
_LEVELS_OVER_A_LINK = 4
# A menu's entries: a few words, no sentence, no date.
_ENTRY = re.compile(r"[^\d.:;]{2,40}$")
_FEWEST_ENTRIES = 3
_TITLES = ("h1", "h2", "h3")
_SPEAKING = (*_TITLES, "p", "table", "dl", "ol", "h4", "h5", "h6")
_BLOCKS = ("div", "ul", "ol", "p", "section", "table", "td")


def policy_part(soup: BeautifulSoup) -> Tag:
    """The element that holds the policy, with everything else taken out of `soup`.

    A part that would go stays when it says dates of the policy or that it was superseded: both are content wherever a
    template puts them. Struck text goes: it is no longer policy.
    """
    open_panels(soup)
    name_by_roles(soup)
    pairs_as_tables(soup)
    print_boxes(soup)
    for tag in tags(soup, (*_NEVER, "del", "s", "strike")):
        tag.decompose()
    _drop_around(soup)
    _drop_link_lists(soup)
    _drop_menus_over_title(soup)
    return _main_element(soup)


def _drop_around(soup: BeautifulSoup) -> None:
    whole = len(soup.get_text())
    # Most elements have no attributes, so that nothing can be told of them but by their name.
    for tag in [tag for tag in tags(soup) if tag.attrs or tag.name in _AROUND]:
        if _is_gone(tag) or tag.name in ("html", "body"):
            continue
        if _is_hidden(tag) or (_is_around(tag) and not _is_content(tag, whole)):
            tag.decompose()


def _is_gone(tag: Tag) -> bool:
    # Tag.decomposed searches the whole subtree for a tag of that name first.
    return "_decomposed" in vars(tag)


def _is_hidden(tag: Tag) -> bool:
    style = attribute(tag, "style")
    return (
        "hidden" in tag.attrs
        or attribute(tag, "aria-hidden") == "true"
        or bool(style and (_HIDDEN_STYLE.search(style) or _STRUCK_STYLE.search(style)))
        or bool(_HIDDEN_NAMES.search(attribute(tag, "class")))
    )


def _is_around(tag: Tag) -> bool:
    if tag.name in _AROUND or attribute(tag, "role") in _ROLES:
        return True
    return _names_surroundings(attribute(tag, "class")) or _names_surroundings(attribute(tag, "id"))


# A page has few classes and many elements.
@lru_cache(maxsize=1024)
def _names_surroundings(names: str) -> bool:
    return bool(_NAMES.search(names))


def _is_content(tag: Tag, whole: int) -> bool:
    """Whether surroundings are policy after all: they hold most of the page or say the policy's dates."""
    if tag.name == "nav" or attribute(tag, "role") == "navigation":
        return False
    text = tag.get_text(" ")
    if len(text) > 0.5 * whole and len(text) > 800:
        return True
    if tag.name == "header" and holds(tag, ("h1",)) and inside(tag, ("main", "article")):
        return True
    return len(text) < 1500 and _says_facts(text) and _link_share(tag) < 0.8


def _says_facts(text: str) -> bool:
    return bool(_KEEP.search(" ".join(normalise(text).split())))


def _link_share(tag: Tag) -> float:
    text = len("".join(tag.get_text().split()))
    links = sum(len("".join(link.get_text().split())) for link in tags(tag, ("a",)))
    return links / text if text else 0.0


def _drop_link_lists(soup: BeautifulSoup) -> None:
    """Take out menus that no name gives away: short runs of links, breadcrumbs, print links."""
    for tag in _around_links(soup):
        links = len(tags(tag, ("a",)))
        if links >= 3 and _shown_length(tag) < 60 * links and _link_share(tag) > 0.75:
            tag.decompose()
    for tag in tags(soup, (*_BLOCKS, "a", "span", "li")):
        if _is_gone(tag) or holds(tag, _BLOCKS):
            continue
        text = " ".join(tag.get_text(" ").split())
        if _is_print_link(tag, text) or (tag.name in _BLOCKS and _is_crumb(tag, text)):
            # A cell that goes would move those behind it under other titles.
            tag.clear() if tag.name == "td" else tag.decompose()


def _is_print_link(tag: Tag, text: str) -> bool:
    """Whether a short text is a page's own button; "Home" without a link is a place of care."""
    if len(text) > _LONGEST_PRINT_LINK or not _PRINTING.match(text):
        return False
    return text.lower() != "home" or tag.name == "a" or holds(tag, ("a",))


def _drop_menus_over_title(soup: BeautifulSoup) -> None:
    """Take out lists of short entries that open a page over its title: nothing is asked before a word is said."""
    opening = list(itertools.takewhile(lambda tag: tag.name == "ul", tags(soup, (*_SPEAKING, "ul"))))
    for tag in opening if holds(soup, _TITLES) else ():
        entries = [" ".join(entry.get_text(" ").split()) for entry in tags(tag, ("li",))]
        if len(entries) >= _FEWEST_ENTRIES and all(map(_ENTRY.match, entries)) and not named_products(tag.get_text()):
            tag.decompose()


def _around_links(soup: BeautifulSoup) -> Iterator[Tag]:
    """Blocks a few levels over a link, outermost first; looking at every block of a page would cost its square."""
    blocks: dict[int, Tag] = {}
    for link in tags(soup, ("a",)):
        for parent in itertools.islice(link.parents, _LEVELS_OVER_A_LINK):
            if parent.name in _BLOCKS:
                blocks[id(parent)] = parent
    for tag in reversed(blocks.values()):
        if not _is_gone(tag):
            yield tag


def _shown_length(tag: Tag) -> int:
    return len(" ".join(tag.get_text(" ").split()))


def _is_crumb(tag: Tag, text: str) -> bool:
    parts = _CRUMB.split(text)
    short = len(parts) >= 3 and all(len(part) <= 40 for part in parts) and not re.search(r"[.;:\d≥≤]", text)
    return short and tag.name not in ("td", "table") and (holds(tag, ("a",)) or text.startswith("Home"))


def _main_element(soup: BeautifulSoup) -> Tag:
    body = soup.body or soup
    whole = len(body.get_text())
    for candidate in _candidates(body):
        if len(candidate.get_text()) > 0.25 * whole:
            _keep_notices(body, candidate)
            return candidate
    return body


def _candidates(body: Tag) -> Iterator[Tag]:
    every = tags(body)
    yield from (tag for tag in every if tag.name == "main" or tag.attrs.get("role") == "main")
    articles = [tag for tag in every if tag.name == "article"]
    if len(articles) == 1:
        yield from articles


def _keep_notices(body: Tag, main: Tag) -> None:
    """Move short notices from outside `main` ("This version was superseded") to its start."""
    within = {id(tag) for tag in tags(main)} | {id(main)} | {id(tag) for tag in main.parents}
    notices = [
        tag
        for tag in tags(body, ("p", "div", "section", "aside"))
        if id(tag) not in within and not holds(tag, ("p", "div", "section")) and len(tag.get_text()) < 600
        and _says_facts(tag.get_text(" "))
    ]  # fmt: skip
    for notice in reversed(notices):
        main.insert(0, notice.extract())
