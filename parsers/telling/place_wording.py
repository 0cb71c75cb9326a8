"""Words that name items of a list by their place ("the second and third bullets", "items 2 and 3", "all but (b)")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.language.patterns import compiled
from parsers.lists.markers import bare_marker

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_COUNTED = ("two", "three", "four", "five", "six", "seven", "eight")
_COUNTS = {said: many for many, word in enumerate(_COUNTED, start=2) for said in (word, str(many))}
_LAST = r"(?:last|final)"
COUNT = rf"(?:{'|'.join(_COUNTS)})"
ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|{_LAST})"
_ORDINAL = rf"(?:(?:first|{_LAST}) {COUNT}|{ORDINAL})"
NOUN = (
    r"(?:bullets?(?: points?)?|items?|requirements?|criteri(?:a|on)|conditions?|points?|rules?|numbers?|nos?\.|"
    r"statements?|lines?|elements?|entries|entry|ones?)"
)
_ABOVE = r"(?: (?:listed |named |given )?(?:above|(?:in|of|on) (?:the|that|this) list(?: above)?))?"
LABEL = r"\(?(?:\d{1,2}|[a-h])\b[.)]?"
_JOINED = r"(?:,? (?:and|or|&|plus) (?:the )?|, ?(?:the )?|/)"
_RANGE = rf"{LABEL}(?: ?(?:-|–|to|through) ?{LABEL})?"
_OF_TIME = r"(?! ?(?:days?|weeks?|months?|years?|hours?|mg|times?|sessions?|doses?|antidepress\w*)\b)"
# What names items by their place, with or without the word for them.
WHICH = (
    rf"(?:(?:the )?{_ORDINAL}(?:{_JOINED}{_ORDINAL})*(?: {NOUN})?{_ABOVE}"
    rf"|(?:the )?{NOUN} {_RANGE}(?:{_JOINED}{_RANGE})*{_OF_TIME}{_ABOVE}"
    rf"|{_RANGE}(?:{_JOINED}{_RANGE})*{_OF_TIME}{_ABOVE})"
)
_PLACE = compiled(
    rf"\b(?:(?P<end>first|{_LAST}) (?P<count>{COUNT})\b|(?P<unclear>{ORDINAL} {COUNT})\b"
    rf"|(?P<ordinal>{'|'.join(_ORDINALS)})\b|(?P<last>{_LAST})\b)",
    re.IGNORECASE,
)
_LABELS = compiled(
    r"(?<![\w.])\(?(?P<from>\d{1,2}|[a-h])\b[.)]?(?: ?(?:-|–|to|through) ?\(?(?P<to>\d{1,2}|[a-h])\b[.)]?)?",
    re.IGNORECASE,
)
_WORD = compiled(rf"\b{NOUN}(?=\s|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Places:
    """The places that words name, counted from one; None for what no list of `count` items with `markers` has."""

    words: str

    def among(self, markers: Sequence[str]) -> tuple[int, ...] | None:
        """The places in a list of items with `markers`, in order; None where one of them is not in it."""
        found = list(self._by_ordinal(len(markers))) or list(self._by_label(markers))
        return tuple(sorted({place for place in found if place})) if found and all(found) else None

    def _by_ordinal(self, count: int) -> Iterator[int]:
        for said in _PLACE.finditer(self.words):
            if said["end"]:
                many = _COUNTS[said["count"].lower()]
                if many > count:
                    yield 0
                first = 1 if said["end"].lower() == "first" else count - many + 1
                yield from range(first, first + many)
            elif said["unclear"]:
                # "The second three" may be the fourth to sixth, or three from the second on.
                yield 0
            else:
                place = _ORDINALS.index(said["ordinal"].lower()) + 1 if said["ordinal"] else count
                yield place if place <= count else 0

    def _by_label(self, markers: Sequence[str]) -> Iterator[int]:
        bare = [bare_marker(marker).lower() for marker in markers]
        for said in _LABELS.finditer(_WORD.sub(" ", self.words)):
            first = _place_of(said["from"].lower(), bare)
            last = _place_of(said["to"].lower(), bare) if said["to"] else first
            yield from range(first, last + 1) if first and last >= first else (0,)


def _place_of(label: str, bare: Sequence[str]) -> int:
    """The place of the item with that marker; of a list without markers the number itself; 0 where there is none."""
    if any(bare):
        return bare.index(label) + 1 if label in bare else 0
    return int(label) if label.isdigit() and int(label) <= len(bare) else 0
