"""Sections titled by the name of another drug ("Auvelity (dextromethorphan-bupropion)") in a document that titles ours.

What is covered there, for whom and for how long, is of that drug down to the next title of the same rank. A title by
one name alone that may be a word of any kind ("Sertindole") is left to those who see it stand among others.
"""

from __future__ import annotations

from parsers.answering.statuses import read_status
from parsers.drugs.names import named_products
from parsers.drugs.other_drugs import is_name_alone
from parsers.models import Block
from parsers.uses.indications import mentions


def without_sections_of_others(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` without the sections of other drugs; all of them where no title outside of these names one of ours."""
    spans = [(place, _end(blocks, place)) for place, block in enumerate(blocks) if _titles_other(block)]
    gone = {place for span in spans if not _titles_ours(blocks[slice(*span)]) for place in range(*span)}
    kept = tuple(block for place, block in enumerate(blocks) if place not in gone)
    return kept if _titles_ours(kept) else blocks


def _titles_other(block: Block) -> bool:
    if block.kind != "heading" or named_products(block.text) or not is_name_alone(block.text):
        return False
    # "Headache (excluded)" has the form of "Brand (generic)".
    return not mentions(block.text) and read_status(block.text) is None


def _end(blocks: tuple[Block, ...], start: int) -> int:
    """Where the section that opens at `start` ends."""
    depth = blocks[start].depth
    later = range(start + 1, len(blocks))
    return next((at for at in later if blocks[at].kind == "heading" and blocks[at].depth <= depth), len(blocks))


def _titles_ours(blocks: tuple[Block, ...]) -> bool:
    return any(block.kind == "heading" and named_products(block.text) for block in blocks)
