"""Draws and packs the sample web anew: `python -m tracker.demo.build`. Each night is the one before with edits."""

from __future__ import annotations

import io
import uuid
from dataclasses import dataclass
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tracker.demo.paper import draw

HERE = Path(__file__).parent
WEB = HERE / "web"
NIGHTS = ("night-1", "night-2", "night-3")
RECORDED_AT = "2026-11-{day:02d}T02:00:00Z"
FIRST_DAY = 21
DRAWN = ".pdf.txt"
REDIRECTS = "redirects.txt"
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://ketwatch.example/demo")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server of the sample web answers at an address."""

    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


def web_of(night: int) -> dict[str, Answer]:
    """The whole web on a night (0 is the first), by address."""
    answers: dict[str, Answer] = {}
    for name in NIGHTS[: night + 1]:
        folder = WEB / name
        for path in sorted(folder.rglob("*.*")):
            if path.is_file() and path.name != REDIRECTS:
                answers[f"https://{path.relative_to(folder).as_posix().removesuffix('.txt')}"] = _document(path)
        answers |= _redirects(folder / REDIRECTS)
    return answers


def _document(path: Path) -> Answer:
    if path.name.endswith(DRAWN):
        return Answer("200 OK", (("Content-Type", "application/pdf"),), draw(path.read_text("utf-8")))
    return Answer("200 OK", (("Content-Type", "text/html; charset=utf-8"),), path.read_bytes())


def _redirects(path: Path) -> dict[str, Answer]:
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return {old: Answer("301 Moved Permanently", (("Location", new),), b"") for old, new in map(str.split, lines)}


def warc_of(night: int) -> bytes:
    """A night as a WARC file; the same web gives the same bytes."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    recorded_at = RECORDED_AT.format(day=FIRST_DAY + night)
    for url, answer in web_of(night).items():
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(answer.body),
            length=len(answer.body),
            http_headers=StatusAndHeaders(answer.status, list(answer.headers), protocol="HTTP/1.1"),
            warc_headers_dict={
                "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(NAMESPACE, recorded_at + url)}>",
                "WARC-Date": recorded_at,
            },
        )
        writer.write_record(record)
    return out.getvalue()


def main() -> None:
    for night, name in enumerate(NIGHTS):
        (HERE / f"{name}.warc.gz").write_bytes(warc_of(night))


if __name__ == "__main__":
    main()
