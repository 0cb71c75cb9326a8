"""Struck words of a PDF page: what a thin line goes through is policy no longer, whoever drew the line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from parsers.pdf_pages.shapes import Shape, Word, level_strokes

# A stroke is so thin (points), so long, and crosses a word between these shares of its height: no rule, no underline.
_THICKEST, _SHORTEST = 2.0, 3.0
_HIGHEST, _LOWEST = 0.35, 0.72
# A stroke begins and ends with its words; the rule of a table goes on.
_OVER = 1.5


def without_struck(page: Any, words: Sequence[Word]) -> list[Word]:
    """`words` of a pdfplumber page without those that are struck through."""
    strokes = [shape for shape in level_strokes(page, _THICKEST) if shape["x1"] - shape["x0"] > _SHORTEST]
    struck = {id(word) for stroke in strokes for word in _under(stroke, words)}
    return [word for word in words if id(word) not in struck]


def _under(stroke: Shape, words: Sequence[Word]) -> list[Word]:
    """The words that a stroke crosses; none where it goes beyond them to either side."""
    level = (stroke["top"] + stroke["bottom"]) / 2
    crossed = [
        word
        for word in words
        if word.top + _HIGHEST * (word.bottom - word.top) < level < word.top + _LOWEST * (word.bottom - word.top)
        and stroke["x0"] - _OVER <= word.x0
        and word.x1 <= stroke["x1"] + _OVER
    ]
    if not crossed:
        return []
    begins, ends = min(word.x0 for word in crossed), max(word.x1 for word in crossed)
    return crossed if begins - stroke["x0"] <= _OVER and stroke["x1"] - ends <= _OVER else []
