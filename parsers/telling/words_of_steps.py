"""The blocks in which a step may have anything to do, as their words alone tell.

Two hundred steps walk over all blocks of a document, and nearly all of them find nothing there. A step that only ever
changes a block in whose text one of its expressions is found is shown no others: which these are is told for all
blocks at once, many times faster than the step would find out at each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from parsers.language.any_of import AnyOf, Choice
from parsers.language.patterns import Pattern
from parsers.models import Block

Wording = Pattern | Choice | AnyOf


def places_of(wording: Wording, blocks: Sequence[Block]) -> list[int]:
    """The places of the blocks in whose text, or in a sentence of it, `wording` may be found, in order."""
    return wording.possible_places(tuple([block.text for block in blocks]))


def told_where(wording: Wording, blocks: Sequence[Block], tell: Callable[[Block], Block]) -> tuple[Block, ...]:
    """`blocks`, with what `tell` makes of each in which `wording` may be found."""
    told = list(blocks)
    for place in places_of(wording, blocks):
        told[place] = tell(blocks[place])
    return tuple(told)


def parted_where(
    wording: Wording, blocks: Sequence[Block], part: Callable[[Block], Iterable[Block]]
) -> tuple[Block, ...]:
    """`blocks`, with the parts that `part` makes of each in which `wording` may be found; none where it is left out."""
    told: list[Block] = []
    copied = 0
    for place in places_of(wording, blocks):
        told += (*blocks[copied:place], *part(blocks[place]))
        copied = place + 1
    return (*told, *blocks[copied:])
