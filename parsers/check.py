"""Whether one patient meets a position's criteria, in three-valued logic: a fact not given is unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from parsers.errors import PatientError
from parsers.models import CriterionKey, Leaf, Percent, Scale, Severity, Status, Tree

Result = Literal["meets", "does_not_meet", "undetermined", "not_covered"]
Prescriber = Literal["psychiatrist", "mental_health_prescriber", "consulted", "other"]

_DENIED: frozenset[Status] = frozenset(("excluded", "not_medically_necessary", "investigational"))
_NEVER_DECIDE: frozenset[CriterionKey] = frozenset((
    "initial_auth_days", "renewal_auth_days", "quantity_limit", "dose_max_mg", "frequency_max_per_week", "course_cap",
    "documentation", "pdmp_check", "uds", "off_label_route", "label_dynamic",
))  # fmt: skip

# Ordered vocabularies, loosest first.
_STANDARDS = ("clinician", "dsm", "structured_interview")
_CATEGORIES = ("moderate", "severe")
_DOSES = ("minimum_effective", "adequate", "maximum")
_TRIED = ("none", "considered", "concurrent", "failed")
_ACUITIES = ("intent", "hospital_level", "inpatient_or_recent_discharge")
_SITES = ("office", "outpatient_hospital", "inpatient", "emergency", "home")
_STAFF = ("acls", "anesthesia_clinician")
_RESPONSES = ("none", "benefit", "scale_improved", "remission")
_PRESCRIBERS: Mapping[str, frozenset[str]] = {
    "psychiatrist": frozenset(("psychiatrist",)),
    "psychiatrist_or_consult": frozenset(("psychiatrist", "consulted")),
    "mental_health_prescriber": frozenset(("psychiatrist", "mental_health_prescriber")),
    "mental_health_prescriber_or_consult": frozenset(("psychiatrist", "mental_health_prescriber", "consulted")),
    "specialist": frozenset(("psychiatrist",)),
    "specialist_or_consult": frozenset(("psychiatrist", "consulted")),
}


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


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The answer for one position: leaves the patient fails, and leaves that a missing fact leaves open.

    An operator's leaves are listed when they bear on the answer: of alternatives one of which is met, none is.
    """

    result: Result
    unmet: tuple[Leaf, ...] = ()
    missing: tuple[Leaf, ...] = ()


_NUMBERS = (
    "age", "failed_ad_count", "failed_ad_classes", "augmentation_trials", "trial_weeks", "trial_adherence_pct",
    "best_improvement_pct", "failures_within_months", "monitoring_hours",
)  # fmt: skip
_TRUTHS = ("failures_in_current_episode", "intolerant", "oral_ad", "rems")
_LISTS = ("agents_tried", "conditions")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "diagnosis_standard": _STANDARDS, "trial_dose": _DOSES, "psychotherapy": _TRIED, "ect_tms": _TRIED,
    "mdsi_acuity": _ACUITIES, "prescriber": get_args(Prescriber), "site": _SITES, "personnel": _STAFF,
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
        scale: _chosen("severity category", given, ("mild", *_CATEGORIES))
        if scale == "category"
        else _number(f"severity {scale}", given)
        for scale, given in value.items()
    }


def _response(value: Any) -> str | Percent:
    if isinstance(value, dict) and set(value) == {"pct"}:
        return Percent(_number("renewal_response pct", value["pct"]))
    return str(_chosen("renewal_response", value, _RESPONSES))


def check(tree: Tree | None, status: Status, patient: Patient) -> CheckResult:
    """The answer of a position with this status and criteria for a patient."""
    if status in _DENIED:
        return CheckResult("not_covered")
    if status != "covered":
        return CheckResult("undetermined")
    truth = True if tree is None else _holds(tree, patient)
    result: Result = "undetermined" if truth is None else "meets" if truth else "does_not_meet"
    unmet = tuple(dict.fromkeys(_blamed(tree, patient, False))) if tree else ()
    return CheckResult(result, unmet, tuple(dict.fromkeys(_blamed(tree, patient, None))) if tree else ())


def _holds(tree: Tree, patient: Patient) -> bool | None:
    if isinstance(tree, Leaf):
        return _leaf_holds(tree, patient)
    truths = [_holds(_barring(child) if tree.op == "none" else child, patient) for child in tree.children]
    met, open_ = truths.count(True), truths.count(None)
    needed = {"all": len(truths), "none": len(truths), "any": 1, "at_least": tree.n or 1}[tree.op]
    return True if met >= needed else None if met + open_ >= needed else False


