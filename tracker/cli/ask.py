"""Questions to the database: coverage and changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import get_args

import click
from sqlite_utils import Database

from db.changes import Axis, Direction
from db.events import list_events
from db.own_histories import OwnHistoryRow, list_own_histories
from db.queries import (
    ChangeFilter,
    ChangeRow,
    CoverageFilter,
    CoverageRow,
    list_changes,
    list_coverage,
    list_upcoming,
)
from db.sources import get_payer
from parsers.models import Indication, Product, Status
from tracker.cli.events import print_events, row_words
from tracker.cli.output import Format, format_option, print_rows
from tracker.cli.settings import data_option, settings
from tracker.clock import utc_now
from tracker.self_funded import self_funded

_YEAR_OR_MONTH = re.compile(r"\d{4}(?:-\d\d)?")
COVERAGE_COLUMNS = ("source", "product", "indication", "phase", "status", "prior_authorization", "effective_on", "page")
OWN_HISTORY_COLUMNS = ("dated_on", "source", "claimed", "text", "page")
CHANGE_COLUMNS = ("detected_at", "source", "about", "change", "direction", "effective_on")


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


def beginning(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """As `day_or_instant`; a year or a month begins with its first day."""
    short = value is not None and _YEAR_OR_MONTH.fullmatch(value)
    return day_or_instant(ctx, option, f"{value}-01-01"[: len("2026-11-23")] if short else value)


def day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """A date as the database writes it, or "today"; anything else is refused with an example."""
    if value in {None, "today"}:
        return value and utc_now()[:10]
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date; write today, or a date like 2026-11-23") from error


@click.command()
@click.option("--payer", help="One payer, by its id.")
@click.option("--state", help="Payers of a state, by postal code, and those nationwide.", metavar="MI")
@click.option("--product", type=click.Choice(get_args(Product)))
@click.option("--indication", type=click.Choice(get_args(Indication)), metavar="trd|mdsi|…")
@click.option("--status", type=click.Choice(get_args(Status)))
@click.option(
    "--as-of", callback=day_or_instant, metavar="DATE", help="What is in force at the end of a day; default now."
)
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
    db, today = settings().open(), utc_now()[:10]
    print_rows(list_coverage(db, wanted, today=today), CoverageRow, output_format, COVERAGE_COLUMNS)
    if output_format == "table" and as_of is None:
        for line in [*_upcoming_lines(list_upcoming(db, wanted, today=today)), *_self_funded_lines(db, payer)]:
            click.echo(line, err=True)


def _upcoming_lines(rows: list[CoverageRow]) -> Iterator[str]:
    """Which versions are published and not in force yet, so that nobody takes today's answer for next month's."""
    for source, effective_on in dict.fromkeys((row.source, row.effective_on) for row in rows):
        yield f"{source} changes on {effective_on}: `ketwatch coverage --as-of {effective_on}` shows it"


def _self_funded_lines(db: Database, payer: str | None) -> Iterator[str]:
    """What the policies of the payer that was asked for mean for employers' own plans."""
    found = get_payer(db, payer) if payer else None
    if found and self_funded(found):
        yield self_funded(found)


@click.command()
@click.option("--since", callback=beginning, metavar="DATE", help="Found on this day or later.")
@click.option("--direction", type=click.Choice(get_args(Direction)))
@click.option("--payer", help="One payer, by its id.")
@click.option("--axis", type=click.Choice(get_args(Axis)))
@click.option("--effective-after", callback=day, metavar="today|DATE", help="Takes effect later than this day.")
@click.option("--effective-before", callback=day, metavar="today|DATE", help="Takes effect earlier than this day.")
@click.option("--events", is_flag=True, help="One line an edit, however many payers made it.")
@click.option("--own-tables", is_flag=True, help="What payers' own tables of revisions say instead, dated by them.")
@format_option
@data_option
def changes(
    since: str | None,
    direction: str | None,
    payer: str | None,
    axis: str | None,
    effective_after: str | None,
    effective_before: str | None,
    output_format: Format,
    *,
    events: bool,
    own_tables: bool,
) -> None:
    """What changed, newest first, with the clauses before and after; with --effective-after the calendar of what comes.

    What nobody but the payer has seen stands apart: --own-tables lists it, with --payer and --since.

    Example: ketwatch changes --effective-after today
    """
    wanted = ChangeFilter(
        payer=payer, direction=direction, axis=axis, since=since, effective_after=effective_after,
        effective_before=effective_before,
    )  # fmt: skip
    db = settings().open()
    if own_tables:
        rows_told = list_own_histories(db, payer=payer, since=since)
        print_rows(rows_told, OwnHistoryRow, output_format, OWN_HISTORY_COLUMNS)
        return
    if events:
        print_events(list_events(db, wanted), output_format)
        return
    rows = list_changes(db, wanted)
    if output_format == "table":
        print_rows([_in_words(row) for row in rows], ChangeLine, output_format, CHANGE_COLUMNS)
    else:
        print_rows(rows, ChangeRow, output_format, CHANGE_COLUMNS)


def _in_words(row: ChangeRow) -> ChangeLine:
    about = f"{row.product} {row.indication} {row.phase}"
    return ChangeLine(row.detected_at, row.source, about, row_words(row), row.direction, row.effective_on)
