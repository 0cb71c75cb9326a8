"""CSV that a spreadsheet can open: what it would run as a formula is plain text, lists and objects are cells."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

# A spreadsheet takes a cell that begins like this for a formula and may run it; the text comes from scraped pages.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n")


def csv_lines(names: Sequence[str], rows: Iterable[Iterable[Any]]) -> str:
    """A header line with the names and a line for each row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_plain(_cell(value)) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> object:
    if isinstance(value, (list, tuple)):
        return " ".join(str(member) for member in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value


def _plain(value: object) -> object:
    """Text that no spreadsheet runs; a bare carriage return, which the csv module leaves unquoted, ends no row."""
    if not isinstance(value, str):
        return value
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
