"""What is asked behind the length of an approval ("… are valid for 180 days; for these the provider attests that …").

It stands as a sentence of its own, in the phase of the one before it: a sentence that gives a length asks for nothing
that none of our words read, and what stands behind it would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.vocabulary import PERSON
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.language.spans import SPAN_COUNT, SPAN_UNIT
from parsers.models import Block

_APPROVAL = (
    r"(?:approvals?|authori[sz]ations?|certifications?|renewals?|re-?authori[sz]ations?|re-?approvals?|"
    r"re-?certifications?|continuations?|extensions?|periods?|PAs?)"
)
_GIVEN = (
    r"(?:lasts?|runs?|holds?|(?:is|are|may be|can be|will be)(?: (?:valid|good|given|granted|issued|made|written))?)"
)
_LENGTH = rf"(?:for |up to |at most )*(?:{SPAN_COUNT}|\d+)[ -]{SPAN_UNIT}(?: (?:each|at a time|each time|more))?"
_SUBJECT = rf"(?:the|an?|each|every|your|this) (?:treating |prescribing )?(?:{PERSON}|provider|prescriber|psychiatrist)"
_BACK = (
    r"(?:(?:for|in|with|at|on) (?:these|those|them|each|each of (?:these|them)|such (?:an? )?(?:requests?|approvals?|"
    r"cases?|renewals?)|(?:these|those|such) (?:cases|approvals|requests|renewals|periods))"
    r"|here|to (?:obtain|get|receive|qualify for|be given) (?:one|it|them|such an? \w+)|for this)"
)
_BEHIND = compiled(
    rf"(?P<length>^[^.;:?]*\b{_APPROVAL}[^.;:?]{{0,30}}? {_GIVEN} {_LENGTH}); (?:and )?"
    rf"(?=(?:{_BACK},? )?{_SUBJECT}\b|{_BACK},? |(?:these|they|each(?: of (?:these|them))?) (?:also )?(?:requires?|"
    r"needs?|asks? for|calls? for|depends?)\b)",
    re.IGNORECASE,
)


def with_demands_behind_lengths(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, where such a demand begins a sentence of its own."""
    return tuple(_parted(block) if ";" in block.text else block for block in blocks)


def _parted(block: Block) -> Block:
    if block.kind not in ("paragraph", "item"):
        return block
    text = " ".join(_apart(sentence) for sentence in sentences(block.text))
    return block if text == block.text else replace(block, text=text)


def _apart(sentence: str) -> str:
    found = _BEHIND.match(sentence)
    if found is None:
        return sentence
    rest = sentence[found.end() :]
    return f"{found['length']}. {rest[:1].upper()}{rest[1:]}"
