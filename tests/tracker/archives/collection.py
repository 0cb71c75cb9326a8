"""What an archive holds: captures of fictional payers' pages, as a WARC file."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


@dataclass(frozen=True, slots=True)
class Archived:
    """One answer that an archive's crawler got, at an instant like 2019-03-05T01:02:03Z."""

    url: str
    at: str
    body: bytes
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)

    @property
    def timestamp(self) -> str:
        return "".join(letter for letter in self.at if letter.isdigit())


def write_warc(path: Path, captures: Iterable[Archived]) -> None:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for one in captures:
            line = f"{one.status} {HTTPStatus(one.status).phrase}"
            record = writer.create_warc_record(
                one.url,
                "response",
                payload=io.BytesIO(one.body),
                length=len(one.body),
                http_headers=StatusAndHeaders(line, list(one.headers), protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Date": one.at},
            )
            writer.write_record(record)
