"""Whom a condition does not touch: "anyone aged 65 or above" leaves those under 65, "with psychosis" those without."""

from __future__ import annotations

import re

from parsers.criteria.conditions import is_listed, named
from parsers.criteria.families import findings_in
from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.criteria.wording import read_words
from parsers.language.patterns import compiled
from parsers.models import CriterionKey

# Ages that part patients: those who are none of them may be treated as well. "Adults (18 or older)" are all of them.
_ELDERLY = 40
_MINORS = 25
_NUMBER = r"(?:\d{1,2}|two|three|four|five|six)"
_FEWER = compiled(
    rf"\b(?:has |have |had )?(?:not (?:yet )?(?:failed|tried)|(?:failed|tried) (?:fewer|less) than) (?P<n>{_NUMBER})\b"
    rf"|\b(?:fewer|less) than (?P<fewer>{_NUMBER})\b[^.;,]*?\b(?:fail|tried)",
    re.IGNORECASE,
)
_NO_PSYCHIATRIST = compiled(
    r"\bprescriber is not (?:himself |herself )?an? psychiatrist|\bnot (?:prescribed|ordered) by a psychiatrist"
    r"|\b(?:another|a different|any other) special(?:ty|ist)(?: than psychiatry)? prescribes",
    re.IGNORECASE,
)
_AN_AGE = compiled(r"\b(?:\d\d|twelve|eighteen|twenty|fifty|sixty|seventy|eighty)\b", re.IGNORECASE)
_BEYOND = compiled(rf"^\W*(?:(?:the|an?|any|all|those|is|are|who|{PEOPLE}|{PERSON}) )*> (?:age )?(?P<age>\d\d)\W*$")
_AGES: frozenset[CriterionKey] = frozenset(("age_min", "age_max"))
# "The patient is psychotic", "persons with a history of bipolar disorder": a condition and whose it is, no more.
_WHOSE = (
    rf"(?:(?:in|for|with|by|of|to|the|an?|any|all|every|such|those|{PEOPLE}|{PERSON}|who|whom|whose|has|have|had|having|"
    r"is|are|was|were|been|there|history|known|active|current|currently|past|prior|documented|diagnos\w+|also|only|"
    r"affected|suffer\w*|comorbid|co-?occurring|concurrent|present|if|when|where|and) ?)*"
)
_ONLY_A_CONDITION = compiled(
    rf"^\W*{_WHOSE}(?P<what>(?:[\w/-]+ ?){{1,5}}?),?(?: (?:is|are)| if)?(?: present)?\W*$", re.IGNORECASE
)
_DENIES = compiled(r"\b(?:no|not|without|never|none|free)\b", re.IGNORECASE)


def spared(condition: str) -> str | None:
    """What is true of whoever a condition does not touch, in words; None where that cannot be said."""
    if fewer := _FEWER.search(condition):
        return f"{fewer['n'] or fewer['fewer']} antidepressants have failed"
    if _NO_PSYCHIATRIST.search(condition):
        return "prescribed by a psychiatrist"
    return _other_ages(condition) or _without(condition)


def _other_ages(condition: str) -> str | None:
    if not _AN_AGE.search(condition):
        return None
    if beyond := _BEYOND.match(read_words(condition)):
        return f"{beyond['age']} years of age or younger" if int(beyond["age"]) >= _ELDERLY else None
    ages = findings_in(condition)
    if len(ages) != 1 or ages[0].key not in _AGES or not isinstance(ages[0].value, int):
        return None
    key, value = ages[0].key, ages[0].value
    if key == "age_min":
        return f"under {value} years of age" if value >= _ELDERLY else None
    return f"{value + 1} years of age or older" if value <= _MINORS or value >= _ELDERLY else None


def _without(condition: str) -> str | None:
    """Those who do not have the one condition that is named."""
    conditions = tuple(filter(is_listed, named(condition.lower())))
    told = _ONLY_A_CONDITION.match(condition)
    if len(conditions) != 1 or not told or _DENIES.search(condition):
        return None
    return f"no {conditions[0].replace('_', ' ')}"
