"""The command `ketwatch`: its commands, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import click

from db.blobs import BlobError
from tracker.cli import ask, documents
from tracker.cli.errors import CannotReadError, WorkFailedError
from tracker.cli.settings import config_option, data_option


class Ketwatch(click.Group):
    """The group of all commands. Exit codes: 0 done, 1 the work failed, 2 wrong usage or a file that cannot be read."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except FileNotFoundError as error:
            raise CannotReadError(str(error)) from error
        except BlobError as error:
            raise WorkFailedError(str(error)) from error


@click.group(cls=Ketwatch, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="ketwatch")
@data_option
@config_option
def main() -> None:
    """Is ketamine covered? Watches payers' public policies and says so the night the answer changes."""


for command in (documents.extract, documents.check, documents.compare, ask.coverage, ask.changes, ask.sources):
    main.add_command(command)
