"""Markers of a list that a PDF prints without a dot or bracket ("1", "a", "ii"), told by the room behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.lists.markers import ordinal, style_of
from parsers.pdf_pages.shapes import Word

_BARE = compiled(r"\d{1,2}|[a-h]|[ivx]{1,4}")
# How far its text stands from a marker, in letter sizes: farther than a space, nearer than another column.
_NEAREST, _FARTHEST = 0.6, 2.4
# How far below its lead-in a list begins, in letter sizes.
_LINES = 3
# Points by which markers of one list may stand apart.
_ALIGNED = 1.5


def with_dotted_marks(words: Sequence[Word]) -> list[Word]:
    """`words` with a dot behind each bare marker that counts on from another in its column or is counted on from.

    The first of a list may be the last of its page: under a lead-in that ends in a colon it counts alone.
    """
    marks = list(_marks(words))
    pairs = [(mark, after) for mark in marks for after in marks if _counts_on(mark, after)]
    counted = {id(word) for pair in pairs for word in pair}
    counted |= {id(mark) for mark in marks if ordinal(mark.text, style_of(mark.text)) == 1 and _is_led_in(mark, words)}
    return [replace(word, text=f"{word.text}.") if id(word) in counted else word for word in words]


def _marks(words: Sequence[Word]) -> Iterator[Word]:
    """The words that open their line, may be markers, and stand apart from a text that begins with a letter."""
    for word in words:
        if not _BARE.fullmatch(word.text):
            continue
        line = [other for other in words if other is not word and word.top <= other.mid_y <= word.bottom]
        after = min((other for other in line if other.x0 > word.x0), key=lambda other: other.x0, default=None)
        opens = all(other.x0 > word.x0 for other in line)
        if opens and after and after.text[:1].isalpha() and _is_apart(word, after):
            yield word


def _is_led_in(mark: Word, words: Sequence[Word]) -> bool:
    """Whether the line above a marker ends in a colon."""
    above = [word for word in words if word.bottom <= mark.mid_y and word is not mark]
    nearest = max(above, key=lambda word: (round(word.bottom), word.x1), default=None)
    return nearest is not None and nearest.text.endswith(":") and mark.top - nearest.bottom <= _LINES * mark.size


def _is_apart(word: Word, after: Word) -> bool:
    return _NEAREST * word.size <= after.x0 - word.x1 <= _FARTHEST * word.size


def _counts_on(mark: Word, after: Word) -> bool:
    """Whether `after` is the next of the list that `mark` is of, below it in one column."""
    style = style_of(mark.text)
    if style != style_of(after.text) or after.top <= mark.top or abs(mark.x0 - after.x0) > _ALIGNED:
        return False
    return ordinal(after.text, style) == ordinal(mark.text, style) + 1
