"""Whether one patient meets a position's criteria, in three-valued logic: a fact not given is unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from parsers.criteria.families import ROOT_KEYS
from parsers.models import CriterionKey, Leaf, Percent, Status, Tree
from parsers.patient import ACUITIES, CATEGORIES, DOSES, STAFF, STANDARDS, Patient, read_patient

__all__ = ["CheckResult", "Patient", "Result", "check", "read_patient"]

Result = Literal["meets", "does_not_meet", "undetermined", "not_covered"]
_DENIED: frozenset[Status] = frozenset(("excluded", "not_medically_necessary", "investigational"))
_PRESCRIBERS: Mapping[str, frozenset[str]] = {
    "psychiatrist": frozenset(("psychiatrist",)),
    "psychiatrist_or_consult": frozenset(("psychiatrist", "consulted")),
    "mental_health_prescriber": frozenset(("psychiatrist", "mental_health_prescriber")),
    "mental_health_prescriber_or_consult": frozenset(("psychiatrist", "mental_health_prescriber", "consulted")),
    "specialist": frozenset(("psychiatrist",)),
    "specialist_or_consult": frozenset(("psychiatrist", "consulted")),
}


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The answer for one position: leaves the patient fails, and leaves that a missing fact leaves open.

    An operator's leaves are listed when they bear on the answer: of alternatives one of which is met, none is.
    """

    result: Result
    unmet: tuple[Leaf, ...] = ()
    missing: tuple[Leaf, ...] = ()


def check(tree: Tree | None, status: Status, patient: Patient) -> CheckResult:
    """The answer of a position with this status and criteria for a patient."""
    if status in _DENIED:
        return CheckResult("not_covered")
    if status not in ("covered", "case_by_case") or (status == "case_by_case" and tree is None):
        return CheckResult("undetermined")
    if tree is None:
        return CheckResult("meets")
    truth = _holds(tree, patient)
    if status == "case_by_case" and truth:
        truth = None  # Who has all that is asked for is still decided on his own merits.
    result: Result = "undetermined" if truth is None else "meets" if truth else "does_not_meet"
    unmet, missing = (tuple(dict.fromkeys(_blamed(tree, patient, value))) for value in (False, None))
    return CheckResult(result, unmet, missing)


def _holds(tree: Tree, patient: Patient) -> bool | None:
    if isinstance(tree, Leaf):
        return _leaf_holds(tree, patient)
    truths = [_holds(child, patient) for child in tree.children]
    met, unknown = truths.count(True), truths.count(None)
    # The leaf of an exclusion holds for a patient without the condition, so `none` asks that each of its leaves holds.
    needed = {"all": len(truths), "none": len(truths), "any": 1, "at_least": tree.n or 1}[tree.op]
    return True if met >= needed else None if met + unknown >= needed else False


def _blamed(tree: Tree, patient: Patient, truth: bool | None) -> list[Leaf]:
    """Leaves with this truth under operators that are not met."""
    held = _holds(tree, patient)
    if isinstance(tree, Leaf):
        return [tree] if held is truth else []
    return [] if held is True else [leaf for child in tree.children for leaf in _blamed(child, patient, truth)]


def _leaf_holds(leaf: Leaf, patient: Patient) -> bool | None:
    if leaf.key in ROOT_KEYS:
        return True
    rule = _RULES.get(leaf.key)
    return rule(patient, leaf.value) if rule else None


def _at_least(given: float | None, least: Any) -> bool | None:
    return None if given is None else given >= least


def _at_most(given: float | None, greatest: Any) -> bool | None:
    return None if given is None else given <= greatest


def _ordered(order: tuple[str, ...], given: str | None, least: Any) -> bool | None:
    return None if given is None else order.index(given) >= order.index(least)


def _scored(patient: Patient, least: Any) -> bool | None:
    given = patient.severity.get(least.scale)
    return None if given is None else float(given) >= least.score


