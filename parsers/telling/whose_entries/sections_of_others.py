"""Sections titled by the name of another drug ("Auvelity (dextromethorphan-bupropion)") in a document that titles ours.

What is covered there, for whom and for how long, is of that drug down to the next title of the same rank.
"""

from __future__ import annotations

from parsers.drugs.names import named_products
from parsers.drugs.other_drugs import is_name_alone
from parsers.models import Block
from parsers.sections.titles_of_others import titles_others


def without_sections_of_others(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` without the sections of other drugs; all of them where no title outside of these names one of ours."""
    spans = [(place, _end(blocks, place)) for place, block in enumerate(blocks) if _may_title_other(block)]
    gone = {place for start, end in spans if _is_of_other(blocks[start:end]) for place in range(start, end)}
    kept = tuple(block for place, block in enumerate(blocks) if place not in gone)
    return kept if any(block.kind == "heading" and named_products(block.text) for block in kept) else blocks


def _may_title_other(block: Block) -> bool:
    return block.kind == "heading" and not named_products(block.text) and titles_others(block.text)


def _end(blocks: tuple[Block, ...], start: int) -> int:
    """Where the section that opens at `start` ends."""
    depth = blocks[start].depth
    later = range(start + 1, len(blocks))
    return next((at for at in later if blocks[at].kind == "heading" and blocks[at].depth <= depth), len(blocks))


def _is_of_other(section: tuple[Block, ...]) -> bool:
    """Whether a section is another drug's alone: under its very name, or where ours is nowhere named."""
    titled_within = any(block.kind == "heading" and named_products(block.text) for block in section)
    named = is_name_alone(section[0].text)
    return not titled_within and (named or not any(named_products(block.text) for block in section))
