"""Marks of a notice that what they stand behind is as it was ("Acute suicidality (no change in this notice)").

Told of the text and not of a patient: without them a title is a title, and a use that is named is named alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.words_of_steps import places_of

_WHAT = r"(?:(?:this|the|these|our|text|wording|criteria|rules?|section|use|position|language|entry) )*"
_AS_IT_WAS = (
    r"(?:no (?:changes?|revisions?|updates?|amendments?)|(?:carried (?:over|forward) |continued |kept )?"
    r"(?:unchanged|without (?:any )?changes?|not (?:changed|revised|amended))|(?:remains? |stays? )?(?:the )?same"
    r"(?: as before)?|as before)"
)
_SINCE = r"(?: (?:in|by|with|from|since|at|to|for|on|this|as of) ?[^()\[\]]{2,40})?"
_MARK = compiled(
    rf"(?<=\w)\s*(?:\({_WHAT}(?:is |are )?{_AS_IT_WAS}{_SINCE}\)|\[{_WHAT}{_AS_IT_WAS}{_SINCE}\])", re.IGNORECASE
)
_KINDS = ("paragraph", "item", "heading", "term", "row")


def without_unchanged_marks(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks` without such marks; and what is printed of each that had one."""
    told = list(blocks)
    restated: dict[str, str] = {}
    for place in places_of(_MARK, blocks):
        block = blocks[place]
        if block.kind not in _KINDS:
            continue
        text = _MARK.sub("", block.text)
        told[place] = replace(block, text=text, cells=tuple(_MARK.sub("", cell) for cell in block.cells))
        restated[text] = block.text
    return tuple(_under(block) for block in told), restated


def _under(block: Block) -> Block:
    path = tuple(_MARK.sub("", title) for title in block.path)
    return replace(block, path=path) if path != block.path else block
