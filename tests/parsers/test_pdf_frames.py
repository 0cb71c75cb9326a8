"""Tables as pages draw them: torn by a page, edge to edge, one in another, with level rules alone."""

from __future__ import annotations

from itertools import pairwise

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.parsers.pdf_pages import BODY, Element, Frame, Ruled, Stroke, Text, blocks_of, paragraph


def _upright(y: float, height: float) -> list[Element]:
    return [Stroke(x, y, height=height) for x in (60, 160, 460)]


def _cells(*texts: tuple[float, float, str]) -> list[Text]:
    return [Text(x, y, text) for x, y, text in texts]


def test_a_row_that_a_page_tears_open_in_all_its_cells_is_one() -> None:
    first: list[Element] = [
        *paragraph(BODY, y=100), *_upright(640, 100), Stroke(60, 640, 400), Stroke(60, 662, 400),
        *_cells((64, 655, "Use"), (164, 655, "Necessity"), (64, 680, "Depression that"), (64, 692, "resists"),
                (164, 680, "Covered in those who are all of these,"), (164, 692, "each on the day:"),
                (174, 712, "• adult")),
    ]  # fmt: skip
    second: list[Element] = [
        *_upright(60, 90), Stroke(60, 100, 400), Stroke(60, 149, 400),
        *_cells((174, 80, "• two failures"), (64, 120, "Pain"), (164, 120, "Not covered.")),
    ]  # fmt: skip
    said = [block.text for block in blocks_of(first, second)]
    assert said[-5:-1] == [
        "Depression that resists", "Covered in those who are all of these, each on the day:", "adult", "two failures",
    ]  # fmt: skip


def test_tables_edge_to_edge_have_columns_of_their_own() -> None:
    above = Ruled(60, 200, [["Use", "Weeks", "Kits"], ["Depression", "4", "8"]], [100, 100, 100])
    below = Ruled(60, 236, [["Adult?", "Yes: go on"], ["Two failures?", "Yes: approve"]], [150, 150])
    rows = [block.cells for block in blocks_of([*paragraph(BODY, y=100), above, below]) if block.kind == "row"]
    assert rows[0] == ("Depression", "4", "8")
    assert rows[-1] == ("Two failures?", "Yes: approve")


def test_a_table_in_a_cell_is_read_once() -> None:
    around: list[Element] = [
        *_upright(200, 100), Stroke(60, 200, 400), Stroke(60, 222, 400), Stroke(60, 299, 400),
        *_cells((64, 215, "1."), (164, 215, "Adult"), (64, 240, "2."), (164, 240, "One of these:")),
    ]  # fmt: skip
    inner = Ruled(170, 250, [["a.", "two failures"], ["b.", "intolerance"]], [40, 120])
    said = " ".join(block.text for block in blocks_of([*paragraph(BODY, y=100), *around, inner]))
    assert said.count("two failures") == said.count("intolerance") == 1


def _level(y: float, *ends: float) -> list[Element]:
    return [Stroke(left, y, right - left) for left, right in pairwise(ends)]


def test_a_rule_under_each_cell_makes_a_table() -> None:
    page: list[Element] = [
        *paragraph(BODY, y=100), *_level(204, 60, 160, 460), *_level(236, 60, 160, 460), *_level(254, 60, 160, 460),
        *_cells((64, 200, "Asked"), (164, 200, "Answer"), (64, 218, "Earlier"), (64, 230, "treatment"),
                (164, 218, "Two medicines, each of them"), (164, 230, "for six weeks"), (64, 249, "Age"),
                (164, 249, "18")),
    ]  # fmt: skip
    rows = [block.cells for block in blocks_of(page) if block.kind == "row"]
    assert rows[-2:] == [("Earlier treatment", "Two medicines, each of them for six weeks"), ("Age", "18")]


def test_level_rules_drawn_as_thin_boxes_are_one_each() -> None:
    thick = [rule for y in (204, 222, 240) for at in (y, y + 0.8) for rule in _level(at, 60, 160, 460)]
    page: list[Element] = [
        *paragraph(BODY, y=100), *thick,
        *_cells((64, 200, "Drug"), (164, 200, "Limits"), (64, 218, "sertraline"), (164, 218, "none"),
                (64, 236, "Spravato"), (164, 236, "PA")),
    ]  # fmt: skip
    rows = [block.cells for block in blocks_of(page) if block.kind == "row"]
    assert rows == [("Drug", "Limits"), ("sertraline", "none"), ("Spravato", "PA")]


def test_text_over_and_under_level_rules_is_no_row_of_theirs() -> None:
    page: list[Element] = [
        *paragraph(BODY, y=186), *_level(222, 60, 160, 300), *_level(240, 60, 160, 300),
        *_cells((64, 218, "Age"), (164, 218, "18"), (64, 235, "Weeks"), (164, 235, "6")),
        Text(60, 270, "History", bold=True), *_level(274, 60, 300), *_cells((60, 292, "Written in 2031.")),
    ]  # fmt: skip
    blocks = blocks_of(page)
    assert [block.cells for block in blocks if block.kind == "row"] == [("Age", "18"), ("Weeks", "6")]
    assert [block.kind for block in blocks] == ["paragraph", "row", "row", "heading", "paragraph"]


def test_a_table_of_level_rules_right_under_another_does_not_repeat_its_last_row() -> None:
    above = Ruled(60, 600, [["1. Is it for TRD?", "Go on"], ["2. Is the member an adult?", "Approve"]], [200, 150])
    page: list[Element] = [
        *paragraph(BODY, y=100), above, *_level(654, 60, 260, 410), *_level(670, 60, 260, 410),
        Text(64, 665, "Renewal", bold=True),
    ]  # fmt: skip
    said = " ".join(block.text for block in blocks_of(page))
    assert said.count("an adult") == 1


def test_a_title_over_all_columns_is_not_cut_where_one_of_its_words_meets_an_edge() -> None:
    title = "Medicines for depression"
    page: list[Element] = [
        *paragraph(BODY, y=100), *(Stroke(60, y, 300) for y in (200, 222, 244, 266)),
        Stroke(60, 200, height=66), Stroke(360, 200, height=66), Stroke(182, 200, height=22),
        Stroke(182, 244, height=22),
        *_cells((64, 215, "Drug"), (184, 215, "Tier"), (64, 259, "Nasal spray"), (184, 259, "2")),
        Text(181.5 - stringWidth(title, "Helvetica", 10), 237, title), Text(184, 237, "and others"),
    ]  # fmt: skip
    assert any("Medicines for depression and others" in block.text for block in blocks_of(page))


def test_a_box_that_the_text_runs_around_does_not_part_its_sentences() -> None:
    told = [
        "The spray is held to be experimental and",
        "unproven by whatever route in each of the",
        "conditions that follow, as nobody has yet",
        "shown in studies of any length that the patients of a clinic are better off with it:",
    ]
    facts = [Text(380, 205, "In force since 2031"), Text(380, 217, "Read again 2032"), Text(380, 229, "Change log")]
    page: list[Element] = [Frame(370, 190, 160, 44), *paragraph(told, y=205), *facts, Text(78, 260, "• mania")]
    assert " ".join(told) in [block.text for block in blocks_of(page)]
