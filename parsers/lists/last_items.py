"""Paragraphs behind the last item of a list, which may close it as one closed each item before, or be of all items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled

# "AND all of the following for BOTH diagnoses:".
_OF_ALL = compiled(
    r"\b(?:for|in|of) (?:both|either|all|each|every|any)(?: (?:of )?(?:the|these))?(?: (?:two|three|covered|above))* "
    r"(?:diagnos[ei]s|indications?|uses?|conditions?|disorders?|groups?|patients|members|requests)\b",
    re.IGNORECASE,
)
_ADDS = compiled(r"\W*(?:and|with|plus)\b", re.IGNORECASE)


def is_of_last_item(text: str, before: Sequence[Sequence[str]], own: Sequence[str]) -> bool:
    """Whether a paragraph goes on with the last item, by the paragraphs of the items `before` and its `own` so far.

    It opens as one of theirs, or as theirs adds a list ("AND all of these:"), and the item has fewer of them than they.
    """
    if _OF_ALL.search(text) or not before:
        return False
    had, *theirs = (sum(_is_like(text, other) for other in texts) for texts in (own, *before))
    return had < (max(theirs) if any(_opens_alike(text, other) for each in before for other in each) else min(theirs))


def _is_like(text: str, other: str) -> bool:
    return _adds(other) if _adds(text) else _opens_alike(text, other)


def _opens_alike(text: str, other: str) -> bool:
    return other.split()[:2] == text.split()[:2]


def _adds(text: str) -> bool:
    return _ADDS.match(text) is not None and leads_in(text)
