"""The order of every criterion as data: which way each key's value loosens access, and on which axis it is reported.

An absent requirement is the loosest; an absent limit is no stated limit. What the FDA label demands by itself is no
restriction when a payer writes it down or leaves it out (tracker.label.demands).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from db.changes import Axis, Direction
from parsers.models import CourseCap, CriterionKey, Leaf, Percent, Position, Quantity, Severity, Value
from tracker.label.demands import set_by_label

Order = Literal["lower_is_looser", "higher_is_looser", "ranked", "granted", "listed", "unordered"]


@dataclass(frozen=True, slots=True)
class KeyOrder:
    """How one key is ordered and reported.

    `ranked` goes along `ranks`, loosest first. `granted`: stating it admits more. `listed`: every value is a
    requirement of its own. `unordered`: never a direction.
    """

    axis: Axis
    order: Order
    ranks: tuple[str, ...] = ()


ORDERS: Mapping[CriterionKey, KeyOrder] = {
    "age_min": KeyOrder("eligibility", "lower_is_looser"),
    "age_max": KeyOrder("eligibility", "higher_is_looser"),
    "diagnosis_standard": KeyOrder("eligibility", "ranked", ("clinician", "dsm", "structured_interview")),
    "severity_min": KeyOrder("eligibility", "lower_is_looser"),
    "severity_category": KeyOrder("eligibility", "ranked", ("moderate", "severe")),
    "episode_scope": KeyOrder("eligibility", "ranked", ("current",)),
    "lookback_months": KeyOrder("eligibility", "higher_is_looser"),
    "failed_ad_count": KeyOrder("eligibility", "lower_is_looser"),
    "failed_ad_classes": KeyOrder("eligibility", "lower_is_looser"),
    "trial_weeks": KeyOrder("eligibility", "lower_is_looser"),
    "trial_dose": KeyOrder("eligibility", "ranked", ("minimum_effective", "adequate", "maximum")),
    "trial_adherence_pct": KeyOrder("eligibility", "lower_is_looser"),
    "nonresponse_cutoff_pct": KeyOrder("eligibility", "higher_is_looser"),
    "intolerance_counts": KeyOrder("eligibility", "granted"),
    "preferred_step": KeyOrder("eligibility", "listed"),
    "augmentation_trials": KeyOrder("eligibility", "lower_is_looser"),
    "psychotherapy": KeyOrder("eligibility", "ranked", ("considered", "concurrent", "failed")),
    "ect_tms": KeyOrder("eligibility", "ranked", ("considered", "failed")),
    "oral_ad": KeyOrder("eligibility", "ranked", ("not_required", "required")),
    "mdsi_acuity": KeyOrder("eligibility", "ranked", ("intent", "hospital_level", "inpatient_or_recent_discharge")),
    "prescriber": KeyOrder("eligibility", "ranked"),
    "exclusion": KeyOrder("eligibility", "listed"),
    "sud_remission_months": KeyOrder("eligibility", "lower_is_looser"),
    "uds": KeyOrder("friction", "ranked", ("baseline", "ongoing")),
    "pdmp_check": KeyOrder("friction", "listed"),
    "rems": KeyOrder("setting", "unordered"),
    "monitoring_hours": KeyOrder("setting", "lower_is_looser"),
    "site": KeyOrder("setting", "listed"),
    "personnel": KeyOrder("setting", "ranked", ("acls", "anesthesia_clinician")),
    "dose_max_mg": KeyOrder("amount", "higher_is_looser"),
    "frequency_max_per_week": KeyOrder("amount", "higher_is_looser"),
    "quantity_limit": KeyOrder("amount", "higher_is_looser"),
    "course_cap": KeyOrder("amount", "higher_is_looser"),
    "initial_auth_days": KeyOrder("continuity", "higher_is_looser"),
    "renewal_auth_days": KeyOrder("continuity", "higher_is_looser"),
    "renewal_response": KeyOrder("continuity", "ranked", ("benefit", "scale_improved", "percent", "remission")),
    "documentation": KeyOrder("friction", "ranked", ("attestation", "chart_notes", "claims")),
    "off_label_route": KeyOrder("friction", "granted"),
    "label_dynamic": KeyOrder("scope", "unordered"),
    "unparsed": KeyOrder("eligibility", "unordered"),
}

LIMITS: frozenset[CriterionKey] = frozenset(
    {
        "initial_auth_days", "renewal_auth_days", "quantity_limit", "dose_max_mg", "frequency_max_per_week",
        "course_cap", "documentation", "pdmp_check", "uds", "off_label_route", "label_dynamic",
    }
)  # fmt: skip
"""Keys that never decide who is admitted: a leaf changes its own axis and nothing else."""

BESIDE_THE_LOGIC: frozenset[CriterionKey] = LIMITS | {"intolerance_counts"}
"""Keys whose place in the tree says nothing. That intolerance counts as failure widens what a failure is, wherever a
payer's list puts it; nobody is asked to be intolerant."""

