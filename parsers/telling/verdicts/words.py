"""Phrases of nothing but a payer's verdict ("Payable", "We do not pay for", "Not payable (contract exclusion)")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from parsers.language.patterns import compiled
from parsers.models import Status

# Every word that such a phrase may hold: of cover and denial, and what stands between and around them.
_WORDS = compiled(
    r"(?:(?:what|which|when|where|uses?|indications?|conditions?|diagnos[ei]s|purposes?|services?|treatments?|service|that|will|"
    r"would|be|are|is|it|this|remains?|stays?|non|not|never|no|yes|we|our|the|plan|program|fund|carrier|payer|contract|"
    r"benefits?|policy|do|does|don['’]t|doesn['’]t|won['’]t|can|cannot|may|pays?|paid|payable|for|in|by|under|from|"
    r"covers?|covered|coverage|approves?|approved|approvable|approval|allows?|allowed|allowable|includes?|included|"
    r"excludes?|excluded|exclusions?|medically|necessary|reasonable|appropriate|hence|therefore|thus|so|and|or|but|"
    r"being|considered|deemed|regarded|held|as|to|investigational|experimental|unproven|established|proven|eligible|"
    r"ineligible|payment|reimburses?|reimbursed|reimbursable|reimbursement|authori[sz]ed?|authori[sz]es|"
    r"authori[sz]ation|prior|with|without|after|on|request|upon|subject|individually|individual|review|reviewed|"
    r"consideration|physician|medical|director|case|basis|accepted?|permit(?:ted)?|recogni[sz]ed?|always|generally|also|"
    r"still|only|routinely|a|an|of|at|all|following|these|those|needed|required|den(?:y|ied)|refused?|declined?|"
    r"ordinarily|currently|PA|receive|although|carved|out|pharmacy|meets?|criteria|else)\b[\s,;/()–—-]*)+",
    re.IGNORECASE,
)
_LONGEST = 16
# Whether authorization is asked for says nothing of whether there is cover.
_PAPERS = compiled(
    r"\b(?:prior )?(?:approval|authori[sz]ation|review|PA) (?:is )?(?:not|never) (?:needed|required)\b"
    r"|\bno (?:prior )?(?:approval|authori[sz]ation|review|PA)\b(?: (?:is )?(?:needed|required))?"
    r"|\bwithout (?:prior )?(?:approval|authori[sz]ation|review|PA)\b",
    re.IGNORECASE,
)
_PAID = (
    r"(?:cover(?:s|ed)?|pays?|paid|payable|payment|approv(?:es?|ed|able)|allow(?:s|ed|able)?|includ(?:es?|ed)|"
    r"reimburs(?:es?|ed|able|ement)|eligible|benefits?|authori[sz](?:es?|ed)|accept(?:ed)?|permit(?:ted)?|recogni[sz]ed?)"
)
_NO = r"(?:not|non|never|no|cannot|don['’]t|doesn['’]t|won['’]t)"
_BY_STATUS: tuple[tuple[Status, str], ...] = (
    ("case_by_case", r"\bcase[ -]by[ -]case\b|\bindividual(?:ly)?\b.*\b(?:review|consider|basis)|\bindividually\b"),
    (
        "investigational",
        (
            r"(?<!not )(?<!never )\b(?:investigational|experimental|unproven)\b"
            r"|\bnot (?:\w+ ){0,2}?(?:established|proven)\b"
        ),
    ),
    ("not_medically_necessary", r"\bnot (?:\w+ ){0,3}?(?:necessary|reasonable|appropriate)\b"),
    (
        "excluded",
        (
            rf"\b{_NO}\b(?:[ -]\w+){{0,3}}?[ -]{_PAID}\b|\bexclu\w+|\bineligible\b|\bdenied\b|\bdeny\b|\brefused?\b"
            r"|\bdeclined?\b|\bcarved out\b|\b(?:no|without) coverage\b"
        ),
    ),
    (
        "covered",
        (
            rf"\b(?!benefits?\b|payment\b|reimbursement\b){_PAID}\b|\bmedically necessary\b|\bestablished\b|\byes\b"
            r"|\bwith coverage\b|\beligible for (?:payment|reimbursement|coverage)\b|\b(?:is|are) (?:a )?benefits?\b"
        ),
    ),
)
_STATUSES = tuple((status, compiled(words, re.IGNORECASE)) for status, words in _BY_STATUS)
# How each verdict is told in a plain sentence, and as the title of a section.
SAID: Mapping[Status, str] = {
    "covered": "is covered",
    "investigational": "is considered investigational",
    "not_medically_necessary": "is considered not medically necessary",
    "excluded": "is not covered",
    "case_by_case": "is reviewed case by case",
}
TITLED: Mapping[Status, str] = {
    "covered": "Covered indications",
    "investigational": "Investigational indications",
    "not_medically_necessary": "Indications that are not medically necessary",
    "excluded": "Non-covered indications",
    "case_by_case": "Case by case",
}


@lru_cache(maxsize=1024)
def verdict(phrase: str) -> Status | None:
    """The status that a phrase of a verdict's words alone gives; None where it says anything else."""
    words = phrase.strip(" .:")
    if not words or len(words.split()) > _LONGEST or not _WORDS.fullmatch(words):
        return None
    words = _PAPERS.sub(" ", words)
    return next((status for status, said in _STATUSES if said.search(words)), None)


_PAPERS_ALONE = compiled(
    r"^\W*(?P<no>no |without )?(?:(?:prior|pre-?) ?)?(?:authori[sz]ation|approval|PA)(?: (?:is )?(?P<not>not )?"
    r"(?:needed|required))?\W*$",
    re.IGNORECASE,
)


def is_paperwork(phrase: str) -> Literal["needed", "needless"] | None:
    """Whether a phrase says of prior authorization, and of nothing else, that it is needed or that it is not."""
    found = _PAPERS_ALONE.match(phrase)
    return ("needless" if found["no"] or found["not"] else "needed") if found else None
