"""Sections that a page sets as the items of one numbered list: "I. Initial criteria", "II. …", "VI. References"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.language.patterns import compiled
from parsers.lists.counted_markers import counts_on
from parsers.models import Block
from parsers.sections.headings import MADE_SECTION_DEPTH
from parsers.sections.roles import CRITERIA_ROLES, heading_role
from parsers.sections.section_roles import Role

_FEWEST_SECTIONS, _LONGEST_TITLE = 3, 80
# What stands beside criteria and is none of them.
_BESIDE: frozenset[Role] = frozenset(
    {"references", "history", "background", "boilerplate", "evidence", "coding", "definitions", "exclusions"}
)
# A rule, not a title: "Diagnosis of MDD made by DSM-5-TR;", "Age is 18 or more".
_STATES = compiled(
    r"[;,.]\s*$|\b(?:is|are|has|have|must|should|will|was|were) (?!not (?:covered|authori[sz]ed|approved)\b)|[<>≥≤=]",
    re.IGNORECASE,
)


def with_numbered_sections(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the items of an outermost list as headings where one titles criteria and another none."""
    blocks = _with_missed_headings(blocks)
    sections = {place for run in _runs(blocks) if _are_sections([blocks[place] for place in run]) for place in run}
    if not sections:
        return tuple(blocks)
    said: list[Block] = []
    over: str | None = None
    for place, block in enumerate(blocks):
        if place in sections:
            over = block.text
            said.append(replace(block, kind="heading", depth=MADE_SECTION_DEPTH))
            continue
        over = None if block.kind == "heading" else over
        said.append(replace(block, path=(*block.path, over)) if over else block)
    return tuple(said)


def _with_missed_headings(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with a numbered line as a heading that stands by its number between two headings ("VI.", "VII.", …).

    A title in other print than those around it was taken for an item of the list before it.
    """
    titles = [place for place, block in enumerate(blocks) if block.kind == "heading" and block.marker]
    missed = {
        place: blocks[before]
        for before, after in pairwise(titles)
        for place in range(before + 1, after)
        if _is_between(blocks[before], blocks[place], blocks[after])
    }
    return _headed(blocks, missed) if missed else blocks


def _is_between(before: Block, block: Block, after: Block) -> bool:
    is_line = block.kind in ("item", "paragraph") and bool(block.marker) and not _states(block.text)
    return is_line and counts_on(before, block) and counts_on(block, after)


def _headed(blocks: Sequence[Block], missed: Mapping[int, Block]) -> list[Block]:
    """`blocks` with those `missed` as headings of the rank of the heading before, and what follows under them."""
    said: list[Block] = []
    path: tuple[str, ...] | None = None
    for place, block in enumerate(blocks):
        if place in missed:
            said.append(replace(block, kind="heading", depth=missed[place].depth, path=missed[place].path))
            path = (*missed[place].path, block.text)
            continue
        path = None if block.kind == "heading" else path
        said.append(replace(block, path=path) if path else block)
    return said


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The places of outermost items that count on from one to the next, whatever stands between them."""
    run: list[int] = []
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            yield run
            run = []
        elif block.kind == "item" and block.depth == 1 and block.marker:
            if run and not counts_on(blocks[run[-1]], block):
                yield run
                run = []
            run.append(place)
    yield run


def _are_sections(items: Sequence[Block]) -> bool:
    if len(items) < _FEWEST_SECTIONS or any(_states(item.text) for item in items):
        return False
    roles = [heading_role(item.text) for item in items]
    return any(role in CRITERIA_ROLES for role in roles) and any(role in _BESIDE for role in roles)


def _states(text: str) -> bool:
    return len(text) > _LONGEST_TITLE or bool(_STATES.search(text))
