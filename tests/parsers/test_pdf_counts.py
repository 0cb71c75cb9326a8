"""Numbers at the head of a line of a PDF that mark no item."""

from __future__ import annotations

import pytest

from parsers.pdf_pages.counts import goes_on_in_line
from tests.parsers.pdf_pages import BODY, Text, blocks_of, paragraph


@pytest.mark.parametrize(
    ("line", "above", "goes_on"),
    [
        ("(2) a score of 15", "Resistant depression: (1) two drugs have failed;", True),
        ("(3) a score of 15", "Resistant depression: (1) two drugs have failed;", False),
        ("(2) a score of 15", "Resistant depression: all of these:", False),
        (
            "(c) a psychiatrist prescribes",
            "The spray is covered where (a) the member is an adult; (b) it is tried; and",
            True,
        ),
        ("(c) a psychiatrist prescribes", "One of these: (a) the member is an adult.", False),
        ("(2) A score of 15", "See (1) for the drugs.", False),
    ],
)
def test_numbers_inside_a_text_go_on_at_the_start_of_a_line(line: str, above: str, goes_on: bool) -> None:
    assert goes_on_in_line(line, above) is goes_on


def test_letters_that_a_line_break_puts_at_the_head_of_a_line_stay_in_their_paragraph() -> None:
    lines = [
        "The nasal spray is covered for members whose depression is resistant where",
        "(a) both medicines were taken for weeks; (b) the member is an adult; and",
        "(c) the clinic is certified.",
    ]
    page = [*(Text(60, 200 + 12 * number, line) for number, line in enumerate(lines)), *paragraph(BODY, y=300)]
    assert blocks_of(page)[0].text == " ".join(lines)


def test_letters_that_each_open_a_line_mark_items() -> None:
    lines = ["The spray is covered where:", "(a) two medicines have failed; and", "(b) the member is an adult."]
    page = [*(Text(60, 200 + 12 * number, line) for number, line in enumerate(lines)), *paragraph(BODY, y=300)]
    assert [block.marker for block in blocks_of(page)][:3] == ["", "(a)", "(b)"]
