"""How acute suicidality must be for esketamine in major depression with suicidal ideation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.wording import Clause, Finding

_RECENT = re.compile(
    r"\b(?:is|are) in (?:an? )?(?:acute )?(?:inpatient|hospital)|\b(?:currently|presently"
    r"|now)\b[^.;]{0,40}\b(?:hospitali[sz]|inpatient|admitted)|\b(?:discharged?"
    r"|released?)\b[^.;]{0,50}\b(?:last|past|within|previous|prior|from)\b|\b(?:within|last"
    r"|past)\b[^.;]{0,25}\bdischarge"
    r"|\b(?:is|was|been) (?:an inpatient|admitted|hospitali[sz]ed)\b|\binpatient (?:stay|admission|care"
    r"|treatment)\b[^.;]{0,40}\b(?:because|due|for) (?:\w+ ){0,3}suicid"
)
_HOSPITAL_LEVEL = re.compile(
    r"\b(?:need|requir|warrant|necessitat|indicat|candidate for|appropriate for|eligible for|justif|merit"
    r"|call)\w*[^.;]{0,60}\b(?:hospitali[sz]|inpatient|acute psychiatric care|admission)"
    r"|\b(?:hospitali[sz]ation|inpatient (?:\w+ )?(?:care|admission|treatment|stay)|admission"
    r"|hospital[ -]level (?:of )?care|level of care)\b[^.;]{0,40}\b(?:need|requir|warrant|indicat|necess"
    r"|justif)\w*|\bhospital[ -]level\b|\bimminent\b[^.;]{0,60}\bhospitali"
)
_INTENT = re.compile(
    r"\bsuicid\w*[^.;]{0,40}\b(?:with|and|plus)(?: \w+){0,3} intent|\bsuicidal intent|\bintent to (?:act|die"
    r"|commit|end|carry)|\bsuicid\w* (?:thoughts?|ideation|behaviou?r)[^.;]{0,30}\bintent\b"
)
_IS_ABOUT_SUICIDE = re.compile(
    r"\bsuicid|\bpsychiatric hospital|\bacute psychiatric|\bself-harm|\binpatient|\bdischarged|\bhospitali[sz]ed\b"
)


def read(clause: Clause) -> Iterator[Finding]:
    """Acuity demanded by a clause, each form named being one finding."""
    if not _IS_ABOUT_SUICIDE.search(f"{clause.about} {clause.plain}"):
        return
    if _INTENT.search(clause.plain):
        yield Finding("mdsi_acuity", "intent")
    if _RECENT.search(clause.plain):
        yield Finding("mdsi_acuity", "inpatient_or_recent_discharge")
    elif _HOSPITAL_LEVEL.search(clause.plain) and not re.search(
        r"\bnot (?:\w+ ){0,3}(?:replace|preclude|hospital)", clause.plain
    ):
        yield Finding("mdsi_acuity", "hospital_level")