def _graded(patient: Patient, least: Any) -> bool | None:
    given = patient.severity.get("category")
    return _ordered(("mild", *CATEGORIES), None if given is None else str(given), least)


def _tried(given: str | None, asked: Any) -> bool | None:
    return None if given is None else given == asked or (asked == "considered" and given == "failed")


def _prescribes(patient: Patient, circle: Any) -> bool | None:
    """Whether the prescriber is of the circle; whether another prescriber is a specialist of the field is unknown."""
    if patient.prescriber is None or (
        circle.startswith("specialist") and patient.prescriber == "mental_health_prescriber"
    ):
        return None
    return patient.prescriber in _PRESCRIBERS[circle]


def _listed(given: tuple[str, ...] | None, name: Any) -> bool | None:
    return None if given is None else name in given


def _free_of(patient: Patient, condition: Any) -> bool | None:
    return None if patient.conditions is None else condition not in patient.conditions


def _remitted(patient: Patient, months: Any) -> bool | None:
    if not patient.remission_given:
        return None
    return patient.sud_remission_months is None or patient.sud_remission_months >= months


def _responded(patient: Patient, asked: Any) -> bool | None:
    """Whether the response shown is the one asked for; any positive answer is a benefit."""
    given = patient.renewal_response
    if given is None:
        return None
    if given == "none":
        return False
    if asked == "benefit":
        return True
    if isinstance(asked, Percent):
        if isinstance(given, Percent):
            return given.pct >= asked.pct
        return True if given == "remission" else None
    if asked == "scale_improved":
        return isinstance(given, Percent) or given in ("scale_improved", "remission")
    return given == "remission"


_RULES: Mapping[CriterionKey, Callable[[Patient, Any], bool | None]] = {
    "age_min": lambda patient, value: _at_least(patient.age, value),
    "age_max": lambda patient, value: _at_most(patient.age, value),
    "failed_ad_count": lambda patient, value: _at_least(patient.failed_ad_count, value),
    "failed_ad_classes": lambda patient, value: _at_least(patient.failed_ad_classes, value),
    "augmentation_trials": lambda patient, value: _at_least(patient.augmentation_trials, value),
    "trial_weeks": lambda patient, value: _at_least(patient.trial_weeks, value),
    "trial_adherence_pct": lambda patient, value: _at_least(patient.trial_adherence_pct, value),
    "monitoring_hours": lambda patient, value: _at_least(patient.monitoring_hours, value),
    "nonresponse_cutoff_pct": lambda patient, value: _at_most(patient.best_improvement_pct, value),
    "lookback_months": lambda patient, value: _at_most(patient.failures_within_months, value),
    "intolerance_counts": lambda patient, _: patient.intolerant,
    "episode_scope": lambda patient, _: patient.failures_in_current_episode,
    "rems": lambda patient, _: patient.rems,
    "diagnosis_standard": lambda patient, value: _ordered(STANDARDS, patient.diagnosis_standard, value),
    "trial_dose": lambda patient, value: _ordered(DOSES, patient.trial_dose, value),
    "personnel": lambda patient, value: _ordered(STAFF, patient.personnel, value),
    "site": lambda patient, value: None if patient.site is None else patient.site == value,
    "mdsi_acuity": lambda patient, value: _ordered(ACUITIES, patient.mdsi_acuity, value),
    "psychotherapy": lambda patient, value: _tried(patient.psychotherapy, value),
    "ect_tms": lambda patient, value: _tried(patient.ect_tms, value),
    "severity_min": _scored,
    "severity_category": _graded,
    "oral_ad": lambda patient, value: True if value == "not_required" else patient.oral_ad,
    "prescriber": _prescribes,
    "preferred_step": lambda patient, value: _listed(patient.agents_tried, value),
    "exclusion": _free_of,
    "sud_remission_months": _remitted,
    "renewal_response": _responded,
}
