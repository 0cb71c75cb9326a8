"""A reviewer at work on a watch whose alerts nobody hears yet."""

from __future__ import annotations

import pytest

from tests.tracker.nights import Watch
from tests.tracker.review.desk import Desk


@pytest.fixture
def desk(watch: Watch) -> Desk:
    watch.rules = ()
    return Desk(watch)
