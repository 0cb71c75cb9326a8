"""Cells that tick what their row asks for, and the one cell in front of them that says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.criteria.families import findings_in
from parsers.criteria.unasked import WITHOUT_DEMAND
from parsers.language.patterns import compiled

# "Yes, for each session": how often it is asked for takes nothing back.
_HOW_OFTEN = (
    r"(?:(?:for|at|with|on|before|after|during|in) )?(?:each|every|all|any|both)(?: \w+){1,3}|always|throughout"
    r"|at (?:the start|baseline)|as before|(?:initial(?:ly)?|again|also|too|still)"
)
TICKED = compiled(
    r"\W*(?:[x✓✔☑☒●•]|yes|y|appl(?:y|ies)|required|needed|always|asked(?: for)?|must(?: be met| be shown)?)"
    rf"(?:[,;:]? ?\(?(?:{_HOW_OFTEN})\)?)?\W*",
    re.IGNORECASE,
)
# "None required", "waived", "no, not for this use", an empty cell.
_OF_THIS_USE = (
    r"(?:[,;:]? ?\(?(?:not )?(?:for|in|with|of) (?:this|that|the) (?:use|indication|diagnosis|group|phase)s?\)?)?"
)
NOT_ASKED = compiled(rf"\W*(?:no|none|not|{WITHOUT_DEMAND})?{_OF_THIS_USE}\W*", re.IGNORECASE)
# The same without a bare "No", which beside a condition says that there must be none.
NOTHING_ASKED = compiled(rf"\W*(?:{WITHOUT_DEMAND}){_OF_THIS_USE}\W*", re.IGNORECASE)
_NUMBER = compiled(r"\W*\d{0,2}[a-z]?\W*", re.IGNORECASE)


def is_a_waiver(text: str) -> bool:
    """Whether what is not asked for is itself a rule of the contract: an antidepressant alongside is "not required"."""
    return any(found.value == "not_required" for found in findings_in(text))


def said_in_front(cells: Sequence[str]) -> str:
    """What a row asks for, where that stands in one cell, be it behind a number; "" otherwise."""
    said = [cell for cell in cells if not _NUMBER.fullmatch(cell)]
    return said[0] if len(said) == 1 else ""
