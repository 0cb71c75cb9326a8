"""Lengths of several uses that one label is over, each in a sentence ("Approval: option 1, 3 months. …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.drugs.names import named_products
from parsers.drugs.other_drugs import is_other_drug
from parsers.language.patterns import compiled
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.roles import heading_role

_TURN = (
    rf"[^.:;]{{2,90}}?(?:[,:]| [–—-])? (?:(?:is|are|for|up to|lasts|runs) )*{SPAN_COUNT}[ -]{SPAN_UNIT}(?: \([^()]*\))?"
)
_IN_TURN = compiled(
    rf"^(?P<label>[^.:;\d]{{3,60}})(?:[:.]| [–—-])\s+(?P<turns>{_TURN}(?:[.;]\s+{_TURN})+)\s*[.;]?\s*$", re.IGNORECASE
)
_BETWEEN = compiled(rf"(?<=\w|\))\.\s+(?={_TURN})", re.IGNORECASE)


def with_lengths_in_turn(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the lengths under a label in one sentence: the label is of each, not of the first alone."""
    return tuple(map(_in_turn, blocks))


def _in_turn(block: Block) -> Block:
    found = _IN_TURN.match(block.text) if block.kind in ("paragraph", "item") else None
    if found is None or not (read_phase(found["label"]) or heading_role(found["label"]) == "limits"):
        return block
    turns = _BETWEEN.split(found["turns"])
    # Lengths of a phase each, or of a drug each ("Spravato …. Zurzuvae: …"), say themselves what they are of.
    if any(map(read_phase, turns)) or len(set(map(named_products, turns))) > 1 or any(map(_is_of_other, turns)):
        return block
    return replace(block, text=f"{found['label']}: {'; '.join(turns)}")


def _is_of_other(turn: str) -> bool:
    return is_other_drug(turn.partition(":")[0])
