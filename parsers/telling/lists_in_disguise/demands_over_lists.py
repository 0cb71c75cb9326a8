"""Demands of a table beside a list in the next cell, which made titles of them ("A psychiatrist prescribes": NPI)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.answering.answers import stated_status
from parsers.criteria.families import ROOT_KEYS, findings_in
from parsers.flows.question_flows import places_of_flows
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.models import Block, CriterionKey
from parsers.phases.phases import read_phase
from parsers.uses.indications import mentions

# Not the title of a topic, as "Oral antidepressant" or "Age".
_SAYS = compiled(
    r"\b(?:is|are|was|were|has|have|had|must|will|does|do|can|shall|should|fail(?:ed|s)?|tried|takes?|taken|prescribes?|"
    r"gives?|stays?|at least|no|none|under|over|older)\b"
)
_FEWEST_WORDS = 4
_MOST_UNDER = 40


def with_demands_kept(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with what a heading that was the row of a table asks for as an item over its list, where that list
    says nothing of it; as a row over the heading where this names a use too.
    """
    rows = any(block.kind == "heading" and block.cells for block in blocks)
    return tuple(_told(blocks)) if rows else tuple(blocks)


def _told(blocks: Sequence[Block]) -> Iterator[Block]:
    opened = ""
    # A question over where its answers lead is read with them.
    in_flows = places_of_flows(blocks) if any("?" in block.text for block in blocks) else ()
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            opened = ""
        lost = [] if place in in_flows else _lost(block, blocks[place + 1 :])
        if len(lost) == 1 and not any(map(mentions, block.cells)):
            opened = block.text
            yield replace(block, kind="item", depth=1, text=lost[0], cells=())
        elif opened and block.path[-1:] == (opened,):
            yield replace(block, path=block.path[:-1], depth=block.depth + (block.kind == "item"))
        else:
            yield from (replace(block, kind="row", depth=0, text=cell, cells=(cell,)) for cell in lost)
            yield block


def _lost(block: Block, after: Sequence[Block]) -> list[str]:
    """The cells of a heading that was a row which ask for what nothing under it asks for."""
    if block.kind != "heading" or not block.cells:
        return []
    under = _under(block, after)
    return [cell for cell in block.cells if _is_lost(cell, under)]


def _under(heading: Block, after: Sequence[Block]) -> list[Block]:
    return [block for block in after[:_MOST_UNDER] if block.path[-1:] == (heading.text,)]


def _is_lost(cell: str, under: Sequence[Block]) -> bool:
    """Whether a cell asks for what nothing in the list beside it asks for."""
    if len(cell.split()) < _FEWEST_WORDS or not _SAYS.search(cell.lower()) or leads_in(cell) or read_phase(cell):
        return False
    asked = _keys(cell)
    return bool(asked) and stated_status(cell) is None and not any(asked & _keys(block.text) for block in under)


def _keys(text: str) -> set[CriterionKey]:
    return {found.key for found in findings_in(text) if found.key not in ROOT_KEYS}
