"""History from the Wayback Machine: `ketwatch backfill`."""

from __future__ import annotations

from contextlib import closing

import click

from tracker.backfill import Backfilled, BackfillPlan, backfill
from tracker.cli.ask import beginning
from tracker.cli.errors import CannotReadError, WorkFailedError
from tracker.cli.nights import show_progress
from tracker.cli.output import Format, format_option, print_rows
from tracker.cli.settings import config_option, data_option, settings
from tracker.clock import utc_now
from tracker.web_archive import WebArchive

BACKFILLED_COLUMNS = ("source", "captures", "taken", "read", "changes", "oldest", "reason")


@click.command("backfill")
@click.option("--payer", help="One payer, by its id.")
@click.option("--source", help="One document, by its id.")
@click.option("--since", callback=beginning, metavar="DATE", help="Captures of this day or later; default all.")
@click.option("--archive", metavar="URL", help="A pywb collection of your own in place of the Wayback Machine.")
@format_option
@data_option
@config_option
def backfill_command(
    payer: str | None, source: str | None, since: str | None, archive: str | None, output_format: Format
) -> None:
    """History from before the first night: the Wayback Machine's captures, through the same gate as a night.

    Changes are kept with their dates, apart from what ketwatch saw itself; nobody is alerted, and today's answers stay.
    It may be stopped at any time and goes on where it was.

    Example: ketwatch backfill --payer priority-health --since 2019
    """
    chosen = settings()
    config = chosen.read_config()
    if config.contact is None:
        raise CannotReadError(f'no contact: write contact = "you@your-clinic.example" into {chosen.config}')
    plan = BackfillPlan(chosen.data, payer, source, since, config.rules)
    with closing(WebArchive.of(config.contact, archive)) as asked:
        done = list(backfill(plan, asked, now=utc_now(), progress=show_progress))
    print_rows(done, Backfilled, output_format, BACKFILLED_COLUMNS)
    unfinished = sum(bool(one.reason) for one in done)
    if unfinished:
        raise WorkFailedError(f"the history of {unfinished} may be incomplete: run it again, it goes on where it was")
