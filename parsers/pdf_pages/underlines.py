"""Titles that a PDF sets underlined and not in bold, as memos and rules do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from parsers.pdf_pages.content import Line, PageContent
from parsers.pdf_pages.faces import are_titles
from parsers.pdf_pages.shapes import Shape, level_strokes

# A stroke is so thin (points), and stands so far down the line's height, or so far under it.
_THICKEST, _HIGHEST, _UNDER = 1.5, 0.75, 2.5
# It begins and ends with the text, in points: the rule of a table or over a footnote does not.
_OVER = 2.0


def with_underlines(page: Any, rows: Iterable[tuple[Line, ...]]) -> Iterator[tuple[Line, ...]]:
    """`rows` of a pdfplumber page, its underlined lines told; a link is underlined for another reason."""
    strokes = level_strokes(page, _THICKEST)
    links = page.hyperlinks if strokes else []
    for row in rows:
        yield tuple(_told(line, strokes, links) for line in row) if strokes else row


def _told(line: Line, strokes: Sequence[Shape], links: Sequence[Shape]) -> Line:
    under = any(_is_under(stroke, line) for stroke in strokes) and not any(_is_on(link, line) for link in links)
    return replace(line, underlined=True) if under else line


def _is_under(stroke: Shape, line: Line) -> bool:
    if not line.top + _HIGHEST * (line.bottom - line.top) < stroke["top"] < line.bottom + _UNDER:
        return False
    begins = line.x0 - _OVER <= stroke["x0"] <= (line.after_marker or line.x0) + _OVER
    return bool(begins and abs(stroke["x1"] - line.x1) <= _OVER)


def _is_on(link: Shape, line: Line) -> bool:
    level = bool(link["top"] < line.mid_y < link["bottom"])
    return level and bool(link["x0"] < line.x1 and line.x0 < link["x1"])


def with_underlined_titles(pages: Sequence[PageContent]) -> list[PageContent]:
    """Pages whose underlined lines count as bold, where they are short and few as titles are, and end no sentence."""
    lines = [line for page in pages for row in page.rows for line in row]
    places = [place for place, line in enumerate(lines) if line.underlined]
    if not are_titles(lines, places):
        return list(pages)
    return [replace(page, rows=tuple(tuple(map(_titled, row)) for row in page.rows)) for page in pages]


def _titled(line: Line) -> Line:
    return replace(line, bold=True) if line.underlined else line
