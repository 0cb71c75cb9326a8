"""Who may prescribe, and whether consulting such a person is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.wording import Clause, Finding, is_waived, without_examples

# Each row: who is named, as a value of the contract; the first that matches wins, the widest circle first.
_CIRCLES = (
    (
        "mental_health_prescriber",
        re.compile(
            r"(?:mental|behavioral)[ -]health[ /-]*(?:care )?(?:specialist|professional|provider|prescriber"
            r"|practitioner|clinician|expert)"
            r"|\bpsychiatric[ /-](?:mental[ -]health )?(?:provider|prescriber|professional|clinician|practitioner"
            r"|nurse|advanced|np\b|aprn|pa\b)"
            r"|\bpsychiatric[ /-](?:and |/)?mental[ -]health|\bpmhnp|\bpsychiatr\w+ (?:specialty )?(?:or"
            r"|and) (?:an? )?(?:other )?(?:qualified |licensed )?(?:mental|behavioral)"
            r"|\bpsychiatrist,?(?: (?:or|and)|/)? ?(?:an? )?(?:advanced practice "
            r"|board[ -]certified )?(?:psychiatric )?(?:nurse practitioner|physician assistant|aprn|np\b)"
        ),
    ),
    (
        "psychiatrist",
        re.compile(
            r"\bpsychiatrists?\b|\bphysician (?:who )?(?:speciali[sz]\w+|board[ -]certified|trained) in psychiatry\b"
            r"|\bspecialist in psychiatry\b"
        ),
    ),
    ("specialist", re.compile(r"\bspecialists?\b|\bspeciali[sz](?:es|ing|ed) in\b")),
)
_PRESCRIBES = re.compile(
    r"\bprescri(?:be[drs]?|bing|ption|ptive)|\border(?:ed|s|ing)?\b|\bprescriber\b|\brequest(?:ed|ing|or)?\b"
    r"|\b(?:managed|supervised|initiated|administered|overseen|directed|treated) by\b"
    r"|\bunder the (?:care|supervision|direction) of\b|\bconsult|\btreating (?:provider|physician|clinician)\b"
    r"|\bwritten by\b"
)
_CONSULTS = re.compile(
    r"\bconsult|\bcollaborat|\bin conjunction with an?\b|\bevaluated by\b|\bseen by\b|\bassessed by\b"
    r"|\bwith (?:the )?(?:advice|input|guidance) of\b|\brecommend(?:ed|ation) (?:by|of|from)\b"
)
_CONSULTING_FALLS_SHORT = re.compile(r"\bconsult\w*[^.;]{0,30}\b(?:not|insufficient)\b|\bnot (?:\w+ ){0,2}consult")
_JUDGES = re.compile(
    r"\b(?:opinion|judg\w+|discretion|diagnos(?:ed|is)[^.;]{0,40} (?:made |confirmed )?by|has made the diagnosis)\b"
)
_HAS_A_PRESCRIBER = re.compile(r"\bprescri(?:bed|ber|bes|bing|ption)\b|\border(?:ed|s)?\b|\bconsult")


def read(clause: Clause) -> Iterator[Finding]:
    """The circle of prescribers a clause demands, with "…_or_consult" when a consultation is enough."""
    words = without_examples(clause.plain)
    if is_waived(words) or not _PRESCRIBES.search(words):
        return
    if _JUDGES.search(words) and not _HAS_A_PRESCRIBER.search(_JUDGES.sub("", words)):
        return
    for circle, names in _CIRCLES:
        if names.search(words):
            consulted = _CONSULTS.search(words) and not _CONSULTING_FALLS_SHORT.search(words)
            yield Finding("prescriber", f"{circle}_or_consult" if consulted else circle)
            return
