"""The reason that a sentence gives for its answer: it tells no phase, and no manner of use."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

# "…, because evidence does not show that repeated doses are safe".
_REASON = compiled(r"(?<=\w),? (?:because|given that|as there (?:is|are))\b[^.;:]*", re.IGNORECASE)


def without_reason_behind(sentence: str) -> str:
    """A sentence without the reason that stands behind its answer."""
    return _REASON.sub("", sentence)
