"""PDF files to blocks."""

from __future__ import annotations

import io

import pdfplumber

from parsers.headings import with_paths
from parsers.models import Block, Reading
from parsers.text import normalise


def read_pdf(body: bytes, focus: tuple[str, ...] = (), *, every_page: bool = False) -> Reading:
    """First form: one paragraph a line."""
    del focus, every_page
    blocks: list[Block] = []
    with pdfplumber.open(io.BytesIO(body)) as pdf:
        for page in pdf.pages:
            for line in (page.extract_text() or "").split("\n"):
                if text := normalise(line):
                    blocks.append(Block("paragraph", text, page=page.page_number))
            page.close()
        title = (pdf.metadata or {}).get("Title")
        return Reading("application/pdf", len(pdf.pages), title or None, with_paths(blocks))
