"""Where a paragraph of a PDF ends, and what the next line is to it."""

from __future__ import annotations

from collections.abc import Sequence

from tests.parsers.pdf_pages import BODY, Element, Text, blocks_of, paragraph


def _texts(page: Sequence[Element]) -> list[str]:
    return [block.text for block in blocks_of(page)]


def test_terms_at_the_margin_with_their_texts_set_in_are_pairs() -> None:
    full = "Members of eighteen years or more whose last two medicines did not bring any"
    lines = [
        (60, "Who may have it"),
        (90, full),
        (90, "relief"),
        (60, "Where it is given"),
        (90, "At a certified clinic"),
    ]
    page = [*(Text(x, 200 + 12 * number, text) for number, (x, text) in enumerate(lines)), *paragraph(BODY, y=300)]
    assert [(block.kind, block.text) for block in blocks_of(page)][:4] == [
        ("term", "Who may have it"), ("definition", f"{full} relief"),
        ("term", "Where it is given"), ("definition", "At a certified clinic"),
    ]  # fmt: skip


def test_paragraphs_that_are_set_in_at_their_first_line_are_no_pairs() -> None:
    lines = [(80, BODY[0]), (60, "The rest of it is short."), (80, BODY[0]), (60, "So is this one.")]
    page = [*(Text(x, 200 + 12 * number, text) for number, (x, text) in enumerate(lines)), *paragraph(BODY, y=300)]
    assert {block.kind for block in blocks_of(page)} == {"paragraph"}


def test_lines_that_all_stand_apart_are_paragraphs_of_their_own() -> None:
    lines = ["The member is an adult who has resistant depression.", "seen by a psychiatrist", "two medicines failed"]
    assert _texts([Text(60, 200 + 21 * number, line) for number, line in enumerate(lines)]) == lines


def test_a_text_with_open_lines_stays_together() -> None:
    lines = [
        *BODY[:1],
        "better with two medicines, whatever the dose of each was, or that has come back,",
        "is one case.",
    ]
    assert _texts([Text(60, 200 + 20 * number, line) for number, line in enumerate(lines)]) == [" ".join(lines)]
