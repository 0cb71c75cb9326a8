"""Places to choose from, of which one has a demand of its own: "in an office with two hours of observation, or during
an inpatient stay".
"""

from __future__ import annotations

from parsers.criteria.families import findings
from parsers.criteria.wording import Clause, Finding
from parsers.language.patterns import compiled
from parsers.models import CriterionKey

_OF_A_PLACE: frozenset[CriterionKey] = frozenset(("site", "monitoring_hours", "personnel"))
# Behind a comma, or where both open with "either", what a part says is said of its own place.
_OR_THERE = compiled(
    r", or (?=(?:(?:it|the (?:dose|drug|spray|session|treatment|infusion)) )?(?:(?:is|takes?|given|administered|"
    r"performed|place) ){0,3}(?:in|at|during|as|on|within|while)\b)"
)
# "…, where this is not asked".
_NOT_ASKED_THERE = compiled(
    r",? (?:where|for which|in which case) (?:this|that|it|none|no such \w+) (?:is|are) (?:not )?(?:asked|needed|"
    r"required|necessary)(?: for)?\b"
)
# "…, and the patient is watched for two hours": wherever it is.
_AND_BESIDE = compiled(
    r",? and (?:that )?(?:(?:the|an?|each|every|all|his|her) )?(?:patients?|members?|persons?|individuals?|he|she|they|"
    r"observation|monitoring|staff)\b"
)


def places_apart(clause: Clause) -> tuple[tuple[Finding, ...], ...] | None:
    """What is asked for at each of several places; None where it is the same at all of them, or no place is chosen."""
    words = _NOT_ASKED_THERE.sub("", clause.words)
    parts = _OR_THERE.split(words)
    if len(parts) < 2 or _AND_BESIDE.search(parts[-1]):
        return None
    branches = [findings(clause.within(part if place == 0 else f"given {part}")) for place, part in enumerate(parts)]
    keys = [{finding.key for finding in branch} for branch in branches]
    if any("site" not in some or not some <= _OF_A_PLACE for some in keys) or len(set(map(frozenset, keys))) == 1:
        return None
    whole = {finding for branch in branches for finding in branch}
    return tuple(branches) if whole == set(findings(clause.within(words))) else None
