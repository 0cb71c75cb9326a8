"""Numbers that open a line of a PDF and yet mark no item: they end or go on with what the line above says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.patterns import compiled
from parsers.lists.markers import closes_bracket, says_number_again

# "… weeks 5 through" and "8. Not more than 84 mg": the number is no marker.
_ASKS_FOR_NUMBER = compiled(
    r"\b(?:through|to|than|least|most|exceed|weeks?|days?|phase|step|type|age|of|and|or)$", re.IGNORECASE
)
_LACKS_NUMBER = compiled(r"\b(?:through|than|at least|at most|exceed|weeks)$", re.IGNORECASE)
_OPENS_WITH_NUMBER = compiled(r"\d{1,3}[.)]\s")
_IN_BRACKETS = compiled(r"^\((?P<number>\d{1,2}|[a-z])\)\s")


def counts_on(line: str, above: Sequence[str], *, hangs: bool, full: bool) -> bool:
    """Whether the number that opens `line` ends what the lines `above` say, as in "weeks 5 through" and "8. Not more".

    `hangs`: it stands farther in than the first of them; `full`: its first word had no room behind the last.
    """
    said = " ".join(above)
    if says_number_again(line, above[-1]) or goes_on_in_line(line, said):
        return True
    if full and not hangs and opens_row_in_line(line):
        return True
    if not full or not _OPENS_WITH_NUMBER.match(line):
        return False
    closes = closes_bracket(line.split(maxsplit=1)[0], said)
    return bool((_ASKS_FOR_NUMBER if hangs or closes else _LACKS_NUMBER).search(said))


def goes_on_in_line(line: str, above: str) -> bool:
    """Whether `line` opens with the next number or letter of those inside the text above it: "(1) …; (2) …"."""
    opening = _IN_BRACKETS.match(line)
    before = f" ({_beside(opening['number'], -1)}) " if opening else ""
    return bool(before) and before in above and above.rstrip().endswith((";", ",", "and", "or"))


def opens_row_in_line(line: str) -> bool:
    """Whether `line` opens with the first of numbers or letters that go on inside it: "(a) …; (b) …"."""
    opening = _IN_BRACKETS.match(line)
    if not opening or opening["number"] not in ("1", "a"):
        return False
    before, _, _ = line.partition(f" ({_beside(opening['number'], 1)}) ")
    return before != line and before.endswith((";", ",", "and", "or"))


def _beside(number: str, steps: int) -> str:
    """The number or letter so many steps from another."""
    return str(int(number) + steps) if number.isdecimal() else chr(ord(number) + steps)
