"""The lowest ranks of headings as browsers print them: bold, smaller than the text, with room around them."""

from __future__ import annotations

from parsers.pdf import read_pdf
from tests.parsers.pdf_pages import Element, Text, draw

SENTENCES = (
    "The plan pays for the nasal spray for adults in whom two medicines failed.",
    "A member who improved may go on with the spray for another year at most.",
    "A request is answered on the day after it was received, by letter or by fax.",
)


def _under(title: str, y: float, sentence: str, *, size: float = 9, room: float = 24) -> list[Element]:
    return [
        Text(60, y, title, size, bold=True),
        Text(60, y + room, sentence, 11),
        Text(60, y + room + 13, "It is said again in a line of its own.", 11),
    ]


def _depths(page: list[Element]) -> dict[str, int]:
    return {block.text: block.depth for block in read_pdf(draw(page)).blocks if block.kind == "heading"}


def test_a_bold_line_smaller_than_the_text_with_room_around_it_is_a_heading() -> None:
    page = [
        *_under("First approval", 200, SENTENCES[0]),
        *_under("Later approvals", 280, SENTENCES[1]),
        *_under("How to ask", 360, SENTENCES[2]),
    ]
    assert list(_depths(page)) == ["First approval", "Later approvals", "How to ask"]


def test_small_titles_stand_over_bold_lines_that_the_text_closes_up_to_and_over_smaller_ones() -> None:
    page = [
        *_under("First approval", 200, SENTENCES[0]),
        *_under("For adults", 280, SENTENCES[1], size=11, room=13),
        *_under("With proof", 360, SENTENCES[2], size=7.5),
        *_under("Later approvals", 440, SENTENCES[0]),
    ]
    depths = _depths(page)
    assert depths["First approval"] == depths["Later approvals"] < depths["With proof"] < depths["For adults"]


def test_titles_of_the_texts_size_stand_over_smaller_ones() -> None:
    page = [
        *_under("First approval", 200, SENTENCES[0], size=11),
        *_under("For adults", 280, SENTENCES[1]),
        *_under("Later approvals", 360, SENTENCES[2], size=11),
    ]
    depths = _depths(page)
    assert depths["First approval"] == depths["Later approvals"] < depths["For adults"]


def test_small_bold_print_close_to_the_text_is_no_title() -> None:
    page = [*_under("For adults", 200, SENTENCES[0], room=11), *_under("For others", 280, SENTENCES[1], room=11)]
    assert not _depths(page)
