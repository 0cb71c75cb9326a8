"""Paragraphs that a sign parts into a list ("age 18 or older | two failures | oral antidepressant", "… · …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.criteria.conditions import named
from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.sections.roles import heading_role
from parsers.telling.words_of_steps import parted_where

_PARTS = re.compile(r"\s+[|•·]\s+")
_BY_COMMAS = re.compile(r"[,;]\s+(?:and\s+)?")
_PARTED = compiled(r"\S\s+[|•·]\s+\S|,|;")
_FEWEST_PARTS, _FEWEST_CRITERIA, _LONGEST_PART = 3, 2, 120
# Conditions that no drug of ours is used for: a line that names one lists what bars.
_NO_USE = frozenset((
    "psychosis", "dementia", "pregnancy", "aneurysmal_vascular_disease", "arteriovenous_malformation",
    "intracerebral_hemorrhage", "hypersensitivity", "uncontrolled_hypertension", "seizure_disorder",
))  # fmt: skip


def with_parted_lines(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with a paragraph of criteria that signs part as one that semicolons part, and a line of conditions
    under a title of exclusions as the items of a list.
    """
    return parted_where(_PARTED, blocks, _read)


def _read(block: Block) -> Iterator[Block]:
    if block.kind != "paragraph" or block.cells or not _PARTED.search(block.text):
        yield block
        return
    parts = _PARTS.split(block.text)
    if _are_bars(block, parts if len(parts) > 1 else _BY_COMMAS.split(block.text)):
        bars = parts if len(parts) > 1 else _BY_COMMAS.split(block.text)
        yield from (replace(block, kind="item", depth=1, text=bar.strip(" .")) for bar in bars)
    elif _are_criteria(parts):
        yield replace(block, text="; ".join(part.strip(" ;") for part in parts))
    else:
        yield block


def _are_bars(block: Block, parts: Sequence[str]) -> bool:
    """Whether each part of a line under a title of exclusions is the name of a condition."""
    title = block.path[-1] if block.path else ""
    if len(parts) < _FEWEST_PARTS or heading_role(title) != "exclusions":
        return False
    conditions = [list(named(part.lower())) for part in parts]
    short = all(len(part.split()) <= _FEWEST_PARTS * 2 for part in parts)
    return short and all(conditions) and bool(_NO_USE.intersection(*[{name for each in conditions for name in each}]))


def _are_criteria(parts: Sequence[str]) -> bool:
    short = len(parts) >= _FEWEST_PARTS and all(len(part) <= _LONGEST_PART for part in parts)
    return short and sum(bool(findings_in(part)) for part in parts) >= _FEWEST_CRITERIA
