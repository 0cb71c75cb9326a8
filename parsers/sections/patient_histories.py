"""Lists titled "History" that are of what a patient went through, and no history of the document."""

from __future__ import annotations

import re

from parsers.criteria.families import ROOT_KEYS, findings_in
from parsers.language.patterns import compiled
from parsers.outline import Node, walk

_TITLE = compiled(r"\W*(?:(?:past|prior|personal|earlier) )?history\W*", re.IGNORECASE)
# What an entry of a document's history has: the day of a change, or what was done then.
_OF_A_DOCUMENT = compiled(
    r"\b(?:19|20)\d\d\b|\b(?:added|removed|deleted|revised|updated|lowered|raised|changed|clarified|reviewed|adopted|"
    r"approved|renumbered|archived)\b",
    re.IGNORECASE,
)


def is_of_patient(node: Node) -> bool:
    """Whether all that stands under such a title is asked of a patient, and nothing of it was done to a document."""
    below = [part.block.text for part in walk(node.children)]
    told = bool(below) and bool(_TITLE.fullmatch(node.block.text)) and not any(map(_OF_A_DOCUMENT.search, below))
    return told and all(any(found.key not in ROOT_KEYS for found in findings_in(text)) for text in below)
