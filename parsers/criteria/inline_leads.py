"""Where a list that runs on in a sentence is led in."""

from __future__ import annotations

from parsers.language.patterns import compiled

_COLON = compiled(": ")


def at_colon(text: str) -> tuple[str, str]:
    """A text before and behind its first colon that no bracket holds ("two drugs (examples: …)" leads nothing in)."""
    for colon in _COLON.finditer(text):
        lead, behind = text[: colon.start()], text[colon.end() :]
        if lead.count("(") <= lead.count(")") or ")" not in behind:
            return lead, behind
    return text, ""
