"""Cells that tick what their row asks for, and the one cell in front of them that says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.patterns import compiled

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
NOT_ASKED = compiled(
    r"\W*(?:no|none|n/?a|[–—-]|waived|exempt(?:ed)?|omit(?:ted)?|skip(?:ped)?|dropped"
    r"|(?:no|none|not|no longer|nothing) (?:an? )?(?:required|applicable|needed|necessary|asked(?: for)?|considered|"
    r"demanded|requirements?|criterion|requested)"
    r"|(?:does|do) not apply|not)?"
    r"(?:[,;:]? ?\(?(?:not )?(?:for|in|with|of) (?:this|that|the) (?:use|indication|diagnosis|group|phase)s?\)?)?\W*",
    re.IGNORECASE,
)
_NUMBER = compiled(r"\W*\d{0,2}[a-z]?\W*", re.IGNORECASE)


def said_in_front(cells: Sequence[str]) -> str:
    """What a row asks for, where that stands in one cell, be it behind a number; "" otherwise."""
    said = [cell for cell in cells if not _NUMBER.fullmatch(cell)]
    return said[0] if len(said) == 1 else ""
