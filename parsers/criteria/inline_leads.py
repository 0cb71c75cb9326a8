"""Where a list that runs on in a sentence is led in."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_COLON = compiled(": ")
# "Symptom score: at least one of: …": what the label is over says how many are asked for.
_COUNTS = compiled(
    r"\W*(?:(?:at least|any|only|a minimum of|no fewer than) )*"
    r"(?:one|two|three|four|five|[1-5]|any|either|all|both|each|every|none|whichever)\b[^:;.()]{0,50}(?:\([^()]*\))?: ",
    re.IGNORECASE,
)


def at_colon(text: str) -> tuple[str, str]:
    """A text before and behind its first colon that no bracket holds ("two drugs (examples: …)" leads nothing in)."""
    for colon in _COLON.finditer(text):
        lead, behind = text[: colon.start()], text[colon.end() :]
        if lead.count("(") <= lead.count(")") or ")" not in behind:
            counts = _COUNTS.match(behind)
            end = colon.end() + counts.end() if counts else colon.end()
            return text[: end - len(": ")], text[end:]
    return text, ""
