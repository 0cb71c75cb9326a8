"""Patients with a use as whom a sentence is about: "Members with depression must also …", "If you have it and …"."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import PERSON
from parsers.language.patterns import compiled

# "Members with depression must also …", "TRD patients have failed …": whom a sentence is about.
_SUBJECT_BEFORE = compiled(
    r"^\W*(?:(?:all|the|an?|any|each|adult|new|continuing|established|"
    r"existing) )*(?:patients?|members?|individuals?|adults?|people|persons?|those|"
    r"clients?|recipients?|enrollees?|beneficiar(?:y|ies)) "
    r"(?:(?:of|aged) (?:at least )?\d+(?: years)?(?: of age)?(?: (?:or|and) (?:older|above|over|up))? )?"
    r"(?:(?:with|who ha(?:ve|s)|having|being treated for|"
    r"treated for|diagnosed with|an?|the|who are|of) )+$",
    re.IGNORECASE,
)
_SUBJECT = compiled(
    r"^(?: \(\w+\))?(?: (?:patients?|members?|individuals?|requests?|cases)\b[^.;,:]{0,20}? (?:must|need|have|has|are) "
    r"| requires | (?:is|are|may be|can be|will be) (?:renewed|re-?authori[sz]ed|re-?approved|extended|approved|"
    r"authori[sz]ed|granted|given|treated (?:with|without|by|alone|either))\b"
    r"| (?:gets|receives) (?:up to )?(?:\d|an?\b|one|two|three|six|twelve))",
    re.IGNORECASE,
)
_SUBJECT_AFTER = compiled(
    r"^(?: \(\w+\))?(?: (?:also|still|additionally))?"
    r" (?:must|shall|should|needs?|requires?|has to|have to|have (?!been)|has (?!been)|are (?:to|still)\b|still "
    r"|(?:is|are) (?:expected|asked|required|supposed|obliged) to\b)",
    re.IGNORECASE,
)
# "If you have resistant depression and your doctor reports …"
_HOLDER_BEFORE = compiled(
    rf"^\W*(?:if|when|where) (?:you|(?:the |an? |your )?(?:{PERSON}|participant|insured)) (?:have|has|had) (?:an? )?$",
    re.IGNORECASE,
)
_HOLDER_AFTER = compiled(
    r"^(?: \(\w+\))? and (?:the|your|you|an?|his|her|their|it|has|have|is|are|is being|was)\b", re.IGNORECASE
)
# "Spravato for acute suicidality is reviewed under items 1 and 4": the requests that a statement is about.
_ASKED_FOR_BEFORE = compiled(
    r"\b(?:spravato|(?:es)?ketamine|it|use|treatment|therapy|requests?|cases?|drug|spray)\b[^.;:]{0,40}?\b(?:for|in|of)\b"
    r"[^.;:]{0,60}$|^\W*(?:requests?|cases?|claims?)[^.;:]{0,40}$",
    re.IGNORECASE,
)
_JUDGED_AFTER = compiled(
    r"^(?: \(\w+\))?(?: (?:ideation|behaviou?r|or|and|symptoms))* (?:is|are|will be) "
    r"(?:reviewed|judged|decided|assessed|evaluated|measured) (?:only )?(?:under|by|against)\b",
    re.IGNORECASE,
)
# What a page sets around the first word of a line.
ORNAMENT = " ^*_#\"'•-"


def is_subject(before: str, after: str) -> bool:
    """Whether the name of a use, with what stands before and after it, is of those a sentence is about."""
    led = _SUBJECT_BEFORE.search(before) and _SUBJECT_AFTER.match(after)
    opens = not before.strip(ORNAMENT) and _SUBJECT.match(after)
    judged = _ASKED_FOR_BEFORE.search(before) and _JUDGED_AFTER.match(after)
    return bool(led or opens or judged or (_HOLDER_BEFORE.match(before) and _HOLDER_AFTER.match(after)))
