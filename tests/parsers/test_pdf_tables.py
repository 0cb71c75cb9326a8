"""Tables of a PDF: with rules or without, over pages, with lists in their cells."""

from __future__ import annotations

import pytest

from parsers.pdf_pages.content import Line, PageTable
from parsers.pdf_pages.tables import with_whole_rows
from tests.parsers.pdf_pages import BODY, Ruled, Text, blocks_of, on_page, paragraph


def test_a_ruled_table_goes_on_over_the_page_with_its_header() -> None:
    first = Ruled(60, 600, [["Code", "Meaning"], ["S0013", "nasal spray"]], [100, 200])
    second = Ruled(60, 80, [["Code", "Meaning"], ["J0013", "nasal spray"]], [100, 200])
    rows = [
        block for block in blocks_of(on_page(1, *paragraph(BODY), first), on_page(2, second)) if block.kind == "row"
    ]
    assert [(row.cells[0], row.header, row.page) for row in rows] == [
        ("S0013", ("Code", "Meaning"), 1),
        ("J0013", ("Code", "Meaning"), 2),
    ]


def test_a_table_that_opens_with_a_title_over_all_columns_has_no_header_of_the_one_above() -> None:
    above = Ruled(60, 200, [["Use", "Weeks"], ["Depression", "1 to 4"]], [100, 200])
    below = Ruled(60, 260, [["Approval criteria"] * 2, ["Adult?", "Yes: go on"]], [100, 200])
    rows = [block for block in blocks_of([*paragraph(BODY, y=100), above, below]) if block.kind == "row"]
    assert [(row.cells[0], row.header) for row in rows if len(row.cells) > 1] == [
        ("Depression", ("Use", "Weeks")),
        ("Adult?", ()),
    ]


def test_a_list_in_a_ruled_cell_keeps_its_nesting() -> None:
    cell = "Covered when:\n• two failures:\n   a. one class; or\n   b. another; and\n• adult"
    rows = [["Drug", "Necessity"], ["Nasal", cell]]
    blocks = blocks_of([*paragraph(BODY, y=100), Ruled(60, 200, rows, [100, 300])])
    assert [(block.kind, block.depth, block.text) for block in blocks[1:]] == [
        ("heading", 6, "Nasal | Necessity"),
        ("paragraph", 0, "Covered when:"),
        ("item", 1, "two failures:"),
        ("item", 2, "one class; or"),
        ("item", 2, "another; and"),
        ("item", 1, "adult"),
    ]


def test_a_line_that_closes_a_bracket_goes_on_with_its_item_wherever_it_begins() -> None:
    cell = (
        "Covered for either:\n   • resistant depression after two failures for six weeks (counted as told on page\n"
        "4), or\n   • an acute crisis"
    )
    rows = [["Drug", "Necessity"], ["Nasal", cell]]
    blocks = blocks_of([*paragraph(BODY, y=100), Ruled(60, 200, rows, [100, 420])])
    assert [(block.kind, block.text) for block in blocks[3:]] == [
        ("item", "resistant depression after two failures for six weeks (counted as told on page 4), or"),
        ("item", "an acute crisis"),
    ]


def _cells(*texts: tuple[float, float, str]) -> list[Text]:
    return [Text(x, y, text, bold=y == 200) for x, y, text in texts]


def test_a_table_without_rules_under_bold_titles() -> None:
    table = _cells(
        (60, 200, "Approval"), (140, 200, "Criteria"),
        (60, 217, "Initial"), (140, 222, "The spray may be approved up to 12 months."), (60, 228, "authorization"),
        (60, 244, "Renewal"), (140, 244, "The spray may be approved up to 6 months when the"),
        (140, 256, "member is better."),
    )  # fmt: skip
    rows = [block for block in blocks_of([*paragraph(BODY, y=100), *table]) if block.kind == "row"]
    assert [row.cells for row in rows] == [
        ("Initial authorization", "The spray may be approved up to 12 months."),
        ("Renewal", "The spray may be approved up to 6 months when the member is better."),
    ]
    assert {row.header for row in rows} == {("Approval", "Criteria")}


