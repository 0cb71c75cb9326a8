"""A place that is open to some patients only, beside those open to all: "in an office, and in a hospital only if …"."""

from __future__ import annotations

import re

from parsers.criteria.demands_of_some import Told
from parsers.criteria.families import findings_in
from parsers.language.patterns import compiled
from parsers.models import Phase

_PLACES = (
    r"(?:an? |the )?(?:[\w'’-]+ ){0,3}?(?:office|clinic|hospital|outpatient department|department|emergency room|home|"
    r"inpatient unit|unit|facility|setting)s?"
)
_ONLY_IF = compiled(
    rf"^\W*(?P<places>[^;]{{0,60}}?\b(?:in|at) {_PLACES}(?:(?:,| or|,? or) (?:in |at )?{_PLACES})*)"
    rf"(?:,? (?:and|or|but)|[;,])+ (?:also )?(?P<other>(?:in|at) {_PLACES}),? "
    r"(?:but )?(?:only )?(?P<by>if|when|where|for|with) (?P<whom>[^;]{5,120}?)(?: only)?\W*$",
    re.IGNORECASE,
)


def place_only_if(words: str, phase: Phase) -> Told | None:
    """Given in the places that are open to all, or in another with what opens it."""
    found = _ONLY_IF.match(words)
    if found is None:
        return None
    other = f"given {found['other']}"
    decides = findings_in(found["whom"], phase) and not _sites(found["whom"], phase)
    if not (decides and _sites(found["places"], phase) and _sites(other, phase)):
        return None
    return Told("any", (found["places"], Told("all", (other, found["whom"]))))


def _sites(words: str, phase: Phase) -> bool:
    """Whether a clause asks for a place."""
    return any(finding.key == "site" for finding in findings_in(words, phase))
