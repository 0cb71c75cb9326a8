"""What every page is made from: the database, the stored bytes, and the instant that counts as now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sqlite_utils import Database

from db.blobs import BlobStore
from db.stores import blob_store
from tracker.paperwork.denials import Covering, covered_today


@dataclass(frozen=True)
class Board:
    """One look at the data. `now` is UTC; `live` is true where Datasette answers beside the pages."""

    db: Database
    data: Path
    now: str
    live: bool = False

    @property
    def today(self) -> str:
        return self.now[: len("2026-11-23")]

    @property
    def blobs(self) -> BlobStore:
        return blob_store(self.data)

    @property
    def pictures(self) -> Path:
        """The folder of drawn pages, which can be cleared at any time."""
        return self.data / "pictures"

    @cached_property
    def covering(self) -> Covering:
        return covered_today(self.db)
