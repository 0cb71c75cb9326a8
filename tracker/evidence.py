"""Pictures of the pages that prove what was read, with the clauses marked: a person checks them in seconds."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from parsers.criteria.trees import leaves_of
from parsers.models import Evidence, ParsedPolicy
from parsers.pdf_pages.fonts import opened
from tracker.passages import Word, find_passage

RESOLUTION = 110
# A strip of a page in an email is finer than a desk shows it, so that it can be enlarged on a phone. In points:
# how much is shown above and below a clause, its greatest height, and its margin.
CUT_RESOLUTION = 150
AROUND, TALLEST, MARGIN = 42.0, 360.0, 5.0
MARKER = (255, 214, 0, 96)
# As the extractor takes words apart, so that a clause is made of whole ones.
X_TOLERANCE_RATIO = 0.18
Y_TOLERANCE = 2

Box = tuple[float, float, float, float]


class EvidenceError(Exception):
    """The stored file cannot be drawn, though it was read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class ShownClause:
    """One clause that proves something, and the picture of its page; `file` is None where there are no pages.

    `marked` says whether its words were found on the page; a clause that runs over the page has a row for each picture.
    `boxes` are the marks, as shares of the page's width and height: left, top, right, bottom.
    """

    page: int
    file: str | None
    marked: bool
    text: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnClause:
    """The part of a page around a marked clause, as PNG; `width` is in pixels."""

    page: int
    png: bytes
    width: int


def clauses_of(policy: ParsedPolicy) -> list[Evidence]:
    """Every clause behind a position or a criterion, once, in order of the pages."""
    found: dict[Evidence, None] = {}
    for position in policy.positions:
        found |= dict.fromkeys(position.evidence)
        found |= dict.fromkeys(Evidence(leaf.page, leaf.text) for leaf in leaves_of(position.criteria))
    return sorted(found, key=lambda clause: clause.page)


def show_evidence(body: bytes, policy: ParsedPolicy, out: Path, name: str) -> list[ShownClause]:
    """Draw the pages of `policy` that hold clauses as `out`/`name`-page-N.png; the clauses with their pictures.

    `body` is the file that `policy` was read from. What is not a PDF has no pages and gives no picture. Raises
    EvidenceError.
    """
    clauses = clauses_of(policy)
    if policy.document.media_type != "application/pdf":
        return [ShownClause(clause.page, None, False, clause.text) for clause in clauses]
    out.mkdir(parents=True, exist_ok=True)
    wanted = {page for clause in clauses for page in (clause.page, clause.page + 1)}
    try:
        with opened(body, sorted(wanted)) as pdf:
            pages = {page.page_number: page for page in pdf.pages}
            words = {number: _words(page) for number, page in pages.items()}
            found = {clause: _places(clause, words) for clause in clauses}
            files = {number: str(out / f"{name}-page-{number}.png") for number in _shown(found)}
            for number, file in files.items():
                _draw(pages[number], _bands(_marked_words(found, number)), file)
    except (PdfminerException, PDFException, PSException, pypdfium2.PdfiumError) as error:
        raise EvidenceError(f"the stored PDF cannot be drawn ({error}); fetch it again") from error
    sizes = {number: (float(page.width), float(page.height)) for number, page in pages.items()}
    return list(_rows(found, files, sizes))


def draw_clause(body: bytes, clause: Evidence) -> DrawnClause | None:
    """The lines around a clause, it alone marked; None when the body is no PDF or its page does not show the clause.

    Raises EvidenceError.
    """
    if not body.lstrip().startswith(b"%PDF"):
        return None
    try:
        with opened(body, [clause.page, clause.page + 1]) as pdf:
            pages = {page.page_number: page for page in pdf.pages}
            words = {number: _words(page) for number, page in pages.items()}
            places = _places(clause, words)
            if not places:
                return None
            number, marked = places[0]
            return DrawnClause(number, *_cut(pages[number], marked, words[number]))
    except (PdfminerException, PDFException, PSException, pypdfium2.PdfiumError) as error:
        raise EvidenceError(f"the stored PDF cannot be drawn ({error}); fetch it again") from error


