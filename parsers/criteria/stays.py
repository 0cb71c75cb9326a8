"""Stays in hospital that are the place of a treatment, and no sign of danger."""

from __future__ import annotations

import re

from parsers.models import Indication
from parsers.patterns import compiled

# Who is in hospital with one of these is there for it, and in no danger of suicide.
_NO_CRISIS: frozenset[Indication | None] = frozenset(
    ("chronic_pain", "neuropathic_pain", "crps", "headache", "fibromyalgia", "cancer_pain", "acute_pain", "anesthesia")
)
_STAY = compiled(
    r"\bwhile (?:(?:the|a) \w+ )?(?:is |being )?(?:hospitali[sz]ed|in (?:the )?hospital|admitted)\b"
    r"|\b(?:(?:admitted|hospitali[sz]ed) )?(?:(?:to|as|in|for|on) )?(?:an?|the) (?:hospital )?inpatient\b"
    r"(?! (?:or|and) outpatient [a-z])"
    r"(?! (?!(?:or|and|for|when|while|during|only|with|at|under|to|on|because|throughout)\b)[a-z])",
    re.IGNORECASE,
)


def with_stays_as_places(text: str, indication: Indication | None) -> str:
    """`text`, with "admitted as an inpatient" said of where a use that is no crisis is treated."""
    return _STAY.sub("treated as inpatients", text) if indication in _NO_CRISIS else text
