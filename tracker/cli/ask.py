"""Questions to the database: coverage, changes, sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import get_args

import click

from db.changes import Axis, Change, Direction
from db.queries import (
    ChangeFilter,
    ChangeRow,
    CoverageFilter,
    CoverageRow,
    SourceRow,
    list_changes,
    list_coverage,
    list_sources,
)
from parsers.models import Indication, Product, Status
from tracker.alerts.wording import change_words
from tracker.cli.output import Format, format_option, print_rows
from tracker.cli.settings import data_option, settings

COVERAGE_COLUMNS = ("source", "product", "indication", "phase", "status", "prior_authorization", "effective_on", "page")
CHANGE_COLUMNS = ("detected_at", "source", "about", "change", "direction", "effective_on")
SOURCE_COLUMNS = ("source", "outcome", "quality", "versions", "last_good_at", "incident")


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change as the table shows it."""

    detected_at: str
    source: str
    about: str
    change: str
    direction: str
    effective_on: str | None


def day_or_instant(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """A date or a UTC instant, as the database writes them; anything else is refused with an example."""
    if value is None:
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date; write it like 2026-11-23 or 2026-11-23T02:00:00Z") from error
    return value


@click.command()
@click.option("--payer", help="One payer, by its id.")
@click.option("--state", help="Payers of a state, by postal code, and those nationwide.", metavar="MI")
@click.option("--product", type=click.Choice(get_args(Product)))
@click.option("--indication", type=click.Choice(get_args(Indication)), metavar="trd|mdsi|…")
@click.option("--status", type=click.Choice(get_args(Status)))
@click.option("--as-of", callback=day_or_instant, metavar="DATE", help="What was in force for us at the end of a day.")
@format_option
@data_option
def coverage(
    payer: str | None,
    state: str | None,
    product: str | None,
    indication: str | None,
    status: str | None,
    as_of: str | None,
    output_format: Format,
) -> None:
    """Who covers what: the positions in force.

    Example: ketwatch coverage --state MI --indication trd
    """
    state = state.upper() if state else None
    wanted = CoverageFilter(payer, state, product, indication, status, as_of=as_of)
    print_rows(list_coverage(settings().open(), wanted), CoverageRow, output_format, COVERAGE_COLUMNS)


@click.command()
@click.option("--since", callback=day_or_instant, metavar="DATE", help="Found on this day or later.")
@click.option("--direction", type=click.Choice(get_args(Direction)))
@click.option("--payer", help="One payer, by its id.")
@click.option("--axis", type=click.Choice(get_args(Axis)))
@format_option
@data_option
def changes(
    since: str | None, direction: str | None, payer: str | None, axis: str | None, output_format: Format
) -> None:
    """What changed, newest first, with the clauses before and after.

    Example: ketwatch changes --since 2026-11-01 --direction expands
    """
    wanted = ChangeFilter(payer=payer, direction=direction, axis=axis, since=since)
    rows = list_changes(settings().open(), wanted)
    if output_format == "table":
        print_rows([_in_words(row) for row in rows], ChangeLine, output_format, CHANGE_COLUMNS)
    else:
        print_rows(rows, ChangeRow, output_format, CHANGE_COLUMNS)


def _in_words(row: ChangeRow) -> ChangeLine:
    about = f"{row.product} {row.indication} {row.phase}"
    change = Change(**{name: getattr(row, name) for name in Change.__slots__ if hasattr(row, name)})
    return ChangeLine(row.detected_at, row.source, about, change_words(change), row.direction, row.effective_on)


@click.command()
@click.option("--payer", help="One payer, by its id.")
@format_option
@data_option
def sources(payer: str | None, output_format: Format) -> None:
    """What is watched, and what the last night found of it.

    Example: ketwatch sources --payer priority-health
    """
    print_rows(list_sources(settings().open(), payer=payer), SourceRow, output_format, SOURCE_COLUMNS)
