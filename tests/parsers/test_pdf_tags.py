"""Parts of a page that the tags of a PDF name and nothing drawn shows."""

from __future__ import annotations

from tests.parsers.pdf_pages import BODY, Text
from tests.parsers.tagged_pages import Tagged, tagged_blocks

_PLAIN = Tagged("P", [Text(60, 500 + 12 * number, line) for number, line in enumerate(BODY)])


def _cell(x: float, *lines: tuple[float, str], kind: str = "TD", attribute: str = "") -> Tagged:
    bold = kind == "TH"
    return Tagged(kind, [Text(x, y, line, bold=bold) for y, line in lines], attribute)


def _row(*cells: Tagged) -> Tagged:
    return Tagged("TR", cells)


_TITLES = _row(
    _cell(70, (200, "Agent"), kind="TH"),
    _cell(140, (200, "Used for"), kind="TH"),
    _cell(260, (194, "First"), (206, "term"), kind="TH"),
)


def _rows(*rows: Tagged, kind: str = "Table") -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    blocks = tagged_blocks(Tagged(kind, rows), _PLAIN)
    return [(block.header, block.cells) for block in blocks if block.kind == "row"]


def test_a_table_without_rules_stands_as_it_is_tagged() -> None:
    first = _row(
        _cell(60, (226, "Esketamine"), (238, "spray"), attribute="/RowSpan 2"),
        _cell(140, (222, "Depression that"), (234, "resists"), attribute=""),
        _cell(260, (228, "90 days")),
    )
    second = _row(_cell(140, (250, "Acute suicidal ideation")), _cell(260, (250, "28 days")))
    header = ("Agent", "Used for", "First term")
    assert _rows(_TITLES, first, second) == [
        (header, ("Esketamine spray", "Depression that resists", "90 days")),
        (header, ("Esketamine spray", "Acute suicidal ideation", "28 days")),
    ]


def test_a_cell_over_several_columns_says_the_same_in_each() -> None:
    group = _row(_cell(60, (224, "Sprays"), attribute="/ColSpan 3"))
    row = _row(_cell(60, (240, "Esketamine")), _cell(140, (240, "Depression")), _cell(260, (240, "90 days")))
    assert [cells for _, cells in _rows(_TITLES, group, row)][-1] == ("Esketamine", "Depression", "90 days")


def test_what_is_tagged_as_a_table_but_stands_in_no_columns_is_none() -> None:
    crossing = _row(_cell(60, (224, "The plan covers the spray for adults whose depression")), _cell(140, (240, "x")))
    other = _row(_cell(60, (256, "did not get better")), _cell(140, (256, "with two of the medicines")))
    assert not _rows(crossing, other)


def test_labels_and_values_of_an_unnamed_part_are_rows() -> None:
    def cell(x: float, y: float, text: str) -> Tagged:
        return Tagged("NonStruct", [Tagged("NonStruct", [Text(x, y, text)])])

    labels = [("Policy number", "R-12"), ("Begins", "May 1, 2026"), ("Reviewed", "April 2026")]
    rows = [
        Tagged("NonStruct", [cell(60, 200 + 14 * place, label), cell(150, 200 + 14 * place, value)])
        for place, (label, value) in enumerate(labels)
    ]
    subject = Tagged("NonStruct", [cell(60, 242, "Subject"), cell(150, 242, "Spray for depression")])
    wide = Tagged("NonStruct", [cell(60, 256, "Part of the manual of the plan for all its members")])
    found = [cells for _, cells in _rows(*rows, subject, wide, kind="NonStruct")]
    assert found[:4] == [*labels, ("Subject", "Spray for depression")]
    assert "Part of the manual of the plan for all its members" in found[4]


def _lines(*lines: tuple[float, str], x: float = 60, kind: str = "P") -> Tagged:
    return Tagged(kind, [Text(x, y, line) for y, line in lines])


def _told(*parts: Tagged) -> list[tuple[str, int, str, str]]:
    return [(block.kind, block.depth, block.marker, block.text) for block in tagged_blocks(*parts)]


_FULL = "Members who have taken two of the medicines that are listed below for their depression and who"


def test_paragraphs_without_room_between_them_are_told_apart() -> None:
    full = f"{_FULL} were under care"
    assert _told(_lines((200, full)), _lines((212, "Age of the member"), kind="NonStruct"), _PLAIN)[:2] == [
        ("paragraph", 0, "", full), ("paragraph", 0, "", "Age of the member"),
    ]  # fmt: skip


def test_a_full_line_that_another_content_follows_after_a_break_ends() -> None:
    broken = Tagged("P", [Text(60, 200, f"{_FULL} are adults;"), Text(60, 212, "2). Members whose doctor agrees;")])
    assert [text for *_, text in _told(broken, _PLAIN)[:2]] == [
        f"{_FULL} are adults;", "2). Members whose doctor agrees;",
    ]  # fmt: skip


def test_short_lines_of_a_paragraph_are_lines_of_their_own() -> None:
    memo = Tagged(
        "P", [Text(60, 200 + 12 * at, line) for at, line in enumerate(("adults only", "each six weeks", "no"))]
    )
    assert [text for *_, text in _told(memo)] == ["adults only", "each six weeks", "no"]


def test_a_title_has_the_rank_of_its_tag_and_is_one() -> None:
    title = Tagged(
        "H3", [Text(60, 200, "Coverage of the spray", bold=True), Text(60, 212, "S0013 and others", bold=True)]
    )
    assert _told(title, _PLAIN)[0] == ("heading", 3, "", "Coverage of the spray S0013 and others")


def test_tags_that_make_a_paragraph_of_each_line_are_not_believed() -> None:
    lines = [
        f"{_FULL} then",
        "had no relief from either of them, taken for no less than six weeks, may go on",
        "to it.",
    ]
    each = [_lines((200 + 12 * place, line)) for place, line in enumerate(lines)]
    assert [text for *_, text in _told(*each)] == [" ".join(lines)]


def test_a_number_behind_a_bullet_counts_the_item() -> None:
    listed = [_lines((200 + 14 * place, f"- G{place}. Condition {place} holds")) for place in (1, 2)]
    assert [(marker, text) for _, _, marker, text in _told(*listed)] == [
        ("G1.", "Condition 1 holds"), ("G2.", "Condition 2 holds"),
    ]  # fmt: skip
