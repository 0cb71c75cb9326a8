"""Names that one cell of a table joins: "initial and renewal", "Depression; pain only"."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_BETWEEN = compiled(r" ?(?:[,;/&+]|\band\b|\bor\b) ?", re.IGNORECASE)
_ONLY = compiled(r"\bonly\b", re.IGNORECASE)


def joined_names(cell: str) -> list[str]:
    """The parts of a cell that name something, without "only"."""
    return [part.strip(" .") for part in _BETWEEN.split(_ONLY.sub("", cell)) if part.strip(" .")]
