"""Boxes beside the text of a page, which runs around them, and bars with titles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from parsers.pdf_pages.shapes import Box, Word, lies_in, on_one_line

# A box beside text is so wide at most, in widths of the page, and so high at least, in letters; it holds several words.
_WIDEST, _LOWEST, _FEWEST_WORDS = 0.6, 4.0, 4
# Words beside it stand on so many of the heights that it covers.
_FEWEST_BESIDE = 3
# A bar with a title is so high, in points, and so much higher than the letters of the title.
_LOWEST_BAR, _HIGHEST_BAR, _ROOM = 11.0, 44.0, 4.0


def boxes_beside_text(page: Any, words: Sequence[Word]) -> list[Box]:
    """The framed boxes of a pdfplumber page that text stands beside, none inside another."""
    framed = [_box(rect) for rect in page.rects if rect.get("stroke") and _is_upright(rect, float(page.width))]
    found = [box for box in framed if _is_beside_text(box, words)]
    return [box for box in found if not any(other != box and lies_in(box, other) for other in found)]


def filled_bars(page: Any, words: Sequence[Word]) -> list[Box]:
    """The filled boxes of a pdfplumber page that hold one line of text each, with room over and under it.

    A text that is marked in colour fills its box.
    """
    filled = {_box(rect) for rect in page.rects if rect.get("fill")}
    return [box for box in sorted(filled) if _LOWEST_BAR < box[3] - box[1] < _HIGHEST_BAR and _holds_a_line(box, words)]


def _holds_a_line(box: Box, words: Sequence[Word]) -> bool:
    inside = [word for word in words if word.is_in(box)]
    if not on_one_line(inside):
        return False
    room = box[3] - box[1] - max(word.size for word in inside)
    return room >= _ROOM and inside[0].x0 > box[0] + 1


def _box(rect: Any) -> Box:
    return float(rect["x0"]), float(rect["top"]), float(rect["x1"]), float(rect["bottom"])


def _is_upright(rect: Any, width: float) -> bool:
    return bool(rect["x1"] - rect["x0"] < _WIDEST * width)


def _is_beside_text(box: Box, words: Sequence[Word]) -> bool:
    inside = [word for word in words if word.is_in(box)]
    if len(inside) < _FEWEST_WORDS or box[3] - box[1] < _LOWEST * inside[0].size:
        return False
    level = [word for word in words if box[1] < word.mid_y < box[3] and not word.is_in(box)]
    crossing = any(word.crosses(edge) for word in (*inside, *level) for edge in (box[0], box[2]))
    return not crossing and len({round(word.bottom) for word in level}) >= _FEWEST_BESIDE
