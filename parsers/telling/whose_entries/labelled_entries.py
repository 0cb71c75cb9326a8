"""Entries of a packet that a label names one by one ("Policy name: Spravato"): those of other drugs are not ours."""

from __future__ import annotations

from collections.abc import Sequence
from re import IGNORECASE, Match

from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.uses.indications import mentions

_LONGEST = 120
# Not the blank of a form ("Drug name: ____").
_LABEL = compiled(
    r"^\W*(?P<label>(?:(?:policy|guideline|criteria|protocol|monograph) (?:name|title)"
    r"|(?:drug|medication|medicine|product|brand)(?: name)?))\s*[:|]\s*(?P<name>(?!.*(?:_{2,}|[☐□]))\w.*)$",
    IGNORECASE,
)
# "All drugs of this list", "Various", "See below".
_OF_SEVERAL = compiled(r"(?:all|any|each|every|both|these|various|several|multiple|see|as|not|none|n/a)\b", IGNORECASE)


def without_labelled_others(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` without the entries under labels that name another drug, where such a label names ours as well."""
    labels = {_label(block) for block in blocks if named_products(_name(block))} - {""}
    places = [place for place, block in enumerate(blocks) if _label(block) in labels]
    others = {place for place in places if _names_another(blocks[place])}
    if not others:
        return blocks
    rank = _rank_within(blocks, places, others)
    kept: list[Block] = []
    skips = False
    for place, block in enumerate(blocks):
        ends = block.kind == "heading" and block.depth < rank
        skips = place in others or (skips and place not in places and not ends)
        kept += () if skips else (block,)
    return tuple(kept)


def _rank_within(blocks: Sequence[Block], places: Sequence[int], others: set[int]) -> int:
    """The rank of the first titles in the entries of ours: a higher one ends an entry."""
    ends = dict(zip(places, (*places[1:], len(blocks)), strict=True))
    inside = (blocks[place + 1 : ends[place]] for place in places if place not in others)
    return min((block.depth for entry in inside for block in entry if block.kind == "heading"), default=1)


def _label(block: Block) -> str:
    found = _found(block)
    return found["label"].casefold() if found else ""


def _name(block: Block) -> str:
    found = _found(block)
    return found["name"] if found else ""


def _found(block: Block) -> Match[str] | None:
    short = block.kind in ("paragraph", "heading") and len(block.text) <= _LONGEST
    return _LABEL.match(block.text) if short else None


def _names_another(block: Block) -> bool:
    """Whether what a label names is neither drug of ours, nor a use, a phase, or all drugs."""
    name = _name(block)
    return not (named_products(block.text) or mentions(name) or read_phase(name) or _OF_SEVERAL.match(name))
