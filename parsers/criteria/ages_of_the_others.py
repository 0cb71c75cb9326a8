"""Those on the other side of an age that a text names: "members 65 and older …; younger members …" are under 65."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import PEOPLE
from parsers.language.patterns import Pattern, compiled

_ELDERLY = 40
_YEARS = r"(?:[ -]?years?(?:[ -]of[ -]age|[ -]old)?)?"
_AND_OLDER = compiled(rf"\b(?P<age>\d\d){_YEARS},? (?:or|and) (?:older|over|above|up)\b", re.IGNORECASE)
_YOUNGER_THAN = compiled(
    r"\b(?:under|below|younger than)(?: the)?(?: age(?: of)?)? (?P<age>\d\d)\b(?!%)", re.IGNORECASE
)
_OTHERS = rf"\b(?:(?:all|the|an?|any|those) )?{{}} (?P<who>{PEOPLE}|ones?)\b(?! (?:than|or|and) (?:\d|older|younger))"
_YOUNGER = compiled(_OTHERS.format("younger"), re.IGNORECASE)
_OLDER = compiled(_OTHERS.format("older"), re.IGNORECASE)


def with_others_aged(text: str) -> str:
    """`text`, "younger members" and "older ones" by the age that stands before them."""
    if "younger " not in text and "older " not in text:
        return text
    text = _told(text, _AND_OLDER, _YOUNGER, "under {} years of age")
    return _told(text, _YOUNGER_THAN, _OLDER, "{} years of age or older")


def _told(text: str, named: Pattern, others: Pattern, age: str) -> str:
    ages = {found["age"] for found in named.finditer(text)}
    first = named.search(text)
    # "18 or older; younger members may be approved": of the young an exception is told, and no demand.
    if len(ages) != 1 or first is None or int(first["age"]) < _ELDERLY:
        return text
    before, behind = text[: first.end()], text[first.end() :]
    return before + others.sub(lambda found: f"{found['who']} {age.format(first['age'])}", behind)
