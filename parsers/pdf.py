"""PDF files to blocks."""

from __future__ import annotations

import logging
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from typing import Any

import pypdfium2
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from parsers.errors import ParseError
from parsers.files.page_menus import without_menus
from parsers.language.patterns import compiled
from parsers.models import Block, Reading
from parsers.pdf_pages.blocks import read_blocks
from parsers.pdf_pages.broken_titles import with_titles_whole
from parsers.pdf_pages.content import PageContent
from parsers.pdf_pages.fonts import opened
from parsers.pdf_pages.furniture import without_furniture
from parsers.pdf_pages.lines import read_page
from parsers.pdf_pages.pages import LONG, excerpt, matter_pages, page_texts
from parsers.pdf_pages.tags import Tags
from parsers.sections.heading_paths import with_paths
from parsers.text import normalise

# What damage the library reads around stands in `notes`; its log would only litter the command line.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

# A damaged file makes the library fail in any of these ways, at opening or at any page.
_DAMAGE = (
    MalformedPDFException, PdfminerException, PDFException, PSException, ValueError, TypeError, KeyError, IndexError,
    AttributeError, AssertionError, RecursionError, OverflowError, ZeroDivisionError, OSError, EOFError,
    NotImplementedError, struct.error, zlib.error,
)  # fmt: skip
_LOCKED = compiled(r"password|encrypt", re.IGNORECASE)
_FILE_NAME = compiled(
    r"\.(?:docx?|pdf|indd|xlsx?|pptx?|ps|eps)\)?$|^microsoft word|^untitled|^\W*$|[\\/]", re.IGNORECASE
)


def read_pdf(body: bytes, focus: tuple[str, ...] = (), *, every_page: bool = False) -> Reading:
    """Blocks of a PDF with their pages.

    Of a long file only the pages that matter to `focus` are kept (see `pages.matter_pages`); `every_page` sends all
    through the slow reader first and keeps the same ones. `notes` names pages that could not be read and a file that
    ends in the middle. ParseError: nothing can be read.
    """
    try:
        total, numbers = _matter(body, focus)
        notes = ["The file ends in the middle; fetch it again."] if _is_cut(body) else []
        pages: list[PageContent] = []
        file, renumbered = _wanted(body, None if every_page else numbers)
        with file as pdf, closing(Tags(body)) as tags:
            title = _title(_metadata(body) if renumbered else pdf.metadata or {})
            for content in _contents(pdf, renumbered, notes, tags):
                if numbers is None or content.number in numbers:
                    pages.append(content)
                total = max(total, content.number)
    except _DAMAGE as error:
        raise ParseError(_reason(error)) from error
    blocks = with_paths(with_titles_whole(without_menus(read_blocks(without_furniture(pages)))))
    return Reading("application/pdf", max(total, 1), title or _first_heading(blocks), blocks, tuple(notes))


def _matter(body: bytes, focus: tuple[str, ...]) -> tuple[int, tuple[int, ...] | None]:
    """Number of pages, and those to keep; None keeps all. A file that the quick reader refuses is read in full."""
    try:
        document = pypdfium2.PdfDocument(body)
        total = len(document)
        document.close()
        if total <= LONG or not focus:
            return total, None
        return total, matter_pages(page_texts(body), focus)
    except pypdfium2.PdfiumError:
        return 0, None


def _wanted(body: bytes, numbers: tuple[int, ...] | None) -> tuple[PDF, tuple[int, ...] | None]:
    """The slow reader on these pages, None for all; and their numbers where it does not know them itself."""
    if numbers is None:
        return opened(body), None
    try:
        return opened(excerpt(body, numbers)), numbers
    except pypdfium2.PdfiumError:
        return opened(body, numbers), None


def _metadata(body: bytes) -> dict[str, object]:
    document = pypdfium2.PdfDocument(body)
    found: dict[str, object] = document.get_metadata_dict()
    document.close()
    return found


def _contents(pdf: Any, numbers: tuple[int, ...] | None, notes: list[str], tags: Tags) -> Iterator[PageContent]:
    """What stands on each page, by the number it has in the document; None: as they come."""
    for place, page in enumerate(pdf.pages):
        number = numbers[place] if numbers else page.page_number
        try:
            yield read_page(page, number, tags.of_page(number))
        except _DAMAGE as error:
            notes.append(f"Page {number} cannot be read ({type(error).__name__}); the file is damaged.")
        finally:
            # Without this every page's layout stays in memory until the end.
            page.close()


def _is_cut(body: bytes) -> bool:
    """Whether the file stops before its end mark, as a broken download does; an early mark opens a linearized file."""
    end = body.rfind(b"%%EOF")
    return end < 0 or b" obj" in body[end:] or b"stream" in body[end:]


def _reason(error: Exception) -> str:
    cause = error.__cause__ or error.__context__ or error
    locked = isinstance(cause, PDFPasswordIncorrect) or _LOCKED.search(f"{error!r} {cause!r}")
    if locked:
        return "The PDF is locked with a password; ask the payer for an open copy."
    return f"The PDF is damaged ({type(cause).__name__}); fetch it again."


def _title(metadata: dict[str, object]) -> str | None:
    value = metadata.get("Title")
    title = normalise(value) if isinstance(value, str) else ""
    return None if not title or _FILE_NAME.search(title) else title


def _first_heading(blocks: tuple[Block, ...]) -> str | None:
    """The first heading of the highest rank on the first page that has any."""
    headings = [block for block in blocks if block.kind == "heading"]
    for _, on_page in groupby(headings, key=lambda block: block.page):
        return min(on_page, key=lambda block: block.depth).text
    return None