@pytest.mark.parametrize("above", [True, False])
def test_a_title_in_two_lines_over_a_table_without_rules(*, above: bool) -> None:
    table = _cells((60, 200, "Use"), (200, 200, "Rules"), (400, 200, "of time" if above else "Length"))
    more = Text(400, 188 if above else 212, "Length" if above else "of time", bold=True)
    rows = _cells(
        (60, 224, "Panic"), (200, 224, "An adult asks."), (400, 224, "1 month"),
        (60, 244, "Grief"), (200, 244, "A doctor asks."), (400, 244, "2 months"),
    )  # fmt: skip
    blocks = blocks_of([*paragraph(BODY, y=100), *table, more, *rows])
    assert [(block.cells, block.header[2]) for block in blocks if block.kind == "row"] == [
        (("Panic", "An adult asks.", "1 month"), "Length of time"),
        (("Grief", "A doctor asks.", "2 months"), "Length of time"),
    ]


def test_what_a_page_leaves_of_a_row_is_no_part_of_the_next() -> None:
    titles = ((60, 200, "Use"), (200, 200, "Rules"))
    first = _cells(*titles, (60, 220, "Panic"), (200, 220, "1. An adult asks for the"))
    second = _cells(
        *titles, (200, 220, "spray in the clinic."), (200, 232, "2. A doctor agrees."),
        (60, 250, "Grief"), (200, 250, "1. A child asks."), (60, 268, "Envy"), (200, 268, "1. A friend asks."),
    )  # fmt: skip
    blocks = blocks_of([*paragraph(BODY, y=100), *first], second)
    assert [(block.kind, block.text) for block in blocks if block.page and block.kind != "paragraph"] == [
        ("heading", "Panic | Rules"), ("item", "An adult asks for the spray in the clinic."),
        ("item", "A doctor agrees."), ("heading", "Grief | Rules"), ("item", "A child asks."),
        ("heading", "Envy | Rules"), ("item", "A friend asks."),
    ]  # fmt: skip


def _table(page: int, *rows: tuple[str, ...]) -> PageTable:
    lines = [[tuple(_line(line, page) for line in cell.split("\n") if line) for cell in row] for row in rows]
    return PageTable(page, 100, 60, 500, tuple(map(tuple, lines)), None)


def _line(text: str, page: int) -> Line:
    return Line(text, page, 60, 200, 100, 110, 10, bold=False, first_word_width=20)


@pytest.mark.parametrize("left", ["the spray.\n2. A doctor agrees.", "2. A doctor agrees."])
def test_titles_that_no_rule_parts_from_the_rest_of_a_torn_row(left: str) -> None:
    above = _table(1, ("Use", "Rules", "Time"), ("Panic", "1. An adult asks for it", "1 month"))
    below = _table(2, ("Use", f"Rules\n{left}", "Time"), ("Grief", "A child asks.", "2 months"))
    whole = _table(1, ("Panic", "1. An adult asks for it", "1 month")).rows[0]
    (first,), (second,) = with_whole_rows([(above,), (below,)])
    assert isinstance(first, PageTable)
    assert isinstance(second, PageTable)
    assert [line.text for line in first.rows[1][1]] == ["1. An adult asks for it", *left.split("\n")]
    assert first.rows[1][::2] == whole[::2]
    assert [[line.text for line in row[0]] for row in second.rows] == [["Use"], ["Grief"]]


@pytest.mark.parametrize(
    ("torn", "rest", "left"),
    [
        ("4. Has the member an aneurysm of the", "aorta or a bleeding in the brain?", 1),
        ("4. Has the member an aneurysm of the aorta?", "where the claim is from the aorta clinic", 2),
        ("Aneurysm", "bleeding in the brain", 2),
    ],
)
def test_a_question_in_the_first_column_that_the_page_tears(torn: str, rest: str, left: int) -> None:
    above = _table(1, ("3. Is it an adult?", "Yes: go to #4"), (torn, "Yes: deny"))
    below = _table(2, (rest, ""), ("5. Is a scan at hand?", "Yes: approve"))
    first, second = (page[0] for page in with_whole_rows([(above,), (below,)]))
    assert isinstance(first, PageTable)
    assert isinstance(second, PageTable)
    assert len(second.rows) == left
    assert [line.text for line in first.rows[1][0]] == [torn, rest][: 3 - left]


