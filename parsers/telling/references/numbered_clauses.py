"""Clauses that a sentence takes over by the number of their paragraph: "in a facility as in paragraph 3.2.4"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from parsers.language.glosses import gloss
from parsers.language.patterns import compiled
from parsers.lists.markers import bare_marker
from parsers.models import Block

_NUMBER = r"\d{1,2}(?:\.\d{1,2})+"
_MARKER = compiled(_NUMBER)
_AS_THERE = compiled(
    r"\bas (?:(?:set out|described|stated|required|provided|defined|asked|given) )?"
    rf"(?:in|by|under|for)? ?(?:paragraph|item|section|subsection|criterion|clause) (?P<number>{_NUMBER})(?![\w.]*\d)",
    re.IGNORECASE,
)
# A longer paragraph is more than the one clause that is meant.
_LONGEST = 300


def with_numbered_clauses(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with the words of the paragraph in brackets where a sentence asks for what stands there."""
    if not any(_AS_THERE.search(block.text) for block in blocks):
        return tuple(blocks)
    clauses = {
        bare_marker(block.marker): block.text.rstrip(" .;,")
        for block in blocks
        if block.kind == "item" and _MARKER.fullmatch(bare_marker(block.marker)) and len(block.text) <= _LONGEST
    }
    return tuple(_with_clauses(block, clauses) for block in blocks)


def _with_clauses(block: Block, clauses: Mapping[str, str]) -> Block:
    def add(found: re.Match[str]) -> str:
        said = clauses.get(found["number"], "")
        return f"{found[0]}{gloss(said)}" if said and "(" not in said and found["number"] != block.marker else found[0]

    text = _AS_THERE.sub(add, block.text)
    return block if text == block.text else replace(block, text=text)
