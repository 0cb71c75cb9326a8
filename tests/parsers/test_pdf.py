"""PDF pages to blocks, and the pages that matter of a long file."""

from __future__ import annotations

import pytest

from parsers.errors import ParseError
from parsers.pdf import read_pdf
from parsers.text import fingerprint
from tests.parsers.pdf_pages import BODY, Element, Mark, Ruled, Text, blocks_of, draw, on_page, paragraph


def test_running_lines_and_page_numbers_are_no_content() -> None:
    pages = [on_page(number, *paragraph(BODY)) for number in (1, 2, 3)]
    assert [block.text for block in blocks_of(*pages)] == [" ".join(BODY)] * 3


def test_a_title_that_the_running_line_repeats_stays() -> None:
    running = [Text(60, 30, "Nasal policy MP9999", 8)]
    first = [*running, Text(60, 60, "MP9999", 16), *paragraph(BODY)]
    texts = [block.text for block in blocks_of(first, [*running, *paragraph(BODY)], [*running, *paragraph(BODY)])]
    assert texts.count("MP9999") == 1
    assert texts[-2:] == [" ".join(BODY)] * 2


def test_every_block_has_its_page() -> None:
    assert [block.page for block in blocks_of(on_page(1, *paragraph(BODY)), on_page(2, *paragraph(BODY)))] == [1, 2]


def test_a_browsers_print_stamps_are_no_content() -> None:
    stamps = [Text(60, 25, "3/14/2031, 9:41 AM", 7), Text(60, 770, "https://plan.example/policy?id=7 1/1", 7)]
    assert [block.text for block in blocks_of([*stamps, *paragraph(BODY)])] == [" ".join(BODY)]


def test_a_gap_parts_paragraphs() -> None:
    assert len(blocks_of([*paragraph(BODY, y=200), *paragraph(BODY, y=250)])) == 2


def test_headings_by_type() -> None:
    page = [Text(60, 100, "Nasal policy", 18, bold=True), Text(60, 140, "Criteria", 13, bold=True), *paragraph(BODY)]
    assert blocks_of(page)[-1].path == ("Nasal policy", "Criteria")


def test_items_nest_by_indentation() -> None:
    lines = [(60, "A. One of these:"), (80, "1. First choice; or"), (80, "2. Second choice; and"), (60, "B. Adult")]
    blocks = blocks_of([Text(x, 200 + 14 * number, text) for number, (x, text) in enumerate(lines)])
    assert [(block.kind, block.depth, block.marker) for block in blocks] == [
        ("item", 1, "A."), ("item", 2, "1."), ("item", 2, "2."), ("item", 1, "B."),
    ]  # fmt: skip


def test_drawn_bullets_mark_items() -> None:
    lines = [(60, "Two medicines failed, shown by:"), (80, "claims, or"), (80, "chart notes"), (60, "Adult")]
    page: list[Element] = []
    for number, (x, text) in enumerate(lines):
        page += [Mark(x, 200 + 14 * number, shape="dot" if x == 60 else "ring"), Text(x + 12, 200 + 14 * number, text)]
    assert [(block.kind, block.depth) for block in blocks_of(page)] == [
        ("item", 1), ("item", 2), ("item", 2), ("item", 1),
    ]  # fmt: skip


def test_drawn_boxes_are_boxes_to_tick() -> None:
    page: list[Element] = [Text(60, 200, "Is the member an adult?"), Mark(182, 200, 8, "box"), Text(194, 200, "Yes"),
            Mark(220, 200, 8, "box"), Text(232, 200, "No")]  # fmt: skip
    assert blocks_of(page)[0].text == "Is the member an adult? ☐ Yes ☐ No"


def test_the_title_of_a_part_that_is_folded_open_is_a_heading() -> None:
    page: list[Element] = [
        Mark(60, 200, 6, "open"),
        Text(72, 200, "When a service is covered"),
        *paragraph(BODY, y=230),
    ]
    blocks = blocks_of(page)
    assert (blocks[0].kind, blocks[0].text) == ("heading", "When a service is covered")
    assert blocks[1].path == ("When a service is covered",)


def test_a_bold_line_that_ends_early_is_not_run_into_what_is_not_bold() -> None:
    page = [*paragraph(BODY), Text(60, 260, "Codes that may be used", bold=True), Text(60, 272, "96365 to 96366")]
    assert [block.text for block in blocks_of(page)][-2:] == ["Codes that may be used", "96365 to 96366"]


def test_a_drawing_beside_the_text_is_no_list() -> None:
    assert [block.kind for block in blocks_of([Mark(10, 200, 6), Mark(45, 205, 60), *paragraph(BODY)])] == ["paragraph"]


