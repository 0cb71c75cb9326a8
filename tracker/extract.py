"""New snapshots to readings, each within its limits: a bad document cannot take the night down."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from datetime import timedelta

from sqlite_utils import Database

from db.blobs import BlobStore
from db.candidates import split_from
from db.corrections import told_against
from db.readings import ReadingFailure, StoredReading, find_failure, find_reading, record_failure, store_reading
from db.snapshots import Snapshot, content_of, get_snapshot
from db.sources import Source, get_source
from db.versions import last_confirmed, pending_version
from parsers.release import EXTRACTOR
from tracker.clock import parse_instant
from tracker.reading import USUAL, Document, Limits, Result
from tracker.reading_apart import DIED, read_document

# A machine short of memory one night may manage the next; a document that breaks the reader will not, but a week
# later the machine may be mended.
ATTEMPTS = 2
TRY_AGAIN_AFTER_DAYS = 7


def documents_of(db: Database, fetch: Snapshot) -> list[Document]:
    """What must be read before a fetch can be settled: its document, and those it is compared with."""
    source = get_source(db, fetch.source)
    if source is None or source.is_lead:
        return []
    content = content_of(db, fetch)
    return [*_documents(source, [content] if content else []), *documents_in_force(db, source)]


def documents_in_force(db: Database, source: Source) -> list[Document]:
    """What a new document of a source is compared with: the version in force, and the one that waits; for the part of
    a policy that was split, before its first sight, those of the whole.

    Where the version in force was told as a change, also what it was compared with: a newer release reads both again.
    """
    force = last_confirmed(db, source.source)
    versions = (force, pending_version(db, source.source), told_against(db, force) if force else None)
    own = _documents(source, [get_snapshot(db, version.snapshot) for version in versions if version])
    whole = None if force else get_source(db, split_from(db, source.source) or "")
    return [*own, *(documents_in_force(db, whole) if whole else ())]


def _documents(source: Source, snapshots: Iterable[Snapshot]) -> list[Document]:
    return [
        Document(snapshot.sha256, snapshot.final_url, source.must_mention) for snapshot in snapshots if snapshot.sha256
    ]


def missing_readings(db: Database, documents: Iterable[Document], *, at: str) -> list[Document]:
    """The documents that this release of the extractor has not read and not given up."""
    # Two addresses of one file are one document to read.
    distinct = {(document.sha256, document.must_mention): document for document in documents}
    return [
        document
        for document in distinct.values()
        if find_reading(db, document.sha256, document.must_mention, EXTRACTOR) is None
        and not _is_given_up(db, document, at)
    ]


def read_documents(
    db: Database, blobs: BlobStore, documents: Sequence[Document], *, at: str, executor: Executor | None = None,
    limits: Limits = USUAL,
) -> int:  # fmt: skip
    """Read documents and store a reading, or the reason why there is none, as each is done; how many were read.

    `executor` takes the place of processes on this machine: a cluster's, or one that reads in this process.
    """
    read = 0
    for document, result in _results(blobs, documents, executor, limits):
        if isinstance(result, StoredReading):
            store_reading(db, result)
            read += 1
        else:
            failure = ReadingFailure(document.sha256, document.must_mention, EXTRACTOR, result)
            record_failure(db, failure, at=at)
    return read


def _results(
    blobs: BlobStore, documents: Sequence[Document], executor: Executor | None, limits: Limits
) -> Iterator[tuple[Document, Result]]:
    if executor is not None:
        yield from _read_with(executor, blobs, documents, limits)
    elif documents:
        # Each thread has a process that reads for it.
        threads = ThreadPoolExecutor(min(limits.workers or os.cpu_count() or 1, len(documents)))
        try:
            yield from _read_with(threads, blobs, documents, limits)
        finally:
            threads.shutdown(cancel_futures=True)


def _read_with(
    executor: Executor, blobs: BlobStore, documents: Sequence[Document], limits: Limits
) -> Iterator[tuple[Document, Result]]:
    futures = {executor.submit(read_document, blobs, document, limits): document for document in documents}
    for future in as_completed(futures):
        # A cluster may lose a worker, and the document with it.
        yield futures[future], DIED if future.exception() else future.result()


def _is_given_up(db: Database, document: Document, at: str) -> bool:
    failure = find_failure(db, document.sha256, document.must_mention, EXTRACTOR)
    if failure is None or failure.attempts < ATTEMPTS:
        return False
    return parse_instant(at) - parse_instant(failure.failed_at) < timedelta(days=TRY_AGAIN_AFTER_DAYS)
