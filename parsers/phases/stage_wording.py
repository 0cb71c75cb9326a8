"""Wording of amounts that hold from the end of the first weeks on."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_FIRST_WEEKS = (
    r"(?:(?:first|initial) (?:month|\d+ (?:days|weeks)|four weeks|eight weeks)|(?:initial )?(?:induction|initiation))"
    r"(?: phase| period)?"
)
_KITS_PER_DAYS = (
    r"\b(?:devices?|kits?|units?)\b[^.;]{0,30}?(?: (?:in|per|every|each|within) |/)(?:\d+ (?:days|weeks)|month|week)\b"
)
AFTER_FIRST_WEEKS = rf"\b(?:after|following) (?:the )?{_FIRST_WEEKS}(?=\W|$)"
# "After induction a limit of 12 devices per 28 days applies", "4 kits in 28 days after the first month".
LATER_AMOUNT = rf"{AFTER_FIRST_WEEKS}[^.;]{{0,60}}{_KITS_PER_DAYS}|{_KITS_PER_DAYS}[^.;]{{0,30}} {AFTER_FIRST_WEEKS}"
# e.g. "for six months, initially and on reauthorization"
FIRST_AND_AGAIN = (
    r"\b(?:initially|at first|at the start),? (?:and|as well as) (?:again )?(?:at|on|upon|for|with) "
    r"(?:each |every |any |the )?(?:renewals?|re-?authori[sz]ations?|re-?certifications?|re-?approvals?|"
    r"continuations?)\b"
    # "Prior authorization is required, and may be granted for six months at a time": whichever of them it is.
    # "Authorization is for six months at a time" may stand among what is said of renewals.
    r"|^\W*(?:prior )?(?:authori[sz]ation|approval|PA)s? (?:is|are) (?:required|needed|necessary|mandatory)\b"
    r"(?![^.;:]*\b(?:re-?\w*(?:new|auth|cert|approv)|continu|after|then|first|initial|later|subsequent|further|if|when|"
    r"once|until|unless|provided))"
    r"[^.;:]{1,90}? (?:for |in |lasts? |up to |<= |at most )*(?:\d{1,3}|one|two|three|six|nine|twelve)(?: \(\d+\))?[ -]"
    r"(?:days?|weeks?|months?)(?: (?:at a time|each)(?=\W*$)| (?:periods|blocks|steps)\b)"
    # "Each authorization lasts up to six months."
    r"|^\W*(?:each|every|any) (?:authori[sz]ation|approval) (?:lasts|runs|is good|is valid) [^.;:]{1,30}\W*$"
)
LATER_STAGE = "renewal sessions"
_GIVES_LATER_AMOUNT = compiled(
    rf"{LATER_AMOUNT}|^(?:[^|]{{3,40}} \| )?[^.;|]{{0,40}}{_KITS_PER_DAYS}[^.;|]{{0,60}}\({LATER_STAGE}", re.IGNORECASE
)


def gives_later_amount(text: str) -> bool:
    """Whether a text limits the supply from the end of the first weeks on: of renewals, whatever list it stands in."""
    return bool(_GIVES_LATER_AMOUNT.search(text))
