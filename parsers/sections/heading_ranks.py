"""Ranks of headings that their layout does not tell: by their numbers, and by what comes again under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import ge

from parsers.language.patterns import compiled
from parsers.lists.markers import ordinal, style_of
from parsers.models import Block
from parsers.sections.headings import BOLD_DEPTH, CAPS_DEPTH, is_caps

_FEWEST_SERIES = 2
_ASIDE = compiled(r"\s*\([^()]*\)")
# Ranks of titles that the size of their letters does not tell, and what counts them.
_WITHOUT_SIZE = (CAPS_DEPTH, BOLD_DEPTH)
_COUNT = compiled(r"\(?(?:\d{1,2}|[IVX]{1,5})[.)]")
_DECIMAL = compiled(r"\d{1,2}(?:\.\d{1,2})*\.?")


def with_ranks(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with headings below those that they stand under by their numbers or by what comes again."""
    return _letters_below_bold(_below_once(_below_bold(_below_counted(_below_numbers(blocks)))))


def _below_numbers(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with "7.23.1" below "7.23" where the layout gives both headings one rank."""
    ranked: list[Block] = []
    above: Block | None = None
    for block in blocks:
        if block.kind == "heading" and _DECIMAL.fullmatch(block.marker):
            under = above is not None and block.depth == above.depth and _counts_under(above.marker, block.marker)
            above = above if under else block
            deeper = block.marker.strip(".").count(".") - above.marker.strip(".").count(".") if above else 0
            ranked.append(replace(block, depth=block.depth + deeper) if under else block)
        else:
            above = above if block.kind != "heading" or (above and block.depth > above.depth) else None
            ranked.append(block)
    return ranked


def _counts_under(above: str, marker: str) -> bool:
    return marker.startswith(f"{above.strip('.')}.")


def _below_counted(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with titles without a number below those that count 1, 2, 3 where the same ones come again under these.

    "1. FIRST DRUG" and "2. SECOND DRUG (second)" each have "APPROVAL CRITERIA" under them, all set in bold.
    """
    bold = [place for place, block in enumerate(blocks) if block.kind == "heading" and block.depth in _WITHOUT_SIZE]
    counted = [place for place in bold if _COUNT.fullmatch(blocks[place].marker)]
    numbers = [ordinal(blocks[place].marker, style_of(blocks[place].marker)) for place in counted]
    under = [place for place in bold if counted and place > counted[0] and not blocks[place].marker]
    again = len({_as_title(blocks[place]) for place in under}) < len(under)
    if not again or len(numbers) < _FEWEST_SERIES or numbers[0] != 1 or any(map(ge, numbers, numbers[1:])):
        return blocks
    ranks = dict.fromkeys(counted, CAPS_DEPTH) | dict.fromkeys(under, BOLD_DEPTH)
    return [replace(block, depth=ranks.get(place, block.depth)) for place, block in enumerate(blocks)]


def _below_bold(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with titles in capitals below those in bold where the same ones come again under several of these.

    A memo sets the drugs in bold and "APPROVAL CRITERIA:" under each: the layout alone gives capitals the higher rank.
    """
    over: dict[str, set[str]] = {}
    for before, block in pairwise(blocks):
        if block.kind == before.kind == "heading" and block.depth == CAPS_DEPTH and before.depth == BOLD_DEPTH:
            over.setdefault(block.text, set()).add(before.text)
    if not any(len(titles) > 1 for titles in over.values()):
        return blocks
    return [
        replace(block, depth=BOLD_DEPTH + 1)
        if block.kind == "heading" and (block.depth == CAPS_DEPTH or _is_caps_with_aside(block))
        else block
        for block in blocks
    ]


def _below_once(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with titles in bold that come again below those that come once, of which there is one before each.

    "Resistant depression", "Initial authorization, 28 days", "Ideation", "Initial authorization, 28 days".
    """
    places: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        if _is_bold(block) and not block.marker:
            places.setdefault(_as_title(block), []).append(place)
    once = [at[0] for at in places.values() if len(at) == 1]
    again = [at for at in places.values() if len(at) > 1]
    starts = [(before, place) for at in again for before, place in pairwise((-1, *at))]
    if not again or not all(any(before < title < place for title in once) for before, place in starts):
        return blocks
    deeper = {place for at in again for place in at}
    return [replace(block, depth=BOLD_DEPTH + 1) if place in deeper else block for place, block in enumerate(blocks)]


def _as_title(heading: Block) -> str:
    """What a title says wherever it comes again: without an aside and its colon, in small letters."""
    return _ASIDE.sub("", heading.text).strip(" :").casefold()


def _is_caps_with_aside(heading: Block) -> bool:
    """Whether a title is in capitals but for an aside of it ("DENIAL CRITERIA (either use)"), and no drug's name."""
    words = _ASIDE.sub("", heading.text)
    several = len(words.split()) >= _FEWEST_SERIES and not heading.marker
    return several and words != heading.text and heading.depth == BOLD_DEPTH and is_caps(words)


def _letters_below_bold(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with lettered titles in capitals below those in bold where the letters start anew under one of these.

    "CONTINUATION:", bold, over "A. FIRST USE:" and "B. SECOND USE:", as "CRITERIA:" was before it.
    """
    lettered = [place for place, block in enumerate(blocks) if _is_lettered(block)]
    opening = [place for place in lettered if ordinal(blocks[place].marker, style_of(blocks[place].marker)) == 1]
    under = [place for place in opening if place and _is_bold(blocks[place - 1])]
    parted = any(any(map(_is_bold, blocks[first:last])) for first, last in pairwise(lettered) if last not in opening)
    if len(opening) < _FEWEST_SERIES or not under or parted:
        return blocks
    return [replace(block, depth=BOLD_DEPTH + 1) if _is_lettered(block) else block for block in blocks]


def _is_lettered(block: Block) -> bool:
    return block.kind == "heading" and block.depth == CAPS_DEPTH and bool(block.marker)


def _is_bold(block: Block) -> bool:
    return block.kind == "heading" and block.depth == BOLD_DEPTH
