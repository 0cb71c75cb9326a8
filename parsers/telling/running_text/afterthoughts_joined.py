"""Afterthoughts in a sentence of their own ("An antidepressant is taken alongside. This rule falls away once ECT has
failed."), joined to the demand that they lift or lessen: sentence by sentence each would be asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.conditional import told
from parsers.criteria.vocabulary import PEOPLE
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.words_of_steps import told_where

_GOES_BACK = compiled(
    r"^\W*(?:(?:and|but|however),? )?"
    r"(?:(?:this|that|the|such an?)(?: [\w-]+){0,2} (?:requirement|rule|condition|criterion|demand|step|test)\b"
    r"|(?:this|that|it|both) (?:is|are|does|do|need|falls|ceases|may|will|can)\b"
    r"|otherwise\b|in (?:every|any|all) other|if (?:not|neither|none|younger|older)\b|failing (?:that|this|these|both)"
    rf"|alternatively\b|(?:all|any|every) other {PEOPLE}|an? [\w-]+ (?:who|that|with|in whom)\b"
    r"|(?:one|two|three|four|only|just) \w+"
    r"|if (?:it|they|this|that|he|she) (?:has|have|is|are|was|were|did|does|do)(?:n['’]t| not)\b"
    r"|[^.;]{3,50}? (?:is|are) (?:enough|sufficient)\b|[^.;]{3,50}? (?:suffices?|will do)\b"
    r"|(?:members|patients|those|individuals|adults|persons) [^.;,]{3,40}? (?:must|shall|need to|have to)\b)",
    re.IGNORECASE,
)
_PAIR = 2


def with_afterthoughts_joined(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with each such sentence behind a semicolon of the one before; and what is printed for these."""
    printed: dict[str, str] = {}
    return told_where(_GOES_BACK, blocks, lambda block: _joined(block, printed)), printed


def _joined(block: Block, printed: dict[str, str]) -> Block:
    said = sentences(block.text) if block.kind in ("paragraph", "item", "definition") else ()
    if len(said) < _PAIR or not any(map(_GOES_BACK.match, said[1:])):
        return block
    kept = [said[0]]
    for sentence in said[1:]:
        both = f"{kept[-1].rstrip('. ')}; {sentence[:1].lower()}{sentence[1:]}"
        if _GOES_BACK.match(sentence) and told(both.rstrip("."), "initial"):
            printed[both] = f"{kept[-1]} {sentence}"
            kept[-1] = both
        else:
            kept.append(sentence)
    return replace(block, text=" ".join(kept)) if len(kept) < len(said) else block
