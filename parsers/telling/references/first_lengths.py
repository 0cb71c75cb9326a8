"""Lengths told before a lead-in that renews "it" ("Depression is approved for 3 months. It may be renewed when: …").

The first sentence gives the first approval its length, whatever the list under the second asks of a renewal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.families import findings_in
from parsers.language.glosses import glossed
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.uses.indications import mentions

_RENEWS_IT = compiled(
    r"^\W*(?:it|this|that|they|(?:the|this|that|such an?|each) (?:approval|(?:pre)?authori[sz]ation|certification))\b"
    r"(?: (?:is|are|may|can|will|shall|be|then|also|only))* (?:renewed|extended|continued|prolonged|re-?authori[sz]ed|"
    r"re-?approved|re-?certified)\b",
    re.IGNORECASE,
)


def with_first_lengths(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with such a length in a paragraph of its own that is marked as of the first approval."""
    return tuple(part for block in blocks for part in _apart(block))


def _apart(block: Block) -> tuple[Block, ...]:
    may_renew = block.kind in ("item", "paragraph") and _RENEWS_IT.may_match(block.text)
    said = sentences(block.text) if may_renew and leads_in(block.text) else ()
    length, *rest = said or ("",)
    if len(rest) != 1 or not _RENEWS_IT.search(rest[0]) or not _is_a_length(length):
        return (block,)
    uses = " and ".join(length[found.start : found.end] for found in mentions(length))
    renewal = glossed(rest[0], f"renewal for {uses}") if uses else rest[0]
    return replace(block, text=glossed(length, "initial approval")), replace(block, text=renewal, marker="")


def _is_a_length(sentence: str) -> bool:
    """Whether a sentence tells how long an approval is, by itself of no phase, and nothing more."""
    return read_phase(sentence) is None and [found.key for found in findings_in(sentence)] == ["initial_auth_days"]
