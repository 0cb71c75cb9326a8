"""The schema, as numbered functions. A released one is never edited: a change is a new function.

They are applied in the order of their numbers, which is that of these modules and of the functions within each.
"""

from __future__ import annotations

# In the order of the numbers: importing a module enters its steps.
from db.migrations import documents, changes, label, evidence, watching  # isort: skip  # noqa: F401
from db.migrations.registry import MIGRATIONS

__all__ = ["MIGRATIONS"]
