"""What a payer grants to people who come to it in the midst of treatment, until their own request is decided."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.language.patterns import compiled

_PAYER = (
    r"(?:medicaid|medicare|fee-for-service|(?:the|our|this|a|another|a different|other) (?:[\w-]+ ){0,3}?"
    r"(?:plan|payer|insurer|carrier|program|state|coverage|insurance|health plan|MCO)s?)"
)
_WHOM = rf"(?:{PEOPLE}|{PERSON}|somebody|anybody)"
_COMES = (
    r"(?:join|come|move|transfer|switch|enroll|transition)(?:s|es|ed|red|led|ing|ring|ling)?\b"
    rf"(?: (?:over|in))?(?: (?:to|from|with|into))? {_PAYER}"
)
_COMES_NEWLY = (
    rf"(?:{_COMES}|{_PAYER} from|(?:changes?|changing|changed|switch(?:es|ing|ed)?) (?:health )?plans?"
    r"|becomes? (?:eligible|enrolled|a member)\b)"
)
_NEWCOMER = (
    rf"(?:\bnew(?:ly)? (?:enrolled |eligible |joined |covered )?{_WHOM}\b"
    r"(?! to (?:the )?(?:drug|treatment|therapy|spray))"
    rf"|\b{_WHOM} (?:(?:who|that) (?:(?:is|are) )?)?(?:new(?:ly)? (?:to {_PAYER}|enrolled|eligible|covered)"
    rf"|(?:(?:has|have) )?(?:(?:just|recently|newly) )?{_COMES_NEWLY})"
    rf"|\b(?:if|when|where) (?:an? |the )?{_WHOM} {_COMES_NEWLY})"
)
_SPAN = (
    r"\b(?:\d{1,3}|thirty|sixty|ninety|an?|one|two|three|six)(?: \(\d+\))?[ -](?:calendar )?(?:days?|weeks?|months?)\b"
)
# Who takes it already, and what for so short a while is given or kept.
_TREATED = (
    r"\b(?:stable|established|stabili[sz]ed|already|currently|mid-?(?:treatment|course|therapy)|"
    r"during (?:treatment|therapy)|(?:while|are|is|and|been) (?:on|taking|receiving|using|treated)|"
    r"in the (?:middle|midst) of (?:(?:an?|the|their) )?(?:course|treatment|therapy)|"
    r"who (?:take|receive|use)s?\b|takes (?:it|the)\b|continu(?:e|es|ing|ity)|transition(?:al)?|"
    r"(?:earlier|prior|previous|existing|open) (?:approval|authori[sz]ation))"
)
# "A one-time transition fill", whatever its length.
_FILL = r"\b(?:transition(?:al)?|temporary|bridge|courtesy) (?:fill|supply|supplies|dose)s?\b"
_BRIDGES = compiled(rf"(?=.*(?:{_SPAN}|{_FILL}))(?=.*{_TREATED}).*{_NEWCOMER}", re.IGNORECASE | re.DOTALL)
# "… may be approved for 90 days if they have improved" is a renewal's demand, a list behind a colon its criteria.
_DEMANDS = compiled(
    r":|\b(?:respon(?:se|ds?|ded|ding)|benefit\w*|improv\w*|remission|scores?|criteri(?:a|on)|fail(?:ed|ure)|attest\w*|"
    r"document(?:s|ed|ation)? (?:of|that)|(?:must|has to|have to|is|are) (?:be )?(?:required|needed|shown?|documented)|"
    r"renewals?|re-?authori[sz]\w+)\b",
    re.IGNORECASE,
)


def bridges_care(sentence: str) -> bool:
    """Whether a sentence only grants some days to people new to the payer who are under treatment already."""
    return bool(_BRIDGES.match(sentence)) and not _DEMANDS.search(sentence)
