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
    assert [cells for _, cells in _rows(*rows, kind="NonStruct")] == labels
