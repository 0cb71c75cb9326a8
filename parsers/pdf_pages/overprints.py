"""Running lines of a PDF page that are printed across its text, where a page has more text than its margins allow.

"Molina 4. Healthcare, Member has Inc. …": both lines stand at one height, and only their letters tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.pdf_pages.shapes import Word

_MARGIN = 0.14
# A running line has so many words at least, in letters so much smaller (points) than the words that it covers.
_FEWEST, _SMALLER = 3, 0.5
# Words cover each other when they share so much of the smaller one's height, and so much of a line (points).
_HEIGHT, _WIDTH = 0.25, 1.0
_FEWEST_COVERED = 2
# On the first page it may tell what no other line does: it is read before the page's own text.
_APART = 60.0


def without_overprints(words: Sequence[Word], height: float, *, first: bool) -> list[Word]:
    """`words` of a page so high, without those of a running line across its text; on the `first` page, such a line
    above all others.
    """
    over = {id(word) for line in _small_lines(words, height) if _covers(line, words) for word in line}
    if not over:
        return list(words)
    moved = [
        replace(word, top=word.top - height - _APART, bottom=word.bottom - height - _APART)
        for word in words
        if first and id(word) in over
    ]
    return [*moved, *(word for word in words if id(word) not in over)]


def _small_lines(words: Sequence[Word], height: float) -> Iterator[list[Word]]:
    """The words at one height in one size, near the upper or lower edge of a page."""
    lines: dict[tuple[float, int], list[Word]] = {}
    for word in words:
        if word.top < _MARGIN * height or word.bottom > (1 - _MARGIN) * height:
            lines.setdefault((round(word.size, 1), round(word.bottom)), []).append(word)
    return (line for line in lines.values() if len(line) >= _FEWEST)


def _covers(line: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether several words of a line are printed over larger ones of another."""
    larger = [word for word in words if word.size > line[0].size + _SMALLER]
    return sum(any(_overlap(word, other) for other in larger) for word in line) >= _FEWEST_COVERED


def _overlap(word: Word, other: Word) -> bool:
    beside = other.x0 > word.x1 - _WIDTH or word.x0 > other.x1 - _WIDTH
    return not beside and min(word.bottom, other.bottom) - max(word.top, other.top) > _HEIGHT * word.size
