"""Through which benefit a drug is paid: a channel that is no longer offered is work for whoever files claims."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.models import Block, ParsedPolicy

# "under the medical benefit", "through the pharmacy benefit", "is a medical benefit", "medical benefit only".
_CHANNEL = re.compile(r"\b(medical|pharmacy)\s+(?:drug\s+)?benefit\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|nor|never|cannot|no longer|rather than|instead of)\b[^.;:,]*$", re.IGNORECASE)


def lost_channels(old: ParsedPolicy, new: ParsedPolicy) -> tuple[str, ...]:
    """Channels that the older version offered and the newer, which names one too, does not. Silence is no loss."""
    before, after = _offered(old.blocks), _offered(new.blocks)
    return tuple(sorted(before - after)) if before and after else ()


def _offered(blocks: Iterable[Block]) -> set[str]:
    return {
        match[1].lower()
        for block in blocks
        for match in _CHANNEL.finditer(block.text)
        if not _DENIED.search(block.text[: match.start()])
    }
