"""The command line: one module for each family of commands, one writer of tables, JSON and CSV."""

from __future__ import annotations

from tracker.cli.main import main

__all__ = ["main"]
