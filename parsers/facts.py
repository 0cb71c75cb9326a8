"""What a policy says of itself."""

from __future__ import annotations

from parsers.models import PolicyFacts, Reading


def read_facts(reading: Reading) -> PolicyFacts:
    """Number, title, dates."""
    return PolicyFacts(title=reading.title)
