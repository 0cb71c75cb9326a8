"""The drug, or the use, that a verdict without a name is about."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.drugs.names import named_products
from parsers.models import Block, Product
from parsers.uses.indications import mentions


def drug_over(blocks: Sequence[Block], place: int) -> Product | None:
    """The one drug that a block names, or the nearest title over it that names any; or the first heading's, or that
    of the line before it; None where these name both.
    """
    block = blocks[place]
    first = next((each.text for each in blocks if each.kind == "heading"), "")
    before = blocks[place - 1].text if place else ""
    for text in (block.text, *reversed(block.path), first, before):
        if named := named_products(text):
            return named[0] if len(named) == 1 else None
    return None


def use_of_title(blocks: Sequence[Block]) -> str:
    """The one use that a document's title names, where it names no drug of ours; "" otherwise."""
    title = next((block.text for block in blocks if block.kind == "heading"), "")
    named = [mention for mention in mentions(title) if not mention.excepted]
    if len({mention.indication for mention in named}) != 1 or named_products(title):
        return ""
    return title[named[0].start : named[0].end]
