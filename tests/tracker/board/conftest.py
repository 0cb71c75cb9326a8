"""The small world of the board, made once: its tests only read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.connection import read_db
from tests.tracker.board.small import fill, look
from tracker.board.board import Board


@pytest.fixture(scope="session")
def small_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the small world."""
    data = tmp_path_factory.mktemp("board") / "data"
    fill(data)
    return data


@pytest.fixture
def board(small_data: Path) -> Iterator[Board]:
    db = read_db(small_data)
    yield look(db, small_data)
    db.close()
