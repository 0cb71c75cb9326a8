"""Sentences that say with a pronoun how long the approval of the sentence before them lasts ("It expires after …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.language.glosses import glossed
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.telling.references.told_lengths import A_SPAN

_GRANT = r"(?:re-?|pre-?)?(?:approval|authori[sz]ation|certification)s?|PAs?|PARs?|renewals?|extensions?"
# "An approval covers up to 10 infusions.", and no "approval is not needed".
_IS_ABOUT_ONE = compiled(
    rf"^\W*(?:(?:an?|the|each|every|any|such an?|this|that|all) )?(?:[\w-]+ ){{0,2}}?(?:{_GRANT})"
    r"(?: (?:for|of|under|in) [^.;:]{2,60}?)? (?:is|are|was|will|may|can|must|shall|covers?|allows?|counts?|includes?|"
    r"extends?|runs?|permits?|holds?|gives?|starts?|begins?|comes?|applies|apply)\b"
    r"(?! (?:not|never|needed|required|denied|sought|requested)\b)",
    re.IGNORECASE,
)
_IT_LASTS = compiled(
    r"^\W*(?:it|they|each|this) (?:(?:then|also|will|all|both) )*(?:lasts?|runs?(?: out)?|expires?|lapses?|ends?|"
    r"holds?|stands?|stays? (?:open|valid|in (?:force|effect))|"
    r"(?:is|are|remains?|be) (?:valid|good|open|in (?:force|effect)))"
    rf" (?:(?:for|after|in|within|up to|at most|no (?:more|longer) than|a maximum of) )*{A_SPAN}\b",
    re.IGNORECASE,
)


def with_approvals_recalled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, each length that a pronoun is said of with what the pronoun stands for in brackets behind it."""
    return tuple(_told(block) if block.kind in ("paragraph", "item") else block for block in blocks)


def _told(block: Block) -> Block:
    said = sentences(block.text)
    if not any(map(_IT_LASTS.match, said[1:])):
        return block
    return replace(block, text=" ".join((said[0], *(_recalled(before, after) for before, after in pairwise(said)))))


def _recalled(before: str, sentence: str) -> str:
    if not (_IT_LASTS.match(sentence) and _IS_ABOUT_ONE.match(before)):
        return sentence
    return glossed(sentence, "renewal" if read_phase(before) == "renewal" else "approval")
