"""Which of several numbered lists a statement means that names one by its use ("4 through 7 of the section on …") or by
its number ("items A and B of section 1").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parsers.language.patterns import compiled
from parsers.lists.markers import bare_marker
from parsers.models import Indication
from parsers.outline import Node, walk
from parsers.uses.indications import mentions, named_indications

# What may stand between the numbers of items and the use whose list has them.
_PLACE = compiled(
    r"[\w)] (?:(?:above|listed|named|given|set out|printed) )*(?:of|under|in|from|within) (?:the )?"
    r"(?:(?:sections?|parts?|lists?|criteria|entry|heading|title|requirements) (?:on|for|of|about) (?:the )?)?[\"“]?$",
    re.IGNORECASE,
)
# "Criteria 1 through 3 of the preceding section": of no list that holds the statement itself.
_ANOTHER = compiled(
    r"\b(?:of|under|in|from|within) (?:the |that )?(?:preceding|previous|prior|last|other|first|foregoing|earlier) "
    r"(?:section|part|list|entry|table|heading|criteria)\b",
    re.IGNORECASE,
)
# "Items A and B of section 1", "none of the conditions in section 1, item J", "nothing in 1.J".
_BY_NUMBER = compiled(
    r"\b(?:of|under|in|from|within|at) (?:the )?(?:(?:section|part|list|entry|group|use) (?P<called>\d{1,2}|[A-H]|"
    r"[IVX]{1,4})\b(?![.-]?\d)|(?P<joined>\d{1,2}|[A-H])[.-](?:[A-Q]|\d{1,2})\b(?!\.\d))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Numbered items side by side: where they begin in the document, what they stand under, and each by its marker."""

    place: int
    above: Node | None
    items: Mapping[str, Node]


def lists_meant(node: Node, lists: Sequence[NumberedList], refs: Sequence[str]) -> Sequence[NumberedList]:
    """Of `lists`, those of the use that a statement names beside its own; all where it names none that has a list with
    the items `refs`, none where it asks for the items of a use that has none.
    """
    block = node.block
    if _ANOTHER.search(block.text):
        return [each for each in lists if all(node is not part for part in walk(tuple(each.items.values())))]
    if by_number := _of_section(block.text, lists):
        return by_number
    named = set(named_indications(block.text)) - _use_over(block.path)
    meant = [each for each in lists if named & _use_of(each)]
    has_them = any(set(refs) <= each.items.keys() for each in meant)
    return meant if has_them or (named and names_place(block.text)) else lists


def _of_section(text: str, lists: Sequence[NumberedList]) -> list[NumberedList]:
    """The lists right under the section that a statement names by its number; [] where it names none, or more."""
    called = {(found["called"] or found["joined"]).lower() for found in _BY_NUMBER.finditer(text)}
    return [each for each in lists if len(called) == 1 and _number_over(each) in called]


def _number_over(each: NumberedList) -> str:
    return bare_marker(each.above.block.marker) if each.above else ""


def _use_of(each: NumberedList) -> set[Indication]:
    """The uses that a list is for: those that its lead-in names, or else the nearest heading that names any."""
    first = next(iter(each.items.values())).block
    return _use_over((*first.path, each.above.block.text) if each.above else first.path)


def _use_over(titles: Sequence[str]) -> set[Indication]:
    named = (set(named_indications(title)) for title in reversed(titles))
    return next(filter(None, named), set())


def names_place(text: str) -> bool:
    """Whether a statement says of items in which list they stand, by the name of its use."""
    return any(_PLACE.search(text[: use.start]) and re.search(r"\d", text[: use.start]) for use in mentions(text))
