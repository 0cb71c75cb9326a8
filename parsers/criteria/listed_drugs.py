"""A count of antidepressants out of a list in one sentence ("two of the following: an SSRI, an SNRI, bupropion")."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import ANTIDEPRESSANT, ANTIDEPRESSANT_NAMES, CLASS_NAME, NUMBER, one_of
from parsers.criteria.wording import Finding
from parsers.patterns import compiled

_LISTED = compiled(
    rf"{NUMBER}of (?:the |these |those )?(?:following|these|those|listed)?(?: \d+)?(?: [a-z-]+){{0,8}}? ?: ?"
    r"(?P<listed>[^.:]+)"
)
_MEMBER = compiled(
    rf"(?:(?:an?|any|the|generic|1|oral) )*(?:{one_of(*ANTIDEPRESSANT_NAMES)}(?: (?:xr|er|sr|xl))?|{CLASS_NAME})"
    rf"(?: \([^()]*\))?(?: {ANTIDEPRESSANT}\w*)?"
)
_CLASS = compiled(rf"\b{CLASS_NAME}")
_FEWEST = 2


def count_of_listed(words: str) -> list[Finding]:
    """How many antidepressants of a list must have failed; [] where all of them must, or others stand among them.

    A list without a class names steps, of which so many are asked for.
    """
    found = _LISTED.search(words)
    if found is None:
        return []
    members = [part.strip() for part in re.split(r"[,;/]|\bor\b|\band\b", found["listed"]) if part.strip(" .")]
    count = int(found["n"])
    chosen = len(members) >= _FEWEST and 1 <= count < len(members) and any(map(_CLASS.search, members))
    return [Finding("failed_ad_count", count)] if chosen and all(map(_MEMBER.fullmatch, members)) else []
