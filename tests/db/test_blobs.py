"""Snapshot bytes on disk: written once, whole or not at all, checked when read."""

from __future__ import annotations

import gzip
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.blobs import BlobError, FolderStore

ROOT = Path(__file__).resolve().parents[2]


def files(blobs: FolderStore) -> list[Path]:
    return [path for path in blobs.root.rglob("*") if path.is_file()]


@given(body=st.binary(max_size=2000))
def test_what_is_put_is_got_back(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    blobs = FolderStore(tmp_path_factory.mktemp("blobs"))
    sha256 = blobs.put(body)
    assert sha256 == hashlib.sha256(body).hexdigest()
    assert blobs.get(sha256) == body


def test_equal_bytes_are_kept_once_and_compressed(blobs: FolderStore) -> None:
    body = b"The plan covers esketamine. " * 1000
    assert blobs.put(body) == blobs.put(body)
    (path,) = files(blobs)
    assert path.stat().st_size < len(body) / 10
    assert blobs.has(hashlib.sha256(body).hexdigest())


def test_missing_bytes_are_an_error_that_says_what_to_do(blobs: FolderStore) -> None:
    with pytest.raises(BlobError, match="restore snapshots/ from a backup"):
        blobs.get("0" * 64)
    assert not blobs.has("0" * 64)


@pytest.mark.parametrize(
    "damage", [b"", b"not gzip", gzip.compress(b"other bytes", mtime=0), gzip.compress(b"x" * 99, mtime=0)[:-9]]
)
def test_damaged_bytes_are_never_given_out(blobs: FolderStore, damage: bytes) -> None:
    sha256 = blobs.put(b"the policy")
    (path,) = files(blobs)
    path.write_bytes(damage)
    with pytest.raises(BlobError):
        blobs.get(sha256)


def test_a_file_whose_compressed_data_are_corrupt_is_an_error(blobs: FolderStore) -> None:
    sha256 = blobs.put(os.urandom(4000))
    (path,) = files(blobs)
    whole = bytearray(path.read_bytes())
    whole[12:40] = b"\xff" * 28
    path.write_bytes(bytes(whole))
    with pytest.raises(BlobError):
        blobs.get(sha256)


def test_a_full_disk_leaves_no_half_file(blobs: FolderStore) -> None:
    program = (
        "import os, resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, -1));"
        "from pathlib import Path; from db.blobs import FolderStore;"
        f"FolderStore(Path({str(blobs.root)!r})).put(os.urandom(100_000))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "OSError: [Errno 27] File too large" in done.stderr
    assert files(blobs) == []
