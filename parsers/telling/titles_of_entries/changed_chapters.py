"""Lists of what an edition changed ("Updates effective January 1"), in a guide with a chapter for each drug.

The chapter of our drug gives its rules as they stand; what the list says was done to them asks nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from parsers.criteria.families import findings_in
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block, Product

_OF_RULES = r"(?:(?:PA|prior authori[sz]ation|criteria|policy|drug|guide|coverage|summary of|recent|latest|the|new) )*"
_TITLE = compiled(
    rf"^\W*{_OF_RULES}(?:(?:updates?|changes?|revisions?)\b|updated (?:PA )?criteria\b|what (?:has|is|was) "
    r"(?:changed|new)\b)[^.;:]{0,60}$",
    re.IGNORECASE,
)
# An entry by its name, e.g. "Anticoagulants: clerical change."
_ENTRY = compiled(r"^\W*[A-Z][^.;:|]{2,60}(?::| [–—-]| \|) *\S")
_RULES = compiled(r"\b(?:criteria|requirements?|approved?|approval|medically necessary)\b", re.IGNORECASE)
# "What changed, at a glance:".
_LEADS = compiled(r"^\W*(?:what\b|(?:(?:the|these|our) )*(?:changes?|updates?)\b)[^.:;]{0,60}:\W*$", re.IGNORECASE)
_FEWEST = 2


def without_changed_chapters(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without such lists, where an entry is on another drug and ours has a chapter of its own behind."""
    return tuple(_kept(tuple(blocks))) if any(map(_is_title, blocks)) else tuple(blocks)


def _is_title(block: Block) -> bool:
    return block.kind == "heading" and bool(_TITLE.match(block.text)) and not named_products(block.text)


def _kept(blocks: Sequence[Block]) -> Iterator[Block]:
    place = 0
    for listed, run in groupby(blocks, key=lambda block: block.kind != "heading" and _is_under_title(block)):
        entries = tuple(run)
        place += len(entries)
        if not (listed and _tells_of_chapters(entries, _chapters(blocks[place:]))):
            yield from entries


def _is_under_title(block: Block) -> bool:
    return bool(block.path) and bool(_TITLE.match(block.path[-1])) and not named_products(block.path[-1])


def _tells_of_chapters(entries: Sequence[Block], chapters: set[Product]) -> bool:
    """Whether entries by the name of a drug are on one with a chapter, and on others; a line may lead them in."""
    entries = entries[1:] if entries and _LEADS.match(entries[0].text) else entries
    if len(entries) < _FEWEST or not all(_ENTRY.match(entry.text) for entry in entries):
        return False
    named = [set(named_products(entry.text)) for entry in entries]
    return not all(named) and any(named) and set().union(*named) <= chapters


def _chapters(blocks: Sequence[Block]) -> set[Product]:
    """The drugs that a heading names over rules of theirs."""
    return {
        product
        for block in blocks
        if block.kind != "paragraph" and _holds_rules(block)
        for title in (*block.path, *((block.text,) if block.kind == "heading" else ()))
        for product in named_products(title)
    }


def _holds_rules(block: Block) -> bool:
    return bool(_RULES.search(block.text) or (block.kind == "row" and findings_in(block.text)))
