"""Comma-separated values to blocks."""

from __future__ import annotations

import csv
import io

from parsers.files.decoding import decode_html
from parsers.files.sheets import SheetRow, read_sheet
from parsers.models import MediaType, Reading

CSV: MediaType = "text/csv"
_SAMPLE = 20_000
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_LONGEST_TITLE = 60


def is_csv(body: bytes) -> bool:
    """Whether a text is a table throughout: titles, and every row with as many cells. No prose has its commas so."""
    sample = decode_html(body[:_SAMPLE])
    if len(body) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1]
    try:
        rows = [row for row in csv.reader(io.StringIO(sample), strict=True) if row]
    except csv.Error:
        return False
    if len(rows) < _FEWEST_ROWS or len(rows[0]) < _FEWEST_CELLS:
        return False
    # After a comma of prose comes a space.
    titled = all(title and title == title.strip() and len(title) <= _LONGEST_TITLE for title in rows[0])
    return titled and all(len(row) == len(rows[0]) for row in rows)


def read_csv(body: bytes, focus: tuple[str, ...] = ()) -> Reading:
    """The table of a CSV file; of a long one the rows that matter to `focus` (see `sheets.read_sheet`)."""
    rows = [SheetRow(tuple(row)) for row in csv.reader(io.StringIO(decode_html(body)))]
    return Reading(CSV, 1, None, tuple(read_sheet(rows, focus)))
