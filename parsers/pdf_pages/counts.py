"""Numbers that open a line of a PDF and yet mark no item: they end what the line above says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.patterns import compiled
from parsers.lists.markers import closes_bracket, goes_on_in_line, says_number_again

# "… weeks 5 through" and "8. Not more than 84 mg": the number is no marker.
_ASKS_FOR_NUMBER = compiled(
    r"\b(?:through|to|than|least|most|exceed|weeks?|days?|phase|step|type|age|of|and|or)$", re.IGNORECASE
)
_LACKS_NUMBER = compiled(r"\b(?:through|than|at least|at most|exceed|weeks)$", re.IGNORECASE)
_OPENS_WITH_NUMBER = compiled(r"\d{1,3}[.)]\s")


def counts_on(line: str, above: Sequence[str], *, hangs: bool, full: bool) -> bool:
    """Whether the number that opens `line` ends what the lines `above` say, as in "weeks 5 through" and "8. Not more".

    `hangs`: it stands farther in than the first of them; `full`: its first word had no room behind the last.
    """
    said = " ".join(above)
    if says_number_again(line, above[-1]) or goes_on_in_line(line, said):
        return True
    if not full or not _OPENS_WITH_NUMBER.match(line):
        return False
    closes = closes_bracket(line.split(maxsplit=1)[0], said)
    return bool((_ASKS_FOR_NUMBER if hangs or closes else _LACKS_NUMBER).search(said))
