"""Markers that a table without rules sets half-way down their text, as web pages print the cells of a numbered form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.pdf_pages.shapes import Word

_MARK = compiled(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-hA-H]|[ivx]{1,4})[.)]?")
# How far its text stands from a marker, and one line of it from the next, in letter sizes.
_FARTHEST, _PITCH = 4.0, 1.6
# Points by which the lines of one text may stand apart on the left.
_ALIGNED = 1.5


def with_marks_at_first_lines(words: Sequence[Word]) -> list[Word]:
    """`words`, with a marker that stands between two lines of its text beside the first of them.

    Its text has as many lines above as below it; a marker on a line of its own text stays where it is.
    """
    moved = {id(mark): first for mark in words if _MARK.fullmatch(mark.text) and (first := _first_line(mark, words))}
    return [
        replace(word, top=moved[id(word)].top, bottom=moved[id(word)].bottom) if id(word) in moved else word
        for word in words
    ]


def _first_line(mark: Word, words: Sequence[Word]) -> Word | None:
    """The word that opens the text half-way down which a marker stands; None for a marker on a line."""
    reach = _FARTHEST * mark.size
    near = [word for word in words if word.x1 > mark.x0 - reach and word.x0 <= mark.x1 + reach and word is not mark]
    if any(_on_line(mark, word) for word in near):
        return None
    beside = [word for word in near if word.x0 > mark.x1]
    above = sorted((word for word in beside if word.mid_y < mark.mid_y), key=lambda word: (-word.mid_y, word.x0))
    below = sorted((word for word in beside if word.mid_y > mark.mid_y), key=lambda word: (word.mid_y, word.x0))
    upward = list(_lines(mark, above, above[:1]))
    downward = list(_lines(mark, below, above[:1]))
    return upward[-1] if upward and len(upward) == len(downward) else None


def _on_line(mark: Word, word: Word) -> bool:
    """Whether a word stands on a marker's line or crosses its middle."""
    return abs(word.mid_y - mark.mid_y) < 0.25 * mark.size


def _lines(mark: Word, words: Sequence[Word], aligned: Sequence[Word]) -> Iterator[Word]:
    """The words that open the lines of one text, from the marker on, as far as they stand close to one another."""
    before, reach = mark, 0.6 * _PITCH
    for word in words:
        if any(abs(word.x0 - other.x0) > _ALIGNED for other in aligned):
            continue
        if abs(word.mid_y - before.mid_y) > reach * mark.size:
            return
        yield word
        before, reach = word, _PITCH
