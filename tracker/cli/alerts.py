"""Commands on alerts: a trial message, what waits in the outbox, what to send again."""

from __future__ import annotations

import click

from db.outbox import Alert, pending_alerts, replay
from tracker.alerts.trial import ChannelTrial, test_channels
from tracker.cli.ask import day_or_instant
from tracker.cli.errors import WorkFailedError
from tracker.cli.output import Format, format_option, print_rows
from tracker.cli.settings import config_option, data_option, settings
from tracker.clock import utc_now

PENDING_COLUMNS = ("created_at", "kind", "channel", "rule", "urgency", "attempts", "next_attempt_at", "last_error")


@click.group()
def alerts() -> None:
    """The alerts: try the channels, see what waits, send again.

    Example: ketwatch alerts test
    """


@alerts.command("test")
@format_option
@config_option
def test_alerts(output_format: Format) -> None:
    """Send a trial message to every channel that a rule names.

    Example: ketwatch alerts test --config ketwatch.toml
    """
    trials = test_channels(settings().read_config(required=True), now=utc_now())
    if not trials:
        raise WorkFailedError("no rule names a channel: add a [[rule]] to the configuration")
    if output_format == "table":
        for trial in trials:
            click.echo(f"{trial.channel}: {trial.error or 'delivered'}")
    else:
        print_rows(trials, ChannelTrial, output_format, ())
    failed = [trial.channel for trial in trials if trial.error]
    if failed:
        raise WorkFailedError(f"{len(failed)} of {len(trials)} channels failed")


@alerts.command()
@format_option
@data_option
def pending(output_format: Format) -> None:
    """Alerts that have not gone out yet, and why.

    Example: ketwatch alerts pending
    """
    print_rows(pending_alerts(settings().open()), Alert, output_format, PENDING_COLUMNS)


@alerts.command("replay")
@click.option(
    "--since", required=True, callback=day_or_instant, metavar="DATE", help="Alerts made on this day or later."
)
@data_option
def replay_alerts(since: str) -> None:
    """Make alerts due again under the same ids; the next night sends them.

    Example: ketwatch alerts replay --since 2026-11-20
    """
    count = replay(settings().open(), since=since, at=utc_now())
    click.echo(f"{count} alerts are due again; `ketwatch nightly` or `ketwatch schedule` sends them")
