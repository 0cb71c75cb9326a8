"""Clauses that say no more than a length ("3 months"): a table's cell, whose titles say what the length is of."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.uses.indications import mentions

SPAN = r"(?:[<>]=? )?\d+ (?:(?:more|further|additional) )?(?:days?|weeks?|months?|years?)\b"
_OF_A_TRIAL = compiled(r"\b(?:taken|tried|trials?|used|lasting|lasted|each (?:was|of|drug|one))\b")
_WORDS_OF_A_CELL = 6
# "<= 6 months when chart notes show a response": a cell's length with what it hangs on.
_SPAN_ON_TERMS = compiled(rf"^\W*(?:for )?{SPAN},? (?:when|if|once|provided|as long as|so long as)\b", re.IGNORECASE)
_SUPPLY_BESIDE = compiled(
    r"(?:[<>]=? )?\d+ (?:devices?|kits?|units?|sprays?) (?:per|every|each|in|for) (?:an? )?(?:\d+ )?"
    r"(?:days?|weeks?|months?)"
)

# "3 months for an initial request": the phase counts as little as the use.
_OF_A_PHASE = compiled(
    r"\b(?:for|on|at|upon) (?:(?:an?|the|each|any) )?"
    r"(?:initial|first|new|renewal|re-?authori[sz]ation|continu\w+|later)\b"
    r"(?: (?:requests?|approvals?|authori[sz]ations?))?"
)


def is_cell(words: str) -> bool:
    """Whether a clause says no more than a length, and the use that it is for ("3 months for depression")."""
    if _OF_A_TRIAL.search(words):
        return False
    if _SPAN_ON_TERMS.match(words):
        return True
    words = _OF_A_PHASE.sub("", _SUPPLY_BESIDE.sub("", words))
    named = sum(len(words[mention.start : mention.end].split()) for mention in mentions(words))
    return len(words.split()) - named <= _WORDS_OF_A_CELL
