"""The steps of the schema, in the order in which they were written."""

from __future__ import annotations

from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("ketwatch")
