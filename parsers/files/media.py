"""What kind of file a body is, by its content: servers and file endings are often wrong."""

from __future__ import annotations

import io
import re
import zipfile

from parsers.files.coverage_api import JSON, is_coverage_api
from parsers.files.csv_table import CSV, is_csv
from parsers.files.packed import DAMAGE
from parsers.files.xlsx import XLSX
from parsers.models import MediaType

# The part that tells what an archive of Office is.
_OFFICE: dict[str, MediaType] = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": XLSX,
}
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|p|table|ul|ol|h[1-6]|article|section)\b", re.IGNORECASE
)
_MARKDOWN = re.compile(rb"^(?:#{1,6} \S|\|.+\|\s*\n\|[ :|-]+\||\[[^\]]+\]\(\S+\))", re.MULTILINE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def sniff(body: bytes) -> MediaType:
    """The kind of `body`; "application/octet-stream" when it is none that ketwatch reads."""
    start = body[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if is_coverage_api(start):
        return JSON
    if b"%PDF-" in body[:1024] and not _crawled_pdf(body):
        return "application/pdf"
    if body.startswith(b"PK\x03\x04"):
        return _kind_of_archive(body)
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "text/html" if _TAG.search(start.replace(b"\x00", b"")) else "text/plain"
    if _TAG.match(start) or (start.startswith(b"<") and _TAG.search(body[:20_000])):
        return "text/html"
    if len(_CONTROL.findall(body[:4096])) > len(body[:4096]) // 20:
        return "application/octet-stream"
    if _MARKDOWN.search(body[:20_000]):
        return "text/markdown"
    return CSV if is_csv(body) else "text/plain"


def _crawled_pdf(body: bytes) -> bool:
    """A PDF that someone stored as text: its bytes were replaced by U+FFFD and nothing can be read from it."""
    return body[:4096].count(b"\xef\xbf\xbd") > 8


def _kind_of_archive(body: bytes) -> MediaType:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = archive.namelist()
            return next((kind for part, kind in _OFFICE.items() if part in names), "application/octet-stream")
    except DAMAGE:
        # A cut archive has lost its directory, but its local headers still name the parts.
        start = body[:65_536]
        folders = {part.partition("/")[0].encode() + b"/": kind for part, kind in _OFFICE.items()}
        return next((kind for folder, kind in folders.items() if folder in start), "application/octet-stream")
