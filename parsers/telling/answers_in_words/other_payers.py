"""What other payers cover, and whether ours does too ("Other states also pay for B. We do not."): told as our answer,
or as none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.words_of_steps import places_of
from parsers.uses.indications import mentions

_PAYERS = (
    r"(?:(?:other|some|many|most|several|certain|a few|neighbou?ring|private|commercial|medicaid|state|health|drug|"
    r"managed[- ]care) )+(?:programs?|plans?|states?|payers?|insurers?|carriers?|formular(?:y|ies))"
)
_OTHERS_COVER = compiled(
    rf"^\W*(?:(?:note|please note|also)\W+(?:that )?)?(?:although |while |whereas )?{_PAYERS}"
    r"(?: (?:in|of|from) [^.;,]{3,40}?)?"
    r"(?: (?:do|may|now|also|already|have begun to|have started to))* (?:cover|pay(?: for)?|list|allow|approve|"
    r"reimburse|accept|include)s? (?P<what>[^.;]{4,160}?)(?P<not>(?:;|,? (?:but|yet|while|whereas|though)|,) (?:"
    r"(?:we|this plan|the plan|our (?:plan|program)|this (?:program|state|agency)|ours) (?:do(?:es)? not|don['’]t|"
    r"doesn['’]t)|(?:it|this|that) is not (?:an? )?(?:covered|allowed|paid|accepted|listed)\b(?=.*\bhere\b))"
    r"[^.;]{0,40})?\W*$",
    re.IGNORECASE,
)
_WE_DO_NOT = compiled(
    r"^\W*(?:we|(?:this|the|our) (?:plan|program|state|agency|payer|fund|contract)|ours) (?:do(?:es)? not|don['’]t|"
    r"doesn['’]t)\b(?: (?:cover|list|do so|pay for|include) ?(?:it|this|that|them)?)?(?P<rest>\W*$|\s*[;,:–—-].*)",
    re.IGNORECASE,
)
_TOLD = "{} is not covered."


def with_answers_beside_others(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with our denial told for the use that others cover, or without what others do; and what is printed."""
    restated: dict[str, str] = {}
    told = list(blocks)
    for place in places_of(_OTHERS_COVER, blocks):
        block = blocks[place]
        if block.kind in ("item", "paragraph") and (said := sentences(block.text)):
            text = " ".join(_told(said, restated))
            told[place] = replace(block, text=text) if text != " ".join(said) else block
    return tuple(block for block in told if block.text), restated


def _told(said: Sequence[str], restated: dict[str, str]) -> Iterator[str]:
    denied = False
    for place, sentence in enumerate(said):
        if denied:
            denied = False
            continue
        found = _OTHERS_COVER.match(sentence)
        if found is None or not mentions(found["what"]):
            yield sentence
            continue
        denied = bool(_WE_DO_NOT.match(said[place + 1])) if place + 1 < len(said) else False
        if denied or found["not"]:
            use = found["what"].strip(" ,")
            answer = _TOLD.format(f"{use[0].upper()}{use[1:]}")
            restated[answer] = f"{sentence} {said[place + 1]}" if denied else sentence
            yield answer
