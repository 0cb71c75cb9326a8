"""Labels of uses that say that their list adds to the one before: "Resistant depression: add", "TRD – additional"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.uses.scopes import is_label, positive_indications

_ADDS = compiled(
    r"^(?P<use>.{3,140}?)\s*(?:[:–—-]\s*|\(|\s)(?:add|also|plus|in addition|additional(?:ly)?(?: criteria|"
    r" requirements)?)\)?\W*$"
)


def with_adding_labels(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with the use alone as the lead-in of such a list, and what is printed for it."""
    restated: dict[str, str] = {}
    return tuple(_told(blocks, restated)), restated


def _told(blocks: Sequence[Block], restated: dict[str, str]) -> Iterator[Block]:
    for place, block in enumerate(blocks):
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        adds = _ADDS.match(block.text) if block.kind == "paragraph" and after and after.kind == "item" else None
        if adds is None or not (is_label(adds["use"]) and positive_indications(adds["use"])):
            yield block
            continue
        told = f"{adds['use'].rstrip(' :–—-')}:"
        restated[told] = block.text
        yield replace(block, text=told)
