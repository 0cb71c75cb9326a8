"""Word documents to blocks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.exceptions import XmlchemyError
from docx.oxml.ns import qn
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from parsers.errors import ParseError
from parsers.files.packed import DAMAGE, require_size
from parsers.language.patterns import compiled
from parsers.lists.markers import read_marker
from parsers.lists.nesting import Nesting
from parsers.models import Block, Reading
from parsers.sections.heading_paths import with_paths
from parsers.sections.headings import BOLD_DEPTH, CAPS_DEPTH, is_connective, looks_like_heading
from parsers.tables.grid_rows import GridRow
from parsers.tables.tables import row_blocks
from parsers.text import normalise

_DAMAGE: tuple[type[Exception], ...] = (*DAMAGE, PackageNotFoundError, PythonDocxError, XmlchemyError)
_HEADING_STYLE = compiled(r"^heading (\d)|^(title)$", re.IGNORECASE)
_LIST_STYLE = compiled(r"^list (?:bullet|number|paragraph)?\s*(\d)?", re.IGNORECASE)


def read_docx(body: bytes) -> Reading:
    """Paragraphs, lists and tables of a .docx in order. ParseError: the file is damaged."""
    try:
        require_size(body, "Word file")
        document = docx.Document(io.BytesIO(body))
        blocks = with_paths(_blocks(_contents(document.element.body, document._body)))  # noqa: SLF001
        title = normalise(document.core_properties.title or "") or next(
            (block.text for block in blocks if block.kind == "heading"), None
        )
    except _DAMAGE as error:
        raise ParseError(f"The Word file is damaged ({type(error).__name__}); fetch it again.") from error
    return Reading("application/vnd.openxmlformats-officedocument.wordprocessingml.document", 1, title, blocks)


def _contents(element: Any, parent: Any) -> Iterator[Paragraph | Table]:
    """Paragraphs and tables in order, those inside content controls too, which python-docx passes over."""
    for child in element:
        if child.tag == qn("w:p"):
            yield Paragraph(child, parent)
        elif child.tag == qn("w:tbl"):
            yield Table(child, parent)
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent")):
            yield from _contents(child, parent)


def _blocks(contents: Iterator[Paragraph | Table]) -> Iterator[Block]:
    nesting = Nesting()
    for content in contents:
        if isinstance(content, Table):
            nesting.reset()
            yield from row_blocks([_grid_row(row, first=number == 0) for number, row in enumerate(content.rows)])
        elif text := normalise(_shown(content)).replace("\n", " "):
            yield _paragraph(content, text, nesting)


def _grid_row(row: _Row, *, first: bool) -> GridRow:
    cells = row.cells
    texts = tuple("\n".join(_shown(paragraph) for paragraph in cell.paragraphs) for cell in cells)
    blocks = tuple(tuple(_blocks(_contents(cell._tc, cell))) for cell in cells)  # noqa: SLF001
    return GridRow(texts, titles=first and _titles_columns(row, texts), blocks=blocks)


def _titles_columns(row: _Row, texts: tuple[str, ...]) -> bool:
    """Whether a first row titles the columns: it is marked or set as one, or at least holds no value of its own."""
    marked = row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None  # noqa: SLF001
    bold = all(_is_bold(paragraph) for cell in row.cells for paragraph in cell.paragraphs if paragraph.text.strip())
    return marked or bold or not any(letter.isdigit() for text in texts for letter in text)


def _is_bold(paragraph: Paragraph) -> bool:
    return bool(paragraph.runs) and all(run.bold for run in paragraph.runs if run.text.strip())


def _shown(paragraph: Paragraph) -> str:
    """The text of a paragraph as it stands: links and tracked insertions too, nothing struck, deleted or hidden."""
    runs = (Run(run, paragraph) for run in paragraph._p.iter(qn("w:r")) if not _is_deleted(run))  # noqa: SLF001
    return "".join(run.text for run in runs if not (run.font.strike or run.font.double_strike or run.font.hidden))


def _is_deleted(run: Any) -> bool:
    return any(parent.tag in (qn("w:del"), qn("w:moveFrom")) for parent in run.iterancestors())


def _paragraph(paragraph: Paragraph, text: str, nesting: Nesting) -> Block:
    style = (paragraph.style.name or "") if paragraph.style else ""
    heading, listed = _HEADING_STYLE.match(style), _LIST_STYLE.match(style)
    bold = _is_bold(paragraph)
    marked = read_marker(text)
    if heading or (not listed and looks_like_heading(text.rstrip(":"), bold=bold)):
        nesting.reset()
        depth = int(heading[1] or 1) if heading else BOLD_DEPTH if bold else CAPS_DEPTH
        return Block("heading", text, depth=depth)
    level = _numbering_level(paragraph)
    if level is not None or (listed and (listed[1] or not marked)):
        depth = int(listed[1]) if listed and listed[1] else 1 + (level or 0)
        return Block("item", marked.rest if marked else text, depth=depth, marker=marked.marker if marked else "")
    if marked:
        indent = paragraph.paragraph_format.left_indent
        depth = nesting.place(marked, indent.pt if indent else None)
        return Block("item", marked.rest, depth=depth, marker=marked.marker)
    if not is_connective(text):
        nesting.interrupt()
    return Block("paragraph", text)


def _numbering_level(paragraph: Paragraph) -> int | None:
    # python-docx has no public way to a paragraph's list level.
    properties: Any = paragraph._p.pPr  # noqa: SLF001
    if properties is None or properties.numPr is None:
        return None
    level = properties.numPr.ilvl
    return int(level.val) if level is not None else 0
