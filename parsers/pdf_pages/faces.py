"""Faces of type that a PDF sets its titles in and nothing else: a sans-serif line over text in serifs is a title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.pdf_pages.content import Line, PageContent

# "ABCDEF+Arial-BoldMT" and "Arial,Italic" are of one family.
_SUBSET = compiled(r"^[A-Z]{6}\+")
_STYLE = compiled(r"(?:[-,].*|PSMT|PS|MT)$")
_FEWEST_TITLES, _LONGEST_TITLE = 2, 120
# Titles are so small a part of the letters; of them so many at most go on in a second line.
_MOST_LETTERS, _MOST_STACKED = 0.2, 0.5


def family(fontname: str) -> str:
    """The family of a font, without the mark of a subset and the style."""
    return _STYLE.sub("", _SUBSET.sub("", fontname))


def with_titles_marked(pages: Sequence[PageContent]) -> tuple[list[PageContent], frozenset[str]]:
    """Pages whose lines in a face of titles count as bold, and these faces."""
    faces = _title_faces([line for page in pages for row in page.rows for line in row])
    if not faces:
        return list(pages), faces
    return [
        replace(page, rows=tuple(tuple(_titled(line, faces) for line in row) for row in page.rows)) for page in pages
    ], faces


def _titled(line: Line, faces: frozenset[str]) -> Line:
    return replace(line, bold=True) if family(line.face) in faces else line


def _title_faces(lines: Sequence[Line]) -> frozenset[str]:
    letters: defaultdict[str, int] = defaultdict(int)
    of_face: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        letters[family(line.face)] += len(line.text)
        of_face[family(line.face)].append(place)
    most = _MOST_LETTERS * sum(letters.values())
    return frozenset(
        face for face, places in of_face.items() if face and letters[face] < most and are_titles(lines, places)
    )


def are_titles(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether the lines at these places are short, none ends a sentence, and few stand one under the other."""
    set_in_it = [lines[place] for place in places]
    stacked = sum(1 for place in places if place - 1 in places)
    titles = len(places) - stacked
    if titles < _FEWEST_TITLES or stacked > _MOST_STACKED * titles:
        return False
    return not any(len(line.text) > _LONGEST_TITLE or line.text.endswith((".", ";", ",")) for line in set_in_it)
