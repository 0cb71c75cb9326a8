"""Numbered items of a notice that each open with a title ("3. Billing code. …", "6. Contacts. …"), one of which stands
over paragraphs that lead in what is asked for a use: sections, and no criteria beside those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.lists.list_shapes import has_verb
from parsers.lists.markers import ordinal, style_of
from parsers.models import Block
from parsers.sections.made_sections import section_of
from parsers.uses.indications import mentions

_ENTRY = compiled(r"^(?P<title>[A-Z][^.:;?]{2,80})[.:](?:\s+(?P<rest>[A-Z].*))?$")
_MOST_WORDS = 9
_FEWEST = 3


def with_titled_items(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with each item of such a series as a heading over the rest of its text."""
    for series in _series(blocks):
        if _are_sections(blocks, series):
            return tuple(_sectioned(blocks, set(series)))
    return tuple(blocks)


def _series(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The places of outermost blocks that count on from 1, with their titles, whatever stands between them."""
    run: list[int] = []
    for place, block in enumerate(blocks):
        count = _count(block)
        if count == 1:
            yield run
            run = [place]
        elif run and count == len(run) + 1:
            run.append(place)
    yield run


def _count(block: Block) -> int:
    """The number of an outermost item with a title, or of a heading; 0 for any other block."""
    if block.kind not in ("item", "heading") or not block.marker or (block.kind == "item" and block.depth != 1):
        return 0
    numbered = style_of(block.marker) == "decimal" and _is_titled(block)
    return ordinal(block.marker, "decimal") if numbered else 0


def _is_titled(block: Block) -> bool:
    if block.kind == "heading":
        return True
    entry = _ENTRY.match(block.text)
    return entry is not None and len(entry["title"].split()) <= _MOST_WORDS and not has_verb(entry["title"])


def _are_sections(blocks: Sequence[Block], series: Sequence[int]) -> bool:
    """Whether several items are titled, and paragraphs under one of them lead in the criteria of a use."""
    items = [place for place in series if blocks[place].kind == "item"]
    return (
        len(series) >= _FEWEST
        and bool(items)
        and any(_holds_criteria(blocks[start + 1 : end]) for start, end in pairwise((*series, len(blocks))))
    )


def _holds_criteria(blocks: Sequence[Block]) -> bool:
    return any(
        block.kind == "paragraph" and after.kind == "item" and leads_in(block.text) and bool(mentions(block.text))
        for block, after in pairwise(blocks)
    )


def _sectioned(blocks: Sequence[Block], series: set[int]) -> Iterator[Block]:
    over = ""
    for place, block in enumerate(blocks):
        over = "" if block.kind == "heading" else over
        entry = _ENTRY.match(block.text) if place in series and block.kind == "item" else None
        if entry:
            over = entry["title"]
            yield from section_of(block, entry)
        else:
            yield replace(block, path=(*block.path, over)) if over else block
