"""Dresses of web pages: each shows the same policy in other markup, so that it must be read the same."""

from __future__ import annotations

from bs4 import BeautifulSoup

from parsers.files.decoding import decode_html
from tests.parsers.restyling import furniture, headings, lead_ins, letters, lists, pages, sections, tables
from tests.parsers.restyling.dom import Dress

_ROOMS = (headings, sections, lists, lead_ins, tables, pages, letters, furniture)
DRESSES: dict[str, Dress] = {
    f"{room.__name__.rpartition('.')[2]}: {dress.__name__}": dress for room in _ROOMS for dress in room.DRESSES
}


def parsed(body: bytes) -> BeautifulSoup:
    """The page as the browser has it before it is dressed."""
    return BeautifulSoup(decode_html(body), "lxml")


def dressed(body: bytes, dress: Dress) -> bytes:
    """`body` in another dress, in UTF-8; where the dress has nothing to hold on, the page as it was parsed."""
    page = parsed(body)
    for meta in page.find_all("meta"):
        meta.decompose()
    dress(page)
    return str(page).encode()
