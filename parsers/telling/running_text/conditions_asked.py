"""Conditions put as a question before what is asked of whoever has them: "Psychosis present? Then a psychiatrist …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.conditions import is_listed, named
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.words_of_steps import told_where

_ASKED = compiled(
    r"(?P<opens>^\W*|[.;] )(?:(?:is|are) there (?:any |an? )?|(?:does|do) (?:the |an? )?(?:patient|member|person|"
    r"client|enrollee)s? have (?:any |an? )?|(?:an? |any )?)(?P<what>[A-Z][\w -]{3,40}?)(?: (?:is )?present| noted| "
    r"known)?\? "
    r"(?:then|in that case),? (?P<asked>(?!go\b|skip\b|proceed\b|continue\b|stop\b|see\b|deny\b)[^?]{5,})$",
    re.IGNORECASE,
)


def with_conditions_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with each such question and its answer as one condition; and what is printed for it."""
    printed: dict[str, str] = {}
    return told_where(_ASKED, blocks, lambda block: _told(block, printed)), printed


def _told(block: Block, printed: dict[str, str]) -> Block:
    found = _ASKED.search(block.text) if block.kind in ("item", "paragraph", "definition") else None
    if found is None or not any(map(is_listed, named(found["what"].lower()))):
        return block
    said = f"{block.text[: found.start()]}{found['opens']}If {found['what'].lower()} is present, {found['asked']}"
    printed |= dict.fromkeys((said, *sentences(said)), block.text)
    return replace(block, text=said)
