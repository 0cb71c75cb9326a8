"""Whom a policy's words name as prescriber, from the widest circle to the narrowest."""

from __future__ import annotations

from parsers.criteria.specialists import SPECIALIST
from parsers.criteria.vocabulary import one_of
from parsers.language.patterns import compiled

_NURSE_OR_PA = one_of(
    "nurse practitioner", "physician assistant", r"aprn\b", r"arnp\b", r"np\b", r"pa\b", "advanced practice"
)
_VERSED = one_of(
    r"speciali[sz]\w+", "specialty", "trained", "training", "certified", "certification", r"credential\w*", "works?",
    "working", r"practi[cs]\w+", "expertise", "experience", "experienced", "qualified", "board", "focus",
)  # fmt: skip
# Each row: a value of the contract, and who is named so; the first that matches wins, the widest circle first.
_CIRCLES = (
    (
        "mental_health_prescriber",
        one_of(
            r"\b(?:mental|behavioral)[ -]health[ /-]*(?:care )?"
            r"(?:specialist|professional|provider|prescriber|practitioner|clinician|expert)",
            r"\bpsychiatric[ /-](?:mental[ -]health )?"
            r"(?:provider|prescriber|professional|clinician|practitioner|nurse|advanced|physician a|np\b|"
            r"aprn|arnp|pa\b)",
            r"\bpsychiatric[ /-](?:and |/)?mental[ -]health",
            # e.g. "a psychiatrist or another psychiatric specialist"
            r"\b(?:another|other) psychiatric specialist",
            r"\bpmhnp",
            # e.g. "another prescriber with a mental health specialty"
            r"\b(?:clinician|provider|prescriber|practitioner|professional)s? with (?:an? )?(?:mental|"
            r"behavioral)[ -]health "
            r"(?:speciali[sz]ation|specialty|training|credential\w*|background)",
            # e.g. "another prescriber licensed in mental health"
            r"\b(?:clinician|provider|prescriber|practitioner|professional)s?,? (?:who (?:is|are) )?(?:board[ -])?"
            r"(?:licensed|certified|credentialed|trained|qualified) in (?:mental|behavioral)[ -]health\b",
            r"\b(?:clinician|provider|prescriber|practitioner|professional)s?,? (?:who |that )?speciali[sz]\w+ in "
            r"(?:mental|behavioral)[ -]health\b",
            r"\b(?:medical|prescribing) psychologist",
            r"\b(?:specialist|expert)s? (?:in|of) (?:mental|behavioral)[ -]health",
            r"\b(?:clinician|provider|practitioner|professional)s?(?: \w+){0,3} mental[ -]health\b[^.;]{0,30}\bprescri",
            r"\b(?:clinician|provider|prescriber|practitioner|professional)s? "
            r"(?:(?:who )?(?:is licensed to prescribe and )?(?:works?|working|practi[cs]\w+) )?(?:in|of) "
            r"(?:the field of )?(?:mental|behavioral)[ -]health\b"
            r"|\bwhose (?:specialty|field|area|work) is (?:in )?(?:mental|behavioral)[ -]health\b",
            r"\bpsychiatr\w+ (?:specialty )?(?:or|and) (?:an? )?(?:other )?(?:qualified |licensed )?"
            r"(?:mental|behavioral)",
            # e.g. "a psychiatrist or from a nurse practitioner", "an NP who specializes in psychiatry"
            rf"\bpsychiatrist,?(?: (?:or|and)|/)? ?(?:(?:by|from|with) )?(?:an? )?(?:board[ -]certified )?"
            rf"(?:psychiatric )?{_NURSE_OR_PA}"
            r"(?!s?,? (?:in|who has|after) (?:consult|collaborat)\w* (?:with )?an? psych)",
            rf"\b(?:{_NURSE_OR_PA}|nurse)s?,? "
            rf"(?:(?:[a-z-]+ ){{0,3}}?{_VERSED} (?:[a-z-]+ ){{0,3}}?|(?:in|with) (?:an? )?)"
            r"(?:psychiatr(?:y|ic)|(?:mental|behavioral)[ -]health)\b",
        ),
    ),
    (
        "psychiatrist",
        one_of(
            r"\bpsychiatrists?\b",
            r"\bphysician (?:who )?(?:(?:is )?speciali[sz]\w+|(?:is )?board[ -]certified|trained) in psychiatry\b",
            r"\bspecialist in psychiatry\b",
            r"\bspecialt?(?:y|ist)(?: is| of(?: the)?| in|:)?(?: prescribers?:?| provider:?)?(?: is| -)? psychiatry\b",
            r"\bpractic(?:es|ing) psychiatry\b",
            r"\bpsychiatr(?:y|ic) consult",
            r"\b(?:certified|certification|board|credentials?) in psychiatry\b",
            r"\b(?:by|from|with) psychiatry\b",
            # e.g. "psychiatry, and no other specialty, writes the order", "psychiatry involved as prescriber"
            r"\bpsychiatry(?:,? (?:and|but) (?:no|not|nobody)\b[^,;.]{0,25},?)?"
            r"(?: (?:must|will|has to|is|be|alone|itself|only|the))* (?:writes?|writing|prescri\w+|orders?"
            r"|requests?|signs?|"
            r"involved|consulted|asked|advises?)\b",
            # "Prescriber: psychiatry", "psych Rx or consult", "psychiatry involvement, as prescriber or consultant".
            r"\bprescribers?(?: is| must be| -|:) ?psychiatry\b",
            r"\bpsych\.? (?:rx|prescri\w+|consult\w*)\b",
            r"\bpsychiatry(?:'s)? (?:involvement|oversight|input|advice)\b",
        ),
    ),
    ("specialist", SPECIALIST),
)
_NAMED = tuple((circle, compiled(names)) for circle, names in _CIRCLES)


def circle_named(words: str) -> str | None:
    """The first circle of prescribers that a clause names."""
    return next((circle for circle, names in _NAMED if names.search(words)), None)
