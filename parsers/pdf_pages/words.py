"""Words of a PDF page as the outline needs them: raised signs told from numbers, drawn bullets among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import Any

from parsers.language.patterns import compiled
from parsers.pdf_pages.bare_marks import with_dotted_marks
from parsers.pdf_pages.centred_marks import with_marks_at_first_lines
from parsers.pdf_pages.marks import marked_words
from parsers.pdf_pages.overprints import without_overprints
from parsers.pdf_pages.shapes import Shape, Word
from parsers.pdf_pages.small_caps import with_small_caps
from parsers.pdf_pages.strikes import without_struck
from parsers.text import normalise, superscript

# Fonts whose encoding keeps the bullet outside Unicode, at 127 or 149, leave its number as text.
_UNMAPPED_BULLET = compiled(r"\(cid:(?:127|149)\)")
# Fonts of signs print a bullet or a box where the text has a letter ("n", "q").
_SIGN_FONT = compiled(r"dingbat|wingding|webding", re.IGNORECASE)
# The font of mathematics has no encoding of its own in some files: "≥" and "≤" come out as letters of another.
_SYMBOL_FONT = compiled(r"(?:^|\+)Symbol", re.IGNORECASE)
_SYMBOLS = str.maketrans({"‡": "≥", "£": "≤"})
_BOXES = frozenset("opqr¨\uf06f\uf070\uf071\uf072\uf0a8")
# A footnote's sign, or that of a mark in trade ("BlueSM").
_RAISED = compiled(r"[\d,*†‡§-]{1,7}|[a-h]|\(?(?:TM|SM|R|[®™℠])\)?")
# The sign that opens a note.
_OPENS_NOTE = compiled(r"\d{1,2}|[a-h]|[*†‡§]{1,3}")
# A raised sign is set so much smaller and stands so far above the line, or farther in the same size, and so near its
# word (all but the first in letter sizes).
_SMALLER, _ABOVE, _FAR_ABOVE, _NEAR = 0.86, 0.12, 0.3, 0.3
# A note stands a blank behind its sign.
_A_BLANK = 0.5
# A watermark is set in letters so many times larger than the text; a letter is slanted from this slope on.
_HUGE, _LEAST_SLANT = 2.5, 0.05
# Numbers in a margin count lines when there are so many, the farthest so many usual steps apart.
_FEWEST_LINE_NUMBERS, _WIDEST_STEP = 12, 2.5


def page_words(page: Any) -> list[Word]:
    """The upright words of a pdfplumber page that say anything; "weeks" with a raised 1 is "weeks¹".

    `order` tells when a word was drawn.
    """
    level = _level(page)
    drawn = {id(char): place for place, char in enumerate(level.chars)}
    words = level.extract_words(
        extra_attrs=["fontname", "size"],
        x_tolerance_ratio=0.18,
        y_tolerance=2,
        keep_blank_chars=False,
        return_chars=True,
    )
    upright = [
        _word(word, _printed(word), drawn.get(id(word["chars"][0]), 0)) for word in words if word.get("upright", True)
    ]
    said = without_overprints(list(_with_trade_marks(upright)), float(page.height), first=page.page_number == 1)
    printed = _with_raised(_without_line_numbers(_without_watermarks(without_struck(page, said))))
    return marked_words(page, with_dotted_marks(with_marks_at_first_lines(list(with_small_caps(printed)))))


def _with_trade_marks(words: Sequence[Word]) -> Iterator[Word]:
    """`words` that say something; the sign behind one that says nothing ("®") takes room, it leaves no gap."""
    signs = [word for word in words if not normalise(word.text)]
    for word in words:
        if normalise(word.text):
            behind = next((sign for sign in signs if _is_behind(sign, word)), word)
            yield replace(word, x1=behind.x1) if behind is not word else word


def _is_behind(sign: Word, word: Word) -> bool:
    return abs(sign.x0 - word.x1) <= _NEAR * word.size and sign.top < word.bottom and word.top < sign.bottom


def _word(found: Shape, text: str, order: int) -> Word:
    x0, x1, top, bottom, size = (float(found[side]) for side in ("x0", "x1", "top", "bottom", "size"))
    return Word(text, x0, x1, top, bottom, size, found["fontname"], order, found["chars"])


def _level(page: Any) -> Any:
    """The page without slanted letters, which stamp it."""
    if not any(_is_slanted(char) for char in page.chars):
        return page
    return page.filter(lambda shape: shape["object_type"] != "char" or not _is_slanted(shape))


def _is_slanted(char: Shape) -> bool:
    across, up, *_ = char["matrix"]
    return bool(_LEAST_SLANT * abs(across) < abs(up) < abs(across) / _LEAST_SLANT)


def _without_watermarks(words: Sequence[Word]) -> list[Word]:
    """`words` without those in huge letters that lie under or over others."""
    if not words:
        return []
    huge = _HUGE * median(word.size for word in words)
    stamps = [id(word) for word in words if word.size > huge and any(_overlaps(word, other) for other in words)]
    return [word for word in words if id(word) not in stamps]


def _overlaps(word: Word, other: Word) -> bool:
    middle = other.mid_y
    beside = other.x1 <= word.x0 or other.x0 >= word.x1
    return other is not word and other.size < word.size and not beside and word.top < middle < word.bottom


def _without_line_numbers(words: Sequence[Word]) -> list[Word]:
    """`words` without the numbers in the margin that count the lines of the page."""
    numbers = [word for word in words if word.text.isdecimal()]
    for edge in (attrgetter("x0"), attrgetter("x1")):
        for column in _aligned(numbers, edge):
            if _counts_lines(column) and _stands_apart(column, words):
                counted = {id(word) for word in column}
                return [word for word in words if id(word) not in counted]
    return list(words)


def _aligned(words: Sequence[Word], edge: Callable[[Word], float]) -> list[list[Word]]:
    columns: dict[int, list[Word]] = {}
    for word in words:
        columns.setdefault(round(edge(word)), []).append(word)
    return [sorted(column, key=lambda word: word.top) for column in columns.values()]


def _counts_lines(column: Sequence[Word]) -> bool:
    if len(column) < _FEWEST_LINE_NUMBERS:
        return False
    distances = [below.top - above.top for above, below in pairwise(column)]
    counts = all(int(below.text) == int(above.text) + 1 for above, below in pairwise(column))
    return counts and max(distances) < _WIDEST_STEP * median(distances)


def _stands_apart(column: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether all other words stand on one side of a column."""
    counted = {id(word) for word in column}
    left, right = min(word.x0 for word in column), max(word.x1 for word in column)
    others = [word for word in words if id(word) not in counted]
    return all(word.x0 > right for word in others) or all(word.x1 < left for word in others)