def test_lists_at_one_indentation_nest_by_their_numbering() -> None:
    lines = ["I. Depression (all):", "a. Adult;", "b. Both of these:", "i. one failure;", "ii. one more;", "II. Other"]
    blocks = blocks_of([Text(60, 200 + 26 * number, line) for number, line in enumerate(lines)])
    assert [block.depth for block in blocks] == [1, 2, 2, 3, 3, 1]


def test_a_sentence_that_begins_in_bold_is_no_heading() -> None:
    bold = Text(
        60, 200, "The nasal spray is covered for adults with treatment resistant depression in offices", bold=True
    )
    blocks = blocks_of([bold, Text(60, 212, "when all of these are met:"), Text(60, 300, "x" * 80)])
    assert (blocks[0].kind, blocks[0].text) == ("paragraph", f"{bold.text} when all of these are met:")


def test_a_dated_footer_leaves_the_tables_where_they_stand() -> None:
    pages: list[list[Element]] = [
        [Text(60, 100, "Nasal policy", 18, bold=True), Ruled(60, 130, [["Code", "Use"], ["S0013", "spray"]], [90, 90]),
         *paragraph(BODY), Text(60, 770, "Effective 07/01/2031", 8)],
        [*paragraph(BODY), Text(60, 770, "Effective 07/01/2031", 8)],
    ]  # fmt: skip
    kinds = [block.kind for block in blocks_of(*pages)]
    assert kinds == ["paragraph", "heading", "row", "paragraph", "paragraph"]


def test_an_item_runs_over_the_page_break() -> None:
    first = on_page(1, *paragraph(BODY), Text(60, 700, "A. The member has tried two medicines of"))
    second = on_page(2, Text(75, 80, "different classes in this episode."), Text(60, 100, "B. Adult"))
    texts = [block.text for block in blocks_of(first, second) if block.kind == "item"]
    assert texts == ["The member has tried two medicines of different classes in this episode.", "Adult"]


def test_words_divided_at_the_line_end_close_up() -> None:
    lines = ["The plan looks at the symptoms of depres-", "sion at each self-", "administered visit."]
    assert (
        blocks_of(paragraph(lines))[0].text
        == "The plan looks at the symptoms of depression at each self-administered visit."
    )


def test_columns_are_read_one_after_the_other() -> None:
    left = [f"left column words in line {word}" for word in ("one", "two", "three", "four", "five", "six", "seven")]
    right = [line.replace("left", "right") for line in left]
    page = [*paragraph(left, x=60), *[Text(text.x, text.y + 5, text.text) for text in paragraph(right, x=330)]]
    text = " ".join(block.text for block in blocks_of(page))
    assert text.index("left column words in line seven") < text.index("right column words in line one")


def test_the_title_of_the_text_below_two_columns_is_no_line_of_the_left_one() -> None:
    left = ["Policy number 7 of the plan", "In force since July", *(f"Part {n} of this document" for n in range(1, 9))]
    right = ["Related plan documents", *(f"{n}. a neighbouring policy by name" for n in range(1, 7))]
    columns = [Text(x, 100 + 13 * n, line) for x, lines in ((60, left), (330, right)) for n, line in enumerate(lines)]
    below = [Text(60, 255, "Coverage Rationale", 13, bold=True), *paragraph(BODY, x=60, y=280)]
    # Drawn line by line across the page.
    page = [*sorted(columns, key=lambda text: (text.y, text.x)), *below]
    texts = [block.text for block in blocks_of(page)]
    assert texts[-2:] == ["Coverage Rationale", " ".join(BODY)]


def test_a_sentence_runs_on_into_the_next_column_and_bullets_keep_their_depth_there() -> None:
    left = [
        "The plan asks prescribers of the spray to confirm",
        "• that the member is an adult and has been seen",
        "• that two medicines failed and that each of",
        "them was taken for six weeks or longer by the",
        "member before the spray was ever thought of",
        "- as shown by claims from this plan or those of",
    ]
    right = [
        "another plan of the member in the same year",
        "- or as shown by the chart of the prescriber who",
        "saw the member for at least half a year before",
        "• that the office is certified for the spray and",
        "keeps the member for two hours after each one",
        "The plan answers each request within a day.",
    ]
    inside = {"•": 6, "-": 14, "t": 14, "m": 14, "a": 22, "s": 22, "k": 14}
    page = [Text(60, 80, "Member news"), Text(330, 80, "July 2031  Volume 3 - Number 7")]
    for x, column in ((60, left), (320, right)):
        page += [Text(x + inside.get(line[0], 0), 110 + 12 * n, line, 9) for n, line in enumerate(column)]
    items = [(block.depth, block.text.split()[-1]) for block in blocks_of(page) if block.kind == "item"]
    assert items == [(1, "seen"), (1, "of"), (2, "year"), (2, "before"), (1, "one")]


