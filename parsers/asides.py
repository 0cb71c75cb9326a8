"""Uses that an aside names side by side ("18 years or older (TRD and MDSI)")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.indications import Mention
from parsers.patterns import compiled

_BETWEEN = compiled(r"\s*(?:,|/|&|;|\band\b|\bor\b|\bonly\b|\bfor\b|\bin\b|\s)+")


def beside_in_aside(limited: Sequence[Mention], found: Sequence[Mention], text: str) -> Iterator[Mention]:
    """Those of `found` that stand in the brackets of the last of `limited`, joined to it."""
    last = limited[-1] if limited else None
    if last is None or text.rfind("(", 0, last.start) <= text.rfind(")", 0, last.start):
        return
    for mention in found:
        if mention.start > last.end and _BETWEEN.fullmatch(text[last.end : mention.start]):
            yield mention
            last = mention
