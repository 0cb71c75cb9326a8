"""The one writer of results: a table for people, JSON and CSV for programs."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Literal

import click

from tracker.spreadsheet import csv_lines

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Format = Literal["table", "json", "csv"]
DEFAULT_WIDTH = 110
NARROWEST_PROSE = 16
NARROWEST_COLUMN = 8
GAP = "  "

format_option: Callable[[Callable[..., None]], Callable[..., None]] = click.option(
    "--format",
    "output_format",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="A table for people, JSON or CSV for programs.",
)


def print_json(data: object) -> None:
    click.echo(json.dumps(data, indent=2, ensure_ascii=False))


def print_rows(
    rows: Sequence[DataclassInstance], kind: type[DataclassInstance], output_format: Format, columns: tuple[str, ...]
) -> None:
    """Print rows of one kind: every field in JSON and CSV, the named columns in a table."""
    if output_format == "json":
        print_json([asdict(row) for row in rows])
    elif output_format == "csv":
        click.echo(csv_text(rows, kind), nl=False)
    elif rows:
        click.echo(table_text([[_cell(getattr(row, name)) for name in columns] for row in rows], columns))


def csv_text(rows: Sequence[DataclassInstance], kind: type[DataclassInstance]) -> str:
    """Rows as CSV with a header line; what a spreadsheet would run as a formula is made plain text."""
    names = [field.name for field in fields(kind)]
    return csv_lines(names, ([getattr(row, name) for name in names] for row in rows))


def table_text(rows: Sequence[Sequence[str]], columns: Sequence[str], width: int | None = None) -> str:
    """A table that fits the terminal: columns of prose are wrapped first, then the widest, until it does."""
    titles = [name.removesuffix("_at").removesuffix("_on").replace("_", " ") for name in columns]
    room = (width or shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns) - len(GAP) * (len(titles) - 1)
    cells = list(zip(*rows, strict=True))
    widths = [max(map(len, [*title.split(), *column])) for title, column in zip(titles, cells, strict=True)]
    prose = [n for n, column in enumerate(cells) if any(" " in cell for cell in column)]
    _shrink(widths, prose, room, NARROWEST_PROSE)
    _shrink(widths, range(len(widths)), room, NARROWEST_COLUMN)
    lines = [_line(titles, widths), _line(["─" * size for size in widths], widths)]
    return "\n".join(lines + [_line(row, widths) for row in rows])


def _shrink(widths: list[int], columns: Sequence[int], room: int, least: int) -> None:
    while sum(widths) > room and columns:
        widest = max(columns, key=widths.__getitem__)
        if widths[widest] <= least:
            return
        widths[widest] -= 1


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    wrapped = [
        textwrap.wrap(cell, size, break_on_hyphens=False) or [""] for cell, size in zip(cells, widths, strict=True)
    ]
    height = max(len(lines) for lines in wrapped)
    columns = [
        [line.ljust(size) for line in lines + [""] * (height - len(lines))]
        for lines, size in zip(wrapped, widths, strict=True)
    ]
    return "\n".join(GAP.join(parts).rstrip() for parts in zip(*columns, strict=True))


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return " ".join(str(member) for member in value)
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
    # An instant to the minute is all a person reads in a table; the hard space keeps it on one line.
    return text[:16].replace("T", "\u00a0") if len(text) == 20 and text.endswith("Z") else " ".join(text.split())
