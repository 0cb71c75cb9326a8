"""Lists of terms and what is said of each: a term at the margin, its text set in right below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.lists.markers import read_marker
from parsers.models import Block
from parsers.pdf_pages.columns import Piece
from parsers.pdf_pages.content import Line, Pair
from parsers.pdf_pages.style import Style
from parsers.web.lists import titled_terms

# A text is set in by so many letter sizes at least; its lines and its term stand no more usual distances apart.
_SET_IN, _PITCHES = 1.2, 1.22
# Points that the lines of one margin may stand apart.
_ALIGNED = 1.5
_FEWEST, _MOST_LINES_OF_A_TERM = 2, 2
# Where a sentence ends or goes on, no term ends.
_NO_TERM = compiled(r"[.;,]$|^[a-z]")
_PAIR = ("term", "definition")


@dataclass(frozen=True, slots=True)
class _Entry:
    """Places of the first line of a term, of the first line of its text, and behind the last one."""

    term: int
    text: int
    end: int


def with_terms(pages: Sequence[Sequence[Piece]], rights: Sequence[float], style: Style) -> list[list[Piece]]:
    """The pieces of pages with those lines marked that open a term or its text, where several follow one another.

    `rights` is how far the text of each page reaches.
    """
    pieces = [(piece, place) for place, page in enumerate(pages) for piece in page]
    reader = _Reader([piece for piece, _ in pieces], [rights[place] for _, place in pieces], style)
    opened = dict(reader.openings())
    told: list[list[Piece]] = [[] for _ in pages]
    for number, (piece, place) in enumerate(pieces):
        kind = opened.get(number)
        told[place].append(replace(piece, pair=kind) if kind and isinstance(piece, Line) else piece)
    return told


def as_lists(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with their lists of terms told as those of a web page are."""
    told: list[Block] = []
    for paired, run in groupby(blocks, key=lambda block: block.kind in _PAIR):
        listed = list(run)
        told += titled_terms(listed) if paired else listed
    return told


@dataclass(frozen=True, slots=True)
class _Reader:
    pieces: Sequence[Piece]
    rights: Sequence[float]
    style: Style

    def openings(self) -> Iterator[tuple[int, Pair]]:
        """The places of the lines that open a term or a text, and which of both."""
        number = 0
        while number < len(self.pieces):
            entries = list(self._entries(number))
            if len(entries) >= _FEWEST:
                yield from ((entry.term, "term") for entry in entries)
                yield from ((entry.text, "definition") for entry in entries)
            number = entries[-1].end if entries else number + 1

    def _entries(self, start: int) -> Iterator[_Entry]:
        """The entries from `start` on that follow one another at one margin."""
        first = None
        while (entry := self._entry(start)) and (first is None or self._are_aligned(first, entry)):
            yield entry
            first, start = first or entry, entry.end

    def _are_aligned(self, first: _Entry, entry: _Entry) -> bool:
        pairs = ((first.term, entry.term), (first.text, entry.text))
        return all(_aligned(self.pieces[left], self.pieces[right]) for left, right in pairs)

    def _entry(self, start: int) -> _Entry | None:
        text = start + 1
        while text < start + _MOST_LINES_OF_A_TERM and self._goes_on(text):
            text += 1
        if not (self._is_set_in(text) and self._is_term(start, text)):
            return None
        end = text + 1
        while self._goes_on(end):
            end += 1
        torn = self._is_aligned(end) and _aligned(self.pieces[end], self.pieces[text])
        return None if torn else _Entry(start, text, end)

    def _is_term(self, start: int, end: int) -> bool:
        lines = [line for line in self.pieces[start:end] if isinstance(line, Line)]
        plain = all(not line.bold and not self.style.is_large(line) for line in lines)
        text = " ".join(line.text for line in lines)
        return plain and not _NO_TERM.search(text) and read_marker(text) is None

    def _is_set_in(self, number: int) -> bool:
        """Whether the line there is set in right under one that ended early."""
        pair = self._pair(number)
        if not pair or not self._fits(number):
            return False
        above, line = pair
        return line.indent - above.indent >= _SET_IN * line.size and read_marker(line.text) is None and not line.bold

    def _goes_on(self, number: int) -> bool:
        """Whether the line there goes on with the paragraph of the full line above it."""
        return self._is_aligned(number) and not self._fits(number)

    def _is_aligned(self, number: int) -> bool:
        pair = self._pair(number)
        return pair is not None and _aligned(*pair)

    def _pair(self, number: int) -> tuple[Line, Line] | None:
        """The line there and the one above it, where it stands right under that or at the head of the next page."""
        if number >= len(self.pieces):
            return None
        above, line = self.pieces[number - 1], self.pieces[number]
        if not (isinstance(above, Line) and isinstance(line, Line)) or abs(line.size - above.size) > 0.15 * above.size:
            return None
        near = 0 < line.top - above.top <= _PITCHES * self.style.line_pitch(line.size)
        return (above, line) if near or line.page == above.page + 1 else None

    def _fits(self, number: int) -> bool:
        """Whether the first word of the line there would have fitted behind the line above."""
        pair = self._pair(number)
        if not pair:
            return False
        above, line = pair
        return above.leaves_room(line, above.right or self.rights[number - 1])


def _aligned(one: Piece, other: Piece) -> bool:
    return isinstance(one, Line) and isinstance(other, Line) and abs(one.indent - other.indent) <= _ALIGNED
