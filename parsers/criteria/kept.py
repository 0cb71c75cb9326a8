"""Which clauses that no family reads are criteria all the same, and stay with their text."""

from __future__ import annotations

import re

from parsers.criteria.remnants import states_no_criterion
from parsers.criteria.vocabulary import PEOPLE
from parsers.patterns import compiled

_OBLIGES = compiled(
    rf"\b(?:{PEOPLE}|provider|prescriber|physician|psychiatrist|clinic|site|facility|pharmacy)s?\b[^.;]{{0,40}}"
    r"\b(?:must|shall|needs? to|ha(?:s|ve) to|agrees?|(?:is|are) (?:required|able) to)\b",
    re.IGNORECASE,
)
_POINTS_ELSEWHERE = compiled(r"\b(?:above|below|criteri\w+|section|policy|requirements?)\b", re.IGNORECASE)


def is_criterion(text: str) -> bool:
    """Whether an unread list item asks for something, rather than names the use, cites or tells."""
    return not states_no_criterion(text)


def obliges(text: str) -> bool:
    """Whether a further sentence of an item asks something of somebody, rather than explains."""
    return bool(_OBLIGES.search(text)) and not _POINTS_ELSEWHERE.search(text) and is_criterion(text)
