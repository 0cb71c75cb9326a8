"""Entries of a memo on several drugs ("2. SPRAVATO (esketamine) kits"), which head all that follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.headings import MADE_SECTION_DEPTH

_NAME = compiled(r"(?P<name>[A-Z][A-Za-z]+ \([a-z][a-z -]{3,40}\))(?P<rest>.*)")
_MARKER = compiled(r"(?P<number>\d{1,2})[.)]")
# "Auvelity. Two preferred agents." beside "Spravato (esketamine). Resistant depression. …".
_OPENS = compiled(r"(?P<name>[A-Z][a-z]{3,}(?: \([a-z][a-z -]{3,40}\))?)\.\s+(?=[A-Z])")
# News of drugs are told in sentences under no such title.
_OF_CRITERIA = compiled(r"\b(?:criteria|requirements)\b", re.IGNORECASE)
_FEWEST = 2


def with_drug_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the name of each entry as a heading above every other, and what stands beside it as a paragraph.

    Entries are numbered, or are headings over the same titles ("APPROVAL CRITERIA") in the same rank; two at least, and
    one of them of our drug.
    """
    entries = _counted(blocks)
    if entries and blocks[entries[0]].kind == "heading":
        return _lifted(blocks, entries)
    if entries:
        top = min(block.depth for block in blocks[entries[0] :] if block.kind == "heading")
        return tuple(part for place, block in enumerate(blocks) for part in _split(block, top, headed=place in entries))
    if opened := _opened(blocks):
        return tuple(part for place, block in enumerate(blocks) for part in _titled(block, headed=place in opened))
    over = _over_the_same(blocks)
    return tuple(
        replace(block, depth=max(1, block.depth - 1)) if place in over else block for place, block in enumerate(blocks)
    )


def _lifted(blocks: Sequence[Block], entries: Sequence[int]) -> tuple[Block, ...]:
    """`blocks`, with numbered titles of their rank, the entries among them, above the titles without a number that
    stand under them ("DENIAL CRITERIA:").
    """
    rank = blocks[entries[0]].depth
    plain = [block.depth for block in blocks[entries[0] :] if block.kind == "heading" and not block.marker]
    depth = max(1, min([rank, *(each - 1 for each in plain)]))
    return tuple(
        replace(block, depth=depth) if block.kind == "heading" and block.marker and block.depth == rank else block
        for block in blocks
    )


def _counted(blocks: Sequence[Block]) -> list[int]:
    """The places of numbered entries that count on, with headings between them (else they are a list); [] for none."""
    entries = [place for place, block in enumerate(blocks) if _numbered(block)]
    one_kind = len({(blocks[place].kind, blocks[place].kind == "heading" and blocks[place].depth) for place in entries})
    apart = all(any(each.kind == "heading" for each in blocks[one:other]) for one, other in pairwise(entries))
    counts = [_numbered(blocks[place]) for place in entries]
    ours = any(named_products(blocks[place].text) for place in entries)
    on = len(entries) >= _FEWEST and counts == list(range(counts[0], counts[0] + len(counts)))
    return entries if on and apart and ours and one_kind == 1 else []


def _over_the_same(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of headings that the same title follows in their own rank, where one of them names our drug."""
    headings = [(place, block) for place, block in enumerate(blocks) if block.kind == "heading"]
    under: dict[str, list[int]] = {}
    for (place, above), (_, title) in pairwise(headings):
        if above.depth == title.depth > 1:
            under.setdefault(title.text, []).append(place)
    alike = [places for places in under.values() if len({blocks[place].text for place in places}) >= _FEWEST]
    return frozenset(
        place for places in alike if any(named_products(blocks[each].text) for each in places) for place in places
    )


def _opened(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of paragraphs that open with a drug's name and a full stop, one of ours and of others about it."""
    named = {place: _OPENS.match(block.text) for place, block in enumerate(blocks) if block.kind == "paragraph"}
    names = {place: found["name"] for place, found in named.items() if found}
    ours = {
        place
        for place, name in names.items()
        if is_drug_name(name) and _OF_CRITERIA.search(" ".join(blocks[place].path))
    }
    beside = {place - 1 for place in ours} | {place + 1 for place in ours}
    return frozenset(names) if ours and beside & (set(names) - ours) else frozenset()


def _titled(block: Block, *, headed: bool) -> Iterator[Block]:
    """An entry as the name of its drug in a heading, with the rest of the paragraph under it."""
    found = _OPENS.match(block.text) if headed else None
    if found is None:
        yield block
        return
    yield replace(block, kind="heading", text=found["name"], depth=MADE_SECTION_DEPTH)
    yield replace(block, text=block.text[found.end() :])


def _numbered(block: Block) -> int:
    """The number of an entry; 0 of any other block."""
    marker = _MARKER.fullmatch(block.marker) if block.kind in ("item", "heading") else None
    return int(marker["number"]) if marker and _NAME.fullmatch(block.text) else 0


def _split(block: Block, top: int, *, headed: bool) -> Iterator[Block]:
    name = _NAME.fullmatch(block.text) if headed else None
    if name is None:
        yield block
        return
    yield replace(block, kind="heading", text=name["name"], depth=max(1, top - 1))
    if name["rest"].strip():
        yield replace(block, kind="paragraph", text=name["rest"].strip(), marker="", depth=0)
