"""One stored document to its reading, or to a sentence that says why there is none."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from db.blobs import BlobError, BlobStore
from db.readings import StoredReading
from parsers.jsonio import dump_parsed
from parsers.policy import parse_policy
from parsers.release import EXTRACTOR

Result = StoredReading | str
TOO_SLOW = "reading it took longer than one document may take"
TOO_LARGE = "reading it needs more memory than one document may have"


@dataclass(frozen=True, slots=True)
class Document:
    """Stored bytes to read: their hash, the address they came from, and the words of which one must stand in them."""

    sha256: str
    url: str
    must_mention: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost. Reading processes end after `documents_per_worker` each, which frees memory."""

    seconds: int = 300
    memory_mb: int = 3072
    documents_per_worker: int = 100
    workers: int = 0


USUAL = Limits()


class TooSlowError(Exception):
    """A document took longer than it may."""


def read_here(blobs: BlobStore, document: Document, seconds: int) -> Result:
    """Read a document in the main thread of this process: whatever it breaks must not break the night."""
    try:
        with _time_limit(seconds):
            return _read(blobs, document)
    except TooSlowError:
        return TOO_SLOW
    except MemoryError:
        return TOO_LARGE
    except BlobError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - of the libraries that read files, anything may come
        return f"the reader broke on it ({type(error).__name__}: {error}); please report the document's address"


def _read(blobs: BlobStore, document: Document) -> StoredReading:
    policy = parse_policy(blobs.get(document.sha256), document.url, must_mention=document.must_mention)
    return StoredReading(
        sha256=document.sha256,
        must_mention=document.must_mention,
        extractor=EXTRACTOR,
        quality=policy.quality,
        reason=policy.reason,
        fingerprint=policy.fingerprint,
        parsed=dump_parsed(policy),
    )


def limit_memory(memory_mb: int) -> None:
    """Let this process have so much memory and no more."""
    most = memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


@contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    before = signal.signal(signal.SIGALRM, _too_slow)
    # Again every second: a library may swallow the first.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _too_slow(signal_number: int, frame: FrameType | None) -> None:
    del signal_number, frame
    raise TooSlowError
