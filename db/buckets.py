"""Snapshots behind an address of fsspec: an S3-compatible bucket, or a folder that several machines share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from db.blobs import BlobError, blob_name, packed, unpacked


@dataclass(frozen=True, slots=True)
class BucketStore:
    """The same files as a folder of snapshots, at `location`. Credentials come from the environment of each machine.

    Beside the bytes, machines leave one another notes here: small files by name, of what they fetched.
    """

    location: str

    def put(self, body: bytes) -> str:
        """Keep `body` and return its SHA-256. Raises OSError."""
        sha256 = hashlib.sha256(body).hexdigest()
        if not self.has(sha256):
            self._write(blob_name(sha256), packed(body))
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes behind a hash, checked. Raises BlobError when they are gone or damaged."""
        name = blob_name(sha256)
        return unpacked(lambda: self._read(name), sha256, f"{self.location}/{name}")

    def has(self, sha256: str) -> bool:
        """Whether bytes of this hash are kept. Raises OSError when nobody can say."""
        with _open(self.location) as (system, root):
            return bool(system.exists(f"{root}/{blob_name(sha256)}"))

    def leave_note(self, name: str, note: bytes) -> None:
        """Leave a note for another machine, in place of an earlier one of that name. Raises OSError."""
        self._write(f"notes/{name}", note)

    def read_note(self, name: str) -> bytes:
        """A note that another machine left. Raises BlobError when there is none."""
        try:
            return self._read(f"notes/{name}")
        except OSError as error:
            raise BlobError(f"no note {name} at {self.location}: {error}") from error

    def _write(self, name: str, body: bytes) -> None:
        with _open(self.location) as (system, root):
            if not _is_folder(self.location):
                # A bucket shows a file when it is complete.
                system.pipe_file(f"{root}/{name}", body)
                return
            # In a folder the temporary file takes its name when it is.
            with system.transaction, system.open(f"{root}/{name}", "wb") as file:
                file.write(body)

    def _read(self, name: str) -> bytes:
        with _open(self.location) as (system, root):
            found: bytes = system.cat_file(f"{root}/{name}")
        return found


def _is_folder(location: str) -> bool:
    return "://" not in location or location.startswith("file:")


@contextmanager
def _open(location: str) -> Iterator[tuple[Any, str]]:
    """The file system of an address, and the path in it.

    Raises BlobError when what it needs is not installed, and OSError for whatever goes wrong there: each file system
    has errors of its own.
    """
    try:
        # An extra: most installations keep snapshots in their own folder.
        import fsspec  # noqa: PLC0415

        # What another machine wrote a second ago must be seen.
        options = {"auto_mkdir": True} if _is_folder(location) else {}
        yield fsspec.url_to_fs(location, use_listings_cache=False, **options)
    except ImportError as error:
        raise BlobError(f"{location} cannot be reached: pip install 'ketwatch[cluster]' ({error})") from error
    except OSError:
        raise
    except Exception as error:
        raise OSError(f"{location}: {error}") from error
