"""Tables of a PDF: with rules or without, over pages, with lists in their cells."""

from __future__ import annotations

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
