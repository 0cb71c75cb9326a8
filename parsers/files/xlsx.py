"""Workbooks to blocks: drug lists and lists of codes that a payer publishes as a spreadsheet."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from parsers.errors import ParseError
from parsers.files.packed import DAMAGE, require_size
from parsers.files.sheets import LONG, SheetRow, names_any, read_sheet
from parsers.models import Block, MediaType, Reading
from parsers.sections.heading_paths import with_paths
from parsers.text import normalise

XLSX: MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_ROWS = 200_000
_MOST_COLUMNS = 60
_Sheets = list[tuple[str, list[SheetRow]]]


def read_xlsx(body: bytes, focus: tuple[str, ...] = ()) -> Reading:
    """The tables of the sheets that show, each sheet a page under its name; of long ones the rows that matter to
    `focus` (see `sheets.read_sheet`). ParseError: the file is damaged.
    """
    try:
        require_size(body, "workbook")
        title, sheets = _open(body)
    except (*DAMAGE, InvalidFileException) as error:
        raise ParseError(f"The workbook is damaged ({type(error).__name__}); fetch it again.") from error
    blocks: list[Block] = []
    elsewhere = any(names_any(rows, focus) for _, rows in sheets)
    for page, (name, rows) in enumerate(sheets, 1):
        if len(rows) > LONG and elsewhere and not names_any(rows, focus):
            continue
        blocks += [Block("heading", name, page, depth=1)] if len(sheets) > 1 else []
        blocks += read_sheet(rows, focus, page)
    # What stands over the first table says more than the name of its sheet.
    first = next((block.text for block in blocks if block.kind == "paragraph"), "")
    return Reading(XLSX, max(1, len(sheets)), title or first[:200] or None, with_paths(blocks))


def _open(body: bytes) -> tuple[str, _Sheets]:
    with warnings.catch_warnings():
        # What openpyxl does not know (styles, validation) says nothing of what the cells say.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(body), read_only=True, data_only=True, keep_links=False)
        try:
            shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            sheets = [(normalise(sheet.title), list(_rows(sheet))) for sheet in shown]
            return normalise(book.properties.title or ""), [(name, rows) for name, rows in sheets if rows]
        finally:
            book.close()


def _rows(sheet: Any) -> Iterator[SheetRow]:
    # What a file says of its size is often wrong.
    sheet.reset_dimensions()
    for cells in islice(sheet.iter_rows(max_col=_MOST_COLUMNS), _MOST_ROWS):
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            bold = all(cell.font.b for cell, text in zip(cells, texts, strict=False) if text)
            yield SheetRow(tuple(texts), bold)


def _text(cell: Any) -> str:
    """What a cell shows; "" for an empty one, an error of a formula, and what is struck through."""
    value = cell.value
    if value is None or cell.data_type == "e" or (cell.has_style and cell.font.strike):
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    # A moment is a date, too.
    if isinstance(value, date):
        return f"{value:%m/%d/%Y}"
    whole = isinstance(value, float) and value.is_integer()
    return normalise(str(int(value) if whole else value))
