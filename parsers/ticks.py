"""Cells that tick what their row asks for, and the one cell in front of them that says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.patterns import compiled

TICKED = compiled(
    r"\W*(?:[x✓✔☑☒●•]|yes|y|appl(?:y|ies)|required|needed|asked(?: for)?|must(?: be met| be shown)?)\W*", re.IGNORECASE
)
_NUMBER = compiled(r"\W*\d{0,2}[a-z]?\W*", re.IGNORECASE)


def said_in_front(cells: Sequence[str]) -> str:
    """What a row asks for, where that stands in one cell, be it behind a number; "" otherwise."""
    said = [cell for cell in cells if not _NUMBER.fullmatch(cell)]
    return said[0] if len(said) == 1 else ""
