"""Fonts with an encoding of their own in the file, of which pdfminer knows only the name and would read no letter."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pdfplumber
from pdfminer.cmapdb import CMapDB
from pdfminer.pdffont import PDFCIDFont, PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream
from pdfplumber.pdf import PDF

from parsers.language.patterns import compiled

# Codes of two bytes, each the number that the font's table of letters is written by.
_TWO_BYTES = compiled(r"begincodespacerange\s*<0000>\s*<ffff>")


def opened(body: bytes, pages: Sequence[int] | None = None) -> PDF:
    """A PDF with all its letters for pdfplumber; `pages` by number from 1, None for all. The caller closes it."""
    file = pdfplumber.open(io.BytesIO(body), pages=None if pages is None else list(pages))
    file.rsrcmgr = _OwnEncodings()
    return file


class _OwnEncodings(PDFResourceManager):
    """Fonts, those with an embedded encoding of two bytes read by the letters that the file gives each code.

    PDF 32000-1, 9.7.5.3: an encoding may be a stream, whose name says nothing to others.
    """

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        font = super().get_font(objid, spec)
        if isinstance(font, PDFCIDFont) and "ToUnicode" in spec and _is_of_two_bytes(spec.get("Encoding")):
            font.cmap = CMapDB.get_cmap("Identity-H")
        return font


def _is_of_two_bytes(encoding: object) -> bool:
    return isinstance(encoding, PDFStream) and bool(_TWO_BYTES.search(encoding.get_data().decode("latin-1").lower()))