def _barring(tree: Tree) -> Tree:
    """An exclusion's leaf is met by a patient without the condition, so a group of them asks for every one."""
    return tree


def _blamed(tree: Tree, patient: Patient, truth: bool | None) -> list[Leaf]:
    """Leaves with this truth under operators that are not met."""
    held = _holds(tree, patient)
    if isinstance(tree, Leaf):
        return [tree] if held is truth else []
    return [] if held is True else [leaf for child in tree.children for leaf in _blamed(child, patient, truth)]


def _leaf_holds(leaf: Leaf, patient: Patient) -> bool | None:
    if leaf.key in _NEVER_DECIDE:
        return True
    value: Any = leaf.value
    match leaf.key:
        case "age_min":
            return _at_least(patient.age, value)
        case "age_max":
            return _at_most(patient.age, value)
        case (
            "failed_ad_count"
            | "failed_ad_classes"
            | "augmentation_trials"
            | "trial_weeks"
            | "trial_adherence_pct"
            | "monitoring_hours"
        ):
            return _at_least(getattr(patient, leaf.key), value)
        case "nonresponse_cutoff_pct":
            return _at_most(patient.best_improvement_pct, value)
        case "lookback_months":
            return _at_most(patient.failures_within_months, value)
        case "intolerance_counts":
            return patient.intolerant
        case "episode_scope":
            return patient.failures_in_current_episode
        case "rems":
            return patient.rems
        case "diagnosis_standard":
            return _ordered(_STANDARDS, patient.diagnosis_standard, value)
        case "trial_dose":
            return _ordered(_DOSES, patient.trial_dose, value)
        case "personnel":
            return _ordered(_STAFF, patient.personnel, value)
        case "site":
            return None if patient.site is None else patient.site == value
        case "mdsi_acuity":
            return None if patient.mdsi_acuity is None else _acute_enough(patient.mdsi_acuity, value)
        case "psychotherapy" | "ect_tms":
            return _tried(getattr(patient, leaf.key), value)
        case _:
            return _other_leaf(leaf, patient)


def _other_leaf(leaf: Leaf, patient: Patient) -> bool | None:
    value: Any = leaf.value
    match leaf.key:
        case "severity_min":
            return _scored(value, patient)
        case "severity_category":
            category = patient.severity.get("category")
            return None if category is None else _ordered(("mild", *_CATEGORIES), str(category), value)
        case "oral_ad":
            return True if value == "not_required" else patient.oral_ad
        case "prescriber":
            return _prescribes(patient.prescriber, str(value))
        case "preferred_step":
            return None if patient.agents_tried is None else value in patient.agents_tried
        case "exclusion":
            return None if patient.conditions is None else value not in patient.conditions
        case "sud_remission_months":
            return (
                None
                if not patient.remission_given
                else patient.sud_remission_months is None or patient.sud_remission_months >= value
            )
        case "renewal_response":
            return _responded(patient.renewal_response, value)
        case _:
            return None


def _at_least(given: float | None, least: float) -> bool | None:
    return None if given is None else given >= least


def _at_most(given: float | None, greatest: float) -> bool | None:
    return None if given is None else given <= greatest


def _ordered(order: tuple[str, ...], given: str | None, least: str) -> bool | None:
    return None if given is None else order.index(given) >= order.index(least)


def _scored(least: Severity, patient: Patient) -> bool | None:
    given = patient.severity.get(least.scale)
    return None if given is None else float(given) >= least.score


def _acute_enough(given: str, asked: str) -> bool:
    return given == asked or _ACUITIES.index(given) >= _ACUITIES.index(asked)


def _tried(given: str | None, asked: str) -> bool | None:
    if given is None:
        return None
    return given == asked or (asked == "considered" and given == "failed")


def _prescribes(given: Prescriber | None, circle: str) -> bool | None:
    if given is None:
        return None
    if circle.startswith("specialist") and given == "mental_health_prescriber":
        return None
    return given in _PRESCRIBERS[circle]


def _responded(given: str | Percent | None, asked: str | Percent) -> bool | None:
    """Whether the response shown is the one asked for; any positive answer is a benefit."""
    if given is None:
        return None
    if given == "none":
        return False
    if asked == "benefit":
        return True
    if isinstance(asked, Percent):
        return given.pct >= asked.pct if isinstance(given, Percent) else True if given == "remission" else None
    if asked == "scale_improved":
        return True if isinstance(given, Percent) or given in ("scale_improved", "remission") else False
    return given == "remission"
