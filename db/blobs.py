"""Snapshot bytes on disk: one gzip file for each distinct content, named by its SHA-256, written once."""

from __future__ import annotations

import gzip
import hashlib
import os
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path


class BlobError(Exception):
    """Stored bytes are missing or no longer match their hash; the message names the file."""


@dataclass(frozen=True, slots=True)
class BlobStore:
    """The folder `snapshots/` under the data folder. A bucket can take its place behind the same three methods."""

    root: Path

    def put(self, body: bytes) -> str:
        """Keep `body` and return its SHA-256; a crash or a full disk leaves no half file under the final name."""
        sha256 = hashlib.sha256(body).hexdigest()
        path = self._path(sha256)
        if path.exists():
            return sha256
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                # A fixed mtime makes equal bytes give equal files.
                file.write(gzip.compress(body, compresslevel=6, mtime=0))
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes behind a hash, checked. Raises BlobError when they are gone or damaged."""
        path = self._path(sha256)
        try:
            body = gzip.decompress(path.read_bytes())
        except (OSError, EOFError, zlib.error) as error:
            raise BlobError(f"cannot read {path}: {error}; restore snapshots/ from a backup or fetch again") from error
        if hashlib.sha256(body).hexdigest() != sha256:
            raise BlobError(f"{path} does not match its hash; restore snapshots/ from a backup or fetch again")
        return body

    def has(self, sha256: str) -> bool:
        return self._path(sha256).exists()

    def _path(self, sha256: str) -> Path:
        return self.root / sha256[:2] / f"{sha256}.gz"


def blob_store(data: Path) -> BlobStore:
    return BlobStore(data / "snapshots")
