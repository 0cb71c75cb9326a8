"""Columns of a table that tell why: what studies of another drug or use found is no part of an answer."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.answering.statuses import read_status
from parsers.language.patterns import compiled
from parsers.models import Block

_TITLES_REASONS = compiled(
    r"^\W*(?:why(?: not)?|(?:reasons?|rationale|explanation|justification|grounds)(?: for [\w ]{1,30})?|because"
    r"|(?:(?:supporting|clinical|scientific|published|state of the) )?(?:evidence|literature|studies|data)"
    r"|what (?:the )?(?:evidence|studies|literature|trials) (?:shows?|says?))\W*$",
    re.IGNORECASE,
)


def without_reasons(row: Block, *, answered: bool = False) -> Block:
    """`row` with its reasons left out of its cells, where what is left answers or a lead-in has `answered` for it.

    The text stays as printed.
    """
    if not row.header or len(row.header) != len(row.cells):
        return row
    titled = tuple(zip(row.header, row.cells, strict=True))
    cells = tuple("" if _TITLES_REASONS.match(title) else cell for title, cell in titled)
    answers = answered or any(map(read_status, cells))
    return replace(row, cells=cells) if answers and cells[0] and cells != row.cells else row


def told_in(row: Block) -> str:
    """What the cells of a row tell, or its text where it has none."""
    return " | ".join(filter(None, row.cells)) or row.text
