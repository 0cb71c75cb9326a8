"""Rows of a list that send the reader to several notes ("a, b, c" under "Notes"): what they ask stands in the row.

One note holds for several rows, and a row bears several: each is read where it is borne, and none by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.text import ON_THE_LINE, without_note_marks

_SIGN = r"(?:\d{1,2}|[A-Ha-h])"
_SENDS_ON = compiled(r"\b(?:notes?|footnotes?|criteria|rules?|comments?|restrictions?|codes?|see)\b", re.IGNORECASE)
# "a, b, d", "Notes 1 and 3", "1/2": a cell of signs, and no more.
_SIGNS = compiled(
    rf"\W*(?:(?:notes?|see|footnotes?|rules?)\W+)*(?P<signs>{_SIGN}(?:\s*(?:[,;/&+]|and)\s*{_SIGN})*)\W*", re.IGNORECASE
)
_EACH = compiled(_SIGN)
_OPENS = compiled(
    rf"^\W*(?:(?:foot)?notes?\s+|rule\s+)?(?P<sign>{_SIGN})[\s.:)\]⁾–—=-]+(?P<note>[A-Z].*)", re.IGNORECASE
)
_FEWEST = 2


def with_notes_in_rows(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the notes of each row in its cell of signs, and without these notes; and the text that is printed
    for each row.
    """
    borne = {place: signs for place, block in enumerate(blocks) if (signs := _borne(block))}
    notes = {place: note for place, block in enumerate(blocks) if borne and (note := _note(block))}
    told = dict(notes.values())
    ours = [place for place in borne if named_products(blocks[place].text)]
    if len(told) < max(_FEWEST, len(notes)) or not ours or not all(set(borne[place][1]) <= set(told) for place in ours):
        return tuple(blocks), {}
    kept = {place: _told(blocks[place], *borne[place], told) if place in ours else blocks[place] for place in borne}
    restated = {row.text: blocks[place].text for place, row in kept.items() if place in ours}
    return tuple(_without(blocks, kept, notes)), restated


def _without(
    blocks: Sequence[Block], kept: Mapping[int, Block], notes: Mapping[int, tuple[str, str]]
) -> Iterator[Block]:
    for place, block in enumerate(blocks):
        if place not in notes:
            yield kept.get(place, block)


def _borne(row: Block) -> tuple[int, tuple[str, ...]] | None:
    """The cell of a row that holds signs alone under a title that sends on, and these signs; None where none does."""
    if row.kind != "row" or len(row.cells) != len(row.header):
        return None
    for place, (title, cell) in enumerate(zip(row.header, row.cells, strict=True)):
        signs = _SIGNS.fullmatch(cell.translate(ON_THE_LINE)) if _SENDS_ON.search(title) else None
        if signs:
            return place, tuple(sign.lower() for sign in _EACH.findall(signs["signs"]))
    return None


def _note(block: Block) -> tuple[str, str] | None:
    """The sign and the text of a note; None for any other block."""
    text = f"{block.marker} {block.text}" if block.kind == "item" else block.text
    found = _OPENS.match(text.translate(ON_THE_LINE)) if block.kind in ("paragraph", "item") else None
    return (found["sign"].lower(), without_note_marks(found["note"])) if found else None


def _told(row: Block, place: int, signs: Sequence[str], notes: Mapping[str, str]) -> Block:
    said = "\n".join(f"• {notes[sign]}" for sign in signs)
    cells = tuple(said if number == place else cell for number, cell in enumerate(row.cells))
    return replace(row, cells=cells, text=" | ".join(cells))
