"""Places that stand behind a use, or stays in hospital: where pain is treated, and no sign of danger."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import PERSON
from parsers.language.patterns import compiled
from parsers.models import Indication

# Who is in hospital with one of these is there for it, and in no danger of suicide.
_NO_CRISIS: frozenset[Indication | None] = frozenset(
    ("chronic_pain", "neuropathic_pain", "crps", "headache", "fibromyalgia", "cancer_pain", "acute_pain", "anesthesia")
)
_STAY = compiled(
    r"\bwhile (?:(?:the|a) \w+ )?(?:is |being )?(?:hospitali[sz]ed|in (?:the )?hospital|admitted)\b"
    r"|\b(?:(?:admitted|hospitali[sz]ed) )?(?:(?:to|as|in|for|on) )?(?:an?|the) (?:hospital )?inpatient\b"
    r"(?! (?:or|and) outpatient [a-z])"
    r"(?! (?!(?:or|and|for|when|while|during|only|with|at|under|to|on|because|throughout)\b"
    r"|(?:of|in) (?:an? |the )?(?:[\w-]+ ){0,3}?(?:hospital|facility|unit|hospice|ward)\b)[a-z])"
    # "The patient is hospitalized", "has been admitted to an acute care hospital", as the place of treatment.
    r"|(?<=\w )(?<!not )(?<!not been )(?<!never )(?<!never been )(?:(?:currently|now|already) )?"
    r"(?:hospitali[sz]ed\b(?! (?:for|in the|within|during)\b)"
    r"|admitted to (?:an? |the )?(?:[\w-]+ ){0,3}?(?:hospital|hospice|inpatient unit)\b)",
    re.IGNORECASE,
)
# "Is in a hospital, as an inpatient or in its emergency department": the kinds of place say where.
_IN_A_HOSPITAL = compiled(
    r"\b(?P<be>is|are) in (?:an? |the )?hospital(?=,? \(?(?:(?:either|whether) )?(?:as an?|in (?:its|the|an)) )",
    re.IGNORECASE,
)
# "Acute pain in the emergency department or during an inpatient stay"; "… or after surgery" is no place.
_PLACE_BEHIND = compiled(
    r"\b(?P<use>pain(?: (?:management|control|relief))?|headaches?|migraines?),? "
    r"(?=(?:in|at|within|during) (?:an? |the )?(?:\w+ )?(?:emergency|inpatient|hospital|outpatient|office|clinic)\b"
    r"(?![^.;]*\bor (?:after|before|following|when|if|for|from)\b))",
    re.IGNORECASE,
)
# "The patient is in an emergency department": where such a patient is treated.
_IN_PLACE = compiled(
    rf"\b(?P<who>{PERSON} (?:is|are|must be|has to be)) (?:now |currently |seen |being seen )?"
    r"(?=(?:in|at) (?:an? |the )?(?:\w+ )?(?:emergency|inpatient|hospital|outpatient|office|clinic)\b)",
    re.IGNORECASE,
)


def with_stays_as_places(text: str, indication: Indication | None) -> str:
    """`text`, with "admitted as an inpatient", or the place of a use that is no crisis, said of where it is treated."""
    if indication not in _NO_CRISIS:
        return text
    stays = _STAY.sub("treated as inpatients", _IN_A_HOSPITAL.sub(r"\g<be> treated in a hospital", text))
    return _PLACE_BEHIND.sub(r"\g<use> treated ", _IN_PLACE.sub(r"\g<who> treated ", stays))
