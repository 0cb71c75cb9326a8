"""What a PDF says itself of its parts: tables, rows, cells, paragraphs, as browsers and word processors tag them.

The tags stand in a tree beside the pages (PDF 32000-1, 14.7); each names the contents it holds by their numbers on the
page. Few files have them, and what the page shows goes before them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

import pypdfium2
from pypdfium2 import raw

# A tree so deep is broken, or made to break readers.
_DEEPEST = 60
_CELLS = frozenset(("TD", "TH"))
_TITLES = {"H": 1, "H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
# What is a block by its name; and what stands in the line of one.
_BLOCKS = frozenset((*_TITLES, *_CELLS, "P", "LI", "LBody", "Caption"))
_IN_LINE = frozenset(("Link", "Span", "Em", "Strong", "Code", "Quote", "Reference", "Annot", "Lbl"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the tags put a word: its block and its content, by number on the page, and the rank of a title or 0.

    `face`: the font of the word.
    """

    block: int
    content: int
    rank: int = 0
    face: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """One element of the tree: its `kind` ("Table", "P"), the numbers of the contents that it holds itself, its parts.

    A part that has nothing on this page is None. A cell reaches over so many columns and rows.
    """

    kind: str
    ids: tuple[int, ...] = ()
    parts: tuple[Tag | None, ...] = ()
    across: int = 1
    down: int = 1

    def all_ids(self) -> Iterator[int]:
        """The numbers of all that the element and its parts hold."""
        yield from self.ids
        for part in self.parts:
            if part:
                yield from part.all_ids()

    def with_parts(self) -> Iterator[Tag]:
        """The element and all its parts, from the top."""
        yield self
        for part in self.parts:
            if part:
                yield from part.with_parts()


def places(page: Tag | None) -> dict[int, Place]:
    """The place of each content of a page, by its number."""
    return {place.content: place for place in _places(page, _Around(), count(1))} if page else {}


@dataclass(frozen=True, slots=True)
class _Around:
    """The block around an element: its number, whether a name makes it one, the rank of a title."""

    block: int = 0
    named: bool = False
    rank: int = 0


def _places(tag: Tag, around: _Around, numbers: Iterator[int]) -> Iterator[Place]:
    if tag.kind in _BLOCKS:
        around = _Around(next(numbers), named=True, rank=_TITLES.get(tag.kind, 0))
    elif not around.named and not _is_in_line(tag):
        around = _Around(next(numbers))
    yield from (Place(around.block, content, around.rank) for content in tag.ids)
    for part in tag.parts:
        if part:
            yield from _places(part, around, numbers)


def _is_in_line(tag: Tag) -> bool:
    return tag.kind in _IN_LINE or bool(tag.ids and not tag.parts)


class Tags:
    """The tags of a file, page by page; a file without them, or a damaged one, has none. Close it after use."""

    def __init__(self, body: bytes) -> None:
        try:
            document = pypdfium2.PdfDocument(body)
        except pypdfium2.PdfiumError:
            self._document = None
            return
        self._document = document if raw.FPDFCatalog_IsTagged(document.raw) else None
        if self._document is None:
            document.close()

    def of_page(self, number: int) -> Tag | None:
        """The element over all that stands on a page, which is counted from 1."""
        if self._document is None or number > len(self._document):
            return None
        try:
            page = self._document[number - 1]
        except pypdfium2.PdfiumError:
            return None
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        if not tree:
            return None
        parts = (raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(raw.FPDF_StructTree_CountChildren(tree)))
        found = Tag("", parts=tuple(_tag(part, 0) for part in parts if part))
        raw.FPDF_StructTree_Close(tree)
        page.close()
        return found

    def close(self) -> None:
        """Let the file go."""
        if self._document is not None:
            self._document.close()


def _tag(element: Any, depth: int) -> Tag:
    kind, ids, parts = _kind(element), [], []
    for at in range(raw.FPDF_StructElement_CountChildren(element) if depth < _DEEPEST else 0):
        part = raw.FPDF_StructElement_GetChildAtIndex(element, at)
        content = -1 if part else raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
        if content >= 0:
            ids.append(content)
        else:
            parts.append(_tag(part, depth + 1) if part else None)
    spans = (_span(element, b"ColSpan"), _span(element, b"RowSpan")) if kind in _CELLS else (1, 1)
    return Tag(kind, tuple(ids), tuple(parts), *spans)


def _kind(element: Any) -> str:
    length = raw.FPDF_StructElement_GetType(element, None, 0)
    if length <= 0:
        return ""
    found = ctypes.create_string_buffer(length)
    raw.FPDF_StructElement_GetType(element, found, length)
    return found.raw[: length - 2].decode("utf-16-le", "replace")


def _span(cell: Any, name: bytes) -> int:
    """What an attribute of a cell says, 1 where it has none."""
    number = ctypes.c_float()
    for at in range(max(raw.FPDF_StructElement_GetAttributeCount(cell), 0)):
        attributes = raw.FPDF_StructElement_GetAttributeAtIndex(cell, at)
        value = attributes and raw.FPDF_StructElement_Attr_GetValue(attributes, name)
        if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, ctypes.byref(number)):
            return max(int(number.value), 1)
    return 1