def _cut(page: Any, marked: Sequence[Word], words: Sequence[Word]) -> tuple[bytes, int]:
    """The strip of the page with the marked words and the whole lines around them; its PNG and its width."""
    picture = page.to_image(resolution=CUT_RESOLUTION, antialias=True)
    picture.draw_rects(_bands(marked), fill=MARKER, stroke=None, stroke_width=0)
    top, bottom = min(word.top for word in marked) - AROUND, max(word.bottom for word in marked) + AROUND
    near = [word for word in words if word.top >= top and word.bottom <= min(bottom, top + TALLEST)]
    shown = near or list(marked)
    edges = (
        max(min(word.x0 for word in shown) - MARGIN, 0),
        max(min(word.top for word in shown) - 1, 0),
        min(max(word.x1 for word in shown) + MARGIN, float(page.width)),
        min(max(word.bottom for word in shown) + 1, float(page.height)),
    )
    box = tuple(round(edge * CUT_RESOLUTION / 72) for edge in edges)
    # Text on paper needs few colours, and a mail few bytes.
    strip = picture.annotated.crop(box).convert("RGB").quantize(32)
    out = io.BytesIO()
    strip.save(out, "PNG", optimize=True)
    page.close()
    return out.getvalue(), strip.width


_Places = tuple[tuple[int, tuple[Word, ...]], ...]


def _places(clause: Evidence, words: Mapping[int, Sequence[Word]]) -> _Places:
    """The words of a clause, page by page; () when not all of them are found."""
    places: _Places = ()
    text = clause.text
    # A clause runs over one page break at most.
    for page in (clause.page, clause.page + 1):
        on_page = words.get(page, ())
        passage = find_passage(on_page, text)
        if passage is None:
            return ()
        places = (*places, (page, tuple(on_page[number] for number in passage.words)))
        if not passage.rest:
            return places
        text = passage.rest
    return ()


def _shown(found: Mapping[Evidence, _Places]) -> list[int]:
    starts = {clause.page for clause in found}
    return sorted(starts | {page for places in found.values() for page, _ in places})


def _marked_words(found: Mapping[Evidence, _Places], number: int) -> Iterator[Word]:
    for places in found.values():
        for page, words in places:
            yield from words if page == number else ()


def _words(page: Any) -> tuple[Word, ...]:
    try:
        words = page.extract_words(x_tolerance_ratio=X_TOLERANCE_RATIO, y_tolerance=Y_TOLERANCE)
        return tuple(Word(word["text"], word["x0"], word["top"], word["x1"], word["bottom"]) for word in words)
    finally:
        # Without this every page's layout stays in memory until the end; it can still be drawn.
        page.close()


def _bands(words: Iterable[Word]) -> list[Box]:
    """One box for the words that stand side by side, so that a line is marked as a pen would."""
    bands: list[Box] = []
    for word in sorted(set(words), key=lambda word: (round(word.bottom), word.x0)):
        box = (word.x0, word.top, word.x1, word.bottom)
        height = word.bottom - word.top
        above = bands[-1] if bands else None
        if above and abs(above[3] - box[3]) < 0.3 * height and box[0] - above[2] < height:
            bands[-1] = (above[0], min(above[1], box[1]), max(above[2], box[2]), max(above[3], box[3]))
        else:
            bands.append(box)
    return bands


def _draw(page: Any, bands: list[Box], file: str) -> None:
    picture = page.to_image(resolution=RESOLUTION, antialias=True)
    if bands:
        picture.draw_rects(bands, fill=MARKER, stroke=None, stroke_width=0)
    picture.save(file)
    page.close()


def _rows(
    found: Mapping[Evidence, _Places], files: Mapping[int, str], sizes: Mapping[int, tuple[float, float]]
) -> Iterator[ShownClause]:
    for clause, places in found.items():
        for page, words in places or ((clause.page, ()),):
            boxes = tuple(_share(box, sizes[page]) for box in _bands(words))
            yield ShownClause(page, files[page], bool(places), clause.text, boxes)


def _share(box: Box, size: tuple[float, float]) -> Box:
    """A box in points as shares of a page of this size."""
    left, top, right, bottom = box
    width, height = size
    return (round(left / width, 4), round(top / height, 4), round(right / width, 4), round(bottom / height, 4))
