"""Tables that a PDF draws cell by cell, without rules."""

from __future__ import annotations

from collections.abc import Sequence

from tests.parsers.pdf_pages import BODY, Element, Text, blocks_of, paragraph


def _rows(page: Sequence[Element]) -> list[tuple[str, ...]]:
    return [block.cells for block in blocks_of([*paragraph(BODY, y=100), *page]) if block.kind == "row"]


def test_cells_that_stand_half_way_down_their_row_are_of_one_row() -> None:
    titles = [
        Text(90, 200, "Demand", bold=True),
        Text(205, 200, "First", bold=True),
        Text(255, 200, "Later", bold=True),
    ]
    first = [Text(60, 220, "Two medicines failed in"), Text(60, 232, "the present episode"), Text(200, 226, "Yes")]
    second = [Text(60, 250, "Adult"), Text(200, 250, "Yes"), Text(250, 250, "Yes")]
    assert _rows([*titles, *first, Text(250, 226, "No"), *second]) == [
        ("Two medicines failed in the present episode", "Yes", "No"), ("Adult", "Yes", "Yes"),
    ]  # fmt: skip


def test_a_cell_that_stands_lower_than_its_row_reaches_into_the_next() -> None:
    titles = [Text(62, 200, "Drug", bold=True), Text(140, 200, "Use", bold=True), Text(255, 200, "Length", bold=True)]
    first = [Text(60, 227, "Spravato"), Text(130, 220, "Resistant depression"), Text(250, 220, "6 months")]
    second = [Text(130, 234, "Suicidal ideation"), Text(250, 234, "1 month")]
    assert _rows([*titles, *first, *second]) == [
        ("Spravato", "Resistant depression", "6 months"), ("Spravato", "Suicidal ideation", "1 month"),
    ]  # fmt: skip


def test_a_cell_left_empty_beside_one_of_several_lines_takes_nothing() -> None:
    titles = [Text(60, 200, "Drug", bold=True), Text(140, 200, "Notes", bold=True)]
    first = [Text(60, 214, "Spravato"), Text(140, 214, "Given at a clinic"), Text(140, 226, "that is certified")]
    second = [Text(60, 244, "Zulresso"), Text(140, 244, "Given at home")]
    assert _rows([*titles, *first, Text(60, 260, "Ketamine"), *second])[0] == (
        "Spravato",
        "Given at a clinic that is certified",
    )


def test_marked_lines_are_no_table() -> None:
    lines = [("1.", "The member is an adult"), ("2.", "Two medicines failed"), ("3.", "A psychiatrist prescribes")]
    page = [
        Text(x, 200 + 14 * at, text) for at, line in enumerate(lines) for x, text in zip((60, 90), line, strict=True)
    ]
    assert _rows(page) == []


def test_a_cell_of_several_paragraphs_is_one_beside_cells_that_are_centred_on_it() -> None:
    titles = [
        Text(60, 200, "Drug", bold=True),
        Text(140, 200, "Criteria", bold=True),
        Text(400, 200, "Form", bold=True),
    ]
    first = [Text(60, 218, "Zulresso"), Text(140, 218, "Given once to adults"), Text(400, 218, "None")]
    told = ["Covered for adults", "Depression, in adults who have tried", "Renewed each year on a scale"]
    second = [Text(60, 260, "Spravato"), *(Text(140, 236 + 22 * at, line) for at, line in enumerate(told))]
    rows = _rows([*titles, *first, *second, Text(400, 260, "Sheet")])
    assert rows == [("Zulresso", "Given once to adults", "None"), ("Spravato", " ".join(told), "Sheet")]
