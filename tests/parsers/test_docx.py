"""Word files to blocks."""

from __future__ import annotations

import io

import docx
import pytest

from parsers.docx import read_docx
from parsers.errors import ParseError


def _body() -> bytes:
    document = docx.Document()
    document.add_heading("Nasal policy", level=1)
    document.add_paragraph("Adults are covered when they meet all of these:")
    document.add_paragraph("Diagnosed", style="List Bullet")
    document.add_paragraph("in this episode", style="List Bullet 2")
    struck = document.add_paragraph("Approve ")
    struck.add_run("180 months").font.strike = True
    struck.add_run("180 days.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ("Code", "Use", "J0013", "spray"), strict=True):
        cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_headings_lists_and_tables_in_order() -> None:
    blocks = read_docx(_body()).blocks
    assert [(block.kind, block.depth, block.text) for block in blocks] == [
        ("heading", 1, "Nasal policy"),
        ("paragraph", 0, "Adults are covered when they meet all of these:"),
        ("item", 1, "Diagnosed"),
        ("item", 2, "in this episode"),
        ("paragraph", 0, "Approve 180 days."),
        ("row", 0, "J0013 | spray"),
    ]


def test_a_table_of_labels_and_values_has_no_titles() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Number", "MP-1"), ("Effective date", "July 1, 2031")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    assert [row.cells for row in read_docx(buffer.getvalue()).blocks] == [
        ("Number", "MP-1"), ("Effective date", "July 1, 2031"),
    ]  # fmt: skip


def test_a_cut_file_is_named() -> None:
    with pytest.raises(ParseError, match="damaged"):
        read_docx(_body()[:3000])
