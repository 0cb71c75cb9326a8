"""The facts about a patient that criteria are checked against, read from JSON as the contract names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from parsers.errors import PatientError
from parsers.models import Percent, Scale

Prescriber = Literal["psychiatrist", "mental_health_prescriber", "consulted", "other"]

# Ordered vocabularies, loosest first.
STANDARDS = ("clinician", "dsm", "structured_interview")
CATEGORIES = ("moderate", "severe")
DOSES = ("minimum_effective", "adequate", "maximum")
TRIED = ("none", "considered", "concurrent", "failed")
ACUITIES = ("intent", "hospital_level", "inpatient_or_recent_discharge")
SITES = ("office", "outpatient_hospital", "inpatient", "emergency", "home")
STAFF = ("acls", "anesthesia_clinician")
RESPONSES = ("none", "benefit", "scale_improved", "remission")


@dataclass(frozen=True, slots=True)
class Patient:
    """Facts about a patient and the planned treatment, as the contract names them; None: not given, so unknown.

    `conditions` that are given are complete. `remission_given` says whether `sud_remission_months` was given, since
    its None means that there is no history of a substance use disorder.
    """

    age: float | None = None
    diagnosis_standard: str | None = None
    severity: Mapping[str, float | str] = field(default_factory=dict)
    failed_ad_count: float | None = None
    failed_ad_classes: float | None = None
    augmentation_trials: float | None = None
    trial_weeks: float | None = None
    trial_adherence_pct: float | None = None
    trial_dose: str | None = None
    best_improvement_pct: float | None = None
    failures_in_current_episode: bool | None = None
    failures_within_months: float | None = None
    intolerant: bool | None = None
    agents_tried: tuple[str, ...] | None = None
    psychotherapy: str | None = None
    ect_tms: str | None = None
    oral_ad: bool | None = None
    mdsi_acuity: str | None = None
    prescriber: Prescriber | None = None
    conditions: tuple[str, ...] | None = None
    sud_remission_months: float | None = None
    remission_given: bool = False
    rems: bool | None = None
    monitoring_hours: float | None = None
    site: str | None = None
    personnel: str | None = None
    renewal_response: str | Percent | None = None


_NUMBERS = (
    "age", "failed_ad_count", "failed_ad_classes", "augmentation_trials", "trial_weeks", "trial_adherence_pct",
    "best_improvement_pct", "failures_within_months", "monitoring_hours",
)  # fmt: skip
_TRUTHS = ("failures_in_current_episode", "intolerant", "oral_ad", "rems")
_LISTS = ("agents_tried", "conditions")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "diagnosis_standard": STANDARDS, "trial_dose": DOSES, "psychotherapy": TRIED, "ect_tms": TRIED,
    "mdsi_acuity": ACUITIES, "prescriber": get_args(Prescriber), "site": SITES, "personnel": STAFF,
}  # fmt: skip


def read_patient(data: Any) -> Patient:
    """The facts of a patient's JSON object. PatientError names the fact that does not follow the contract."""
    if not isinstance(data, dict):
        raise PatientError(f"a patient is a JSON object of facts, not {type(data).__name__}")
    known = {*_NUMBERS, *_TRUTHS, *_LISTS, *_CHOICES, "severity", "sud_remission_months", "renewal_response"}
    if unknown := sorted(set(data) - known):
        raise PatientError(f"no fact is called {unknown[0]!r}; the facts are {', '.join(sorted(known))}")
    facts: dict[str, Any] = {name: _fact(name, value) for name, value in data.items() if value is not None}
    if "sud_remission_months" in data:
        facts["remission_given"] = True
    return Patient(**facts)


def _fact(name: str, value: Any) -> Any:
    if name in _CHOICES:
        return _chosen(name, value, _CHOICES[name])
    if name in _TRUTHS:
        return _required(name, value, isinstance(value, bool), "true or false")
    if name in _LISTS:
        listed = isinstance(value, list) and all(isinstance(part, str) for part in value)
        return tuple(part.lower() for part in _required(name, value, listed, "a list of strings"))
    if name == "severity":
        return _severities(value)
    if name == "renewal_response":
        return _response(value)
    return _number(name, value)


def _required(name: str, value: Any, holds: bool, allowed: str) -> Any:
    if not holds:
        raise PatientError(f"{name} is {allowed}, not {value!r}")
    return value


def _chosen(name: str, value: Any, allowed: tuple[str, ...]) -> Any:
    return _required(name, value, isinstance(value, str) and value in allowed, f"one of {', '.join(allowed)}")


def _number(name: str, value: Any) -> Any:
    return _required(
        name,
        value,
        isinstance(value, int | float) and not isinstance(value, bool) and value >= 0,
        "a number of 0 or more",
    )


def _severities(value: Any) -> dict[str, float | str]:
    scales = (*get_args(Scale), "category")
    _required(
        "severity",
        value,
        isinstance(value, dict) and set(value) <= set(scales),
        f"an object with keys among {', '.join(scales)}",
    )
    return {
        scale: _chosen("severity category", given, ("mild", *CATEGORIES))
        if scale == "category"
        else _number(f"severity {scale}", given)
        for scale, given in value.items()
    }


def _response(value: Any) -> str | Percent:
    if isinstance(value, dict) and set(value) == {"pct"}:
        return Percent(_number("renewal_response pct", value["pct"]))
    return str(_chosen("renewal_response", value, RESPONSES))
