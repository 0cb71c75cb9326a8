"""Sections that a statement names as the place of its criteria ("when the conditions in Policy Guidelines are met")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.models import Block
from parsers.patterns import compiled
from parsers.roles import CRITERIA_ROLES, heading_role

_POINTS = compiled(
    r"\b(?:criteri(?:a|on)|conditions|requirements)\b[^.;]{0,30}?\b(?:in|under|of|within|see)\b(?P<place>[^.;]{3,60})"
    r"|\b(?P<named>(?:policy guidelines?|appendix|attachment|section|table)\b[^.;]{0,40}?)\b(?:criteria|conditions|"
    r"requirements)\b[^.;]{0,20}\b(?:met|fulfilled|satisfied)\b",
    re.IGNORECASE,
)
_ORNAMENT = ' "“”:.'
_TITLE_WORDS = 6


def with_referred_sections(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the heading of a section that a statement sends the reader to for its criteria titled so."""
    places = [place for block in blocks if block.kind != "heading" for place in _places(block.text)]
    return tuple(
        replace(block, text=f"{block.text} (criteria)") if places and _is_named(block, places) else block
        for block in blocks
    )


def _places(text: str) -> Iterator[str]:
    return ((found["place"] or found["named"]).lower() for found in _POINTS.finditer(text))


def _is_named(block: Block, places: Sequence[str]) -> bool:
    title = block.text.lower().strip(_ORNAMENT)
    if block.kind != "heading" or not 1 < len(title.split()) <= _TITLE_WORDS or heading_role(title) == "exclusions":
        return False
    is_guideline = title.startswith("policy guideline")
    return (is_guideline or heading_role(title) not in CRITERIA_ROLES) and any(title in place for place in places)
