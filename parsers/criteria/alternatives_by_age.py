"""Alternatives that each open with an age, or end in one: "under 65 with a QIDS of 11, or 65 and older with one of 16".

Each age is of its own alternative, and so is the score or count behind it: read together the ages would shut out
everybody, and of two scores on one scale only the first would be left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.families import ROOT_KEYS, findings
from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.criteria.wording import Clause, Finding
from parsers.language.patterns import compiled
from parsers.models import CriterionKey

_YEARS = r"(?: ?(?:years?|yrs?)\b(?:[ -]of[ -]age\b|[ -]old\b)?)?"
_OPENS = rf"(?:(?:(?:the|an?|any) )?(?:{PERSON}|{PEOPLE})\b|who|is|are|be|must|either|ages?|aged|of|for|at|:|both|1)"
_AGE = (
    rf"(?:{_OPENS},? )*(?P<sign>[<>]=?)? ?(?:(?:between|from) )?(?P<age>\d\d){_YEARS}"
    rf"(?: (?:to|and) (?P<to>\d\d){_YEARS})?(?:,? (?:or|and) (?P<way>older|over|above|up|younger|under|below))?"
)
_AGED = compiled(rf"^[^\w<>]*{_AGE},? (?P<rest>(?:with|and|who|whose|having|has|after|if|when)\b.*)$")
_ONLY_AGED = compiled(rf"^[^\w<>]*{_AGE}(?P<rest>)\W*$")
# "One antidepressant for 8 weeks if 65 or older, or two for 6 weeks if younger than 65".
_AGED_BEHIND = compiled(rf"^(?P<rest>.+?),? (?:if|when|where|once|for|in) {_AGE}\W*$")
_OTHER_WAY = compiled(r"[,;]? or(?: else)? (?!(?:older|over|above|up|younger|under|below|more|greater)\b)")
_OR = compiled(rf"[,;]? or(?: else)? (?=(?:{_OPENS} )*(?:[<>]=? ?|between |from )?\d\d\b)")
_AGES: frozenset[CriterionKey] = frozenset(("age_min", "age_max"))
_TWO = 2


def by_age(clause: Clause) -> tuple[tuple[Finding, ...], ...]:
    """The alternatives of a clause, each an age and what is asked at that age; () where it is no such clause."""
    found = [_AGED.match(part) or _ONLY_AGED.match(part) for part in _OR.split(clause.words)]
    if len(found) < _TWO or not all(found):
        found = [_AGED_BEHIND.match(part) for part in _OTHER_WAY.split(clause.words)]
    if len(found) < _TWO or not all(found):
        return ()
    branches = [tuple(_branch(clause, one)) for one in found if one]
    ages = [{finding for finding in branch if finding.key in _AGES} for branch in branches]
    # "18 to 64, or 65 and older with a MADRS of 24": of one of them no more than the age is asked.
    decides = any(any(one.key not in _AGES | ROOT_KEYS for one in branch) for branch in branches)
    return tuple(branches) if decides and all(ages) and ages[0] != ages[1] else ()


def _branch(clause: Clause, aged: re.Match[str]) -> Iterator[Finding]:
    """The ages of one alternative, and what is asked behind them."""
    age, sign, way = int(aged["age"]), aged["sign"] or "", aged["way"] or ""
    if aged["to"]:
        yield Finding("age_min", age)
        yield Finding("age_max", int(aged["to"]))
    elif sign.startswith(">") or way in ("older", "over", "above", "up"):
        yield Finding("age_min", age)
    elif sign.startswith("<") or way:
        yield Finding("age_max", age - (sign == "<"))
    yield from (one for one in findings(clause.within(aged["rest"])) if one.key not in _AGES)
