"""Commands that do the work: nightly and schedule; and health, which says what they could not do."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import click

from tracker.cli.errors import CannotReadError, WorkFailedError
from tracker.cli.output import Format, format_option, print_rows
from tracker.cli.settings import config_option, data_option, settings
from tracker.clock import utc_now
from tracker.health import HealthRow, Unread, payers_without_a_policy
from tracker.health import health as find_trouble
from tracker.nightly import NightPlan, crawl_only, run_night
from tracker.review.queue import review_queue
from tracker.schedule import night_command, run_schedule
from tracker.summary import summary

HEALTH_COLUMNS = ("source", "condition", "since", "last_good_at", "reason")
WEEKLY_COLUMNS = ("payer", "name", "documents", "last_good_at", "reason")
READABLE = click.Path(path_type=Path, dir_okay=False)


scrapyd_option = click.option(
    "--scrapyd", multiple=True, metavar="URL", help="A Scrapyd node that crawls in this machine's place; repeat it."
)


@click.command()
@click.option("--payer", help="One payer, by its id.")
@click.option("--replay", type=READABLE, metavar="FILE.warc.gz", help="Answer from a recording, not from the network.")
@click.option("--dry-run", is_flag=True, help="Fetch, read and report; conclude and send nothing.")
@scrapyd_option
@data_option
@config_option
def nightly(payer: str | None, replay: Path | None, scrapyd: tuple[str, ...], *, dry_run: bool) -> None:
    """One night: crawl, read, compare, alert. A night that was cut off goes on where it stopped.

    Example: ketwatch nightly --payer priority-health --dry-run
    """
    if replay and not replay.is_file():
        raise CannotReadError(f"no recording at {replay}: `ketwatch export warc` writes one")
    chosen = settings()
    plan = NightPlan(chosen.data, chosen.read_config(), payer, replay, dry_run, nodes=scrapyd)
    report = run_night(plan, progress=show_progress)
    click.echo("\n".join(summary(report)))
    waiting = len(review_queue(chosen.open(), payer=payer))
    if waiting:
        click.echo(f"{waiting} wait{'s' if waiting == 1 else ''} for a person: `ketwatch review`")
    failures = report.delivered.failures if report.delivered else ()
    if failures:
        raise WorkFailedError(
            f"{len(failures)} messages were not sent; they are tried again (`ketwatch alerts pending`)"
        )


@click.command()
@click.option("--payer", help="One payer, by its id.")
@scrapyd_option
@data_option
@config_option
def crawl(payer: str | None, scrapyd: tuple[str, ...]) -> None:
    """The crawl of a night and nothing else, here or on Scrapyd nodes; `ketwatch nightly` goes on from there.

    Payers are spread over the nodes, those that share a host on one. Every machine needs the same KETWATCH_SNAPSHOTS.

    Example: ketwatch crawl --scrapyd http://node-1.example:6800 --scrapyd http://node-2.example:6800
    """
    chosen = settings()
    run = crawl_only(NightPlan(chosen.data, chosen.read_config(), payer, nodes=scrapyd), progress=show_progress)
    click.echo(f"run {run.run} is crawled: `ketwatch nightly` reads and settles it")


def show_progress(line: str) -> None:
    """A line of progress on stderr: dim on a terminal, with the time in a log."""
    click.secho(f"  {line}" if sys.stderr.isatty() else f"{utc_now()} {line}", dim=True, err=True)


@click.command()
@data_option
@config_option
def schedule() -> None:
    """Stay running and start a night every day at `nightly_at` (UTC); a missed one is caught up.

    Example: ketwatch schedule --config ketwatch.toml
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    chosen = settings()
    config = chosen.read_config()
    if config.contact is None:
        raise CannotReadError(f'no contact: write contact = "you@your-clinic.example" into {chosen.config}')
    run_schedule(chosen.data, config, night_command(chosen.data, chosen.config), now=utc_now())


@click.command()
@click.option("--weekly", is_flag=True, help="The payers of whom no policy can be read at all.")
@format_option
@data_option
def health(output_format: Format, *, weekly: bool) -> None:
    """What is not being watched although it should be: blocked, dead, moved, unreadable, silent, never read.

    Apart from that stand warnings: what was read and is unusual. They hold nothing back.

    Example: ketwatch health --weekly
    """
    if weekly:
        unread = payers_without_a_policy(settings().open(), now=utc_now())
        if not unread and output_format == "table":
            click.echo("a policy of every payer was read")
        print_rows(unread, Unread, output_format, WEEKLY_COLUMNS)
        return
    rows = find_trouble(settings().open(), now=utc_now())
    if output_format != "table":
        print_rows(rows, HealthRow, output_format, HEALTH_COLUMNS)
        return
    failed, warned = ([row for row in rows if row.level == level] for level in ("fail", "warn"))
    if not failed:
        click.echo("every source was read")
    print_rows(failed, HealthRow, output_format, HEALTH_COLUMNS)
    if warned:
        click.echo("\nread, and worth a look" if failed else "worth a look")
    print_rows(warned, HealthRow, output_format, HEALTH_COLUMNS)
