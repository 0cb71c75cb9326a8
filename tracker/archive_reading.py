"""Reading the whole archive again with this release: a map over stored documents, on this machine or on a cluster."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from db.connection import open_db
from db.snapshots import snapshots_of
from db.sources import all_sources
from db.stores import blob_store
from tracker.errors import ExecutorError
from tracker.extract import missing_readings, read_documents
from tracker.lock import only_one
from tracker.reading import USUAL, Document, Limits

DASK = "dask://"


@dataclass(frozen=True, slots=True)
class Reread:
    """How many distinct documents the archive holds, how many this release had still to read, and how many it could."""

    documents: int
    missing: int
    read: int


def read_archive(
    data: Path, *, now: str, executor: Executor | None = None, limits: Limits = USUAL
) -> Reread:  # fmt: skip
    """Read every stored document that this release has not read; nothing is settled: the next night goes by them.

    The same bytes give the same reading wherever they are read. `executor` None: processes here. Raises BusyError.
    """
    with only_one(data), closing(open_db(data)) as db:
        documents = dict.fromkeys(_documents(db))
        missing = missing_readings(db, documents, at=now)
        read = read_documents(db, blob_store(data), missing, at=now, executor=executor, limits=limits)
    return Reread(len(documents), len(missing), read)


def _documents(db: Database) -> Iterator[Document]:
    for source in all_sources(db):
        for one in snapshots_of(db, source.source):
            if one.outcome == "fetched" and one.sha256 and not source.is_lead:
                yield Document(one.sha256, one.final_url, source.must_mention)


@contextmanager
def executor_at(address: str | None) -> Iterator[Executor | None]:
    """The executor at an address like dask://scheduler.example:8786; None for None. Raises ExecutorError."""
    if address is None:
        yield None
        return
    if not address.startswith(DASK):
        raise ExecutorError(f"{address!r} names no executor: write dask://HOST:PORT, a scheduler's address")
    with closing(_dask_client(address)) as client:
        yield client.get_executor()


def _dask_client(address: str) -> Any:
    try:
        # An extra: most archives are read on one machine.
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        raise ExecutorError("a Dask cluster needs the extra: pip install 'ketwatch[cluster]'") from error
    try:
        return distributed.Client(f"tcp://{address.removeprefix(DASK)}", timeout="10s", set_as_default=False)
    except OSError as error:
        raise ExecutorError(f"no Dask scheduler answers at {address}: {error}") from error
