"""The kind of a file follows from its content."""

from __future__ import annotations

import io
import zipfile

import pytest

from parsers.files.media import sniff
from tests.parsers.pdf_pages import Text, draw


def _docx() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (draw([Text(60, 80, "Esketamine")]), "application/pdf"),
        (b"<!DOCTYPE html><html><body>Esketamine</body></html>", "text/html"),
        (b"<?xml version='1.0'?><html><body>Esketamine</body></html>", "text/html"),
        (b"\xef\xbb\xbf  <p>Esketamine</p>", "text/html"),
        (b"Scores < 15 and > 3 are not severe.", "text/plain"),
        (b"# Esketamine\n\n- one\n- two\n", "text/markdown"),
        (_docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(400), "application/octet-stream"),
        (b"PK\x03\x04 something else", "application/octet-stream"),
        (b"", "text/plain"),
    ],
)
def test_kind_by_content(body: bytes, media_type: str) -> None:
    assert sniff(body) == media_type


def test_a_pdf_that_was_stored_as_text_is_no_pdf() -> None:
    stored = draw([Text(60, 80, "Esketamine")]).decode("utf-8", errors="replace").encode()
    assert sniff(b"%PDF-1.7 " + "\ufffd".encode() * 20 + stored) != "application/pdf"
