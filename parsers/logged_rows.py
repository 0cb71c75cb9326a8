"""Rows of a document's log."""

from __future__ import annotations

import re

from parsers.models import Block
from parsers.patterns import compiled

_BARE_DATE = compiled(
    r"\W*(?:\d{1,2}[/-](?:\d{1,2}[/-])?\d{2,4}|\d{1,2}\.(?:\d{1,2}\.)?(?:19|20)\d\d|\d{4}-\d\d-\d\d"
    r"|[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?\d{4})\W*"
)
# What an editor did: "removed from exclusions", "criteria shortened", "new policy", "annual review".
_EDITED = compiled(
    r"\b(?:removed|added|deleted|revised|updated|clarified|reworded|reviewed|shortened|lengthened|raised|lowered|"
    r"(?:re)?formatted|changed|corrected|dropped|new policy|(?:annual|interim|scheduled|committee) review|no changes?|"
    r"(?:approved|adopted) by)\b(?! (?:for|when|if)\b)",
    re.IGNORECASE,
)


def is_logged(row: Block) -> bool:
    """Whether a row tells under its date what was done to the document, whatever its table is called."""
    date, *told = row.cells or ("",)
    return bool(_BARE_DATE.fullmatch(date)) and any(map(_EDITED.search, told))