def _printed(word: Shape) -> str:
    """What a word looks like on the page."""
    text = str(word["text"])
    if len(text) == 1 and _SIGN_FONT.search(word["fontname"]):
        return "☐" if text in _BOXES else "•"
    if _SYMBOL_FONT.search(word["fontname"]):
        text = text.translate(_SYMBOLS)
    return _UNMAPPED_BULLET.sub("•", text)


def _with_raised(words: Sequence[Word]) -> Iterator[Word]:
    """`words` with the raised signs behind those that they follow, and before the first word of the note they open."""
    hosts: dict[int, Word] = {}
    notes: dict[int, Word] = {}
    for word in words:
        if _RAISED.fullmatch(word.text) and (host := _host(word, words)):
            hosts[id(host)] = word
        elif _OPENS_NOTE.fullmatch(word.text) and (opening := _note(word, words)):
            notes[id(opening)] = word
    raised = {id(sign) for sign in (*hosts.values(), *notes.values())}
    for word in words:
        if id(word) in raised and id(word) not in hosts:
            continue
        before, behind = notes.get(id(word)), hosts.get(id(word))
        text = f"{superscript(before.text) if before else ''}{word.text}{superscript(behind.text) if behind else ''}"
        yield replace(word, text=text, x0=(before or word).x0, x1=(behind or word).x1)


def _note(sign: Word, words: Sequence[Word]) -> Word | None:
    """The first word of the note that a raised sign opens; None where it opens none."""
    if not _OPENS_NOTE.fullmatch(sign.text):
        return None
    return next(
        (word for word in words if 0 <= word.x0 - sign.x1 <= _A_BLANK * word.size and _is_above(sign, word)), None
    )


def _host(sign: Word, words: Sequence[Word]) -> Word | None:
    """The word that a raised sign follows; None when it is a word of the line."""
    for word in words:
        if abs(sign.x0 - word.x1) <= _NEAR * word.size and _is_above(sign, word):
            return word
    return None


def _is_above(sign: Word, word: Word) -> bool:
    """Whether a sign stands above the line of a word; a letter does so only where it is smaller."""
    smaller = sign.size <= _SMALLER * word.size
    least = _ABOVE if smaller else _FAR_ABOVE
    raised = least * word.size <= word.bottom - sign.bottom <= word.size and sign.size <= 1.05 * word.size
    return raised and (smaller or not sign.text.isalpha() or len(sign.text) > 1)
