"""Items that hold two uses, the first with what it was treated with: "Resistant depression AND two drugs have failed,
OR depression with acute suicidality". They are read as the list that they are, so that each use is asked its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled
from parsers.models import Block, CriterionKey
from parsers.uses.indications import mentions
from parsers.uses.scopes import positive_indications

_OR = compiled(r"[,;]?\s+or\s+(?:(?:for|if|that)\s+)?(?:(?:the|a|an)\s+)?", re.IGNORECASE)
_EITHER = compiled(r"^\W*either\s+", re.IGNORECASE)
_CHOICE = "One of the following:"
# What was tried before, which is of the use that it stands behind.
_TRIED: frozenset[CriterionKey] = frozenset(
    ("failed_ad_count", "failed_ad_classes", "trial_weeks", "augmentation_trials", "psychotherapy", "ect_tms")
)
# What a use may say of itself; anything else behind the last may be said of both.
_OWN: frozenset[CriterionKey] = frozenset(("mdsi_acuity", "diagnosis_standard"))


def with_ways_by_use(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such an item as the lead-in of its two ways."""
    told: list[Block] = []
    for place, block in enumerate(blocks):
        below = blocks[place + 1] if place + 1 < len(blocks) else None
        leads = below is not None and below.kind == "item" and below.depth > block.depth
        ways = () if block.kind != "item" or leads else _ways(block.text)
        told += _listed(block, ways) if ways else (block,)
    return tuple(told)


def _listed(block: Block, ways: tuple[str, str]) -> Iterator[Block]:
    yield replace(block, text=_CHOICE)
    for way in ways:
        yield replace(block, text=way, marker="", depth=block.depth + 1)


def _ways(text: str) -> tuple[str, str] | tuple[()]:
    """The two ways of a text, the first with its treatments; () when it is none of these."""
    if text.rstrip().endswith((":", "?")) or not _OR.search(text) or len(mentions(text)) < len(("first", "second")):
        return ()
    opening = _EITHER.match(text)
    start = opening.end() if opening else 0
    for found in _OR.finditer(text):
        before, after = text[start : found.start()], text[found.end() :]
        if before.count("(") == before.count(")") and _is_way(before) and _is_bare(before, after):
            return before, after
    return ()


def _is_way(before: str) -> bool:
    """Whether a text names one use, and behind it what was tried."""
    uses = mentions(before)
    tried = {finding.key for finding in findings_in(before[uses[-1].end :])} if uses else set()
    return len(positive_indications(before)) == 1 and bool(tried & _TRIED)


def _is_bare(before: str, after: str) -> bool:
    """Whether the other way names another use, and asks for nothing that may be said of both."""
    uses = positive_indications(after)
    asked = {finding.key for finding in findings_in(after)}
    return len(uses) == 1 and not set(uses) & set(positive_indications(before)) and asked <= _OWN
