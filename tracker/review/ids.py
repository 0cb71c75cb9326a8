"""How the things that can be reviewed are called: by where they stand, so that nothing has to be numbered for it.

`c12` is a comparison and `c12.2` its second change; `p7.2` is the second position that was read in version 7 and
`p7.2.4` its fourth criterion. Inside, everything counts from 0 as the tables do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CHANGE = re.compile(r"c(\d+)(?:\.(\d+))?")
_READING = re.compile(r"p(\d+)\.(\d+)(?:\.(\d+))?")
FORM = "write c12 (a comparison), c12.2 (one of its changes), p7.2 (a position) or p7.2.4 (a criterion)"


@dataclass(frozen=True, slots=True)
class ComparisonId:
    """A comparison, or with `change` one of its changes."""

    comparison: int
    change: int | None = None

    def __str__(self) -> str:
        return f"c{self.comparison}" + ("" if self.change is None else f".{self.change + 1}")


@dataclass(frozen=True, slots=True)
class ReadingId:
    """A position as it was read in a version, or with `leaf` one of its criteria in reading order."""

    version: int
    position: int
    leaf: int | None = None

    def __str__(self) -> str:
        return f"p{self.version}.{self.position + 1}" + ("" if self.leaf is None else f".{self.leaf + 1}")


ItemId = ComparisonId | ReadingId


def parse_id(text: str) -> ItemId:
    """What an id names. Raises ValueError with the forms there are."""
    if found := _CHANGE.fullmatch(text):
        return ComparisonId(int(found[1]), _index(found[2]))
    if found := _READING.fullmatch(text):
        return ReadingId(int(found[1]), int(found[2]) - 1, _index(found[3]))
    raise ValueError(f"{text!r} is no id: {FORM}")


def _index(text: str | None) -> int | None:
    return int(text) - 1 if text else None
