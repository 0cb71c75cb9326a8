"""Titles set smaller than the text, as browsers print the lowest ranks of headings: bold, with room above and below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from parsers.pdf_pages.content import Line, PageContent

# A title of this kind is smaller than so much of the text's size, and no smaller than so much: that would be a note.
SMALL, _SMALLEST = 0.85, 0.6
# The distance to the lines around it, in its own size: lines of one paragraph stand 1.2 apart.
_ROOM = 1.9
# Of the lines of a size in bold so many stand with room around them where the size is one of titles.
_MOST_OFTEN = 0.7
_LONGEST = 120


def title_sizes(pages: Sequence[PageContent], body: float) -> tuple[float, ...]:
    """Sizes below that of the text, largest first, that bold titles are set in; () where none is."""
    return tuple(sorted((size for size in _set_off(pages) if _SMALLEST * body <= size < SMALL * body), reverse=True))


def bold_titles_stand_apart(pages: Sequence[PageContent], body: float) -> bool:
    """Whether the bold lines in the size of the text have room around them, as titles of a rank of their own have."""
    return body in _set_off(pages)


def _set_off(pages: Sequence[PageContent]) -> frozenset[float]:
    """Sizes whose bold lines nearly all are short and stand with room above and below."""
    every: Counter[float] = Counter()
    apart: Counter[float] = Counter()
    for above, line, below in _with_neighbours(pages):
        if line.bold:
            every[line.size] += 1
            apart[line.size] += _is_far(above, line) and _is_far(line, below) and len(line.text) < _LONGEST
    return frozenset(size for size in every if apart[size] >= _MOST_OFTEN * every[size])


def _with_neighbours(pages: Sequence[PageContent]) -> Iterator[tuple[Line | None, Line, Line | None]]:
    for page in pages:
        lines = [line for row in page.rows for line in row]
        for place, line in enumerate(lines):
            yield (lines[place - 1] if place else None), line, (lines[place + 1] if place + 1 < len(lines) else None)


def _is_far(above: Line | None, below: Line | None) -> bool:
    """Whether there is room between two lines; the edge of a page is room, and so is the top of another column."""
    if above is None or below is None:
        return True
    return not 0 <= below.top - above.top < _ROOM * min(above.size, below.size)
