"""What lets an approval do without a request: its claims and letters are no papers of one."""

from __future__ import annotations

from parsers.any_of import any_of
from parsers.patterns import compiled

_PAPERS = (
    r"(?:forms?|requests?|paperwork|letters?|papers|submissions?|notes|records|"
    r"(?:prior )?authori[sz]ations?|pa)"
)
_SPARES = any_of(
    # e.g. "an earlier approval by claim history may take the place of a form", "claims can be used in lieu of a form"
    r"\b(?:may|can|will|could|might) (?:be (?:used|accepted|taken) )?(?:take the place|stand in|substitute|serve instead|"
    rf"replace|instead|in (?:place|lieu))\b(?: (?:of|for))?(?: \w+){{0,4}}? {_PAPERS}\b",
    # e.g. "authorization may be approved based solely on claim history or diagnosis codes"
    r"\b(?:may|can|will) (?:\w+ ){0,3}?(?:approv\w+|authori[sz]\w+|granted|renew\w*|pay|cover|pass\w*|decided?)\b"
    r"[^.;]{0,80}?\b(?:(?:solely|only|entirely|purely) (?:on|by|from)|automatically)\b[^.;]{0,60}\bclaims?\b",
    r"\bautomat(?:ed|ic) (?:re-?)?(?:approvals?|authori[sz]ations?)\b",
)


def spares_a_request(words: str) -> bool:
    """Whether a clause, in the words that criteria are read in, tells what may be approved without papers."""
    return _SPARES.search(words) is not None
