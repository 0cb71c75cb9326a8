"""Rows of a list that send the reader to a numbered note amid other words ("PA; ST, note 3"): it is told in the row.

The notes stand as a list or a table titled as notes, or each by its name ("Note 3: …"). A cell of nothing but numbers
is read before (`notes_by_row`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.text import ON_THE_LINE

_SIGN = r"(?:\d{1,2}|[A-Ha-h]\b)"
_NAMED = r"(?:foot-?|end)?(?:notes?|remarks?|comments?)"
_SENDS = compiled(
    rf"[\s,;:–—-]*[(\[]?\s*\b(?:(?:see|refer to|per|under|as in|by|read)\s+)?(?:the\s+)?{_NAMED}\s*"
    rf"(?:nos?\.?\s*|numbers?\s+|#\s*)?(?P<signs>{_SIGN}(?:\s*(?:[,&/+]|and)\s*{_SIGN}(?!\w))*)(?!\w)\s*[)\]]?",
    re.IGNORECASE,
)
_EACH = compiled(_SIGN)
_TITLES = compiled(rf"\b{_NAMED}\b", re.IGNORECASE)
_MARKER = compiled(rf"\W*(?:{_NAMED}\s*)?(?P<sign>{_SIGN})\W*", re.IGNORECASE)
_OPENS = compiled(rf"^\W*(?P<name>{_NAMED}\s*)?(?P<sign>{_SIGN})[\s.:)\]–—=-]+(?P<note>[A-Z].+)", re.IGNORECASE)
_PAIR = 2


def with_notes_in_cells(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such notes behind the other words of our rows' cells and not where they stood; and what is
    printed in the place of each row.
    """
    ours = {place: signs for place, block in enumerate(blocks) if (signs := _sent_to(block))}
    found = {place: note for place, block in enumerate(blocks) if ours and (note := _note(block))}
    every = [sign for sign, _ in found.values()]
    told = {sign: note for sign, note in found.values() if every.count(sign) == 1}
    rows = {place: _told(blocks[place], told) for place, borne in ours.items() if borne <= set(told)}
    if not rows:
        return tuple(blocks), {}
    used = set().union(*(ours[place] for place in rows))
    gone = {place for place, (sign, _) in found.items() if sign in used}
    kept = tuple(rows.get(place, block) for place, block in enumerate(blocks) if place not in gone)
    return kept, {row.text: blocks[place].text for place, row in rows.items()}


def _sent_to(block: Block) -> set[str]:
    """The notes that a row of our drug names."""
    if block.kind != "row" or len(block.cells) < _PAIR or not named_products(block.text):
        return set()
    return {sign for cell in block.cells for found in _SENDS.finditer(cell) for sign in _signs(found)}


def _signs(found: re.Match[str]) -> Iterator[str]:
    yield from (sign.lower() for sign in _EACH.findall(found["signs"]))


def _note(block: Block) -> tuple[str, str] | None:
    """The sign and the words of a note; None for any other block."""
    titled = bool(block.path) and bool(_TITLES.search(block.path[-1]))
    if block.kind == "row" and len(block.cells) == _PAIR:
        sign = _MARKER.fullmatch(block.cells[0])
        titled = titled or bool(_TITLES.search(" ".join(block.header)))
        return (sign["sign"].lower(), block.cells[1]) if sign and titled else None
    if block.kind not in ("paragraph", "item"):
        return None
    printed = f"{block.marker} {block.text}" if block.kind == "item" else block.text
    opened = _OPENS.match(printed.translate(ON_THE_LINE))
    return (opened["sign"].lower(), opened["note"]) if opened and (titled or opened["name"]) else None


def _told(row: Block, told: Mapping[str, str]) -> Block:
    cells = tuple(_cell(cell, told) for cell in row.cells)
    return replace(row, cells=cells, text=" | ".join(cells))


def _cell(cell: str, told: Mapping[str, str]) -> str:
    signs = dict.fromkeys(sign for found in _SENDS.finditer(cell) for sign in _signs(found))
    left = _SENDS.sub("", cell).strip(" ,;")
    return "\n".join(filter(None, (left, *(f"• {told[sign]}" for sign in signs)))) if signs else cell