# Who may prescribe under each form. A form with consultation is looser than any form without it: everybody can consult.
_PRESCRIBERS: Mapping[str, frozenset[str]] = {
    "psychiatrist": frozenset({"psychiatrist"}),
    "psychiatrist_or_consult": frozenset({"psychiatrist", "consult"}),
    "mental_health_prescriber": frozenset({"psychiatrist", "mental_health"}),
    "mental_health_prescriber_or_consult": frozenset({"psychiatrist", "mental_health", "consult"}),
    "specialist": frozenset({"psychiatrist", "specialist"}),
    "specialist_or_consult": frozenset({"psychiatrist", "specialist", "consult"}),
}

OPPOSITE: Mapping[Direction, Direction] = {
    "expands": "restricts",
    "restricts": "expands",
    "neutral": "neutral",
    "unknown": "unknown",
}


def axis_of(key: CriterionKey) -> Axis:
    return ORDERS[key].axis


def stated_direction(leaf: Leaf, position: Position) -> Direction:
    """What stating a criterion does to access where nothing was stated."""
    if _by_label(leaf, position) or ORDERS[leaf.key].order == "unordered":
        return "neutral"
    return "expands" if ORDERS[leaf.key].order == "granted" else "restricts"


def value_direction(key: CriterionKey, before: Value, after: Value, position: Position) -> Direction:
    """What a criterion's new value does to access; both sides state the criterion."""
    order = ORDERS[key]
    old, new = Leaf(key, before, ""), Leaf(key, after, "")
    if before == after or order.order == "unordered" or (_by_label(old, position) and _by_label(new, position)):
        return "neutral"
    if key == "prescriber":
        return _prescriber_direction(str(before), str(after))
    return _direction(_strictness(order, before), _strictness(order, after))


def _by_label(leaf: Leaf, position: Position) -> bool:
    return set_by_label(leaf, position.product, position.phase)


def _direction(before: tuple[float, ...] | None, after: tuple[float, ...] | None) -> Direction:
    if before is None or after is None or len(before) != len(after):
        return "unknown"
    if before == after:
        return "neutral"
    return "expands" if after < before else "restricts"


def _strictness(order: KeyOrder, value: Value) -> tuple[float, ...] | None:
    """A value's place on its order, stricter values greater; None where it has none."""
    if order.order == "ranked":
        name = "percent" if isinstance(value, Percent) else str(value)
        if name not in order.ranks:
            return None
        return (order.ranks.index(name), value.pct if isinstance(value, Percent) else 0)
    if isinstance(value, CourseCap) and value.days is not None:
        # A second member keeps a cap in days from being compared with a cap in sessions.
        return (-value.days, 0)
    measure = _measure(value)
    if measure is None:
        return None
    return (measure,) if order.order == "lower_is_looser" else (-measure,)


def _measure(value: Value) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, Severity):
        return float(value.score)
    if isinstance(value, Quantity):
        return value.devices / value.days
    if isinstance(value, CourseCap) and value.sessions is not None:
        return float(value.sessions)
    return None


def _prescriber_direction(before: str, after: str) -> Direction:
    old, new = _PRESCRIBERS.get(before), _PRESCRIBERS.get(after)
    if old is None or new is None:
        return "unknown"
    if ("consult" in old) != ("consult" in new):
        return "expands" if "consult" in new else "restricts"
    if old < new:
        return "expands"
    return "restricts" if new < old else "unknown"
