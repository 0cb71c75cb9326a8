"""Uses that a text calls the former and the latter of the two that it names."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.glosses import gloss
from parsers.indications import mentions
from parsers.models import Block, Indication
from parsers.patterns import compiled

# "In the former, two drugs must have failed": of the two uses that the sentence before names.
_OF_TWO = r"(?= (?:use|indication|condition)\b|,)"
_FORMER = compiled(rf"\bthe (?:former\b|first(?:-named)?\b{_OF_TWO})", re.IGNORECASE)
_LATTER = compiled(rf"\bthe (?:latter\b|second(?:-named)?\b{_OF_TWO})", re.IGNORECASE)
_PAIR = 2


def with_the_former(block: Block) -> Block:
    """`block`, with the use in brackets where it calls two uses that it names the former and the latter."""
    text = block.text
    if not (_LATTER.search(text) and _FORMER.search(text)):
        return block
    start = _FORMER.search(text)
    named: dict[Indication, str] = {}
    for mention in mentions(text[: start.start()] if start else text):
        named.setdefault(mention.indication, text[mention.start : mention.end])
    if len(named) != _PAIR:
        return block
    first, second = (use.replace("(", "").replace(")", "") for use in named.values())
    text = _FORMER.sub(lambda said: f"{said[0]}{gloss(first)}", text)
    return replace(block, text=_LATTER.sub(lambda said: f"{said[0]}{gloss(second)}", text))
