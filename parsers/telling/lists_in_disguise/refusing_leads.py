"""Leads that keep the drug from whoever has an item of their list, in whatever order they say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from parsers.criteria.vocabulary import GRANTED, PEOPLE, PERSON
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.uses.indications import mentions

_TREATED = (
    r"(?:receive|get|have|take|use|start|begin|be (?:\w+ )?(?:given|treated|started|used|prescribed|offered|begun|put)"
    rf"|(?:be )?(?:{GRANTED}))"
)
# "should not receive", "is never to be given", "we do not approve", "is denied", "not a candidate".
_REFUSED = compiled(
    rf"\b(?:(?:should|must|may|can|will|shall|do|does|is|are)(?: ?not| never)(?: to)? (?:be )?{_TREATED}"
    rf"|cannot {_TREATED}|(?:not|never) (?:to )?(?:be )?(?:used|given|prescribed|started|{GRANTED})"
    r"|(?:not|never) (?:approve|cover|authori[sz]e|prescribe|give|use|start|treat)"
    r"|not (?:an? )?(?:\w+ )?candidates?"
    r"|(?:is|are|will be) (?:denied|refused|excluded|ineligible|turned (?:down|away)))\b",
    re.IGNORECASE,
)
_NOBODY = compiled(
    rf"^\W*(?:no (?:{PEOPLE}|{PERSON}|one)|nobody)\b[^.;:]*"
    rf"\b(?:may|should|can|will|shall|is to|are to|must) {_TREATED}\b",
    re.IGNORECASE,
)
_NOUNS = (
    r"(?:items?|conditions?|points?|statements?|box(?:es)?|answers?|problems?|factors?|diagnos[ei]s|disorders?"
    r"|illnesses|findings?|criteri(?:a|on)|exclusions?|contraindications?|circumstances)"
)
_WHICH = r"(?:below|following|that follows?|listed|named|here|underneath)"
# "with any of the following", "if one item below is checked", "who has either of these conditions".
_HAVING_ONE = compiled(
    r"\b(?:with|having|who (?:has|have|meets?)|(?:to|in|for) whom|if|when|where|whenever|that (?:has|have)|meeting"
    r"|whose|(?:has|have) (?:ever )?had) (?:the answer to )?(?:any|one|1|either|some|at least one)\b"
    rf"(?: (?:or more|of|the|these|those|single|its|our|{_WHICH}|{_NOUNS}))+\b"
    r"(?=,|\)|\W*$| (?:is|are|appl\w+|holds?|has been|was|should|must|may|can|will|shall|do|does|cannot|and|for)\b)",
    re.IGNORECASE,
)
# What is "absent" or "not met" below is what has to be there.
_SPARED = compiled(
    r"\b(?:unless|except|only|however|but|absent|missing|lacking|unmet|not (?:met|present|true))\b", re.IGNORECASE
)
# A sentence of some length before it says something of its own.
_BEHIND_ANOTHER = compiled(r"^(?:[^.]{30,}|[^.]*\b(?:is|are|may|will|covers?)\b[^.]*)\. +\S", re.IGNORECASE)


def with_refusing_leads(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, such a lead over a list in words that lead in what bars, with the use that it names.

    A lead that names a phase is left as it stands, as what bars may be asked at renewal alone.
    """
    return tuple(
        _led_in(block) if _leads_in_list(block, after) and _refuses(block.text) else block
        for block, after in zip_longest(blocks, blocks[1:])
    )


def _leads_in_list(block: Block, after: Block | None) -> bool:
    lead = block.kind in ("heading", "paragraph") and not block.cells
    return lead and after is not None and after.kind == "item"


def _refuses(text: str) -> bool:
    """Whether one sentence, with or without a title before it, refuses the drug to whoever has an item."""
    said = _HAVING_ONE.search(text)
    if said is None or _SPARED.search(text) or _BEHIND_ANOTHER.match(text) or read_phase(text):
        return False
    return bool(_NOBODY.search(text) or _REFUSED.search(text))


def _led_in(block: Block) -> Block:
    named = [block.text[mention.start : mention.end] for mention in mentions(block.text)]
    use = f" for {named[0]}" if len(named) == 1 else ""
    if block.kind == "heading":
        return replace(block, text=f"Exclusion criteria{use}")
    return replace(block, text=f"Treatment{use} is denied if any of the following is present:")
