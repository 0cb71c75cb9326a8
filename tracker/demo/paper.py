"""PDF documents of the sample web, drawn from plain text; the same text gives the same bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.lib.colors import grey
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

STYLES = getSampleStyleSheet()
FRONT_MATTER = re.compile(r"(title|header|footer|saved): (.*)")
ITEM = re.compile(r"(\d+\.|-) (.*)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document's text, with what its PDF prints on every page. `saved` differs in metadata alone."""

    title: str
    header: str
    footer: str
    saved: str
    lines: tuple[str, ...]


def read_sheet(text: str) -> Sheet:
    """Front matter (`title: …`, one line each) up to the first blank line, then the body."""
    front, _, body = text.partition("\n\n")
    found = (FRONT_MATTER.fullmatch(line) for line in front.splitlines())
    named = {match[1]: match[2] for match in found if match}
    return Sheet(
        title=named.get("title", ""),
        header=named.get("header", ""),
        footer=named.get("footer", ""),
        saved=named.get("saved", ""),
        lines=tuple(body.splitlines()),
    )


def draw(text: str) -> bytes:
    """The PDF of a document's text."""
    sheet = read_sheet(text)
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=letter,
        title=sheet.title,
        author=sheet.header,
        producer=f"{sheet.saved or 'first'} save",
        # Without it the bytes carry the time of drawing.
        invariant=1,
        pageCompression=0 if sheet.saved else 1,
    )

    def furniture(canvas: Canvas, _: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 760, sheet.header)
        canvas.drawString(72, 30, sheet.footer)
        canvas.drawRightString(540, 30, f"Page {canvas.getPageNumber()}")

    document.build(list(_flowables(sheet.lines)), onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def _flowables(lines: tuple[str, ...]) -> Iterator[Flowable]:
    for is_row, group in groupby(lines, key=lambda line: line.startswith("|")):
        if is_row:
            yield _table(list(group))
        else:
            yield from (_flowable(line) for line in group)


def _flowable(line: str) -> Flowable:
    if not line.strip():
        return Spacer(1, 6)
    if line.startswith("#"):
        marks, _, heading = line.partition(" ")
        return Paragraph(escape(heading), STYLES[f"Heading{len(marks)}"])
    if item := ITEM.fullmatch(line):
        marker, text = item.groups()
        return Paragraph(escape(text), STYLES["Normal"], bulletText="•" if marker == "-" else marker)
    return Paragraph(escape(line), STYLES["Normal"])


def _table(lines: list[str]) -> Table:
    cells = [[Paragraph(escape(cell.strip()), STYLES["Normal"]) for cell in _cells(line)] for line in lines]
    return Table(cells, style=[("GRID", (0, 0), (-1, -1), 0.5, grey)], hAlign="LEFT", repeatRows=1)


def _cells(line: str) -> list[str]:
    return line.strip().removeprefix("|").removesuffix("|").split("|")
