"""PDF files drawn for the tests: every line at a known place and in a known type."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.lib import colors
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

from parsers.models import Block
from parsers.pdf import read_pdf

WIDTH, HEIGHT = letter

BODY = [
    "The plan covers the nasal spray for adults whose depression did not get",
    "better with two medicines, each of them taken for no less than six weeks.",
]


@dataclass(frozen=True)
class Text:
    """A line `y` points below the top edge."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False
    signs: bool = False
    serif: bool = False

    @property
    def font(self) -> str:
        """The font that the line is set in."""
        if self.signs:
            return "ZapfDingbats"
        return "Times-Roman" if self.serif else "Helvetica-Bold" if self.bold else "Helvetica"


@dataclass(frozen=True)
class Stroke:
    """A thin line `y` points below the top edge, as strikes or underlines words; upright with a `height`."""

    x: float
    y: float
    width: float = 0.7
    height: float = 0.7


@dataclass(frozen=True)
class Mark:
    """A bullet, a box to tick or the triangle of an open part, drawn and not printed, `y` points below the top edge."""

    x: float
    y: float
    size: float = 4
    shape: Literal["dot", "ring", "box", "open"] = "dot"


@dataclass(frozen=True)
class Ruled:
    """A table with lines, its first row bold."""

    x: float
    y: float
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]


@dataclass(frozen=True)
class Shade:
    """A cell's grey ground, without rules, its top edge `y` points below that of the page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Frame:
    """A box drawn around what stands in it, its top edge `y` points below that of the page."""

    x: float
    y: float
    width: float
    height: float


Element = Text | Stroke | Mark | Ruled | Shade | Frame


def draw(*pages: Sequence[Element], title: str = "") -> bytes:
    """A PDF with `pages`; the same pages give the same bytes."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter, invariant=True)
    canvas.setTitle(title)
    for page in pages:
        for element in page:
            if isinstance(element, Text):
                canvas.setFont(element.font, element.size)
                canvas.drawString(element.x, HEIGHT - element.y, element.text)
            elif isinstance(element, Stroke):
                bottom = HEIGHT - element.y - element.height + 0.7
                canvas.rect(element.x, bottom, element.width, element.height, stroke=0, fill=1)
            elif isinstance(element, Mark):
                _draw_mark(canvas, element)
            elif isinstance(element, Frame):
                canvas.rect(element.x, HEIGHT - element.y - element.height, element.width, element.height, 1, 0)
            elif isinstance(element, Shade):
                canvas.setFillGray(0.9)
                canvas.rect(element.x, HEIGHT - element.y - element.height, element.width, element.height, 0, 1)
                canvas.setFillGray(0)
            else:
                _draw_table(canvas, element)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw_mark(canvas: Canvas, mark: Mark) -> None:
    if mark.shape == "box":
        canvas.rect(mark.x, HEIGHT - mark.y, mark.size, mark.size)
    elif mark.shape == "open":
        corners = canvas.beginPath()
        corners.moveTo(mark.x, HEIGHT - mark.y + mark.size)
        corners.lineTo(mark.x + mark.size / 2, HEIGHT - mark.y)
        corners.lineTo(mark.x + mark.size, HEIGHT - mark.y + mark.size)
        corners.close()
        canvas.drawPath(corners, stroke=0, fill=1)
    else:
        filled = int(mark.shape == "dot")
        canvas.circle(mark.x + mark.size / 2, HEIGHT - mark.y + 3, mark.size / 2, stroke=1 - filled, fill=filled)


def _draw_table(canvas: Canvas, element: Ruled) -> None:
    table = Table([list(row) for row in element.rows], colWidths=list(element.widths))
    grid = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
    table.setStyle(TableStyle([grid, ("FONT", (0, 0), (-1, 0), "Helvetica-Bold")]))
    _, height = table.wrap(0, 0)
    table.drawOn(canvas, element.x, HEIGHT - element.y - height)


def paragraph(lines: Sequence[str], *, x: float = 60, y: float = 200, size: float = 10) -> list[Text]:
    """Lines set as one paragraph."""
    return [Text(x, y + 12 * number, line, size) for number, line in enumerate(lines)]


def on_page(number: int, *inside: Text | Ruled) -> list[Text | Ruled]:
    """A page with a running title and a page number."""
    running = Text(60, 30, "Plan of Nowhere | Nasal policy", 8)
    return [running, *inside, Text(280, 770, f"Page {number} of 3", 8)]


def blocks_of(*pages: Sequence[Element]) -> tuple[Block, ...]:
    """What is read of pages that are drawn."""
    return read_pdf(draw(*pages)).blocks
