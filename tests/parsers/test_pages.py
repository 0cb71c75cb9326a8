"""Which pages of a long file matter, and that reading only those loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.pdf import read_pdf
from parsers.pdf_pages.pages import matter_pages
from tests.parsers.pdf_pages import Text, draw, paragraph


def _texts(count: int, mentions: dict[int, str]) -> list[str]:
    return [mentions.get(number, "other drugs " * 50) for number in range(1, count + 1)]


def test_pages_that_matter_are_the_first_and_those_that_name_the_drug() -> None:
    middle = "word " * 50 + "ketamine" + " word" * 50
    assert matter_pages(_texts(60, {30: middle}), ("ketamine",)) == (1, 2, 3, 30)


def test_a_mention_at_the_edge_brings_the_neighbour() -> None:
    pages = _texts(60, {30: "Ketamine " + "word " * 50, 50: "word " * 50 + "Spravato"})
    assert matter_pages(pages, ("ketamine",)) == (1, 2, 3, 29, 30, 50, 51)


def test_an_index_page_does_not_matter() -> None:
    assert matter_pages(_texts(60, {58: "insulin: 4, 9\nketamine: 30, 31\n"}), ("ketamine",)) == (1, 2, 3)


def test_a_table_of_contents_below_the_title_page_does_not_matter() -> None:
    contents = "Contents\n" + "".join(f"Chapter {number} {'.' * 40} {number}\n" for number in range(20))
    assert matter_pages(_texts(60, {1: contents, 2: contents}), ("ketamine",)) == (1, 3)


def test_the_pages_on_which_a_list_goes_on_matter() -> None:
    pages = _texts(60, {30: "Ketamine\n1. Adults\n", 31: "Header\n2. Pain\n", 32: "• Other\n", 33: "Other drugs"})
    assert matter_pages(pages, ("ketamine",)) == (1, 2, 3, 29, 30, 31, 32)


def test_without_a_focus_every_page_matters() -> None:
    assert len(matter_pages(_texts(60, {}), ())) == 60


def test_the_shortcut_gives_what_the_whole_file_gives() -> None:
    pages: list[list[Text]] = [paragraph([f"Page {number} is about another drug."]) for number in range(1, 60)]
    pages[44] = paragraph(["Ketamine is not covered."], y=400)
    body = draw(*pages)
    short = read_pdf(body, ("ketamine",))
    assert short == read_pdf(body, ("ketamine",), every_page=True)
    assert (short.pages, short.blocks[-1].page) == (59, 45)


SMALL = ("centene_blinatumomab_2018.pdf", "pharmacy_policy_002.pdf", "meridianrx_pdl_427_pages_2014.pdf")


@pytest.mark.parametrize("name", SMALL)
def test_the_shortcut_on_real_files(shared: Path, name: str) -> None:
    body = (shared / "realdata" / "pdf" / name).read_bytes()
    if name.startswith("meridianrx"):
        assert read_pdf(body, ("ketamine",)).blocks
    else:
        assert read_pdf(body, ("ketamine",)) == read_pdf(body, ("ketamine",), every_page=True)
