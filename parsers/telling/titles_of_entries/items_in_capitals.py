"""Numbered items of a guideline that open in capitals and title what is under them ("3. INFUSION THERAPY: KETAMINE.",
with "a. Description. …", "b. Recommendation. …" below it): sections, and no criteria.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.made_sections import section_of

# "SYMPATHETIC INJECTIONS. Diagnostic blocks come …", "MEDICATIONS."
_IN_CAPITALS = compiled(
    r"^\W*(?P<title>[A-Z][A-Z-]{2,}(?:(?:,| -|:| and| of)? (?:[A-Z][A-Z-]+|[&(][A-Z -]+\)?))*)[.:]"
    r"(?:\s+(?P<rest>.+))?$",
    re.DOTALL,
)
_RUN_IN_TITLE = compiled(r"^\W*[A-Z][a-z][^.:;]{2,50}[.:]\s+[A-Z]")
_FEWEST = 2


def with_items_in_capitals(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with each such list as sections, where one of its titles stands over paragraphs with their own."""
    sections = {place for run in _runs(blocks) if _are_sections(blocks, run) for place in run}
    return tuple(_sectioned(blocks, sections)) if sections else tuple(blocks)


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The places of outermost items between two headings, where all open in capitals."""
    run: list[int] = []
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            yield run
            run = []
        elif block.kind == "item" and block.depth == 1:
            run.append(place)
    yield run


def _are_sections(blocks: Sequence[Block], run: Sequence[int]) -> bool:
    titled = len(run) >= _FEWEST and all(
        blocks[place].marker and _IN_CAPITALS.match(blocks[place].text) for place in run
    )
    entries = any(_titles_treatments(blocks, place) for place in run)
    return titled and not entries and any(_titles_paragraphs(blocks, place) for place in run)


def _titles_paragraphs(blocks: Sequence[Block], place: int) -> bool:
    """Whether an item is nothing but its title, over two items or more that are paragraphs with titles of their own."""
    title = _IN_CAPITALS.match(blocks[place].text)
    return bool(title and not title["rest"]) and sum(map(_is_titled, _under(blocks, place))) >= _FEWEST


def _titles_treatments(blocks: Sequence[Block], place: int) -> bool:
    """Whether our drug is one of the treatments that stand under an item ("a. Lidocaine. …", "b. Ketamine. …")."""
    titles = (_run_in_title(block) for block in _under(blocks, place) if _is_titled(block))
    return not named_products(blocks[place].text) and any(map(named_products, titles))


def _under(blocks: Sequence[Block], place: int) -> Iterator[Block]:
    for block in blocks[place + 1 :]:
        if block.kind == "heading" or (block.kind == "item" and block.depth <= blocks[place].depth):
            return
        yield block


def _run_in_title(block: Block) -> str:
    return re.split(r"[.:]", block.text, maxsplit=1)[0]


def _is_titled(block: Block) -> bool:
    return block.kind == "item" and bool(block.marker) and bool(_RUN_IN_TITLE.match(block.text))


def _sectioned(blocks: Sequence[Block], sections: set[int]) -> Iterator[Block]:
    over, shift = "", 0
    for place, block in enumerate(blocks):
        title = _IN_CAPITALS.match(block.text) if place in sections else None
        if title:
            over, shift = title["title"], 1
            yield from section_of(block, title)
            continue
        over = "" if block.kind == "heading" else over
        if over:
            yield _lifted(replace(block, path=(*block.path, over)), shift)
            shift = 2 if _is_titled(block) and block.depth == 2 else shift
        else:
            yield block


def _lifted(block: Block, shift: int) -> Block:
    """A block in such a section: a paragraph where it is one with a title, the items under it outermost."""
    if block.kind != "item":
        return block
    if block.depth == 2 and _is_titled(block):
        return replace(block, kind="paragraph", depth=0, marker="")
    return replace(block, depth=max(1, block.depth - shift))
