"""Questions whether there is something ("Is anyone refused?" "Yes. A member who …"): the answer tells what there is.

The "yes" before it says nothing besides, and under a question about those who are refused it would be one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.criteria.vocabulary import PERSON
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.asked_letters import ANSWER_LETTER, QUESTION_LETTER

_ASKS_WHETHER_THERE_IS = compiled(
    rf"^\W*(?:{QUESTION_LETTER})?(?:(?:and|but|so) )?(?:(?:is|are|were|was|will) there\b|(?:is|are|can|could|will|"
    r"would|does|do|might|must|has|have)(?: ever)? (?:any(?:one|body|thing)?|some(?:one|body|thing)?|certain|"
    r"a single)\b|(?:does|do|would|will|can) (?:you|we|the (?:plan|program)|[A-Z][\w&-]+) ever\b)[^?]{3,160}\?\W*$",
    re.IGNORECASE,
)
_YES = compiled(
    rf"^\W*(?:{ANSWER_LETTER})?(?:yes|there (?:is|are)|it does|they do|we do)(?:, (?:there (?:is|are)|it does|they do|"
    r"we do|several|some|a few|one|two))?\s*[.:;,!–—-]\s*(?=\S)",
    re.IGNORECASE,
)
# "Is anyone refused?", "Are there members who cannot get it?": what there is are bars.
_ASKS_OF_BARS = compiled(
    r"\b(?:refus\w+|den(?:y|ies|ied)|turn\w* (?:away|down)|reject\w*|exclu\w+|bar(?:s|red)?|ineligible|disqualif\w+|"
    r"rul\w+ (?:\w+ ){0,3}out|(?:not|never) (?:be )?(?:approved|covered|eligible|given|get|receive|have|allowed|"
    r"treated)|cannot (?:be )?(?:approved|covered|given|get|receive|have|treated|use))\b",
    re.IGNORECASE,
)
_PEOPLE = compiled(rf"^(?:those|anyone|people|adults|any {PERSON}|an? {PERSON}|{PERSON})\b", re.IGNORECASE)
_HAS_VERDICT = compiled(r"\b(?:is|are|be|must|will|may|can|cannot|should|shall|not|does|do)\b", re.IGNORECASE)


def without_yes_to_existence(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such an answer without its "yes", where more stands behind it."""
    asked = {place for place, block in enumerate(blocks) if _asks(block)}
    if not asked:
        return tuple(blocks)
    told = list(blocks)
    for place, answer in pairwise(range(len(blocks))):
        if place in asked:
            told[answer] = _without_yes(blocks[answer], of_bars=bool(_ASKS_OF_BARS.search(blocks[place].text)))
    return tuple(told)


def _asks(block: Block) -> bool:
    return block.kind in ("heading", "paragraph", "term") and bool(_ASKS_WHETHER_THERE_IS.match(block.text))


def _without_yes(block: Block, *, of_bars: bool) -> Block:
    opened = _YES.match(block.text) if block.kind in ("paragraph", "definition") else None
    if opened is None:
        return block
    first, *rest = sentences(block.text[opened.end() :])
    told = " ".join((_barred(first) if of_bars else first, *rest))
    return replace(block, text=f"{told[:1].upper()}{told[1:]}")


def _barred(named: str) -> str:
    """Those whom an answer only names ("Yes: members with dementia.", "Yes: dementia."), as barred by a sentence."""
    if _HAS_VERDICT.search(named) or leads_in(named):
        return named
    who = named.rstrip(" .;")
    return f"{who} are excluded." if _PEOPLE.match(who) else f"Members with {who} are excluded."
