"""Work that cannot begin or failed, as the command line tells it: each message says what to mend.

They stand together, and apart from the work, so that a command loads only what it needs.
"""

from __future__ import annotations


class AddError(Exception):
    """A document cannot be added; the message names the line or file and what to mend."""


class BackfillError(Exception):
    """There is nothing to look for; the message says what to write."""


class NightError(Exception):
    """The night cannot begin; the message says what to mend."""


class RunnerError(Exception):
    """No spider can be started; the message says what to mend."""


class ParquetError(Exception):
    """Parquet cannot be written here; the message says what to install."""


class ExecutorError(Exception):
    """There is nobody to read documents there; the message says what to write, install or start."""


class BusyError(Exception):
    """Another process is at work on this data folder."""


class DiscoveryError(Exception):
    """A find cannot be taken as what it was said to be."""
