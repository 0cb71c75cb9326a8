"""Short lines that say again what stands further up ("ditto psychiatrist", "psychiatrist, as before"), without the
words that say no more than that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.models import Block

_MOST_WORDS = 12
_OPENS = compiled(r"^\W*(?:ditto|idem|same as (?:above|before)|as (?:above|before))\b[\s,:;–—-]*(?=\w)", re.IGNORECASE)
_CLOSES = compiled(
    r"[\s,;(–—-]+(?:ditto|idem|as (?:above|before|at the start|at first|in the beginning))\)?(?=\W*$)", re.IGNORECASE
)
# "PHQ-9 no higher than before", "same dose as before" compare.
_COMPARES = compiled(r"\b(?:than|same|dose|scale|score|frequency|improv\w*|better|worse|lower)\b", re.IGNORECASE)


def without_dittos(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, the short lines among them without such words."""
    return tuple(_plain(block) if block.kind in ("item", "paragraph") else block for block in blocks)


def _plain(block: Block) -> Block:
    if len(block.text.split()) > _MOST_WORDS:
        return block
    text = _OPENS.sub("", block.text)
    text = text if _COMPARES.search(text) else _CLOSES.sub("", text)
    return replace(block, text=text) if text != block.text else block
