"""Paragraphs that open with what the drug does to its takers ("Side effects include … Each session is followed by
two hours of monitoring."): what they tell beside is asked of nobody, unless they say that it must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.answering.answers import stated_status
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

_OPENS = compiled(
    r"^\W*(?:the )?(?:(?:most )?(?:common|frequent|usual|known|possible|main) )*(?:side effects?|adverse (?:effects?|"
    r"events?|reactions?)|undesirable effects?)(?: (?:of|with|from) [^.;:]{3,40})? (?:include|are|were|can include)\b",
    re.IGNORECASE,
)
_DEMANDS = compiled(
    r"\b(?:must|shall|required?|requires|has to|have to|needs? to|not (?:be )?(?:used|given|approved|covered))\b",
    re.IGNORECASE,
)


def without_side_effects(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without what such paragraphs only tell."""
    return tuple(_kept(blocks))


def _kept(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind != "paragraph" or not _OPENS.match(block.text):
            yield block
            continue
        opening, *more = sentences(block.text)
        said = " ".join((opening, *filter(_asks, more)))
        yield block if said == block.text else replace(block, text=said)


def _asks(sentence: str) -> bool:
    return bool(_DEMANDS.search(sentence)) or stated_status(sentence) is not None or sentence.rstrip().endswith(":")
