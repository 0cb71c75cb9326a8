"""Commands that do the work: nightly, schedule, add; and health, which says what they could not do."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import click

from db.sources import DRUG_NAMES
from tracker.add import Added, Capture, add_documents, read_manifest
from tracker.cli.ask import day_or_instant
from tracker.cli.errors import CannotReadError, WorkFailedError
from tracker.cli.output import Format, format_option, print_rows
from tracker.cli.settings import config_option, data_option, settings
from tracker.clock import utc_now
from tracker.health import HealthRow
from tracker.health import health as find_trouble
from tracker.nightly import NightPlan, run_night
from tracker.schedule import night_command, run_schedule
from tracker.summary import summary

HEALTH_COLUMNS = ("source", "condition", "since", "last_answer_at", "reason")
ADDED_COLUMNS = ("source", "fetched_at", "outcome", "quality", "reason")
READABLE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.option("--payer", help="One payer, by its id.")
@click.option("--replay", type=READABLE, metavar="FILE.warc.gz", help="Answer from a recording, not from the network.")
@click.option("--dry-run", is_flag=True, help="Fetch, read and report; conclude and send nothing.")
@data_option
@config_option
def nightly(payer: str | None, replay: Path | None, *, dry_run: bool) -> None:
    """One night: crawl, read, compare, alert. A night that was cut off goes on where it stopped.

    Example: ketwatch nightly --payer priority-health --dry-run
    """
    if replay and not replay.is_file():
        raise CannotReadError(f"no recording at {replay}: `ketwatch export warc` writes one")
    chosen = settings()
    plan = NightPlan(chosen.data, chosen.read_config(), payer, replay, dry_run)
    report = run_night(plan, progress=show_progress)
    click.echo("\n".join(summary(report)))
    failures = report.delivered.failures if report.delivered else ()
    if failures:
        raise WorkFailedError(
            f"{len(failures)} messages were not sent; they are tried again (`ketwatch alerts pending`)"
        )


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
@click.argument("files", nargs=-1, type=READABLE, metavar="FILE...")
@click.option("--payer", help="Whose documents they are, by the payer's id.")
@click.option("--policy", help="Which policy of the payer; default the one at --url, or the file's name.")
@click.option("--url", help="The address the document came from (one FILE only).")
@click.option("--fetched-at", callback=day_or_instant, metavar="DATE", help="When it was captured; default now.")
@click.option("--manifest", type=READABLE, help="TSV with the columns payer, policy, fetched_at, url, file.")
@click.option("--must-mention", multiple=True, metavar="WORD", help='One must stand in the document; "" asks for none.')
@format_option
@data_option
@config_option
def add(
    files: tuple[Path, ...],
    payer: str | None,
    policy: str | None,
    url: str | None,
    fetched_at: str | None,
    manifest: Path | None,
    must_mention: tuple[str, ...],
    output_format: Format,
) -> None:
    """Take in documents fetched by hand, or dated captures, through the same gate as a night.

    Changes among dated captures are kept with their dates; nobody is alerted of the past.

    Example: ketwatch add policy.pdf --payer priority-health --url https://payer.example/policy.pdf
    """
    captures = read_manifest(manifest) if manifest else []
    if files:
        captures += _captures(files, payer, policy, url, fetched_at)
    if not captures:
        raise click.UsageError("name a FILE with --payer, or give --manifest")
    words = tuple(word for word in must_mention if word) if must_mention else DRUG_NAMES
    chosen = settings()
    rules = chosen.read_config().rules
    added = add_documents(chosen.data, captures, now=utc_now(), must_mention=words, rules=rules)
    print_rows(added, Added, output_format, ADDED_COLUMNS)


def _captures(
    files: tuple[Path, ...], payer: str | None, policy: str | None, url: str | None, fetched_at: str | None
) -> list[Capture]:
    if payer is None:
        raise click.UsageError("say whose document it is: --payer ID")
    if len(files) > 1 and (url or policy):
        raise click.UsageError("--url and --policy belong to one FILE; use --manifest for several")
    return [
        Capture(payer, url or file.resolve().as_uri(), file, policy or (None if url else file.stem), fetched_at)
        for file in files
    ]


@click.command()
@format_option
@data_option
def health(output_format: Format) -> None:
    """What is not being watched although it should be: blocked, dead, unreadable, silent, never read.

    Example: ketwatch health
    """
    rows = find_trouble(settings().open(), now=utc_now())
    if not rows and output_format == "table":
        click.echo("every source was read")
    print_rows(rows, HealthRow, output_format, HEALTH_COLUMNS)
