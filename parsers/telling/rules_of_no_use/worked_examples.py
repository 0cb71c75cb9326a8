"""Worked examples: what is told of one patient to show how a rule is applied, and asked of nobody.

"An example. A beneficiary of 44 years took sertraline for ten weeks … The request is approved for three months."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.criteria.vocabulary import PERSON
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block

# "An example.", "For example, Ms. A …", "To illustrate: a woman …", "Sample case: …", behind a "Note." or not.
_OPENS = compiled(
    r"^\W*(?:(?:note|notes|remark|comment)\b\W*)?(?:(?:here is|consider|take|see|as|by way of|to give) )?"
    r"(?:(?:an?|this|the|one) )?(?:(?:worked|short|simple|brief|case|sample|patient|clinical|further|second) )*"
    r"(?:example|illustration|vignette|case (?:study|story)|(?<=sample )case)\b(?: (?:of|for) [^.:,]{3,40})?\s*[.:,–—-]"
    r"|^\W*(?:(?:note|notes)\b\W*)?(?:for (?:example|instance)|to illustrate|by way of (?:example|illustration))\b",
    re.IGNORECASE,
)
_SPEAKS_OF_ONE = compiled(r"\b(?:example|instance|illustrat\w+|vignette|case)\b", re.IGNORECASE)
# One patient, by a name, an age, or as the one of whom the story goes on.
_OF_ONE = compiled(
    rf"\b(?:Mr|Mrs|Ms|Miss)\b\.? [A-Z]|\b(?i:(?:an?|the|this|one|of|sample)) (?i:(?:\d{{2}}-year-old )?(?:{PERSON}|man|"
    r"woman|veteran|worker|teacher|nurse|student|employee))\b|\b(?i:patient|member),? aged \d{2}\b"
)
# How the story ends, or what happened in it.
_TOLD = compiled(
    r"\b(?:took|stopped|had|was|were|went|failed|"
    r"has (?:had|failed|tried|taken|been)|would (?:be|approve|deny|meet|count)|"
    r"(?:request|it) (?:is|was) (?:approved|denied|granted|refused)|(?:plan|department|we) (?:approves?|denies|deny)|"
    r"outcome|approved|denied|years?|aged)\b",
    re.IGNORECASE,
)
_ASKS = compiled(
    r"\b(?:must|shall|(?:is|are) required|requirements?|of the following|criteria are|not covered|excluded)\b",
    re.IGNORECASE,
)


def without_worked_examples(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the sentences of their paragraphs from where such an example opens."""
    return tuple(_kept(blocks))


def _kept(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        said = sentences(block.text) if block.kind == "paragraph" and _SPEAKS_OF_ONE.search(block.text) else ()
        first = next((place for place, one in enumerate(said) if _OPENS.match(one)), None)
        if first is None or not _is_story(" ".join(said[first:])):
            yield block
        elif first:
            yield replace(block, text=" ".join(said[:first]))


def _is_story(told: str) -> bool:
    return bool(_OF_ONE.search(told) and _TOLD.search(told)) and not _ASKS.search(told)
