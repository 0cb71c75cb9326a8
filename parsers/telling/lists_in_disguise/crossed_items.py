"""Lines that open with a cross ("✗ You are pregnant"): what a lead-in lists, or what must not be the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.criteria.conditions import named
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block

_CROSS = compiled(r"^\s*[✗✘❌✖×🚫⛔]\s*(?P<said>\w.*)$")


def with_crossed_items(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such lines as the items of the lead-in before them, or of "none of the following"."""
    crossed = {place for place, block in enumerate(blocks) if _said(block)}
    return tuple(_listed(blocks, crossed)) if crossed else tuple(blocks)


def _said(block: Block) -> str:
    """What stands behind the cross of a line; "" for any other block."""
    found = _CROSS.match(block.text) if block.kind in ("paragraph", "item") and not block.cells else None
    return found["said"] if found else ""


def _listed(blocks: Sequence[Block], crossed: set[int]) -> Iterator[Block]:
    deeper = 0
    for place, block in enumerate(blocks):
        if place not in crossed or not any(named(_said(block).lower())):
            yield block
            continue
        if place - 1 not in crossed:
            led = place > 0 and blocks[place - 1].kind != "item" and leads_in(blocks[place - 1].text)
            deeper = 0 if led else 1
            if not led:
                yield replace(block, kind="item", depth=1, marker="", text="None of the following:")
        yield replace(block, kind="item", depth=1 + deeper, marker="•", text=_said(block))
