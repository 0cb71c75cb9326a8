"""Rows of a document's log."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled
from parsers.models import Block

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
# Titles of the columns of a log: "Reviews, Revisions, and Approvals" beside "Date".
_TITLES_EDITS = compiled(
    r"^(?=.*\b(?:history|revisions?|log|amendments?|changes?)\b)\W*(?:(?:policy|document|criteria|reviews?|revisions?|"
    r"changes?|history|approvals?|updates?|amendments?|summary|of|to|and|log|descriptions?)\b\W*){1,6}$",
    re.IGNORECASE,
)
_TITLES_DATES = compiled(r"\bdates?\b", re.IGNORECASE)


def is_of_a_log(row: Block) -> bool:
    """Whether the titles of a row's columns are those of a log of revisions, with their dates."""
    return any(map(_TITLES_EDITS.match, row.header)) and any(map(_TITLES_DATES.search, row.header))


def is_logged(row: Block) -> bool:
    """Whether a row tells under its date what was done to the document, whatever its table is called."""
    date, *told = row.cells or ("",)
    return bool(_BARE_DATE.fullmatch(date)) and any(map(_EDITED.search, told))
