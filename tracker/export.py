"""Taking everything out: stored answers as a WARC file, the tables of the contract as files."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import IO

from sqlite_utils import Database
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from db.blobs import BlobStore
from db.snapshots import Snapshot, snapshots_of
from db.sources import all_sources

# The stored body is decoded, so these headers no longer describe it; warcio adds the right length.
TRANSPORT_HEADERS = frozenset({"content-encoding", "transfer-encoding", "content-length", "connection"})
REDIRECTED = (("X-Archive-Note", "recorded after a redirect by ketwatch"),)


def export_warc(db: Database, blobs: BlobStore, path: Path, *, payer: str | None = None) -> int:
    """Write every stored answer, of one payer when given, to a gzipped WARC file; returns how many.

    A fetch that was redirected is written as the redirect and the answer, so that a replay finds both addresses.
    Raises BlobError when stored bytes are missing or damaged.
    """
    count = 0
    with replacing(path) as file:
        writer = WARCWriter(file, gzip=True)
        for snapshot in _with_body(db, payer):
            _write_answer(writer, snapshot, blobs.get(str(snapshot.sha256)))
            count += 1
    return count


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A new file that takes the place of `path` when it is complete; an interrupted export leaves the old one."""
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _with_body(db: Database, payer: str | None) -> Iterator[Snapshot]:
    for source in all_sources(db, payer=payer):
        yield from (snapshot for snapshot in snapshots_of(db, source.source) if snapshot.sha256)


def _write_answer(writer: WARCWriter, snapshot: Snapshot, body: bytes) -> None:
    if snapshot.final_url != snapshot.url:
        moved = StatusAndHeaders("302 Found", [("Location", snapshot.final_url), *REDIRECTED], protocol="HTTP/1.1")
        _write(writer, snapshot.url, snapshot.fetched_at, moved, b"")
    # A document added by hand came with no status: it is written as the answer it would have been.
    status = snapshot.http_status or 200
    headers = [pair for pair in snapshot.headers if pair[0].lower() not in TRANSPORT_HEADERS]
    line = f"{status} {HTTPStatus(status).phrase if status in set(HTTPStatus) else ''}".strip()
    _write(writer, snapshot.final_url, snapshot.fetched_at, StatusAndHeaders(line, headers, protocol="HTTP/1.1"), body)


def _write(writer: WARCWriter, url: str, fetched_at: str, head: StatusAndHeaders, body: bytes) -> None:
    record = writer.create_warc_record(
        url,
        "response",
        payload=io.BytesIO(body),
        length=len(body),
        http_headers=head,
        warc_headers_dict={"WARC-Date": fetched_at},
    )
    writer.write_record(record)
