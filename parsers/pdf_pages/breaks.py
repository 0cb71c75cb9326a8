"""Lines that somebody ended early, told from those that the measure broke, by the lines around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.language.patterns import compiled
from parsers.lists.markers import read_marker
from parsers.pdf_pages.columns import Piece
from parsers.pdf_pages.content import Line
from parsers.pdf_pages.style import Style

# A smaller distance, in usual ones, keeps lines in one stack; edges so near each other, in points, are one.
_PITCHES, _ALIGNED = 1.22, 2.5
_FEWEST_LINES = 3
# Of the width of the stack; a line leaves so much free beyond the word that would have fitted.
_ROOM = 0.05
_GOES_ON = compiled(
    r"(?:\b(?:a|an|the|of|for|in|to|with|by|from|on|at|as|is|are|be|when|if|that|which|each|any|all|and|or|not)|[-/(])$",
    re.IGNORECASE,
)


def with_breaks(pieces: Iterable[Piece], style: Style) -> Iterator[Piece]:
    """`pieces` with those lines marked as `broken` after which the next word would have fitted in their own stack.

    Where that holds of half of the lines, every one is a line of its own.
    """
    stack: list[Line] = []
    for piece in pieces:
        if isinstance(piece, Line) and stack and _is_under(stack, piece, style):
            stack.append(piece)
            continue
        yield from _marked(stack)
        stack = [piece] if isinstance(piece, Line) else []
        if not stack:
            yield piece
    yield from _marked(stack)


def _is_under(stack: Sequence[Line], line: Line, style: Style) -> bool:
    above = stack[-1]
    aligned = abs(line.x0 - above.x0) <= _ALIGNED or (len(stack) == 1 and read_marker(above.text) is not None)
    near = 0 < line.top - above.top <= _PITCHES * style.line_pitch(line.size)
    same = line.page == above.page and line.bold == above.bold and abs(line.size - above.size) < 0.15 * above.size
    return aligned and near and same and read_marker(line.text) is None


def _marked(stack: Sequence[Line]) -> Sequence[Line]:
    if len(stack) < _FEWEST_LINES:
        return stack
    right, left = max(line.x1 for line in stack), min(line.x0 for line in stack)
    full = right - _ROOM * (right - left)
    early = [above.leaves_room(line, full) for above, line in pairwise(stack)]
    if 2 * sum(early) >= len(early):
        early = [True] * len(early)
    broken = [fits and not _goes_on(above, line) for fits, (above, line) in zip(early, pairwise(stack), strict=True)]
    return [*(replace(line, broken=is_broken) for line, is_broken in zip(stack, broken, strict=False)), stack[-1]]


def _goes_on(above: Line, line: Line) -> bool:
    return line.text[:1].islower() or bool(_GOES_ON.search(above.text))
