"""The command `ketwatch`: its commands, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import errno
import sqlite3
from importlib import import_module

import click

from db.blobs import BlobError
from tracker.cli.errors import CannotReadError, WorkFailedError
from tracker.cli.settings import config_option, data_option
from tracker.errors import AddError, BackfillError, BusyError, ExecutorError, NightError, ParquetError, RunnerError
from tracker.toml_tables import ConfigError

# Each command by its function, in the order of the help; a module is loaded when its command is asked for.
COMMANDS = {
    "demo": "demo:demo",
    "nightly": "nights:nightly",
    "crawl": "nights:crawl",
    "schedule": "nights:schedule",
    "add": "add:add",
    "backfill": "backfill:backfill_command",
    "extract": "documents:extract",
    "check": "check:check",
    "compare": "documents:compare",
    "coverage": "ask:coverage",
    "changes": "ask:changes",
    "label": "label:label",
    "label-lag": "label:label_lag",
    "checklist": "checklist:checklist",
    "options": "options:options",
    "show": "show:show",
    "sources": "sources:sources",
    "medicare": "medicare:medicare",
    "health": "nights:health",
    "review": "review:review",
    "alerts": "alerts:alerts",
    "serve": "board:serve",
    "site": "board:site",
    "export": "export:export",
}


class Ketwatch(click.Group):
    """The group of all commands. Exit codes: 0 done, 1 the work failed, 2 wrong usage or a file that cannot be read."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, function = place.partition(":")
        found = getattr(import_module(f"tracker.cli.{module}"), function)
        assert isinstance(found, click.Command)  # noqa: S101
        return found

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (FileNotFoundError, ConfigError, AddError, BackfillError, NightError) as error:
            raise CannotReadError(str(error)) from error
        except (BlobError, BusyError, ExecutorError, ParquetError, RunnerError) as error:
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
