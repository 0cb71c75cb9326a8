"""Headings that ask what is tried first ("What first?", "Before it?"): the line under one says what must be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.text import normalise

_ASKS = compiled(
    r"\W*(?:(?:which|what) (?:drugs? )?(?:(?:comes?|goes|is|are|must be|has to be|have to be|should be) )?(?:tried )?"
    r"(?:first|before(?: (?:it|that|this))?)|(?:to be )?tried (?:first|before))\W*",
    re.IGNORECASE,
)
_SAID = "Must be tried first: "
_MOST_WORDS = 20


def with_steps_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with such a line as the demand that it is; and what is printed for it."""
    if not blocks:
        return (), {}
    told, printed = [blocks[0]], {}
    for above, block in pairwise(blocks):
        asked = above.kind == "heading" and _ASKS.fullmatch(above.text) and block.kind == "paragraph"
        if asked and len(block.text.split()) <= _MOST_WORDS:
            printed[normalise(_SAID + block.text)] = block.text
            told.append(replace(block, text=_SAID + block.text))
        else:
            told.append(block)
    return tuple(told), printed
