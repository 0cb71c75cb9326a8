"""Bullets that run on in one paragraph ("▸ The member is an adult. ▸ Two drugs have failed."), each as its own item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.models import Block
from parsers.patterns import compiled

# Signs that only list; "·" and "|" also part the names of a menu, boxes stand before answers.
_BULLET = compiled(r"(?:^|(?<=\s))(?P<sign>[•▪■➢➤►▸‣●◦◆❖])\s+(?=[\w(\"“≥>])")


def with_bullets_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, an item with further bullets in its text as several; the sign of its own was read as its mark."""
    return tuple(part for block in blocks for part in _parts(block))


def _parts(block: Block) -> Iterator[Block]:
    signs = list(_BULLET.finditer(block.text)) if block.kind == "item" and not block.marker else []
    if not signs or len({found["sign"] for found in signs}) > 1:
        yield block
        return
    ends = [0, *(found.end() for found in signs)]
    starts = [*(found.start() for found in signs), len(block.text)]
    for start, end in zip(ends, starts, strict=True):
        if said := block.text[start:end].strip():
            yield replace(block, text=said)
