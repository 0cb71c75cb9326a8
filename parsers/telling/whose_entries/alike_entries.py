"""Entries of a long list of drugs that are built alike: each has the same titles under the drug's or class's name.

Beside the entry of ours the others are told by their titles, whatever drug or class of drugs they name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.roles import heading_role

# So many titles in common make two sections entries of one list: one alone may be of any two sections.
_FEWEST_ALIKE = 2
_ASIDE = compiled(r"\([^()]*\)|[^\w ]")


def without_alike_entries(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` without the entries of other drugs, where one at least is built as ours is."""
    depth = min((block.depth for block in blocks if block.kind == "heading" and _names_ours(block)), default=None)
    if depth is None:
        return blocks
    sections = list(_sections(blocks, depth))
    ours = {title for start, end in sections if _names_ours(blocks[start]) for title in _titles(blocks[start:end])}
    others = [span for span in sections if _is_anothers(blocks[slice(*span)])]
    shared = {start: len(ours & _titles(blocks[start:end])) for start, end in others}
    if max(shared.values(), default=0) < _FEWEST_ALIKE:
        return blocks
    gone = {place for start, end in others if shared[start] for place in range(start, end)}
    return tuple(block for place, block in enumerate(blocks) if place not in gone)


def _names_ours(block: Block) -> bool:
    return bool(named_products(block.text))


def _sections(blocks: Sequence[Block], depth: int) -> Iterator[tuple[int, int]]:
    """Where each section of one rank begins and ends."""
    starts = [place for place, block in enumerate(blocks) if block.kind == "heading" and block.depth <= depth]
    spans = pairwise([*starts, len(blocks)])
    return ((start, end) for start, end in spans if blocks[start].depth == depth)


def _is_anothers(section: Sequence[Block]) -> bool:
    """Whether a section names neither drug, under a title that is none of a policy's own parts."""
    return heading_role(section[0].text) is None and not any(map(_names_ours, section))


def _titles(section: Sequence[Block]) -> set[str]:
    """The titles under a section's own, without what they say in brackets or behind a colon: headings, and rows of one
    cell.
    """
    titles = (block.text for block in section[1:] if block.kind == "heading" or len(block.cells) == 1)
    return {" ".join(_ASIDE.sub(" ", title.partition(":")[0]).casefold().split()) for title in titles}
