"""What Medicare's own lists have on either drug: `ketwatch medicare`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import click

from db.stores import blob_store
from tracker.cli.output import Format, format_option, print_rows
from tracker.cli.settings import data_option, settings
from tracker.medicare import Move, medicare_news

MEDICARE_COLUMNS = ("move", "document", "version", "title", "contractor", "effective_on")
NOTHING = "the lists of CMS have nothing on either drug, or no night has fetched them yet: `ketwatch health` tells"


@dataclass(frozen=True, slots=True)
class MedicareRow:
    """A document on one of CMS's lists, or what became of it since the list before. Dates are the list's own."""

    move: Move
    document: str
    version: int
    title: str
    contractor: str
    effective_on: date | None
    updated_on: date | None
    retires_on: date | None
    url: str


@click.command()
@format_option
@data_option
def medicare(output_format: Format) -> None:
    """What CMS lists on either drug: determinations, articles, self-administered drugs; and what is new among them.

    A list is a lead: what Medicare covers is read from the articles themselves (`ketwatch coverage`).

    Example: ketwatch medicare --format json
    """
    chosen = settings()
    rows = [
        MedicareRow(
            one.move, one.document.key, one.document.version, one.document.title, one.document.contractor,
            one.document.effective_on, one.document.updated_on, one.document.retires_on, one.document.url,
        )
        for one in medicare_news(chosen.open(), blob_store(chosen.data))
    ]  # fmt: skip
    if not rows and output_format == "table":
        click.echo(NOTHING)
    print_rows(rows, MedicareRow, output_format, MEDICARE_COLUMNS)
