"""Bytes of a document to all that ketwatch reads out of it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from parsers.codes import read_codes
from parsers.drugs.names import DRUG_NAMES, named_products
from parsers.errors import ParseError
from parsers.facts import read_facts
from parsers.files.coverage_api import JSON, read_coverage_api
from parsers.files.csv_table import CSV, read_csv
from parsers.files.decoding import decode_html
from parsers.files.docx import read_docx
from parsers.files.media import sniff
from parsers.files.plain import read_plain
from parsers.files.xlsx import XLSX, read_xlsx
from parsers.html import read_html
from parsers.models import DocumentFacts, MediaType, ParsedPolicy, Position, Product, Reading
from parsers.pdf import read_pdf
from parsers.positions import read_positions
from parsers.quality import judge
from parsers.text import fingerprint, normalise
from parsers.web.breaks import typed_page

_RAW_CHARACTERS = 20_000


def parse_policy(
    body: bytes, url: str = "", *, must_mention: tuple[str, ...] = DRUG_NAMES, every_page: bool = False
) -> ParsedPolicy:
    """Read one document. Damage and walls give a quality other than "ok", never an exception.

    `must_mention` names words of which one has to stand in the document; () requires none. `every_page` reads a long
    PDF in full instead of the pages that matter; the result is the same. Of a long spreadsheet the rows that matter are
    read.
    """
    media_type = sniff(body)
    try:
        reading = read_document(body, media_type, focus=must_mention, every_page=every_page)
    except ParseError as error:
        reading = Reading(media_type, 1, None, (), (str(error),))
    quality, reason = judge(reading, must_mention, _raw(body, media_type))
    document = DocumentFacts(hashlib.sha256(body).hexdigest(), media_type, reading.pages, _title(reading, url))
    if quality != "ok":
        return ParsedPolicy(quality, reason, document)
    positions = read_positions(reading.blocks, reading.title or "")
    return ParsedPolicy(
        quality,
        reason,
        document,
        policy=read_facts(reading),
        products=_products(reading, positions),
        positions=positions,
        codes=read_codes(reading.blocks),
        blocks=reading.blocks,
        fingerprint=fingerprint(reading.blocks),
    )


def read_document(
    body: bytes, media_type: MediaType, *, focus: tuple[str, ...] = (), every_page: bool = False
) -> Reading:
    """Blocks of a file of any kind that ketwatch reads. ParseError: it is damaged, locked or of another kind."""
    if not body.strip():
        return Reading(media_type, 1, None, ())
    if media_type == "application/pdf":
        return read_pdf(body, focus, every_page=every_page)
    if media_type == "text/html":
        return _read_page(body)
    if media_type == JSON:
        return read_coverage_api(body)
    if media_type == XLSX:
        return read_xlsx(body, focus)
    if media_type == CSV:
        return read_csv(body, focus)
    if media_type in ("text/plain", "text/markdown"):
        return read_plain(body, media_type)
    if media_type == "application/octet-stream":
        raise ParseError("The file is of no kind that ketwatch reads (PDF, HTML, text, Word, .xlsx, .csv), or damaged.")
    return read_docx(body)


def _read_page(body: bytes) -> Reading:
    """A web page; one that is a text set by lines, and no more, as the plain text that it is."""
    typed = typed_page(decode_html(body)) if b"<pre" in body or b"<PRE" in body else None
    if typed is None:
        return read_html(body)
    title, text = typed
    reading = read_plain(text.encode())
    return replace(reading, media_type="text/html", title=title or reading.title)


def _raw(body: bytes, media_type: MediaType) -> str:
    """The start of a page with all its markup and menus, where walls and portals show themselves."""
    return normalise(decode_html(body[: 4 * _RAW_CHARACTERS]))[:_RAW_CHARACTERS] if media_type == "text/html" else ""


def _title(reading: Reading, url: str) -> str | None:
    return reading.title or PurePosixPath(urlsplit(url).path).stem or None


def _products(reading: Reading, positions: tuple[Position, ...]) -> tuple[Product, ...]:
    named = {product for block in reading.blocks for product in named_products(block.text)}
    answered = {position.product for position in positions}
    both: tuple[Product, ...] = ("esketamine", "ketamine")
    return tuple(product for product in both if product in named or product in answered)
