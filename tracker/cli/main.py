"""The command `ketwatch`: its commands, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import click

from tracker.cli import documents


class Ketwatch(click.Group):
    """The group of all commands. Exit codes: 0 done, 1 the work failed, 2 wrong usage or a file that cannot be read."""


@click.group(cls=Ketwatch, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ketwatch")
def main() -> None:
    """Is ketamine covered? Watches payers' public policies and says so the night the answer changes."""


for command in (documents.extract, documents.check, documents.compare):
    main.add_command(command)
