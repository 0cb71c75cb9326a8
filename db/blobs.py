"""Snapshot bytes: a gzip file for each distinct content, named by its SHA-256, written once, in a folder or bucket."""

from __future__ import annotations

import gzip
import hashlib
import os
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class BlobError(Exception):
    """Stored bytes are missing or no longer match their hash; the message names the file."""


class BlobStore(Protocol):
    """Where bytes are kept. Every implementation writes the same files, so that one can be copied to another."""

    def put(self, body: bytes) -> str:
        """Keep `body` and return its SHA-256. Raises OSError."""

    def get(self, sha256: str) -> bytes:
        """The bytes behind a hash, checked. Raises BlobError when they are gone or damaged."""

    def has(self, sha256: str) -> bool:
        """Whether bytes of this hash are kept."""


@dataclass(frozen=True, slots=True)
class FolderStore:
    """The folder `snapshots/` under the data folder."""

    root: Path

    def put(self, body: bytes) -> str:
        """Keep `body` and return its SHA-256; a crash or a full disk leaves no half file under the final name."""
        sha256 = hashlib.sha256(body).hexdigest()
        path = self.root / blob_name(sha256)
        if path.exists():
            return sha256
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(packed(body))
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes behind a hash, checked. Raises BlobError when they are gone or damaged."""
        path = self.root / blob_name(sha256)
        return unpacked(path.read_bytes, sha256, str(path))

    def has(self, sha256: str) -> bool:
        return (self.root / blob_name(sha256)).exists()


def blob_name(sha256: str) -> str:
    """The file of a hash, relative to the store."""
    return f"{sha256[:2]}/{sha256}.gz"


def packed(body: bytes) -> bytes:
    """A blob's file: a fixed mtime makes equal bytes give equal files."""
    return gzip.compress(body, compresslevel=6, mtime=0)


def unpacked(read: Callable[[], bytes], sha256: str, name: str) -> bytes:
    """The bytes of a blob's file, checked. Raises BlobError, which names the file."""
    try:
        body = gzip.decompress(read())
    except (OSError, EOFError, zlib.error) as error:
        raise BlobError(f"cannot read {name}: {error}; restore snapshots/ from a backup or fetch again") from error
    if hashlib.sha256(body).hexdigest() != sha256:
        raise BlobError(f"{name} does not match its hash; restore snapshots/ from a backup or fetch again")
    return body
