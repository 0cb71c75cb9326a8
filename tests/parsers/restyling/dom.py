"""What dresses hold on to: the headings and lists of a page's own content, and how they are put anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

Dress = Callable[[BeautifulSoup], None]
RANKS = ("h2", "h3", "h4", "h5", "h6")
BLOCKS = ("p", "div", "ul", "ol", "dl", "table", "section", "h1", *RANKS, "blockquote", "pre", "article", "details")
_AROUND = ("nav", "header", "footer", "aside", "form", "button", "summary", "head")


def is_content(tag: Tag) -> bool:
    """Whether `tag` stands in the text of the page rather than in menus, headers or hidden parts."""
    return not any(
        parent.name in _AROUND or "hidden" in parent.attrs or parent.get("role") for parent in (tag, *tag.parents)
    )


def headings(page: BeautifulSoup) -> list[Tag]:
    """The headings below the title, in order."""
    found = page.find_all(RANKS)
    return [tag for tag in found if is_content(tag) and not tag.find(("button", *BLOCKS)) and tag.get_text(strip=True)]


def deepest_headings(page: BeautifulSoup) -> list[Tag]:
    """The headings of the lowest rank in use, which can lose their rank and yet stand below all others."""
    every = headings(page)
    lowest = max((tag.name for tag in every), default="")
    return [tag for tag in every if tag.name == lowest]


def top_sections(page: BeautifulSoup) -> list[tuple[Tag, list[PageElement]]]:
    """The headings of the highest rank with what stands under each, where the next one is their sibling or none is."""
    every = headings(page)
    highest = min((tag.name for tag in every), default="")
    return [(tag, body) for tag in every if tag.name == highest and (body := _body(tag))]


def _body(heading: Tag) -> list[PageElement]:
    body: list[PageElement] = []
    for sibling in heading.next_siblings:
        if isinstance(sibling, Tag) and (sibling.name == heading.name or sibling.find(heading.name)):
            break
        body.append(sibling)
    return body if any(element.get_text(strip=True) for element in body) else []


def made(page: BeautifulSoup, name: str, *content: PageElement | str, **attributes: str) -> Tag:
    """A new element of the page with `content` moved into it; `class_` and `for_` stand for the words of Python."""
    tag = page.new_tag(name, attrs={key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()})
    for part in content:
        tag.append(part)
    return tag


def contents(tag: Tag) -> list[PageElement]:
    """The children of `tag`, taken out of it."""
    return [child.extract() for child in list(tag.children)]


def text_nodes(page: BeautifulSoup) -> list[NavigableString]:
    """The words of the page's content."""
    body = page.body or page
    return [
        node
        for node in body.find_all(string=True)
        if type(node) is NavigableString and node.strip() and node.parent and node.parent.name not in _NO_WORDS
    ]


_NO_WORDS = ("script", "style", "noscript", "template", "option", "textarea", "title")


def replace_with(tag: Tag, parts: Iterable[PageElement]) -> None:
    """Put `parts` in the place of `tag`."""
    for part in parts:
        tag.insert_before(part)
    tag.decompose()


def blocks(page: BeautifulSoup) -> list[Tag]:
    """The outermost blocks of the content, in order: paragraphs, lists, tables, headings."""
    found = (page.body or page).find_all(("p", "ul", "ol", "table", "dl", *RANKS))
    return [tag for tag in found if is_content(tag) and not tag.find_parent(("p", "ul", "ol", "table", "dl", *RANKS))]
