"""Errors as the command line shows them: one line on stderr, and the exit code that scripts rely on."""

from __future__ import annotations

import click


class CannotReadError(click.ClickException):
    """The user named something that cannot be read: exit code 2."""

    exit_code = 2


class WorkFailedError(click.ClickException):
    """The work was understood and failed: exit code 1."""

    exit_code = 1
