"""PDF files with tags, written by hand for the tests: as browsers and word processors name what stands on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.models import Block
from parsers.pdf import read_pdf
from tests.parsers.pdf_pages import HEIGHT, WIDTH, Text

# Objects that every file has: catalog, pages, page, contents, two fonts, root of the tags, their index.
_FIRST_TAG = 9


@dataclass(frozen=True)
class Tagged:
    """An element with its parts, or with the lines that it holds; an attribute of its own ("/RowSpan 2")."""

    kind: str
    parts: Sequence[Tagged | Text] = ()
    attribute: str = ""


@dataclass
class _Writer:
    drawn: list[str] = field(default_factory=list)
    elements: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)

    def add(self, tagged: Tagged, parent: int) -> int:
        """Write an element and what it holds; the number of its object."""
        place = len(self.elements)
        self.elements.append("")
        kids = [self._kid(part, _FIRST_TAG + place) for part in tagged.parts]
        attribute = f"/A <</O /Table {tagged.attribute}>>" if tagged.attribute else ""
        self.elements[place] = (
            f"<</Type /StructElem /S /{tagged.kind} /P {parent} 0 R /Pg 3 0 R {attribute} /K [{' '.join(kids)}]>>"
        )
        return _FIRST_TAG + place

    def _kid(self, part: Tagged | Text, parent: int) -> str:
        if isinstance(part, Tagged):
            return f"{self.add(part, parent)} 0 R"
        shown = part.text.replace("(", r"\(").replace(")", r"\)")
        font = "F2" if part.bold else "F1"
        number = len(self.parents)
        self.drawn.append(
            f"/P <</MCID {number}>> BDC BT /{font} {part.size} Tf {part.x} {HEIGHT - part.y} Td ({shown}) Tj ET EMC"
        )
        self.parents.append(parent)
        return str(number)


def tagged_blocks(*parts: Tagged) -> tuple[Block, ...]:
    """The blocks of a page with these elements."""
    return read_pdf(tagged_pdf(*parts)).blocks


def tagged_pdf(*parts: Tagged) -> bytes:
    """A file of one page with these elements."""
    writer = _Writer()
    top = writer.add(Tagged("Document", parts), 7)
    stream = "\n".join(writer.drawn)
    fonts = [f"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica{style}>>" for style in ("", "-Bold")]
    index = " ".join(f"{parent} 0 R" for parent in writer.parents)
    objects = [
        "<</Type /Catalog /Pages 2 0 R /MarkInfo <</Marked true>> /StructTreeRoot 7 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        (
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents 4 0 R /StructParents 0"
            " /Resources <</Font <</F1 5 0 R /F2 6 0 R>>>>>>"
        ),
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
        *fonts,
        f"<</Type /StructTreeRoot /K {top} 0 R /ParentTree 8 0 R>>",
        f"<</Nums [0 [{index}]]>>",
        *writer.elements,
    ]
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    written = "%PDF-1.7\n"
    places: list[int] = []
    for number, told in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{told}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    written += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size} /Root 1 0 R>>\n"
    return f"{written}startxref\n{written.rindex('xref')}\n%%EOF\n".encode("latin-1")
