"""The outbox of a fresh database, to be filled by a test."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from sqlite_utils import Database

from tests.tracker.alerts.stored import put_alert


@pytest.fixture
def outbox(db: Database) -> Callable[..., str]:
    """Stores a comparison and puts one alert for it in the outbox (tests.tracker.alerts.stored); gives its id."""
    return partial(put_alert, db)
