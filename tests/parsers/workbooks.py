"""Workbooks drawn for tests."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import openpyxl
from openpyxl.styles import Font

Rows = Sequence[Sequence[Any]]


def workbook(*sheets: tuple[str, Rows], hidden: tuple[str, ...] = ()) -> bytes:
    """A workbook of named sheets; a text that begins with "~" is struck through, one with "*" bold."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row in rows:
            sheet.append([value.lstrip("~*") if isinstance(value, str) else value for value in row])
            for cell, value in zip(sheet[sheet.max_row], row, strict=False):
                if isinstance(value, str) and value[:1] in {"~", "*"}:
                    cell.font = Font(strike=value.startswith("~"), bold=value.startswith("*"))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
