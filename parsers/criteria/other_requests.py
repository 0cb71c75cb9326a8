"""What a policy says of other requests than one for its drug: approvals without papers, drugs that no list has."""

from __future__ import annotations

from parsers.language.any_of import any_of
from parsers.language.patterns import compiled

_PAPERS = (
    r"(?:forms?|requests?|paperwork|letters?|papers|submissions?|notes|records|"
    r"(?:prior )?authori[sz]ations?|pa)"
)
_SPARES = any_of(
    # e.g. "an earlier approval by claim history may take the place of a form", "claims can be used in lieu of a form"
    r"\b(?:may|can|will|could|might) (?:be (?:used|accepted|taken) )?"
    r"(?:take the place|stand in|substitute|serve instead|replace|instead|in (?:place|lieu))\b(?: (?:of|for))?"
    rf"(?: \w+){{0,4}}? {_PAPERS}\b",
    # e.g. "authorization may be approved based solely on claim history or diagnosis codes"
    r"\b(?:may|can|will) (?:\w+ ){0,3}?(?:approv\w+|authori[sz]\w+|granted|renew\w*|pay|cover|pass\w*|decided?)\b"
    r"[^.;]{0,80}?\b(?:(?:solely|only|entirely|purely) (?:on|by|from)|automatically)\b[^.;]{0,60}\bclaims?\b",
    r"\bautomat(?:ed|ic) (?:re-?)?(?:approvals?|authori[sz]ations?)\b",
)
# e.g. "drugs that are not on the list are handled by exception", "medications absent from our formulary"
_OF_UNLISTED_DRUGS = compiled(
    r"^(?!.*\b(?:spravato|esketamine|ketamine|this (?:drug|medication|product))\b)[^.;]{0,30}?"
    r"\b(?:drugs?|medications?|medicines?|products?|agents?) (?:(?:that|which) (?:are|is) )?"
    r"(?:not|absent from|missing from|off)(?: (?:listed|named|included|found))?(?: (?:on|in))? "
    r"(?:the|our|its|this|that) (?:[\w-]+ ){0,3}?(?:lists?|formular(?:y|ies)|pdl)\b"
    r"[^.;]{0,60}\bexceptions?\b"
)


def spares_a_request(words: str) -> bool:
    """Whether a clause, in the words that criteria are read in, tells what may be approved without papers."""
    return _SPARES.search(words) is not None


def is_of_unlisted_drugs(words: str) -> bool:
    """Whether a clause tells how drugs that the payer's list has not are asked for, which are others than ours."""
    return _OF_UNLISTED_DRUGS.search(words) is not None
