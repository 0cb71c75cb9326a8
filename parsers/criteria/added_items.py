"""What is asked for in a sum ("Approve if: age 18 or above + two antidepressants failed + psychiatrist"), as the list
that it is: a part that no family reads in a sentence is an item, and stays.
"""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_PART = r"(?:[^:;+.]|\.(?! |$)){2,120}"
# "Approve if:", "covered when", "we pay for it provided that:".
_SUM = compiled(
    r"(?P<lead>(?:^|(?<=[.!?] ))[^:;.+]{0,160}?\b(?:if|when|where|provided(?: that)?|requires?|needs?|asks? for|"
    rf"requirements?|criteria))(?::| )\s*(?P<parts>{_PART}(?: \+ {_PART}){{2,}})(?=\.|$)",
    re.IGNORECASE,
)
_PLUS = " + "


def with_sums_listed(text: str) -> str:
    """`text`, with the parts of such a sum as the items of a list, all of which are asked for."""
    return _SUM.sub(_listed, text) if text.count(_PLUS) > 1 else text


def _listed(found: re.Match[str]) -> str:
    items = "; ".join(part.strip(" ,") for part in found["parts"].split(_PLUS))
    return f"{found['lead']} all of the following: {items}"
