"""Items of a list that speak of first approvals and then of renewals, as one for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.amounts.staged_amounts import by_stage
from parsers.language.sentences import sentences
from parsers.outline import Node
from parsers.phases.phases import read_phase


def by_phase_told(items: Sequence[Node]) -> Iterator[Node]:
    """The items of a list, those parted that limit both phases in one sentence or tell them one after the other."""
    for item in items:
        parts = () if item.children else by_stage(item.block.text) or _first_and_later(sentences(item.block.text))
        yield from (replace(item, block=replace(item.block, text=part)) for part in parts)
        if not parts:
            yield item


def _first_and_later(told: Sequence[str]) -> tuple[str, ...]:
    """What an item says of first approvals, and what of renewals after it; () where it does not part them so."""
    phases = [read_phase(sentence) for sentence in told]
    if phases[:1] != ["initial"] or "renewal" not in phases:
        return ()
    place = phases.index("renewal")
    return " ".join(told[:place]), " ".join(told[place:])
