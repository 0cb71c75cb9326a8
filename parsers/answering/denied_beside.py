"""Cover that names no drug, and behind it the denial of one that is named ("Covered for A; ketamine is not"); cover of
one use, and in brackets the denial of another.
"""

from __future__ import annotations

import re

from parsers.answering.statuses import read_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.uses.indications import mentions
from parsers.uses.scopes import positive_indications

# "…; ketamine infusions are not covered", "…, but compounded ketamine is not".
_ANOTHER_DRUG = compiled(
    r"(?:;|,? (?:and|but|while|whereas)) "
    r"(?=(?:[\w-]+ ){0,2}?(?:(?:es)?ketamine|spravato)\b[^.;,]{0,40}? (?:is|are) not\b)",
    re.IGNORECASE,
)
_IN_BRACKETS = compiled(
    r"\s*\((?:but )?(?:it is )?(?P<denied>not (?:covered|payable|approved|authorized|medically necessary) (?:for|in) "
    r"[^()]+)\)",
    re.IGNORECASE,
)
_IS_NOT = compiled(r"\b(?:is|are) not\W*$", re.IGNORECASE)


def covered_beside_denied(sentence: str) -> tuple[str, ...]:
    """The cover and the denial of another drug or use in one sentence as two; () for any other sentence."""
    if (apart := _IN_BRACKETS.search(sentence)) and _denied_in_brackets(sentence, apart):
        return f"{sentence[: apart.start()]}{sentence[apart.end() :]}", f"It is {apart['denied']}"
    for found in _ANOTHER_DRUG.finditer(sentence):
        covered, rest = sentence[: found.start()], sentence[found.end() :]
        if _covers_unnamed(covered) and named_products(rest) and not mentions(rest) and _denies(rest):
            return covered, _IS_NOT.sub("is not covered", rest)
    return ()


def _denied_in_brackets(sentence: str, apart: re.Match[str]) -> bool:
    """Whether a cover has the denial of another use in brackets ("covered for A (not covered for B)")."""
    return bool(mentions(sentence[: apart.start()]) and mentions(apart["denied"]))


def _covers_unnamed(text: str) -> bool:
    return not named_products(text) and read_status(text) == "covered" and bool(positive_indications(text))


def _denies(text: str) -> bool:
    return bool(_IS_NOT.search(text)) or read_status(text) not in (None, "covered", "unknown", "case_by_case")
