"""Numbered entries of a memo on several drugs ("2. SPRAVATO (esketamine) kits"), which head all that follows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.drugs import named_products
from parsers.models import Block
from parsers.patterns import compiled

_NAME = compiled(r"(?P<name>[A-Z][A-Za-z]+ \([a-z][a-z -]{3,40}\))(?P<rest>.*)")
_MARKER = compiled(r"(?P<number>\d{1,2})[.)]")
_FEWEST = 2


def with_drug_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the name of each entry as a heading above every other, and what stands beside it as a paragraph.

    Two entries at least count on, one of them of our drug, and headings stand between them: else they are a list.
    """
    entries = [place for place, block in enumerate(blocks) if _numbered(block)]
    apart = all(any(each.kind == "heading" for each in blocks[one:other]) for one, other in pairwise(entries))
    counts = [_numbered(blocks[place]) for place in entries]
    ours = any(named_products(blocks[place].text) for place in entries)
    if len(entries) < _FEWEST or not apart or not ours or counts != list(range(counts[0], counts[0] + len(counts))):
        return tuple(blocks)
    top = min(block.depth for block in blocks[entries[0] :] if block.kind == "heading")
    return tuple(part for place, block in enumerate(blocks) for part in _split(block, top, headed=place in entries))


def _numbered(block: Block) -> int:
    """The number of an entry; 0 of any other block."""
    marker = _MARKER.fullmatch(block.marker) if block.kind == "item" else None
    return int(marker["number"]) if marker and _NAME.fullmatch(block.text) else 0


def _split(block: Block, top: int, *, headed: bool) -> Iterator[Block]:
    name = _NAME.fullmatch(block.text) if headed else None
    if name is None:
        yield block
        return
    yield replace(block, kind="heading", text=name["name"], depth=max(1, top - 1))
    if name["rest"].strip():
        yield replace(block, kind="paragraph", text=name["rest"].strip(), marker="", depth=0)
