"""What an approval at the end of a flow grants, and for which use ("Approve. Resistant depression: 3 months. …")."""

from __future__ import annotations

import re
from collections.abc import Collection

from parsers.language.patterns import compiled
from parsers.language.spans import SPAN
from parsers.models import Indication
from parsers.uses.indications import named_indications

APPROVES = compiled(r"\b(?:approv(?:e|ed|al)|authori[sz]ed?)\b(?:\([^()]*\)|[^.|()☐□])*", re.IGNORECASE)
# What is left to do on a form where nothing bars: the answers before it approve.
_SIGNS = compiled(r"\bsign(?:ed)?(?: and date)?\b", re.IGNORECASE)
_BARE = compiled(r"^\W*(?:approved?|authori[sz]ed?)(?: as follows| for)?\W*$", re.IGNORECASE)


def approval_in(text: str) -> str:
    """The words of an answer that approve; "" where none do. Lengths by use stand behind a bare "Approve"."""
    found = APPROVES.search(text) or _SIGNS.search(text)
    if not found:
        return ""
    said = found[0].strip()
    behind = text[found.end() :].strip(" .|")
    return f"{said}: {behind.replace('. ', '; ')}" if _BARE.match(said) and SPAN.search(behind) else said


def granted_for(approval: str, uses: Collection[Indication]) -> str:
    """An approval with the length that it grants `uses`, where it grants each use one of its own."""
    verb, _, told = approval.partition(":")
    parts = [part for part in told.split(";") if named_indications(part)] if ";" in told and _BARE.match(verb) else []
    own = [span[0] for part in parts if set(uses) & set(named_indications(part)) and (span := SPAN.search(part))]
    return f"Approve for {own[0]}" if len(own) == 1 else approval
