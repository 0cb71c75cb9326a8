"""Tables that only align a list: the marker in one cell, its text in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from parsers.language.patterns import compiled
from parsers.lists.markers import Marked, ordinal, read_marker, style_of
from parsers.lists.nesting import Nesting
from parsers.models import Block
from parsers.sections.headings import BOLD_DEPTH, looks_like_heading

_NUMBER_AND_LETTER = compiled(r"\d{1,2}[a-z][.)]")
_DIGITS = compiled(r"\d{1,2}")
_BARE_SIGN = compiled(r"[A-Ha-h]|[IVXivx]{1,4}")
_BOXES = compiled(r"(?:[\s,/|☐□☑✓❑_\[\]()]*\b(?:yes|no|n/?a)\b[\s_☐□☑✓❑\[\]()]*){2,}", re.IGNORECASE)
_LETTER_AND_NUMBER = compiled(r"(?P<letter>[A-H])-?(?P<count>\d)[.)]?")
_OR_BEHIND = compiled(r"[;,]?\s+or\W*$", re.IGNORECASE)
_JOINED = compiled(r"[;,]?\s+(?:and|or)\W*$", re.IGNORECASE)
_ONE_OF_THESE = "One of the following:"
_FEWEST_ENTRIES = 3
_LONGEST_LABEL = 40
_FEWEST_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class _Entry:
    """A marked line; `column` is the cell of its marker."""

    marked: Marked
    column: int


def outline_blocks(
    rows: Sequence[tuple[str, ...]], pages: Sequence[int], below: Sequence[tuple[Block, ...]]
) -> list[Block]:
    """The items, titles and paragraphs of a table whose rows hold a marker and a text, or a text alone; [] when its
    rows say more than that. `pages` gives the page of each row, `below` the list that its text leads in.
    """
    rows = _with_signs_marked([_without_boxes(cells) for cells in rows])
    whole = _with_leads_once(list(_with_choices_led(list(zip(rows, pages, below, strict=True)))))
    said = [(cells, _entry(cells), page, under) for cells, page, under in whole if any(cells)]
    entries = [entry for _, entry, *_ in said if entry]
    if len(entries) < (_FEWEST_IN_A_ROW if _count_on(entries) else _FEWEST_ENTRIES) or not all(
        entry or _text(cells) for cells, entry, *_ in said
    ):
        return []
    nesting = Nesting(tolerance=0.5)
    blocks: list[Block] = []
    for cells, entry, page, under in said:
        led = _block(cells, entry, nesting, page)
        blocks += [led, *(replace(block, depth=led.depth + block.depth) for block in under)]
    return blocks


_Row = tuple[tuple[str, ...], int, tuple[Block, ...]]


def _with_choices_led(rows: Sequence[_Row]) -> Iterator[_Row]:
    """The rows, those that a merged marker holds together ("3." beside "PHQ-9 of 15; or" and "MADRS") as a choice."""
    for marker, run in groupby(rows, key=lambda row: row[0][0] if row[0] else ""):
        same = list(run)
        texts = [list(dict.fromkeys(filter(None, cells[1:]))) for cells, *_ in same]
        chosen = bool(marker) and len(same) > 1 and all(len(said) == 1 for said in texts)
        if not (chosen and all(_OR_BEHIND.search(said[0]) for said in texts[:-1])):
            yield from same
            continue
        yield (marker, _ONE_OF_THESE), same[0][1], ()
        for (said,), (_, page, under) in zip(texts, same, strict=True):
            yield ("", "•", _JOINED.sub("", said)), page, under


def _with_leads_once(rows: Sequence[_Row]) -> Iterator[_Row]:
    """The rows, a lead-in that is merged over several ("3 | One of these: | …") once, and what stands beside it as its
    items.
    """
    before: tuple[str, ...] = ()
    for cells, page, under in rows:
        marker, lead, *item = (*dict.fromkeys(filter(None, cells)), "", "")
        if not (len(item) == len(("item", "", "")) and cells[0] == marker and lead.endswith(":")):
            before = ()
            yield cells, page, under
            continue
        if before != (marker, lead):
            yield (marker, lead), page, ()
        before = (marker, lead)
        yield ("", "•", item[0]), page, under


def _count_on(entries: Sequence[_Entry]) -> bool:
    """Whether markers count from one, by a letter with a number ("B1", "B2") or in signs that stood bare ("A", "B"):
    few of them are a list all the same.
    """
    markers = [entry.marked.marker for entry in entries]
    if markers and all(_BARE_SIGN.fullmatch(marker.removesuffix(".")) for marker in markers):
        return True
    marked = [_LETTER_AND_NUMBER.fullmatch(marker) for marker in markers]
    counts = [found["count"] for found in marked if found]
    letters = {found["letter"] for found in marked if found}
    return len(letters) == 1 and counts == [str(place + 1) for place in range(len(entries))]


def _with_signs_marked(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows, letters or Roman numerals in a first cell as markers ("A." for "A") where they count from the first."""
    first = [cells[0] for cells in rows if cells and _BARE_SIGN.fullmatch(cells[0]) and any(cells[1:])]
    style = style_of(first[0]) if first else "bullet"
    letters = "lower" if first[:1] == ["a"] else "upper" if first[:1] == ["A"] else style
    counts = [ordinal(sign, letters) for sign in first] if len(set(map(len, first))) == 1 or letters == style else []
    if len(first) < _FEWEST_IN_A_ROW or counts != list(range(1, len(first) + 1)):
        return list(rows)
    return [(f"{cells[0]}.", *cells[1:]) if cells and cells[0] in first else cells for cells in rows]


def _without_boxes(cells: tuple[str, ...]) -> tuple[str, ...]:
    """A row of a form without the cells that only hold boxes for the answer."""
    return tuple("" if only_boxes(cell) else cell for cell in cells)


# A form has few kinds of boxes, in many cells.
@lru_cache(maxsize=512)
def only_boxes(cell: str) -> bool:
    """Whether a cell holds nothing but the boxes for yes and no."""
    return bool(_BOXES.fullmatch(cell))


def _block(cells: tuple[str, ...], entry: _Entry | None, nesting: Nesting, page: int) -> Block:
    if entry:
        depth = nesting.place(entry.marked, float(entry.column))
        return Block("item", entry.marked.rest, page, depth=depth, marker=entry.marked.marker)
    text = _text(cells)
    if looks_like_heading(text.rstrip(":")):
        nesting.reset()
        return Block("heading", text, page, depth=BOLD_DEPTH)
    nesting.interrupt()
    return Block("paragraph", text, page)


def _entry(cells: tuple[str, ...]) -> _Entry | None:
    column = next(place for place, cell in enumerate(cells) if cell)
    marker, *texts = dict.fromkeys(filter(None, cells[column:]))
    if len(texts) != 1:
        return None
    # "4a." counts within its number.
    marker = marker[-2:] if _NUMBER_AND_LETTER.fullmatch(marker) else marker
    marked = read_marker(f"{marker}. {texts[0]}" if _DIGITS.fullmatch(marker) else f"{marker} {texts[0]}")
    return _Entry(marked, column) if marked and marked.rest == texts[0] else None


def _text(cells: tuple[str, ...]) -> str:
    """What the row says where it says one thing, or behind an empty first cell a label and its value; "" otherwise."""
    texts = list(dict.fromkeys(filter(None, cells)))
    if len(texts) == len(("label", "value")) and not cells[0] and len(texts[0]) <= _LONGEST_LABEL:
        return ": ".join(texts)
    return texts[0] if len(texts) == 1 else ""
