"""What a PDF page is made of, for those who find its lines, columns and tables; lengths in points from the top left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from parsers.pdf_pages.tags import Place

Box = tuple[float, float, float, float]
# A letter, curve, rectangle or image as pdfplumber describes it.
Shape = Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word where it is printed; `order` tells when it was drawn, `size` is that of its letters.

    `place` is where the tags of the file put it; None without them.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    fontname: str
    order: int
    chars: Sequence[Shape]
    place: Place | None = None

    @property
    def mid_y(self) -> float:
        """How far down the page the middle of the word stands."""
        return (self.top + self.bottom) / 2

    @property
    def content(self) -> int | None:
        """The number on its page of the content that the word stands in, which tags are told by; None without one."""
        number = self.chars[0].get("mcid") if self.chars else None
        return number if isinstance(number, int) else None

    def is_in(self, box: Box, over: float = 0.0) -> bool:
        """Whether the middle of the word lies in `box`, or so far outside it at most."""
        x, y, (left, top, right, bottom) = (self.x0 + self.x1) / 2, self.mid_y, box
        return left - over <= x < right + over and top - over <= y < bottom + over

    def crosses(self, edge: float, over: float = 0.0) -> bool:
        """Whether the word stands on both sides of an upright edge, by more than so much."""
        return self.x0 + over < edge < self.x1 - over


def on_one_line(words: Iterable[Word]) -> bool:
    """Whether there are words, and all stand at one height."""
    return len({round(word.bottom) for word in words}) == 1


def level_strokes(page: Any, thickest: float) -> list[Shape]:
    """The level strokes of a pdfplumber page, whether drawn as lines or as flat rectangles, no thicker than that."""
    return [shape for shape in chain(page.rects, page.lines) if shape["bottom"] - shape["top"] < thickest]


def lies_in(box: Box, other: Box, over: float = 0.0) -> bool:
    """Whether `box` lies in `other`, or reaches out of it by so much at most."""
    begins = other[0] - over <= box[0] and other[1] - over <= box[1]
    return begins and box[2] <= other[2] + over and box[3] <= other[3] + over
