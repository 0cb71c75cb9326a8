"""What is granted for neither of two uses ("for neither use is it approved"), said as not granted for either."""

from __future__ import annotations

import re

from parsers.language.each_use import USE
from parsers.language.patterns import Pattern, compiled
from parsers.language.rewriting import New

_GRANTED = (
    r"(?:approved|covered|authori[sz]ed|granted|given|allowed|accepted|available|payable|eligible|paid(?: for)?|"
    r"reimbursed)"
)
_WHICH = rf"(?P<which>(?:of (?:these|those|the|them|the two)(?: two)?(?: {USE})?|{USE}|one)\b(?: above| named)?)"
# "Neither is approved", of the uses that were told before; neither of two drugs is meant by it.
NEITHER_GRANTED = (
    rf"\bneither(?: one| of (?:the two|these|those|them))? (?:is|are|(?:will|may|can|shall) be) {_GRANTED}\b"
)
SAID_OF_NEITHER: tuple[tuple[Pattern, New], ...] = (
    (
        compiled(
            rf"\b(?P<at>for|under|in|with) neither {_WHICH},? (?P<verb>is|are|will|may|can|shall|does|do) "
            rf"(?P<what>(?:[\w-]+ ){{1,4}}?)(?P<granted>(?:be )?{_GRANTED}|qualify)\b",
            re.IGNORECASE,
        ),
        r"\g<at> either \g<which> \g<what>\g<verb> not \g<granted>",
    ),
    (
        compiled(
            rf"\b(?P<verb>is|are|(?:will|may|can|shall) be) (?P<granted>{_GRANTED})"
            rf" (?P<at>for|under|in|with) neither {_WHICH}",
            re.IGNORECASE,
        ),
        r"\g<verb> not \g<granted> \g<at> either \g<which>",
    ),
)
