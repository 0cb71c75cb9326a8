"""The sentence over a list in other places than a paragraph of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from tests.parsers.restyling.dom import contents, headings, made
from tests.parsers.restyling.lists import plain_lists

_SENTENCES = re.compile(r"(?<=[a-z)]\.) (?=[A-Z])")


def _lead_ins(page: BeautifulSoup) -> Iterator[tuple[Tag, Tag]]:
    """The paragraph right over a list, which ends with a colon, and the list."""
    for tag in plain_lists(page):
        before = tag.find_previous_sibling()
        if before is not None and before.name == "p" and before.get_text().rstrip().endswith(":"):
            yield before, tag


def bold(page: BeautifulSoup) -> None:
    for lead, _ in _lead_ins(page):
        lead.append(made(page, "strong", *contents(lead)))


def bare_text(page: BeautifulSoup) -> None:
    for lead, _ in _lead_ins(page):
        lead.unwrap()


def a_div(page: BeautifulSoup) -> None:
    for lead, _ in _lead_ins(page):
        lead.name = "div"


def as_heading(page: BeautifulSoup) -> None:
    """The sentence is set as a heading below those over it."""
    for lead, _ in _lead_ins(page):
        lead.name = "h6"


def merged_in_heading(page: BeautifulSoup) -> None:
    """The heading right over the sentence takes it in."""
    for lead, _ in _lead_ins(page):
        over = lead.find_previous_sibling()
        if over is not None and over in headings(page):
            over.append(" - ")
            for part in contents(lead):
                over.append(part)
            lead.decompose()


def split_in_two(page: BeautifulSoup) -> None:
    """A paragraph for each sentence."""
    for lead, _ in _lead_ins(page):
        text = lead.get_text()
        parts = _SENTENCES.split(text)
        for part in parts[:-1]:
            lead.insert_before(made(page, "p", part))
        if len(parts) > 1:
            lead.string = parts[-1]


def in_one_div(page: BeautifulSoup) -> None:
    for lead, listed in _lead_ins(page):
        box = made(page, "div", class_="criteria")
        lead.insert_before(box)
        box.append(lead.extract())
        box.append(listed.extract())


def outer_item(page: BeautifulSoup) -> None:
    """The sentence is the one item of a list over the list."""
    for lead, listed in _lead_ins(page):
        item = made(page, "li", *contents(lead))
        lead.replace_with(made(page, "ul", item))
        item.append(listed.extract())


def without_colon(page: BeautifulSoup) -> None:
    for lead, _ in _lead_ins(page):
        text = lead.get_text().rstrip().removesuffix(":")
        lead.string = f"{text}." if text.endswith(("met", "following")) else f"{text}:"


def empty_paragraph_before_list(page: BeautifulSoup) -> None:
    for lead, _ in _lead_ins(page):
        lead.insert_after(made(page, "p", "\u00a0"))


DRESSES = (bold, bare_text, a_div, as_heading, merged_in_heading, split_in_two, in_one_div, outer_item, without_colon,
           empty_paragraph_before_list)  # fmt: skip
