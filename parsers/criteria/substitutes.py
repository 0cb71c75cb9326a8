"""Treatments that stand in for one of the failed drugs that are counted ("…; ECT may be counted in lieu of one")."""

from __future__ import annotations

import re

from parsers.criteria.demands_of_some import Told
from parsers.criteria.drugs_in_turn import NTH
from parsers.criteria.families import FAILED, findings_in
from parsers.criteria.numbers import number_said
from parsers.criteria.trees import OTHER_TREATMENTS
from parsers.language.patterns import compiled
from parsers.models import CriterionKey, Phase

_LIEU = r"(?:in (?:lieu|place|stead) of|instead of)"
_DRUGS = r"(?:anti-?depressants?|drugs?|medications?|agents?|trials?|failures?|courses?)"
_ONE = (
    r"(?:(?:any |only )?(?:one|1)(?: \(1\))?"
    r"(?: (?:of )?(?:them|these|those|(?:the|these|those) (?:two|three|four|[2-4]))"
    rf"(?: {_DRUGS})?| of (?:the|these|those) (?:[\w-]+ )?{_DRUGS})?"
    rf"|(?:the|a) (?:second|third|fourth|last)(?: (?:one|(?:failed )?{_DRUGS}(?: {_DRUGS})?))?)"
)
_ALL = (
    rf"(?:(?:all|both|either) of )?(?:these|them|those|both|(?:the|these|those) (?:(?:two|three|four|[2-4]) )?{_DRUGS}"
    r"|this(?: \w+)?)"
)
_MAY_BE = r"(?:(?:may|can|will|could|shall|might) (?:also )?(?:be )?|(?:is|are) (?:also )?)"
_COUNTED = (
    r"(?:count(?:ed|s)?|accept(?:ed|able)|allow(?:ed|able)|taken|used|substituted?s?|considered|credited|included|"
    r"permitted|serves?|stands?(?: in)?)"
)
_STANDS_FOR = (
    rf"(?:{_MAY_BE}?{_COUNTED} (?:{_LIEU}|as(?: an? (?:substitute|replacement|alternative) (?:for|to))?|for|towards?)"
    r"|(?:may |can |will |could |shall )?(?:takes? the place of|replaces?))"
)
_SEP = r"(?:; |, | \(|\. )(?:(?:and|but|although|though|while|with) )?"
_OTHER = r"(?P<other>(?!(?:this|that|it|which)\b)[^;,()]{3,90}?)"
_BEHIND = compiled(rf"^(?P<asked>.{{8,}}?){_SEP}{_OTHER} {_STANDS_FOR} (?:(?P<one>{_ONE})|{_ALL})\)?$", re.IGNORECASE)
_REPLACED = compiled(
    rf"^(?P<asked>.{{8,}}?){_SEP}(?P<one>{_ONE})(?: of (?:which|whom))? (?:may|can|could|might) "
    rf"(?:be (?:replaced|substituted) (?:by|with|for)|be|consist of) {_OTHER}\)?$",
    re.IGNORECASE,
)
_FRONTED = compiled(rf"^(?P<asked>.{{8,}}?){_SEP}{_LIEU} (?:(?P<one>{_ONE})|{_ALL}),? {_OTHER}\)?$", re.IGNORECASE)
# "In place of a third failed antidepressant the plan accepts …", "in lieu of two failed antidepressants, …".
_OF_NTH = compiled(
    rf"^\W*in (?:lieu|place|stead) of an? (?P<nth>second|third|fourth) (?P<drugs>(?:failed )?anti-?depressants?\b"
    rf"(?: {_DRUGS})?),? {_OTHER}(?:; (?P<rest>[^;]+))?$",
    re.IGNORECASE,
)
_OF_ALL = compiled(rf"^\W*in (?:lieu|place|stead) of (?P<asked>[^;,]{{8,90}}), {_OTHER}$", re.IGNORECASE)
_SAYS_SO = compiled(
    r"^\W*(?:(?:the (?:plan|payer|policy|fund)|we) (?:also )?(?:accepts?|allows?|takes?|will accept|counts?) )"
    rf"|,? {_MAY_BE}(?:enough|sufficient|adequate|{_COUNTED})(?: instead| too| as well)?\W*$",
    re.IGNORECASE,
)
_COUNT = compiled(
    r"(?<![-\w])(?P<n>one|two|three|four|five|[1-5])\b(?: \([1-5]\))?(?=(?: or more)?(?: [\w-]+){0,3}? "
    rf"(?:anti-?depressants?|augmentations?|{_DRUGS})\b)",
    re.IGNORECASE,
)


def substituted(words: str, phase: Phase) -> Told | None:
    """So many failed drugs, or fewer and the treatment that may be counted for the last; None where none may."""
    if nth := _OF_NTH.match(words):
        return _of_nth(nth, phase)
    found = next(filter(None, (form.match(words) for form in (_BEHIND, _REPLACED, _FRONTED, _OF_ALL))), None)
    if found is None:
        return None
    asked, other = found["asked"], _SAYS_SO.sub("", found["other"])
    counted = [key for key in _read(asked, phase) if key == "failed_ad_count"]
    if len(counted) != 1 or not _is_substitute(other, phase):
        return None
    if not found.groupdict().get("one"):
        return Told("any", (asked, other))
    fewer = _one_fewer(asked)
    return Told("any", (asked, Told("all", (fewer, other)))) if fewer else None


def _of_nth(found: re.Match[str], phase: Phase) -> Told | None:
    """What stands in for "a third failed antidepressant"; a rest that only says that two are still needed is in it."""
    number, other = NTH[found["nth"].lower()], _SAYS_SO.sub("", found["other"])
    rest = findings_in(found["rest"] or "", phase, FAILED)
    implied = all(one.key == "failed_ad_count" and one.value == number - 1 for one in rest)
    if not implied or not _is_substitute(other, phase):
        return None
    fewer = f"{number - 1} {found['drugs']}"
    return Told("any", (f"{number} {found['drugs']}", Told("all", (fewer, other))))


def _read(text: str, phase: Phase) -> list[CriterionKey]:
    return [one.key for one in findings_in(text, phase, FAILED)]


def _is_substitute(text: str, phase: Phase) -> bool:
    read = set(_read(text, phase))
    return bool(read) and read <= OTHER_TREATMENTS


def _one_fewer(asked: str) -> str | None:
    """What is asked for with a count lower by one; None where it counts none or one."""
    counted = _COUNT.search(asked)
    if counted is None:
        return None
    number = number_said(counted["n"]) - 1
    return asked[: counted.start()] + str(number) + asked[counted.end() :] if number else None
