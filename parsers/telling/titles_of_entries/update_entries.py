"""Entries of a notice of updates, each under a line with its policy's name and number, parted by what was changed.

Where one is on our drug, those on others say nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.headings import MADE_CHAPTER_DEPTH, MADE_SECTION_DEPTH

# A policy's name, then its number: Spravato (esketamine) nasal spray, 1.23.456 AB | HMO.
_ENTRY = compiled(r"[A-Z][^.;:|]{2,80},? (?:\d{1,2}\.\d{2}\.\d{2,4}|[A-Z]{2,4}[.-]?\d{3,5})(?:[ |(].{0,30})?")
# "Medical necessity criteria updated", "Quantity limits added".
_PART = compiled(
    r"[A-Z][^.;:]{0,50}\b(?:criteria|limits?|requirements?|dosing|dosage|drugs?|indications?|codes?|statements?|lengths?|"
    r"durations?)\b[^.;:]{0,30}\b(?:updated|added|revised|removed|changed|clarified|deleted)\W*",
)
_FEWEST = 2
# Deeper than the headings of the layout.


def with_update_entries(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such lines as headings, where a notice has several of them."""
    entries = {place for place, block in enumerate(blocks) if _is_line(block) and _ENTRY.fullmatch(block.text)}
    if len(entries) < _FEWEST:
        return tuple(blocks)
    others = _of_others(blocks, entries) if any(named_products(blocks[place].text) for place in entries) else set()
    kept = [place for place in range(len(blocks)) if place not in others]
    left = {number for number, place in enumerate(kept) if place in entries}
    return tuple(_titled([blocks[place] for place in kept], left))


def _of_others(blocks: Sequence[Block], entries: set[int]) -> set[int]:
    """The places of the entries that never name our drug, with all that stands under them."""
    others: set[int] = set()
    for start in entries:
        end = next((at for at in range(start + 1, len(blocks)) if at in entries or blocks[at].kind == "heading"), None)
        entry = range(start, len(blocks) if end is None else end)
        if not any(named_products(blocks[place].text) for place in entry):
            others.update(entry)
    return others


def _titled(blocks: Sequence[Block], entries: set[int]) -> Iterator[Block]:
    over: tuple[str, ...] = ()
    for place, block in enumerate(blocks):
        over = () if block.kind == "heading" or place in entries else over
        part = bool(over) and _titles_part(blocks[place : place + 2])
        over = over[:1] if part else over
        placed = replace(block, path=(*block.path, *over)) if over else block
        if place in entries or part:
            yield replace(placed, kind="heading", depth=MADE_SECTION_DEPTH if part else MADE_CHAPTER_DEPTH)
            over = (*over, block.text)
        else:
            yield placed


def _titles_part(blocks: Sequence[Block]) -> bool:
    """Whether a line says what was changed, over the items that say how."""
    line, *after = blocks
    return _is_line(line) and bool(_PART.fullmatch(line.text)) and bool(after) and after[0].kind == "item"


def _is_line(block: Block) -> bool:
    return block.kind == "paragraph" and not block.marker
