"""The same words in other characters."""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4 import BeautifulSoup

from tests.parsers.restyling.dom import made, text_nodes


def _respelled(page: BeautifulSoup, respell: Callable[[str], str]) -> None:
    for node in text_nodes(page):
        node.replace_with(respell(str(node)))


def no_break_spaces(page: BeautifulSoup) -> None:
    _respelled(page, lambda text: re.sub(r"(?<=\S) (?=\S)", "\u00a0", text))


def double_spaces(page: BeautifulSoup) -> None:
    _respelled(page, lambda text: re.sub(r"(?<=\S) (?=\S)", " \u00a0", text))


def soft_hyphens(page: BeautifulSoup) -> None:
    _respelled(page, lambda text: re.sub(r"([a-z]{3})(?=[a-z]{3})", "\\1\u00ad", text))


def zero_width_spaces(page: BeautifulSoup) -> None:
    _respelled(page, lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", " \u200b", text))


def curly_quotes(page: BeautifulSoup) -> None:
    _respelled(page, lambda text: re.sub(r'"([^"]*)"', "“\\1”", text.replace("'", "’")))


def no_break_hyphens(page: BeautifulSoup) -> None:
    _respelled(page, lambda text: re.sub(r"(?<=\w)-(?=\w)", "\u2011", text))


def registered_marks(page: BeautifulSoup) -> None:
    for node in text_nodes(page):
        parts = re.split(r"(?<=Spravato)(?![®™])\b", str(node))
        if len(parts) > 1:
            node.replace_with(*[part for text in parts for part in (text, made(page, "sup", "®"))][:-1])


def marks_in_text(page: BeautifulSoup) -> None:
    _respelled(page, lambda text: re.sub(r"Spravato\b(?![®™])", "Spravato™", text))


def capitals_for_the_drug(page: BeautifulSoup) -> None:
    _respelled(page, lambda text: text.replace("Spravato", "SPRAVATO"))


def signs_as_words(page: BeautifulSoup) -> None:
    _respelled(page, lambda text: text.replace("≥ ", "≥").replace("≤ ", "≤"))


def decimal_references(page: BeautifulSoup) -> None:
    """Footnote numbers stand after sentences."""
    for place, node in enumerate(text_nodes(page)):
        if place % 5 == 0 and re.search(r"[a-z]\.$", str(node)):
            node.insert_after(made(page, "sup", "1,2"))


DRESSES = (no_break_spaces, double_spaces, soft_hyphens, zero_width_spaces, curly_quotes, no_break_hyphens,
           registered_marks, marks_in_text, capitals_for_the_drug, signs_as_words, decimal_references)  # fmt: skip
