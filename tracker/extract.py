"""New snapshots to readings, in worker processes that a bad document cannot take the night down with."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing import get_context
from types import FrameType

from sqlite_utils import Database

from db.blobs import BlobError, BlobStore
from db.candidates import split_from
from db.corrections import told_against
from db.readings import ReadingFailure, StoredReading, find_failure, find_reading, record_failure, store_reading
from db.snapshots import Snapshot, content_of, get_snapshot
from db.sources import Source, get_source
from db.versions import last_confirmed, pending_version
from parsers.jsonio import dump_parsed
from parsers.policy import parse_policy
from parsers.release import EXTRACTOR
from tracker.clock import parse_instant

# A machine short of memory one night may manage the next; a document that breaks the reader will not, but a week
# later the machine may be mended.
ATTEMPTS = 2
TRY_AGAIN_AFTER_DAYS = 7


@dataclass(frozen=True, slots=True)
class Document:
    """Stored bytes to read: their hash, the address they came from, and the words of which one must stand in them."""

    sha256: str
    url: str
    must_mention: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost. Worker processes end after `documents_per_worker` each, which frees memory."""

    seconds: int = 300
    memory_mb: int = 3072
    documents_per_worker: int = 25
    workers: int = 0


class TooSlowError(Exception):
    """A document took longer than it may."""


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
    limits: Limits = Limits(),
) -> int:  # fmt: skip
    """Read documents and store a reading, or the reason why there is none, as each is done; how many were read.

    `executor` takes the place of the pool of processes: a cluster's, or one that reads in this process.
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


def read_document(blobs: BlobStore, document: Document, seconds: int) -> StoredReading:
    """Read one document in a worker. Raises BlobError, TooSlowError, MemoryError or what the reader broke on."""
    body = blobs.get(document.sha256)
    with _time_limit(seconds):
        policy = parse_policy(body, document.url, must_mention=document.must_mention)
    return StoredReading(
        sha256=document.sha256,
        must_mention=document.must_mention,
        extractor=EXTRACTOR,
        quality=policy.quality,
        reason=policy.reason,
        fingerprint=policy.fingerprint,
        parsed=dump_parsed(policy),
    )


_Result = StoredReading | str
_DIED = "the reader's process ended without an answer: too much memory or time for one document"


def _results(
    blobs: BlobStore, documents: Sequence[Document], executor: Executor | None, limits: Limits
) -> Iterator[tuple[Document, _Result]]:
    if executor is not None:
        yield from _read_with(executor, blobs, documents, limits)
        return
    untouched: list[Document] = []
    # A pool for each batch: one whose workers are renewed (max_tasks_per_child) may wait for ever for a worker that
    # is not (CPython issue 115634).
    size = _workers(limits) * limits.documents_per_worker
    for start in range(0, len(documents), size):
        batch = documents[start : start + size]
        with _pool(limits, len(batch)) as pool:
            for document, result in _read_with(pool, blobs, batch, limits):
                if result == _DIED:
                    untouched.append(document)
                else:
                    yield document, result
    # A worker that dies takes the whole pool along: alone, each document shows whether it was the one.
    for document in untouched:
        with _pool(limits, 1) as pool:
            yield from _read_with(pool, blobs, [document], limits)


def _read_with(
    executor: Executor, blobs: BlobStore, documents: Sequence[Document], limits: Limits
) -> Iterator[tuple[Document, _Result]]:
    futures = {_submit(executor, blobs, document, limits): document for document in documents}
    for future in as_completed(futures):
        yield futures[future], _result(future)


def _submit(executor: Executor, blobs: BlobStore, document: Document, limits: Limits) -> Future[StoredReading]:
    try:
        return executor.submit(read_document, blobs, document, limits.seconds)
    except BrokenProcessPool as error:
        future: Future[StoredReading] = Future()
        future.set_exception(error)
        return future


def _result(future: Future[StoredReading]) -> _Result:
    """The reading, or in a sentence why there is none: whatever a document breaks must not break the night."""
    error = future.exception()
    if error is None:
        return future.result()
    if isinstance(error, BrokenProcessPool):
        return _DIED
    if isinstance(error, MemoryError):
        return "reading it needs more memory than one document may have"
    if isinstance(error, (TooSlowError, BlobError)):
        return str(error)
    return f"the reader broke on it ({type(error).__name__}: {error}); please report the document's address"


def _pool(limits: Limits, documents: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        min(_workers(limits), documents),
        # A forked copy of a process with threads may hang on a lock that nobody holds any more.
        mp_context=get_context("spawn"),
        initializer=_limit_memory,
        initargs=(limits.memory_mb,),
    )


def _workers(limits: Limits) -> int:
    return limits.workers or os.cpu_count() or 1


def _limit_memory(memory_mb: int) -> None:
    most = memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    # The night's own process decides when the work ends; an interrupt reaches it too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    """Raise TooSlowError after `seconds`; outside a main thread, where no signal arrives, there is no limit."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    before = signal.signal(signal.SIGALRM, _too_slow)
    if multiprocessing.parent_process() is not None:
        # Code in C never sees the alarm: the kernel ends the worker somewhat later.
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + 2 * seconds + 10, hard))
    # Again every second: a library may swallow the first.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _too_slow(signal_number: int, frame: FrameType | None) -> None:
    del signal_number, frame
    raise TooSlowError("reading it took longer than one document may take")


def _is_given_up(db: Database, document: Document, at: str) -> bool:
    failure = find_failure(db, document.sha256, document.must_mention, EXTRACTOR)
    if failure is None or failure.attempts < ATTEMPTS:
        return False
    return parse_instant(at) - parse_instant(failure.failed_at) < timedelta(days=TRY_AGAIN_AFTER_DAYS)
