"""Setting and safety: REMS, observation, place, staff, drug screens, prescription-monitoring database."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.numbers import durations, whole
from parsers.criteria.wording import Clause, Finding, is_waived, matches, wording

_REMS = re.compile(r"\brems\b|\brisk evaluation (?:and|&) mitigation strateg")
_REMS_DEMANDED = re.compile(
    r"\bcertif|\benrol|\bregist|\bparticipa|\bcompl[iy]|\baccord|\brequire|\bunder the\b|\badher|\bsite"
    r"|\bsetting|\bfacility|\bpharmac|\bthrough the\b"
    r"|\b(?:meets?|satisf(?:y|ies)|follow\w*|agree\w*|attest\w*|approved|criteria)\b"
)
_REMS_CITED = re.compile(
    r"\b(?:listed|shown|described|named|outlined|explained|labeled)\b[^.;]{0,40}\b(?:rems|risk evaluation)\b"
    r"|\b(?:rems|risk evaluation)\b[^.;]{0,30}\bform\b"
)

_OBSERVES = r"(?:monitor|observ|watch|supervis|remain|stay|surveill|kept)\w*"
_OBSERVED = re.compile(rf"\b{_OBSERVES}\b")
_OBSERVED_THERE = re.compile(r"\b(?:visit|observation code|g208[23]|supplied)\b")

_GIVEN = re.compile(
    r"\b(?:administ|given|perform|provid|plac(?:e|ed) of service|site[ -]of[ -](?:care|service)|setting"
    r"|treat(?:ed|ment|ments)\b|taken|take place|deliver|use[ds]?\b|dosed|infus|receiv)"
)
_SITE = (
    wording(
        "site",
        r"\b(?:(?:physician|doctor|provider|prescriber|practitioner|psychiatrist)(?:'s|s'?)? (?:or clinic )?office"
        r"|office(?:[ -]based)?(?: setting| visit)?|medical office|(?:outpatient |mental health "
        r"|treatment )?clinic)\b(?! notes?| records?)",
        "office",
    ),
    wording(
        "site",
        r"\b(?:hospital[ -](?:based )?outpatient|outpatient hospital|outpatient department|hopd"
        r"|outpatient facility)\b",
        "outpatient_hospital",
    ),
    wording(
        "site",
        r"\b(?:inpatient (?:hospital|facility|setting|unit|psychiatric (?:hospital|facility|unit))"
        r"|as an inpatient)\b",
        "inpatient",
    ),
    wording("site", r"\bemergency (?:department|room)\b", "emergency"),
    wording(
        "site",
        r"\b(?:in|at) (?:the )?(?:(?:patient|member|individual|client)'s )?home\b|\bhome (?:setting|administration"
        r"|infusion|use)\b",
        "home",
    ),
)
_SITE_REFUSED = re.compile(r"\bnot (?:\w+ ){0,4}(?:home|office|hospital|inpatient|clinic|at)\b|\bno home\b")

_PERSONNEL = (
    wording("personnel", r"\bacls\b|\badvanced cardi\w+ life support\b", "acls"),
    wording(
        "personnel",
        r"\ban(?:a)?esthesiologist|\ban(?:a)?esthetist|\bcrna\b|\ban(?:a)?esthesia (?:provider|clinician"
        r"|professional|practitioner|staff)",
        "anesthesia_clinician",
    ),
)
_SCREEN = re.compile(
    r"\b(?:urine|drug|toxicology|substance)[ -](?:drug |toxicology )?(?:screen|test|toxicology)\w*|\buds\b"
    r"|\budt\b|\burine tox"
)
_SCREEN_AT_START = re.compile(
    r"\b(?:baseline|before|prior to|initial|at the start|at initiation|within|recent|pre-?treatment|negative)\b"
)
_SCREEN_AFTER = re.compile(
    r"\b(?:ongoing|periodic\w*|each|every|continu\w+|random|monthly|quarterly|annual\w*|regular\w*|throughout"
    r"|during (?:treatment|therapy)|repeat\w*|thereafter|subsequent)\b"
)
_MONITORING_PROGRAM = wording(
    "pdmp_check",
    r"\bp?pdmp\b|\bpmp\b|\bprescription(?: drug)?[ -]monitoring\b"
    r"|\bcontrolled[ -]substances?(?: prescription)? (?:monitoring|database|registry|utilization|history report"
    r"|reporting)\b",
    True,
)


def _screens(clause: Clause) -> Iterator[Finding]:
    if not _SCREEN.search(clause.plain):
        return
    after = bool(_SCREEN_AFTER.search(clause.plain)) or clause.phase == "renewal"
    at_start = clause.phase == "initial" and _SCREEN_AT_START.search(clause.plain)
    if at_start or not after:
        yield Finding("uds", "baseline")
    if after:
        yield Finding("uds", "ongoing")


def _observation(clause: Clause) -> Iterator[Finding]:
    if not _OBSERVED.search(clause.plain) or _OBSERVED_THERE.search(clause.plain):
        return
    hours = [length for length in durations(clause.plain) if length.unit == "hour" and length.hours <= 24]
    if hours and "within" not in clause.plain[max(0, hours[0].start - 8) : hours[0].start]:
        yield Finding("monitoring_hours", whole(hours[0].hours))


def read(clause: Clause) -> Iterator[Finding]:
    """What a clause demands of the place, the staff and the checks around a session."""
    words = clause.plain
    if is_waived(words):
        return
    if _REMS.search(words) and _REMS_DEMANDED.search(words) and not _REMS_CITED.search(words):
        yield Finding("rems", True)
    yield from _observation(clause)
    if _GIVEN.search(words) and not _SITE_REFUSED.search(words):
        yield from matches(_SITE, words)
    yield from matches(_PERSONNEL, words)
    yield from _screens(clause)
    yield from matches((_MONITORING_PROGRAM,), words)
