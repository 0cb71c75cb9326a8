"""Ways of printing that must not change what a PDF's blocks are."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.parsers.pdf_pages import BODY, Element, Ruled, Shade, Text, blocks_of, paragraph


def _texts(*pages: Sequence[Element]) -> list[str]:
    return [block.text for block in blocks_of(*pages)]


def test_a_last_line_that_the_next_page_repeats_in_a_sentence_is_no_running_line() -> None:
    first = [*paragraph(BODY), Text(60, 740, "Experimental and investigational.")]
    second = [Text(60, 60, "All other uses are experimental and investigational."), *paragraph(BODY)]
    assert "Experimental and investigational." in _texts(first, second)


def test_markers_set_flush_right_keep_one_depth() -> None:
    marked = [(67, "I."), (63, "II."), (62, "A."), (62, "B."), (59, "III.")]
    page: list[Element] = []
    for number, (x, marker) in enumerate(marked):
        page += [Text(x, 200 + 14 * number, marker), Text(78, 200 + 14 * number, f"Condition {number} of these")]
    assert [block.depth for block in blocks_of(page)] == [1, 1, 2, 2, 1]


def test_a_marker_on_a_line_of_its_own_marks_the_next() -> None:
    page = [Text(60, 200, "II."), Text(60, 214, "Two medicines failed"), Text(60, 240, "III."), Text(60, 254, "Adult")]
    assert [(block.marker, block.text) for block in blocks_of(page)] == [
        ("II.", "Two medicines failed"), ("III.", "Adult"),
    ]  # fmt: skip


def test_a_value_set_in_from_its_label_is_a_block_of_its_own() -> None:
    lines = [(60, "Status"), (90, "Criteria under review"), (60, "Route"), (90, "Nasal spray")]
    page = [*(Text(x, 200 + 13 * number, text) for number, (x, text) in enumerate(lines)), *paragraph(BODY, y=300)]
    assert _texts(page)[:4] == [text for _, text in lines]


def test_lines_that_leave_room_for_the_next_word_are_lines_of_their_own() -> None:
    lines = ["S0013 Esketamine as a nasal spray, one milligram", "G2082 Visit up to 56 mg", "G2083 Visit above 56 mg"]
    assert _texts([*paragraph(lines), *paragraph(BODY, y=300)])[:3] == lines


def test_a_paragraph_in_a_narrow_measure_stays_together() -> None:
    lines = ["The plan covers the spray", "Spravato for adults whose", "depression did not get", "better by medicines"]
    assert _texts([*paragraph(lines), *paragraph(BODY, y=300)])[0] == " ".join(lines)


def test_bold_titles_under_each_other_are_two() -> None:
    page = [Text(60, 200, "Resistant depression", bold=True), Text(60, 212, "First approval", bold=True)]
    assert [block.kind for block in blocks_of([*page, *paragraph(BODY, y=230)])] == ["heading", "heading", "paragraph"]


def test_a_question_in_bold_after_its_number_is_no_row_of_titles() -> None:
    page = [Text(60, 200, "1."), Text(90, 200, "Is the member an adult?", bold=True), *paragraph(BODY, y=214)]
    assert all(block.kind != "row" for block in blocks_of(page))


def test_a_title_page_leaves_the_ranks_of_headings_apart() -> None:
    sizes = {30: "Manual", 26: "Plan of Nowhere", 22: "Contents", 18: "Nasal policy", 15: "Criteria", 13: "Adults"}
    page = [Text(60, 40 * number + 60, title, size) for number, (size, title) in enumerate(sizes.items())]
    assert blocks_of([*page, *paragraph(BODY, y=400)])[-1].path[-3:] == ("Nasal policy", "Criteria", "Adults")


def test_a_watermark_over_the_text_is_no_content() -> None:
    assert _texts([Text(60, 216, "DRAFT", 60), *paragraph(BODY)]) == [" ".join(BODY)]


def test_a_raised_sign_in_the_lines_own_size_is_no_number() -> None:
    end = 60 + stringWidth("Failure of two medicines", "Helvetica", 10)
    page = [Text(60, 200, "Failure of two medicines"), Text(end, 195.5, "3"), *paragraph(BODY, y=240)]
    assert _texts(page)[0] == "Failure of two medicines³"


def test_words_that_touch_over_the_edge_of_a_cell_are_two() -> None:
    cells = [Text(62, 214, "11/12/2031"), Text(113.5, 214, "Reviewed")]
    page: list[Element] = [Ruled(60, 200, [["", ""], ["", ""]], [53, 80]), *cells, *paragraph(BODY, y=300)]
    assert blocks_of(page)[0].cells == ("11/12/2031", "Reviewed")


def test_three_columns_drawn_one_after_the_other() -> None:
    words = ("one", "two", "three", "four", "five", "six")
    columns = [[f"the {place} column, {word}" for word in words] for place in ("first", "second", "third")]
    page = [text for place, lines in enumerate(columns) for text in paragraph(lines, x=40 + 190 * place)]
    text = " ".join(_texts(page))
    assert [text.index(f"{place} column, six") for place in ("first", "second")] < [
        text.index(f"{place} column, one") for place in ("second", "third")
    ]


def test_a_list_that_goes_on_at_the_head_of_a_column_keeps_its_depth() -> None:
    left = [(40, "Esketamine is covered when all of these are met:"), (55, "1. The member is an adult and"),
            (67, "is seen by a psychiatrist"), (55, "2. ONE of these:"), (70, "a. two medicines failed or"),
            (82, "could not be taken")]  # fmt: skip
    right = [(70, "b. one trial of two medicines"), (82, "together failed and"), (82, "lasted six weeks"),
             (55, "3. The office is certified"), (67, "watches for two hours"), (67, "after each dose")]  # fmt: skip
    page = [Text(x, 200 + 12 * number, line) for number, (x, line) in enumerate(left)]
    page += [Text(x + 270, 200 + 12 * number, line) for number, (x, line) in enumerate(right)]
    found = [(block.marker, block.depth) for block in blocks_of(page) if block.kind == "item"]
    assert found == [("1.", 1), ("2.", 1), ("a.", 2), ("b.", 2), ("3.", 1)]


def test_cells_side_by_side_that_are_drawn_row_by_row_are_no_columns() -> None:
    lefts = [[f"left {row}, line {line}" for line in range(5)] for row in "ab"]
    page = [
        text
        for place, lines in enumerate(lefts)
        for x, cell in ((60, lines), (330, [line.replace("left", "right") for line in lines]))
        for text in paragraph(cell, x=x, y=200 + 80 * place)
    ]
    text = " ".join(_texts(page))
    assert text.index("right a, line 4") < text.index("left b, line 0")


def test_only_the_first_line_of_an_item_may_be_set_in() -> None:
    lines = [(80, "A. the member has taken two medicines for no less than six weeks each, and"),
             (60, "they did not help; and"), (80, "B. the member is an adult")]  # fmt: skip
    page = [*(Text(x, 200 + 12 * number, text) for number, (x, text) in enumerate(lines)), *paragraph(BODY, y=300)]
    assert [block.marker for block in blocks_of(page)] == ["A.", "B.", ""]


def test_numbers_that_count_the_lines_of_a_page_are_no_content() -> None:
    numbers = [Text(30, 100 + 12 * number, str(number + 1), 8) for number in range(40)]
    assert _texts([*numbers, *paragraph(BODY)]) == [" ".join(BODY)]


def test_a_row_that_runs_over_the_page_is_one_row() -> None:
    first: list[Element] = [
        *paragraph(BODY, y=100),
        Ruled(60, 660, [["Drug", "Rule"], ["Spray", "Covered for adults with"]], [90, 200]),
    ]
    second = [Ruled(60, 50, [["", "resistant depression"], ["Infusion", "Not covered"]], [90, 200])]
    rows = [block.cells for block in blocks_of(first, second) if block.kind == "row"]
    assert rows == [("Spray", "Covered for adults with resistant depression"), ("Infusion", "Not covered")]


def test_rows_between_shaded_ones_have_their_columns() -> None:
    rows = [["S0013", "Spray"], ["J3490", "Infusion"], ["G2082", "Visit"]]
    shades = [Shade(x, 200 + 40 * number, 100, 20) for number in (0, 1) for x in (60, 160)]
    words = [
        Text(x, 214 + 20 * number, word)
        for number, row in enumerate(rows)
        for x, word in zip((64, 164), row, strict=True)
    ]
    page: list[Element] = [*shades, *words, *paragraph(BODY, y=400)]
    assert [block.cells for block in blocks_of(page)][:3] == [tuple(row) for row in rows]


def test_the_first_of_a_list_may_be_the_last_line_of_its_page() -> None:
    first = [Text(60, 300, "It is covered when all of these are shown:"), Text(72, 318, "i"), Text(90, 318, "adults")]
    after = [Text(72, 100, "ii"), Text(90, 100, "no relief"), Text(72, 115, "iii"), Text(90, 115, "a psychiatrist")]
    items = [(block.marker, block.text) for block in blocks_of(first, after) if block.kind == "item"]
    assert items == [("i.", "adults"), ("ii.", "no relief"), ("iii.", "a psychiatrist")]


def test_a_number_kept_from_the_foot_of_a_page_is_no_marker_of_its_first_line() -> None:
    def page(*inside: Text) -> list[Text]:
        return [Text(60, 40, "Supplement", 9), *inside, Text(60, 770, "B-14", 8)]

    blocks = blocks_of(page(Text(60, 90, "Supplement to the manual"), *paragraph(BODY)), page(*paragraph(BODY)))
    assert not [block for block in blocks if block.kind == "item"]


def test_a_trade_mark_in_a_bold_title_leaves_no_gap_of_columns() -> None:
    name = "Spravato"
    end = 60 + stringWidth(name, "Helvetica-Bold", 13)
    title = [
        Text(60, 100, name, 13, bold=True),
        Text(end, 96, "®", 12),
        Text(end + 14, 100, "for depression", 13, bold=True),
    ]
    text = [
        Text(60, 118, "Covered for"),
        Text(end + 8, 118, "adults whose depression did not"),
        Text(60, 130, "yield."),
    ]
    said = _texts([*title, *text, *paragraph(BODY)])
    assert said[0].endswith("for depression")
    assert "Covered for adults whose depression did not yield." in said


def test_an_item_with_its_first_line_set_in_keeps_all_its_lines() -> None:
    lines = [(72, "1. Three medicines, drawn from two or more of the classes (old and new), were"),
             (60, "each taken for six weeks or longer, at a dose of the label (or at the highest)"),
             (60, "and failed.")]  # fmt: skip
    page = [Text(x, 200 + 12 * number, text) for number, (x, text) in enumerate(lines)]
    assert [block.kind for block in blocks_of([*page, *paragraph(BODY, y=300)])] == ["item", "paragraph"]


def test_text_of_tables_larger_than_that_around_them_is_no_title() -> None:
    rows = [["Use", "Necessity"], ["Depression", "Covered for adults whom two medicines of two classes did not help."]]
    rows += [["Mood", "The clinic's doctor orders the spray, and somebody stays with the member."]]
    beside = [Text(60, 300, "The spray may be used alone or with another medicine")]
    intro = paragraph(["An introduction for readers of every kind and age,", "in words of every day."], y=100, size=8)
    blocks = blocks_of([*intro, Ruled(60, 200, rows, [100, 400]), *beside])
    assert all(block.kind != "heading" for block in blocks)


def test_a_paragraph_where_the_text_of_an_item_begins_is_part_of_it() -> None:
    page = [
        Text(80, 200, "1."), Text(94, 200, "First request:"), Text(110, 214, "a."), Text(124, 214, "adult"),
        Text(94, 240, "Approved for 3 months."), *paragraph(BODY, y=270),
    ]  # fmt: skip
    assert [(block.kind, block.depth) for block in blocks_of(page)] == [
        ("item", 1), ("item", 2), ("paragraph", 1), ("paragraph", 0),
    ]  # fmt: skip


def test_a_connective_at_the_foot_of_every_page_is_no_running_line() -> None:
    pages = [[*paragraph(BODY), Text(300, 740, "AND")], [*paragraph(BODY), Text(300, 740, "AND")], paragraph(BODY)]
    assert _texts(*pages).count("AND") == 2


def test_a_point_of_a_list_at_the_foot_of_every_page_is_no_running_line() -> None:
    page = [*paragraph(BODY), Text(60, 740, "• The prescriber is a psychiatrist")]
    assert _texts(page, page).count("The prescriber is a psychiatrist") == 2


def test_a_title_that_leads_in_at_the_head_of_every_page_is_no_running_line() -> None:
    page = [Text(60, 60, "Goals:", bold=True), *paragraph(BODY, y=90)]
    assert _texts(page, page, page).count("Goals:") == 3


def test_a_marker_half_way_down_its_text_stands_at_the_first_line() -> None:
    page = [
        Text(60, 200, "1."), Text(76, 200, "The member is an adult."),
        Text(76, 224, "Two medicines did not help, each"),
        Text(60, 230, "2."), Text(76, 236, "of them taken for six weeks."), *paragraph(BODY, y=300),
    ]  # fmt: skip
    assert [(block.marker, block.text) for block in blocks_of(page)][:2] == [
        ("1.", "The member is an adult."), ("2.", "Two medicines did not help, each of them taken for six weeks."),
    ]  # fmt: skip


def test_a_raised_sign_in_the_next_line_ends_no_sentence() -> None:
    lines = ["The spray is covered for adults with resistant depression when the US Food and", "Drug Administration"]
    page = [
        Text(60, 200, lines[0]),
        Text(60, 217, lines[1]),
        Text(60, 229, "has approved it."),
        *paragraph(BODY, y=260),
    ]
    assert _texts(page)[0] == f"{' '.join(lines)} has approved it."


def test_codes_in_a_row_are_no_title_in_capitals() -> None:
    page = [Text(60, 200, "F320 F321 F322 F324 F325 F329 F330"), *paragraph(BODY, y=240)]
    assert [block.kind for block in blocks_of(page)] == ["paragraph", "paragraph"]


def test_a_number_behind_its_label_at_the_head_of_a_page_is_no_page_number() -> None:
    first = [Text(60, 60, "Policy #:", bold=True), Text(340, 60, "3004019"), *paragraph(BODY)]
    second = [Text(60, 60, "Manual 12"), *paragraph(BODY)]
    assert "3004019" in " ".join(_texts(first, second))


def test_a_running_line_printed_across_the_text_is_no_part_of_it() -> None:
    foot = Text(34, 744, "Plan Blue confidential and proprietary 2030", size=7)
    items = ["Member has no seizure disorder.", "Member is eighteen or older.", "Both medicines have failed."]
    pages = [[*paragraph(BODY), Text(34, 745, item, size=11), foot] for item in items]
    texts = _texts(*pages)
    assert all(any(text.startswith(item) for text in texts) for item in items)
    assert sum("confidential" in text for text in texts) == 1


def test_a_running_line_in_a_row_at_the_foot_of_a_page_is_no_part_of_it() -> None:
    foot = Text(64, 770, "H1234_LIST25 Formulary 0025, Version 9 of the list", size=7)
    rows = (
        ("Topic", "Detail"),
        ("Other criteria\n\n\n", "The score has fallen\nby half since the first\ndose was given.\n"),
    )
    table = Ruled(60, 698, rows, (110, 200))
    texts = _texts([*paragraph(BODY), foot], [*paragraph(BODY), table, foot], [*paragraph(BODY), foot])
    assert "Other criteria | The score has fallen by half since the first dose was given." in texts


def test_a_word_that_begins_in_another_face_stays_one() -> None:
    opened = [
        Text(60, 200, "("),
        Text(60 + stringWidth("(", "Helvetica", 10), 200, "Note: read this first.", bold=True),
    ]
    assert _texts([*opened, *paragraph(BODY, y=230)])[0] == "(Note: read this first."


def test_a_loosely_set_title_in_two_lines_is_one() -> None:
    title = [Text(60, 100, "Billing and coding of the nasal spray for those", size=15, bold=True),
             Text(60, 122, "(Esketamine) who need it", size=15, bold=True)]  # fmt: skip
    assert _texts([*title, *paragraph(BODY, y=200)])[0].endswith("(Esketamine) who need it")
