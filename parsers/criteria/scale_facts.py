"""What a scale, a manual or an abbreviation is, told among criteria: asked of nobody."""

from __future__ import annotations

import re

from parsers.criteria.scales import ANY_SCALE
from parsers.language.patterns import compiled

_NO_DEMAND = r"^(?!.*(?:\b(?:must|shall|required?|needs?|needed|at least|or (?:more|higher|greater|above))\b|>=|>))"
_KIND = r"(?:tools?|scales?|instruments?|questionnaires?|measures?|inventor(?:y|ies)|tests?|surveys?|rating)"
_OF_SCALES = (
    # e.g. "the PHQ-9 is a nine-question self-report tool whose total runs from 0 to 27"
    rf"{_NO_DEMAND}\W*(?:the )?{ANY_SCALE} is (?:an? |the )?(?:[\w-]+,? ){{0,7}}?{_KIND}\b",
    # e.g. "totals on the MADRS run from 0 to 60"
    (
        rf"{_NO_DEMAND}\W*(?:the )?(?:totals?|scores?|sums?|points?) (?:on|of|for) (?:the )?{ANY_SCALE} (?:run|range|"
        r"go|span|reach|extend|lie)s? (?:from|between|up)?\b"
    ),
    # e.g. "the MADRS goes from 0 to 60"
    rf"{_NO_DEMAND}\W*(?:the )?{ANY_SCALE}(?: scale)? (?:goes|runs|ranges|spans|extends) (?:from|between|up)\b",
    # e.g. "the DSM-5-TR was published in 2022", "the DSM-5 is the fifth edition of the manual"
    (
        rf"{_NO_DEMAND}\W*(?:the )?@dsm(?: (?:manual|criteria|text))? (?:is|was|are|were|has been) (?:(?:first|last|"
        r"next|originally|again|now|also) )?(?:published|issued|released|revised|written|updated|printed|edited|an? "
        r"|the (?!(?:basis|standard|source|only|one)\b))"
    ),
)
SCALE_FACTS = _OF_SCALES

_TITLE = compiled(r"^\W*(?:abbreviations?|acronyms?|glossary|definitions?|key)\b(?: used)?\W+", re.IGNORECASE)
_SPELLED = compiled(
    r"^\W*(?P<short>[A-Z][A-Za-z-]{1,9})\W*(?:[,:=–—-]|stands for|means|is short for)\W*"
    r"(?P<long>[A-Za-z][A-Za-z /()-]{5,90}?)\W*$"
)

_WORDS = compiled(r"\b(?!(?:and|of|the|or|for|with|in|to)\b)[a-z]\w*")


def spells_out(text: str) -> bool:
    """Whether a text gives abbreviations with the words that they stand for ("UDS, urine drug screen; …")."""
    parts = [part for part in _TITLE.sub("", text).split(";") if part.strip()]
    return bool(parts) and all(map(_is_spelled, parts))


def _is_spelled(part: str) -> bool:
    """Whether the letters of an abbreviation stand in the words behind it, in their order, each word's first among them
    ("TRD: three failed antidepressants" asks).
    """
    found = _SPELLED.match(part)
    if not found or sum(map(str.isupper, found["short"])) < len("AB"):
        return False
    letters = iter(found["long"].lower())
    short = found["short"].lower().replace("-", "")
    firsts = {word[0] for word in _WORDS.findall(found["long"].lower())}
    return firsts <= set(short) and found["long"][0].lower() == short[0] and all(letter in letters for letter in short)
