"""Word files to blocks."""

from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Pt

from parsers.errors import ParseError
from parsers.files.docx import read_docx


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


def _saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_items_numbered_by_level_or_typed_and_indented() -> None:
    document = docx.Document()
    for text, level in (("One of these:", 0), ("first", 1), ("Adult", 0)):
        numbering = document.add_paragraph(text, style="List Paragraph")._p.get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_ilvl().val = level
    document.add_paragraph("Or all of these:")
    for text, indent in (("• Two failures:", 18), ("• claims", 36), ("• Adult", 18)):
        document.add_paragraph(text).paragraph_format.left_indent = Pt(indent)
    items = [(block.depth, block.text) for block in read_docx(_saved(document)).blocks if block.kind == "item"]
    assert items == [
        (1, "One of these:"),
        (2, "first"),
        (1, "Adult"),
        (1, "Two failures:"),
        (2, "claims"),
        (1, "Adult"),
    ]


def test_tracked_and_hidden_text() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Approve ")
    for tag, text in (("w:del", "180 months"), ("w:ins", "180 days"), ("w:hyperlink", " for adults")):
        change = OxmlElement(tag)
        change.append(paragraph.add_run(text)._r)
        paragraph._p.append(change)
    paragraph.add_run(" and children").font.hidden = True
    assert read_docx(_saved(document)).blocks[0].text == "Approve 180 days for adults"


def test_content_controls_are_read() -> None:
    document = docx.Document()
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(content)
    content.append(document.add_paragraph("Adults only.")._p)
    document.element.body.insert(0, control)
    assert [block.text for block in read_docx(_saved(document)).blocks] == ["Adults only."]


def test_a_list_in_a_cell_stays_a_list() -> None:
    document = docx.Document()
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text = "Nasal 1"
    for text in ("Adult", "Diagnosed"):
        row.cells[1].add_paragraph(text, style="List Bullet")
    assert [(block.kind, block.text) for block in read_docx(_saved(document)).blocks] == [
        ("heading", "Nasal 1"), ("item", "Adult"), ("item", "Diagnosed"),
    ]  # fmt: skip


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
