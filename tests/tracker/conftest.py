"""A watch over one source, for the tests of the nightly job."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tracker.nights import Watch


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    return Watch(tmp_path / "data", tmp_path / "out")
