"""The reason that a sentence gives for its answer: it tells no phase, and no manner of use."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

# "…, because evidence does not show that repeated doses are safe".
_REASON = compiled(r"(?<=\w),? (?:because|given that|as there (?:is|are))\b[^.;:]*", re.IGNORECASE)
# "…, since the evidence is thin", "…, as no lasting gain was found": "since the last approval" is no reason.
_OF_PROOF = compiled(
    r"(?<=\w)(?:,? since|,? seeing that|, as) (?:(?:the|there (?:is|are)|its|their|such|any|current|published|"
    r"available) )*"
    r"(?:(?:no|none|not|too little|little|lack|insufficient|inadequate|lasting|long-term) (?:[\w-]+ ){0,2}?)?"
    r"(?:evidence|literature|data|stud(?:y|ies)|trials|benefits?|proof|effectiveness|efficacy|safety|gains?|"
    r"improvements?|research)\b[^.;:]*",
    re.IGNORECASE,
)


def without_reason_of_list(lead: str) -> str:
    """The lead-in of a list of denied uses without why they are denied."""
    return _OF_PROOF.sub("", without_reason_behind(lead))


def without_reason_behind(sentence: str) -> str:
    """A sentence without the reason that stands behind its answer."""
    return _REASON.sub("", sentence)
