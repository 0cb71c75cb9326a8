"""What a criterion asks of a patient: the fact it is decided by, the values around its threshold, and its test.

Facts and values are those of `ketwatch check` (contract.md); on the grid every fact is given, so a test is yes or no.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from parsers.models import CriterionKey, Leaf, Percent, Severity
from parsers.patient import SITES, TRIED

Facts = dict[str, object]
Test = Callable[[Facts], bool]

# Facts given as one word, worst first; a fact further right meets every criterion to its left.
_LADDERS: Mapping[str, tuple[str, ...]] = {
    "diagnosis_standard": ("clinician", "dsm", "structured_interview"),
    "trial_dose": ("none", "minimum_effective", "adequate", "maximum"),
    "mdsi_acuity": ("none", "intent", "hospital_level", "inpatient_or_recent_discharge"),
    "personnel": ("none", "acls", "anesthesia_clinician"),
    "severity_category": ("mild", "moderate", "severe"),
}
# Criteria met by a number that is at least, or at most, their value.
_AT_LEAST: Mapping[CriterionKey, str] = {
    "age_min": "age",
    "failed_ad_count": "failed_ad_count",
    "failed_ad_classes": "failed_ad_classes",
    "trial_weeks": "trial_weeks",
    "trial_adherence_pct": "trial_adherence_pct",
    "augmentation_trials": "augmentation_trials",
    "sud_remission_months": "sud_remission_months",
    "monitoring_hours": "monitoring_hours",
    "severity_min": "severity",
}
_AT_MOST: Mapping[CriterionKey, str] = {
    "age_max": "age",
    "lookback_months": "failures_within_months",
    "nonresponse_cutoff_pct": "best_improvement_pct",
}
_YES: Mapping[CriterionKey, str] = {
    "episode_scope": "failures_in_current_episode",
    "intolerance_counts": "intolerant",
    "oral_ad": "oral_ad",
    "rems": "rems",
}
_PRESCRIBERS = ("other", "consulted", "mental_health_prescriber", "psychiatrist")
_RESPONSES = ("none", "benefit", "scale_improved", "percent", "remission")
ELSEWHERE = "elsewhere"
_NOT_NAMED: Mapping[str, object] = {"site": ELSEWHERE, "age": 40, "monitoring_hours": 2}


def fact_of(leaf: Leaf) -> str:
    """The name under which the grid keeps what decides a criterion; sets and scales have one name for each member."""
    if isinstance(leaf.value, Severity):
        return f"severity:{leaf.value.scale}"
    if leaf.key == "exclusion":
        return f"conditions:{leaf.value}"
    if leaf.key == "preferred_step":
        return f"agents_tried:{leaf.value}"
    return _AT_LEAST.get(leaf.key) or _AT_MOST.get(leaf.key) or _YES.get(leaf.key) or leaf.key


def around(leaf: Leaf) -> tuple[object, ...]:
    """Values just short of a criterion, on it and just past it."""
    if leaf.key in _AT_LEAST or leaf.key in _AT_MOST:
        threshold = _number(leaf)
        return (threshold - 1, threshold, threshold + 1)
    if leaf.key in _LADDERS:
        return _LADDERS[leaf.key]
    if leaf.key in ("psychotherapy", "ect_tms"):
        return TRIED
    if leaf.key == "prescriber":
        return _PRESCRIBERS
    if leaf.key == "renewal_response":
        pct = leaf.value.pct if isinstance(leaf.value, Percent) else 50
        return ("none", "benefit", "scale_improved", Percent(pct - 1), Percent(pct), "remission")
    if leaf.key == "site":
        return (*SITES, ELSEWHERE)
    return (False, True)


def least(leaf: Leaf) -> object:
    """The value that just meets a criterion."""
    if leaf.key in _AT_LEAST or leaf.key in _AT_MOST:
        return _number(leaf)
    if leaf.key == "prescriber":
        form = str(leaf.value)
        return "consulted" if form.endswith("_or_consult") else form if form in _PRESCRIBERS else "psychiatrist"
    if leaf.key == "exclusion":
        return False
    if leaf.key == "oral_ad":
        return leaf.value == "required"
    return True if leaf.key in _YES or leaf.key == "preferred_step" else leaf.value


def worst(leaf: Leaf) -> object:
    """A value that does not meet a criterion of this kind, nor any looser one."""
    fact = fact_of(leaf)
    if fact in _NOT_NAMED:
        return _NOT_NAMED[fact]
    if leaf.key in _AT_LEAST:
        return 0
    if leaf.key in _AT_MOST:
        return 1000 if leaf.key == "lookback_months" else 100
    return leaf.key == "exclusion" or (False if leaf.key in (*_YES, "preferred_step") else around(leaf)[0])


def test_of(leaf: Leaf) -> Test:
    """The criterion as a test of the facts."""
    fact = fact_of(leaf)
    if leaf.key in _AT_LEAST:
        least_number = _number(leaf)
        return lambda facts: cast("float", facts[fact]) >= least_number
    if leaf.key in _AT_MOST:
        most_number = _number(leaf)
        return lambda facts: cast("float", facts[fact]) <= most_number
    if leaf.key in _LADDERS:
        met = frozenset(_LADDERS[leaf.key][_LADDERS[leaf.key].index(str(leaf.value)) :])
        return lambda facts: facts[fact] in met
    return _test_of_kind(leaf, fact)


def _test_of_kind(leaf: Leaf, fact: str) -> Test:
    if leaf.key in ("psychotherapy", "ect_tms"):
        met = frozenset({leaf.value, "failed"} if leaf.value == "considered" else {leaf.value})
        return lambda facts: facts[fact] in met
    if leaf.key == "prescriber":
        admitted = _admitted_prescribers(str(leaf.value))
        return lambda facts: facts[fact] in admitted
    if leaf.key == "renewal_response":
        rung = _response_rung(leaf.value)
        return lambda facts: _response_rung(facts[fact]) >= rung
    if leaf.key == "exclusion":
        return lambda facts: not facts[fact]
    if leaf.key == "site":
        return lambda facts: facts[fact] == leaf.value
    if leaf.key == "oral_ad" and leaf.value == "not_required":
        return lambda _: True
    return lambda facts: bool(facts[fact])


def _admitted_prescribers(form: str) -> frozenset[str]:
    admitted = {"psychiatrist"}
    if form.startswith("mental_health_prescriber"):
        admitted.add("mental_health_prescriber")
    if form.endswith("_or_consult"):
        admitted.add("consulted")
    return frozenset(admitted)


def _response_rung(value: object) -> tuple[int, int]:
    if isinstance(value, Percent):
        return (_RESPONSES.index("percent"), value.pct)
    return (_RESPONSES.index(str(value)), 0)


def _number(leaf: Leaf) -> float:
    """A threshold as a number; scores and counts are whole."""
    return leaf.value.score if isinstance(leaf.value, Severity) else cast("float", leaf.value)
