"""A registered source, a run and a version, for tests that need rows to refer to."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from db.sources import Payer, Source, register

AT = "2026-03-01T02:00:00Z"
PAYER = Payer("meadow-health", "Meadow Health", "commercial", ("MI", "OH"))
SOURCE = Source("meadow-health/esketamine", "meadow-health", "Esketamine", "https://meadow.example/esketamine")


@pytest.fixture
def watched(db: Database) -> Database:
    """The database with one payer and one source."""
    register(db, PAYER, [SOURCE], at=AT)
    return db
