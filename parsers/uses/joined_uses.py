"""Uses that a text names side by side: in one list, before a condition, in an aside ("18 or older (TRD and MDSI)")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.language.patterns import compiled
from parsers.models import Indication
from parsers.uses.indications import Mention

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


def leads_to(mention: Mention, limited: Mention, text: str) -> bool:
    """Whether a use is joined to the one after it that limits the clause."""
    between = text[mention.end : limited.start]
    return bool(re.search(r"\b(?:and|or)\b|/", between)) and not re.search(r"[.:;]", between)


def joins(text: str, mention: Mention, wanted: Sequence[Indication]) -> bool:
    """Whether a use goes on with the list of those that are `wanted`."""
    return bool(wanted) and bool(
        re.search(
            r"(?i)(?:,|\bor|\band|/|;)\s*(?:\(?\w{1,3}\)\s*)?(?:for |with |of |a |an |the |adults? with )*$",
            text[: mention.start],
        )
    )
