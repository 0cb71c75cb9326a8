"""Answers recorded in a WARC file, found by address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

# The stream is handed out decoded, so these no longer describe it.
_TRANSPORT_HEADERS = frozenset({"content-encoding", "transfer-encoding", "content-length", "connection"})


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """One recorded HTTP answer, its body decoded."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class ReplayFile:
    """A WARC file and where in it each address's answer begins; the last recorded answer of an address counts."""

    path: Path
    offsets: dict[str, int]

    @classmethod
    def open(cls, path: Path) -> ReplayFile:
        """Index the file. Raises OSError when it cannot be read."""
        with path.open("rb") as stream:
            records = ArchiveIterator(stream)
            offsets = {
                _without_fragment(record.rec_headers.get_header("WARC-Target-URI") or ""): records.get_record_offset()
                for record in records
                if record.rec_type in {"response", "resource"}
            }
        return cls(path, offsets)

    def answer(self, url: str, *, size_limit: int) -> RecordedAnswer | None:
        """The answer recorded for an address, None when there is none; at most `size_limit` + 1 bytes are read."""
        offset = self.offsets.get(_without_fragment(url))
        if offset is None:
            return None
        with self.path.open("rb") as stream:
            stream.seek(offset)
            record = next(iter(ArchiveIterator(stream)))
            body = record.content_stream().read(size_limit + 1)
            if record.http_headers is None:
                headers = (("Content-Type", record.content_type or "application/octet-stream"),)
                return RecordedAnswer(200, headers, body)
            kept = tuple(pair for pair in record.http_headers.headers if pair[0].lower() not in _TRANSPORT_HEADERS)
            return RecordedAnswer(int(record.http_headers.get_statuscode()), kept, body)


def _without_fragment(url: str) -> str:
    return url.partition("#")[0]