def test_a_paragraph_right_after_a_list_without_full_stops() -> None:
    lines = [(72, "• the member is an adult"), (72, "• two medicines failed"), (60, "Approval is for six months")]
    blocks = blocks_of([*paragraph(BODY, y=100), *(Text(x, 200 + 12 * n, text) for n, (x, text) in enumerate(lines))])
    assert [block.kind for block in blocks] == ["paragraph", "item", "item", "paragraph"]


def test_a_raised_trade_mark_is_no_word() -> None:
    page = [Text(60, 200, "Members of Plan Blue"), Text(156, 197, "SM", 7), Text(170, 200, "and of its partners")]
    assert [block.text for block in blocks_of(page)] == ["Members of Plan Blue and of its partners"]


def test_raised_digits_are_no_numbers() -> None:
    page = [Text(60, 200, "taken for six weeks"), Text(147, 197, "12", 6), Text(156, 200, "or longer")]
    assert blocks_of(page)[0].text == "taken for six weeks¹² or longer"


def test_a_table_of_contents_is_no_table() -> None:
    page = [Text(60, 100, "Contents", bold=True), Text(300, 100, "Page", bold=True),
            Text(60, 114, "Criteria ........................"), Text(300, 114, "2"), *paragraph(BODY)]  # fmt: skip
    assert [block.kind for block in blocks_of(page)][-1] == "paragraph"
    assert not [block for block in blocks_of(page) if block.kind == "row"]


def test_titles_apart_are_two_headings() -> None:
    titles = [Text(60, 80, "Pharmacy policy 9.02", 20, bold=True), Text(60, 124, "Nasal spray", 20, bold=True)]
    assert [block.text for block in blocks_of([*titles, *paragraph(BODY)])[:2]] == [
        "Pharmacy policy 9.02",
        "Nasal spray",
    ]


def test_lines_of_a_table_of_contents_are_no_content() -> None:
    page = [
        Text(60, 100, "Criteria ............ 2"),
        Text(60, 114, "Effective Date ........ 2/15/2031"),
        *paragraph(BODY),
    ]
    assert next(block.text for block in blocks_of(page)) == "Effective Date: 2/15/2031"


def test_page_breaks_do_not_change_the_fingerprint() -> None:
    rules = ["A. Adult, aged 18 or more; and", "B. Two medicines have failed; and", "C. A psychiatrist prescribes."]
    lines = [Text(60, 200 + 14 * number, rule) for number, rule in enumerate(rules)]
    whole = draw(on_page(1, *lines), on_page(2, *paragraph(BODY)))
    parted = draw(on_page(1, *lines[:1]), on_page(2, *lines[1:]), on_page(3, *paragraph(BODY)))
    assert fingerprint(read_pdf(whole).blocks) == fingerprint(read_pdf(parted).blocks)


def test_the_files_own_title_unless_it_is_a_file_name() -> None:
    assert read_pdf(draw(paragraph(BODY), title="Nasal policy")).title == "Nasal policy"
    assert read_pdf(draw(paragraph(BODY), title="final_v2.docx")).title is None


def test_a_file_without_its_end_is_noted() -> None:
    body = draw(paragraph(BODY))
    assert "ends in the middle" in read_pdf(body[: body.rindex(b"%%EOF")]).notes[0]


def test_a_file_cut_in_the_middle_is_refused() -> None:
    body = draw(*[paragraph(BODY)] * 3)
    with pytest.raises(ParseError, match="damaged"):
        read_pdf(body[: len(body) // 2])


def test_no_pdf_at_all() -> None:
    with pytest.raises(ParseError, match="damaged"):
        read_pdf(b"%PDF-1.7\nnothing that follows is a PDF")


@pytest.mark.parametrize("letter", ["n", "q", "v"])
def test_a_letter_in_a_font_of_signs_is_a_bullet(letter: str) -> None:
    items = ["Active psychosis", "Pregnancy"]
    marks = [Text(60, 100 + 20 * row, letter, signs=True) for row in range(2)]
    page = [*marks, *(Text(80, 100 + 20 * row, item) for row, item in enumerate(items))]
    assert [(block.kind, block.text) for block in blocks_of(page)] == [("item", item) for item in items]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Infusion of ketamine is held to be experimental and investigational for", "ANY of the following uses:"),
        ("Esketamine nasal spray is medically necessary in members treated by a", "Psychiatrist of the network."),
    ],
)
def test_a_sentence_in_bold_that_breaks_after_a_small_word_is_no_heading(first: str, second: str) -> None:
    page = [Text(60, 100, first, bold=True), Text(60, 112, second, bold=True), *paragraph(BODY, y=160)]
    assert blocks_of(page)[0].text == f"{first} {second}"
    assert blocks_of(page)[0].kind == "paragraph"
