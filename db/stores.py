"""Which store keeps a data folder's snapshots: the folder beside the database, or one that several machines share."""

from __future__ import annotations

import os
from pathlib import Path

from db.blobs import BlobStore, FolderStore
from db.buckets import BucketStore


def blob_store(data: Path, location: str | None = None) -> BlobStore:
    """The store of a data folder: `snapshots/` in it, or the shared folder or bucket at `location`.

    That is an address of fsspec, like s3://bucket/snapshots or file:///mnt/shared/snapshots; None: KETWATCH_SNAPSHOTS.
    """
    elsewhere = os.environ.get("KETWATCH_SNAPSHOTS") if location is None else location
    return BucketStore(elsewhere) if elsewhere else FolderStore(data / "snapshots")