@pytest.mark.parametrize(("after", "left"), [("Calm", 2), ("", 3)])
def test_a_row_without_a_name_goes_on_where_all_others_have_one(after: str, left: int) -> None:
    above = _table(1, ("Drug", "Rules", "News"), ("Panic", "First: an adult asks.", "none"))
    below = _table(2, ("", "Second: a doctor agrees.", "Third is new."), (after, "A child asks.", ""), ("Zeal", "", ""))
    first, second = (page[0] for page in with_whole_rows([(above,), (below,)]))
    assert isinstance(first, PageTable)
    assert isinstance(second, PageTable)
    assert len(second.rows) == left
    assert len(first.rows[1][1]) == 4 - left


def test_a_list_in_a_table_without_rules() -> None:
    table = _cells(
        (60, 200, "Drug"), (160, 200, "Necessity"),
        (160, 220, "Covered when all are met:"), (170, 238, "• adult"), (60, 250, "Nasal"), (170, 250, "• diagnosed"),
        (170, 262, "• two failures"),
    )  # fmt: skip
    blocks = blocks_of([*paragraph(BODY, y=100), *table])[1:]
    assert [(block.kind, block.text) for block in blocks] == [
        ("heading", "Nasal | Necessity"), ("paragraph", "Covered when all are met:"),
        ("item", "adult"), ("item", "diagnosed"), ("item", "two failures"),
    ]  # fmt: skip


def test_a_bold_line_across_titles_the_rows_after_it() -> None:
    table = [*_cells((60, 200, "Code"), (160, 200, "Description"), (60, 234, "G2082"), (160, 234, "visit")),
             Text(60, 217, "Codes not covered for any of the uses:", bold=True)]  # fmt: skip
    row = blocks_of([*paragraph(BODY, y=100), *table])[-1]
    assert (row.cells, row.path) == (("G2082", "visit"), ("Codes not covered for any of the uses:",))


def test_a_closely_set_table_leaves_the_lines_of_a_paragraph_together() -> None:
    close = "\n".join(f"a line of the cell and its number {number}" for number in range(12))
    text = [
        Text(60, 90 + 14 * number, f"words in line {number} of a paragraph that goes on and") for number in range(10)
    ]
    assert len(blocks_of([*text, Ruled(60, 260, [["Code", "Use"], ["S0013", close]], [90, 300])])) == 2


def test_labels_and_values_without_rules_are_rows() -> None:
    labels = [("Section:", "Injections"), ("Effective Date:", "July 1, 2031"), ("Reviewed:", "May 2031")]
    page = [
        Text(x, 150 + 14 * n, text) for n, pair in enumerate(labels) for x, text in zip((60, 160), pair, strict=True)
    ]
    assert [block.cells for block in blocks_of(page)] == labels


def test_tables_of_labels_one_after_the_other_each_keep_their_first_row() -> None:
    tables = [Ruled(60, y, [["Product name:", "Spravato"], ["Stage", stage]], [100, 200]) for y, stage in
              ((200, "Initial"), (260, "Renewal"))]  # fmt: skip
    rows = [block.cells for block in blocks_of([*paragraph(BODY, y=100), *tables]) if block.kind == "row"]
    assert [cells[1] for cells in rows] == ["Spravato", "Initial", "Spravato", "Renewal"]


def test_a_list_in_a_cell_set_larger_than_the_text_is_no_run_of_titles() -> None:
    cell = "1. two drugs have failed,\n    each of them in full\n2. the member is an adult\n    who has consented"
    text = [line for place in range(6) for line in paragraph(BODY, y=100 + 30 * place, size=8)]
    rows = [["Field", "Criteria"], ["Information", cell]]
    blocks = blocks_of([*text, Ruled(60, 320, rows, [100, 300])])
    assert [(block.kind, block.text) for block in blocks if block.kind in ("heading", "item")] == [
        ("heading", "Information | Criteria"),
        ("item", "two drugs have failed, each of them in full"),
        ("item", "the member is an adult who has consented"),
    ]
