"""Longer watching of some patients beside that of all: "two hours after a dose, and three with a seizure disorder"."""

from __future__ import annotations

import re

from parsers.criteria.conditional_wording import NUMBER, SOME
from parsers.criteria.demands_of_some import Told
from parsers.criteria.families import findings_in
from parsers.criteria.spared_patients import spared
from parsers.language.patterns import compiled
from parsers.models import Phase

_LENGTH = (
    rf"(?:(?:at least|no less than|a minimum of|not less than) |>= ?)?(?P<n>{NUMBER})(?: \(\d+\))?(?: hours?)?"
    r"(?: of (?:it|this|observation|monitoring|watching))?"
)
# Behind what all are watched for: "…, or three for a patient with a seizure disorder".
_BEHIND = compiled(
    rf"^\W*(?P<asked>[^;()]{{8,}}?)(?:,? (?:and|or|but)|[;,]| \() ?(?:(?:for|rising to|extended to) )?{_LENGTH},? "
    r"(?:for|in|if|when|where|with) (?P<whom>[^;.()]{5,90}?)\)?\W*$",
    re.IGNORECASE,
)
# "All are observed for two hours, and a patient with … for three"
_IN_FRONT = compiled(
    rf"^\W*(?P<asked>[^;()]{{8,}}?)(?:[,;.]|,? (?:and|but)) (?:(?:and|but) )?(?:(?:for|in) )?(?P<whom>{SOME}"
    r"[^;,.()]{3,80}?),? (?:(?:is|are|(?:must|shall|should) be) (?:watched|observed|monitored|kept) )?for "
    rf"{_LENGTH}\W*$",
    re.IGNORECASE,
)


def longer_for_some(words: str, phase: Phase) -> Told | None:
    """What all are watched for, and for how much longer those are whom a condition touches."""
    for form in (_BEHIND, _IN_FRONT):
        found = form.match(words)
        others = spared(found["whom"]) if found else None
        if found is None or others is None:
            continue
        longer = f"observed for {found['n']} hours after each dose"
        if _hours(found["asked"], phase) < _hours(longer, phase):
            return Told("all", (found["asked"], Told("any", (others, longer))))
    return None


def _hours(words: str, phase: Phase) -> float:
    """The hours of watching that a clause asks for, and nothing else that decides; endless where it asks otherwise."""
    found = findings_in(words, phase)
    hours = [finding.value for finding in found if finding.key == "monitoring_hours"]
    only = len(hours) == len(found) == 1
    return float(hours[0]) if only and isinstance(hours[0], (int, float)) else float("inf")
