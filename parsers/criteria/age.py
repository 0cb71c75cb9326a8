"""Age: the youngest and the oldest admitted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.exclusions import under_exclusion
from parsers.criteria.wording import Clause, Finding, matches, wording

_YEARS = r"(?: ?(?:years?|yrs?\.?|y/?o)\b(?:[ -]of[ -]age\b|[ -]old\b)?)"
_AGED = r"(?:\bage[ds]?\b(?: of| is| must be| between| range)*)"
_PERSON = (
    r"(?:patient|member|individual|client|beneficiary|enrollee|recipient|person|adult|participant"
    r"|employee|applicant|subscriber|veteran|insured|he or she)s?(?:'s age)?"
)


def _oldest_below(match: re.Match[str]) -> int:
    return int(match[1]) - 1


def _number(match: re.Match[str]) -> int:
    return int(match[1])


_MIN = (
    wording("age_min", rf">=? (?:age (?:of )?)?(\d+){_YEARS}", _number),
    wording("age_min", rf"{_AGED}:? ?(?:>=?|from) ?(\d+)\b(?! ?(?:%|weeks|months|mg))", _number),
    wording("age_min", rf"\b(\d+){_YEARS}?,? (?:or|and|&) (?:older|above|over|up|greater|more)\b(?! than)", _number),
    wording("age_min", rf"\b(\d+) ?\+ ?(?:{_YEARS}|$)|\b(\d+){_YEARS} ?\+", lambda match: int(match[1] or match[2])),
    wording(
        "age_min", rf"\b{_PERSON} (?:is|are|must be|be) (?:>=? ?)?(\d+)(?:{_YEARS}|(?=[.,;)]|$| and\b| or\b))", _number
    ),
    wording(
        "age_min",
        r"\b(?:reached|attained|turned)(?: the)?(?: age of| his or her| their)? (\d+)(?:th)?(?: birthday"
        rf"|{_YEARS}|$|[.,;])",
        _number,
    ),
    wording("age_min", rf"\b(?:is|are|be) (\d+){_YEARS}(?! (?:or|and) (?:younger|under))", _number),
    wording("age_min", r"\b(?:minimum|lower limit of|youngest) age(?: limit)?(?: is| of|:)? (\d+)", _number),
    wording("age_min", rf"(?:{_AGED}|\bfrom) ?(\d+)(?:{_YEARS})? to \d+\b", _number),
    wording("age_min", rf"\b(\d+) to \d+{_YEARS}", _number),
    wording("age_min", rf"\bbetween (?:the ages of )?(\d+){_YEARS}? and \d+\b", _number),
    wording(
        "age_min",
        r"\b(?:an? adult\b(?! (?:trial|dose))|adults\b|adult (?:patient|member|individual|client|beneficiar"
        r"|enrollee|recipient)\w*)",
        18,
    ),
)
_EXCLUDED_BELOW = wording("age_min", rf"(?:<|under age|younger than) (\d+){_YEARS}?", _number)
_EXCLUDED_ABOVE = wording(
    "age_max",
    rf"{_AGED}? ?(?:>=? ?)?(\d+){_YEARS}?,? (?:or|and) (?:older|above|over)\b|(?:>=) ?(\d+){_YEARS}",
    lambda match: int(match[1] or match[2]) - 1,
)
_MAX = (
    wording("age_max", rf"< (?:age (?:of )?)?(\d+)(?:{_YEARS}|(?=[.,;)]|$| at\b| when\b))", _oldest_below),
    wording("age_max", rf"<= (?:age (?:of )?)?(\d+){_YEARS}", _number),
    wording("age_max", rf"\b(\d+){_YEARS}?(?: of age)?,? (?:or|and) (?:younger|under|below|less)\b", _number),
    wording("age_max", rf"{_AGED} ?(?:<=|up to|through) ?(\d+)", _number),
    wording("age_max", rf"{_AGED} ?< ?(\d+)", _oldest_below),
    wording("age_max", rf"(?:{_AGED}|\bfrom) ?\d+(?:{_YEARS})? to (\d+)\b", _number),
    wording("age_max", rf"\b\d+ to (\d+){_YEARS}", _number),
    wording("age_max", rf"\bbetween (?:the ages of )?\d+{_YEARS}? and (\d+)\b", _number),
    wording("age_max", r"\bnot (?:yet )?(?:reached|attained|turned)(?: the)?(?: age of)? (\d+)", _oldest_below),
)
_IS_ABOUT_AGE = re.compile(
    rf"\bage[ds]?\b|\bolder\b|\byounger\b|\badults?\b|\bbirthday\b|\b{_PERSON} (?:is|are"
    r"|must be) (?:[<>]=? ?)?\d+|\d+ years?\b|\bpediatric|\b\d+ and (?:up|over)\b"
)
_TURNED_AWAY = re.compile(
    r"\bnot (?:covered|approved|eligible|indicated|authorized)\b|\bexclu|\bpediatric|\bineligible"
)
_IS_ANOTHER_TIME = re.compile(
    r"\b(?:(?:past|last|prior|previous|preceding|within) (?:[<>]=? )?\d+ (?:years?|yrs?)"
    r"|years? of (?:experience|treatment|therapy)|(?:[<>]=? )?\d+ (?:years?|yrs?) ago)\b"
)


def read(clause: Clause) -> Iterator[Finding]:
    """Ages of a clause; "over 18" is read as 18, payers' degraded "at least" (contract, conventions)."""
    words = _IS_ANOTHER_TIME.sub("", clause.plain)
    if not _IS_ABOUT_AGE.search(words):
        return
    if _TURNED_AWAY.search(words) or under_exclusion(clause.topic):
        yield from matches((_EXCLUDED_BELOW, _EXCLUDED_ABOVE), words)
        return
    youngest = list(matches(_MIN, words))
    stated = [finding for finding in youngest if finding.value != _MIN[-1].value] or youngest
    yield from stated[:1]
    yield from list(matches(_MAX, words))[:1]
