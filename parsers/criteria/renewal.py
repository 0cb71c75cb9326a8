"""What a renewal must show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.remission import lengths_of_remission
from parsers.criteria.response_wording import BENEFIT, NAMED_INSTRUMENT_IN, PERCENT, REMISSION, SCALE
from parsers.criteria.wording import Clause, Finding, is_waived, matches, without_examples
from parsers.language.patterns import compiled

# "Remission (PHQ-9 below 5, or MADRS of 12 or less)": what counts as remission is no other way to renew.
_AND_WHAT_IT_IS = compiled(rf"(?:{REMISSION.pattern})(?:,? \([^()]*\))?")
_ANOTHER_REMISSION = compiled(r"\b(?:substance|sobriety|partial) ")
_A_WAY = compiled(r"\b(?:symptoms?|function\w*|quality of life|mood|hospital\w*|relapses?|episodes?|ideation|work)\b")
# "Receives the drug through a plan's benefit now": what pays for it.
_INSURANCE = compiled(
    r"\b(?:through|via|by way of|by means of|under|covered by|paid by) (?:(?:an?|the|its|our|their|this|another|any) )?"
    r"(?:[\w'’-]+ ){0,3}?benefits?\b(?! from\b)|\b(?:covered|plan|pharmacy|medical|contract) benefits?\b"
    # "Unless a group has its own benefit language."
    r"|\bbenefit (?:language|design|documents?|booklets?|contracts?|packages?|plans?|years?|coverage|exclusions?)\b"
)
# Words on how the drug is studied or dosed ("the least frequency that maintains response") ask for no response.
_NO_DEMAND = compiled(
    r"\b(?:frequency|dosing|interval)\b[^.;]{0,30}? (?:is|be) (?:the )?(?:least|lowest|fewest)\b|"
    r"\bnot (?:been )?studied\b|\b(?:lowest|least) (?:frequen|dos)"
)


# "(examples: milder symptoms, better scores, better functioning)": a scale is one way of several to show a benefit.
_SOME_WAYS = compiled(
    r"\b(?:e\.g\.|for example|for instance|such as|including|examples? (?:are|include)|examples?)"
    r"(?: but not limited to)?[:,]? (?P<ways>[^()\[\]]*)"
)
_NEXT_WAY = compiled(r"[,;]|\b(?:and|or)\b")


def _may_be_shown_otherwise(clause: Clause) -> bool:
    """Whether a scale is named only among examples of a benefit, some of which are no scales."""
    found, said = _SOME_WAYS.search(clause.words), without_examples(clause.plain)
    if not found or SCALE.search(said) or not re.search(r"\b(?:benefi|respon)", said):
        return False
    return any(_A_WAY.search(way) and not NAMED_INSTRUMENT_IN.search(way) for way in _NEXT_WAY.split(found["ways"]))


# "A 50% drop in the score, or a positive clinical response": each alone is enough.
# "…, or, where no scale was used, the clinician's judgment": so is each of these.
_IN_ITS_PLACE = (
    r"(?:(?:where|when|if|in|failing|without|lacking|for|absent)\b[^,;.]{2,60}, "
    r"(?:(?:the|an?|his|her) (?:[\w'’-]+ ){0,3}?(?=(?:clinician|prescriber|psychiatrist|physician|provider)))?)"
)
_OR_ANOTHER = compiled(
    rf",? \bor,? {_IN_ITS_PLACE}|,? \bor (?=(?:an?|the|other|another|clinical|clinically|positive|documented|evidence|"
    r"meaningful|significant|there)\b)"
)
_PERCENT_SIGN = compiled(r"\d%|\bhal(?:f|ved)\b")


def _beside_percent(words: str) -> Iterator[Finding]:
    """What a clause takes instead of a percentage."""
    parts = [part for part in _OR_ANOTHER.split(words) if not (_PERCENT_SIGN.search(part) or REMISSION.search(part))]
    if not parts or not _OR_ANOTHER.search(words):
        return
    if any(SCALE.search(part) for part in parts):
        yield Finding("renewal_response", "scale_improved")
    elif any(BENEFIT.stands_in(part) for part in parts):
        yield Finding("renewal_response", "benefit")


def _beside_scale(words: str) -> Iterator[Finding]:
    """What a clause takes instead of a better score: "a lower MADRS total, or a positive clinical response"."""
    # A scale behind the last of them ("…, as measured on a scale") is that of all.
    *parts, last = _OR_ANOTHER.split(words)
    if any(map(SCALE.search, parts)) and not NAMED_INSTRUMENT_IN.search(last) and BENEFIT.stands_in(last):
        yield Finding("renewal_response", "benefit")


_OR_A_RESPONSE = compiled(r"\b(?:remission|respon\w+) or (?:(?:an?|the|clinical|in) )*(?:remission|respon\w+)\b")


def _beside_remission(words: str) -> Iterator[Finding]:
    """What a clause takes instead of remission: "in remission or better on a scale than before"."""
    rest = _AND_WHAT_IT_IS.sub("", words)
    if not re.search(r"\bor\b(?! (?:less|lower|below|fewer|under|smaller)\b)|/", rest):
        return
    if SCALE.search(rest):
        yield Finding("renewal_response", "scale_improved")
    elif BENEFIT.stands_in(rest) or _OR_A_RESPONSE.search(_AND_WHAT_IT_IS.sub("remission", words)):
        yield Finding("renewal_response", "benefit")


def read(clause: Clause) -> Iterator[Finding]:
    """The response a renewal must show: the strictest form the clause states, or its alternatives."""
    words = clause.plain
    if clause.phase != "renewal" or is_waived(words) or _NO_DEMAND.search(words):
        return
    if percents := list(matches(PERCENT, words)):
        yield percents[0]
        yield from _beside_percent(words)
        if REMISSION.search(words) and re.search(r"\bor\b", words):
            yield Finding("renewal_response", "remission")
    elif REMISSION.search(words) and not (_ANOTHER_REMISSION.search(words) or any(lengths_of_remission(words))):
        yield Finding("renewal_response", "remission")
        yield from _beside_remission(words)
    elif SCALE.search(clause.words) and not _may_be_shown_otherwise(clause):
        yield Finding("renewal_response", "scale_improved")
        yield from _beside_scale(words)
    elif BENEFIT.stands_in(_INSURANCE.sub(" ", words)):
        yield Finding("renewal_response", "benefit")
