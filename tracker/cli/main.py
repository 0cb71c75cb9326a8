"""The command `ketwatch`: its commands, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import errno
import sqlite3

import click

from db.blobs import BlobError
from tracker.add import AddError
from tracker.backfill import BackfillError
from tracker.cli import (
    add,
    alerts,
    ask,
    backfill,
    board,
    check,
    checklist,
    demo,
    documents,
    export,
    label,
    nights,
    options,
    review,
    show,
)
from tracker.cli.errors import CannotReadError, WorkFailedError
from tracker.cli.settings import config_option, data_option
from tracker.config import ConfigError
from tracker.lock import BusyError
from tracker.nightly import NightError
from tracker.parquet import ParquetError
from tracker.runner import RunnerError


class Ketwatch(click.Group):
    """The group of all commands. Exit codes: 0 done, 1 the work failed, 2 wrong usage or a file that cannot be read."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (FileNotFoundError, ConfigError, AddError, BackfillError, NightError) as error:
            raise CannotReadError(str(error)) from error
        except (BlobError, BusyError, ParquetError, RunnerError) as error:
            raise WorkFailedError(str(error)) from error
        except sqlite3.Error as error:
            raise WorkFailedError(f"the database cannot be used: {error}; look at --data") from error
        except OSError as error:
            # A reader that went away (`| head`) is click's to end quietly.
            if error.errno == errno.EPIPE:
                raise
            raise WorkFailedError(f"{error.filename or 'the system'}: {error.strerror or error}") from error


@click.group(cls=Ketwatch, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="ketwatch")
@data_option
@config_option
def main() -> None:
    """Is ketamine covered? Watches payers' public policies and says so the night the answer changes."""


COMMANDS = (
    demo.demo,
    nights.nightly,
    nights.schedule,
    add.add,
    backfill.backfill_command,
    documents.extract,
    check.check,
    documents.compare,
    ask.coverage,
    ask.changes,
    label.label,
    label.label_lag,
    checklist.checklist,
    options.options,
    show.show,
    ask.sources,
    nights.health,
    review.review,
    alerts.alerts,
    board.serve,
    board.site,
    export.export,
)
for command in COMMANDS:
    main.add_command(command)
