"""What every test may use: a fresh database and store, and the documents beside the checkout when they are there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlite_utils import Database

from db.blobs import BlobStore
from db.connection import open_db
from db.stores import blob_store

# A busy machine is no failure: how long an example takes is measured in the benchmarks, never asserted.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty data folder."""
    return tmp_path / "data"


@pytest.fixture
def db(data: Path) -> Iterator[Database]:
    """A fresh database in a file, with every migration applied."""
    database = open_db(data)
    yield database
    database.close()


@pytest.fixture
def blobs(data: Path) -> BlobStore:
    return blob_store(data)


@pytest.fixture
def shared() -> Path:
    """The folder of real and labelled documents, which a fresh clone does not have."""
    if not SHARED.is_dir():
        pytest.skip("left out: ../shared (real and labelled documents) is not beside this checkout")
    return SHARED
