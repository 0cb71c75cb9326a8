"""What a PDF sets as titles, and which of them stand over which."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.parsers.pdf_pages import BODY, Element, Frame, Shade, Stroke, Text, blocks_of, paragraph


def _headings(page: Sequence[Element]) -> list[tuple[str, tuple[str, ...]]]:
    return [(block.text, block.path) for block in blocks_of(page) if block.kind == "heading"]


def _button(y: float, title: str, x: float = 60, width: float = 120) -> list[Element]:
    """A title in a frame of two parts, as browsers print a button: its text may run on beyond."""
    halves: list[Element] = [Frame(x, y - 14, width / 2, 20), Frame(x + width / 2, y - 14, width / 2, 20)]
    return [*halves, Text(x + 4, y, title, bold=True)]


def test_a_button_with_a_title_is_no_table() -> None:
    title = "Prior Authorization Criteria for Drugs of Physicians"
    page: list[Element] = [*_button(200, title), *paragraph(BODY, y=230)]
    assert [block.kind for block in blocks_of(page)] == ["heading", "paragraph"]


def test_a_title_on_a_bar_stands_over_titles_in_bold() -> None:
    page: list[Element] = [
        Shade(60, 186, 300, 20), Text(66, 200, "Coverage policy", bold=True),
        Text(60, 224, "What came before", bold=True), *paragraph(BODY, y=240),
        Shade(60, 286, 300, 20), Text(66, 300, "References", bold=True), *paragraph(BODY, y=330),
    ]  # fmt: skip
    assert _headings(page) == [
        ("Coverage policy", ()), ("What came before", ("Coverage policy",)), ("References", ()),
    ]  # fmt: skip


def test_paragraphs_larger_than_the_lists_between_them_are_text() -> None:
    page: list[Element] = []
    for number in range(3):
        y = 100 + 150 * number
        page += [
            *paragraph(["The spray is paid for in adults whose depression went on after two", "medicines when:"],
                       y=y, size=11.5),
            *(Text(80, y + 36 + 12 * row, f"{row}. The record of visit {row} tells what the score was on that day", 9)
              for row in range(1, 7)),
        ]  # fmt: skip
    assert {block.kind for block in blocks_of(page)} == {"paragraph", "item"}


def _underlined(y: float, title: str) -> list[Element]:
    return [Text(60, y, title), Stroke(60, y + 1.5, stringWidth(title, "Helvetica", 10))]


def test_few_short_lines_that_are_underlined_are_titles() -> None:
    page = [*_underlined(200, "Resistant depression, first request"), *paragraph(BODY, y=230),
            *_underlined(280, "Resistant depression, renewal"), *paragraph(BODY, y=310)]  # fmt: skip
    assert [block.kind for block in blocks_of(page)] == ["heading", "paragraph"] * 2


def test_underlined_sentences_are_changes_and_no_titles() -> None:
    page = [*_underlined(200, "Two medicines failed."), *paragraph(BODY, y=230),
            *_underlined(280, "The member is an adult."), *paragraph(BODY, y=310)]  # fmt: skip
    assert all(block.kind == "paragraph" for block in blocks_of(page))


@pytest.mark.parametrize("second", ["2.", "III."])
def test_numbered_titles_stand_over_those_that_come_again(second: str) -> None:
    first = "1." if second == "2." else "I."
    titles = [f"{first} Nasal spray", "Approval", "Denial", f"{second} Infusion (new)", "Approval", "Limits"]
    page: list[Element] = []
    for number, title in enumerate(titles):
        page += [Text(60, 100 + 60 * number, title, bold=True), *paragraph(BODY, y=118 + 60 * number)]
    paths = dict(_headings(page))
    assert paths["Denial"] == ("Nasal spray",)
    assert paths["Limits"] == ("Infusion (new)",)


def test_titles_that_come_again_stand_below_those_that_come_once() -> None:
    titles = ["Spray, resistant depression", "Initial authorization, 28 days", "Continuing authorization",
              "Infusion, resistant depression", "Initial authorization, 28 days (8 infusions)",
              "Continuing authorization", "Coding"]  # fmt: skip
    page: list[Element] = []
    for number, title in enumerate(titles):
        page += [Text(60, 100 + 60 * number, title, bold=True), *paragraph(BODY, y=118 + 60 * number)]
    assert [len(path) for _, path in _headings(page)] == [0, 1, 1, 0, 1, 1, 0]


def test_titles_that_open_a_page_and_come_again_keep_their_rank() -> None:
    page: list[Element] = []
    for number, title in enumerate(["Approval", "Spray", "Approval", "Infusion"]):
        page += [Text(60, 100 + 60 * number, title, bold=True), *paragraph(BODY, y=118 + 60 * number)]
    assert [len(path) for _, path in _headings(page)] == [0, 0, 0, 0]


def test_lines_of_billing_codes_set_larger_than_the_text_are_no_titles() -> None:
    codes = [Text(60, 300 + 18 * row, f"9636{5 + row} Infusion, part {row}", 12.5) for row in range(3)]
    page = [Text(60, 280, "Procedure codes", bold=True), *codes, *paragraph(BODY, y=100), *paragraph(BODY, y=400)]
    assert _headings(page) == [("Procedure codes", ())]
