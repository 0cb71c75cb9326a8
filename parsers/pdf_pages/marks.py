"""Bullets and boxes that a PDF draws instead of printing, as words of their line.

Browsers draw list bullets as small curves when they print a page, and a triangle before the title of a part that can be
folded; forms draw their boxes to tick.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from parsers.pdf_pages.shapes import Shape, Word

# What stands before the title of a part that is folded open.
UNFOLDED = "▾"
_TRIANGLE = 3
_SMALLEST, _LARGEST = 1.2, 13.0
# Width to height of what counts as round or square.
_NARROWEST, _WIDEST = 0.7, 1.45
# How far its text may stand from a mark, in letter sizes.
_FARTHEST = 3.2
_LARGEST_BULLET = 0.62
# More small shapes than this on one page are a drawing.
_MOST_MARKS = 400


def marked_words(page: Any, words: Sequence[Word]) -> list[Word]:
    """`words` with a bullet or an empty box before each that has one drawn before it; `page` is a pdfplumber page."""
    return [*words, *_marks(page, words)]


def _marks(page: Any, words: Sequence[Word]) -> Iterator[Word]:
    taken: set[tuple[float, float]] = set()
    small = [shape for shape in (*page.curves, *page.rects, *page.images) if _is_small(shape)]
    for shape in small if len(small) <= _MOST_MARKS else ():
        place = (round(shape["x0"]), round(shape["top"]))
        if place in taken:
            continue
        word = _marked_word(shape, words)
        if word is not None:
            taken.add(place)
            yield replace(word, text=_sign(shape, word), x0=shape["x0"], x1=shape["x1"], chars=())


def _is_small(shape: Shape) -> bool:
    width, height = shape["x1"] - shape["x0"], shape["bottom"] - shape["top"]
    if not (_SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST):
        return False
    return bool(_NARROWEST <= width / height <= _WIDEST)


def _marked_word(shape: Shape, words: Sequence[Word]) -> Word | None:
    """The first word to the right of `shape` on its line; None when there is none near or a word covers the shape."""
    middle = (shape["top"] + shape["bottom"]) / 2
    on_line = [word for word in words if word.top <= middle <= word.bottom and word.x1 > shape["x0"] + 0.5]
    after = min(on_line, key=lambda word: word.x0, default=None)
    if after is None or after.x0 < shape["x1"] - 0.5 or after.x0 - shape["x1"] > _FARTHEST * after.size:
        return None
    return after


def _sign(shape: Shape, word: Word) -> str:
    """A box to tick where the shape is as tall as the letters and open, the sign of an open part, else a bullet."""
    if _points_down(shape):
        return UNFOLDED
    is_open = shape["object_type"] != "image" and not shape.get("fill")
    tall = shape["bottom"] - shape["top"] > _LARGEST_BULLET * word.size
    return "☐" if is_open and tall else "•"


def _points_down(shape: Shape) -> bool:
    """Whether a shape is a triangle that stands on its point."""
    corners = {(round(x, 1), round(y, 1)) for x, y in shape.get("pts") or ()}
    lowest = max((y for _, y in corners), default=0.0)
    return len(corners) == _TRIANGLE and sum(1 for _, y in corners if lowest - y < 1.0) == 1
