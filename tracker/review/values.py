"""A corrected value as a person types it, checked against what its key may hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from parsers.jsonio import load_value
from parsers.models import (
    CourseCap,
    CriterionKey,
    Indication,
    Percent,
    Phase,
    Quantity,
    Severity,
    Status,
    Value,
    value_to_json,
)
from tracker.compare.directions import ORDERS


class ValueTypedError(Exception):
    """A value does not fit its key; the message says what does."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the values of a key look like: a test, and what to write."""

    fits: Callable[[Value], bool]
    example: str


def _is_whole(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_measure(value: Value) -> bool:
    return _is_whole(value) or (isinstance(value, float) and value > 0)


def _is_name(value: Value) -> bool:
    return isinstance(value, str) and bool(value)


def _one_of(*words: str) -> Shape:
    return Shape(lambda value: value in words, " or ".join(words))


_COUNT = Shape(_is_whole, "a whole number")
_MEASURE = Shape(_is_measure, "a number")
_GRANT = Shape(lambda value: value is True, "true")
_NAME = Shape(_is_name, "a name")
_SHAPES: Mapping[CriterionKey, Shape] = {
    **{key: _one_of(*order.ranks) for key, order in ORDERS.items() if order.ranks},
    **dict.fromkeys(
        ("age_min", "age_max", "lookback_months", "failed_ad_count", "failed_ad_classes", "trial_weeks",
         "trial_adherence_pct", "nonresponse_cutoff_pct", "augmentation_trials", "sud_remission_months",
         "initial_auth_days", "renewal_auth_days"), _COUNT,
    ),
    **dict.fromkeys(("monitoring_hours", "dose_max_mg", "frequency_max_per_week"), _MEASURE),
    **dict.fromkeys(("intolerance_counts", "pdmp_check", "rems", "off_label_route", "label_dynamic"), _GRANT),
    **dict.fromkeys(("preferred_step", "exclusion"), _NAME),
    "prescriber": _one_of(
        "psychiatrist", "psychiatrist_or_consult", "mental_health_prescriber", "mental_health_prescriber_or_consult",
        "specialist", "specialist_or_consult",
    ),
    "site": _one_of("office", "outpatient_hospital", "inpatient", "emergency", "home"),
    "renewal_response": Shape(
        lambda value: isinstance(value, Percent) or value in ("benefit", "scale_improved", "remission"),
        'benefit or scale_improved or remission or {"pct": 50}',
    ),
    "severity_min": Shape(lambda value: isinstance(value, Severity), '{"scale": "PHQ-9", "score": 15}'),
    "quantity_limit": Shape(lambda value: isinstance(value, Quantity), '{"devices": 24, "days": 28}'),
    "course_cap": Shape(lambda value: isinstance(value, CourseCap), '{"sessions": 6} or {"days": 90}'),
    "unparsed": Shape(lambda _: False, "no value, but with --key the criterion that it is"),
}  # fmt: skip


_ANSWERS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None}
_VOCABULARIES: Mapping[str, tuple[str, ...]] = {
    "status": get_args(Status),
    "indication": get_args(Indication),
    "phase": get_args(Phase),
}


def read_key(text: str) -> CriterionKey:
    """A criterion key. Raises ValueTypedError."""
    found: CriterionKey | None = next((key for key in get_args(CriterionKey) if key == text), None)
    if found is None:
        raise ValueTypedError(f"no criterion is called {text!r}; the keys are {', '.join(get_args(CriterionKey))}")
    return found


def read_value(key: CriterionKey, typed: str | Value) -> object:
    """What a person typed for a key, or a value that was read for another, as the contract's JSON.

    Typed is a number, a word, true, or an object in JSON. Raises ValueTypedError.
    """
    value = _load(typed) if isinstance(typed, str) else typed
    if not _SHAPES[key].fits(value):
        raise ValueTypedError(f"{typed!r} is no value of {key}: write {_SHAPES[key].example}")
    return value_to_json(value)


def read_field(name: str, typed: str) -> object:
    """What a person typed for a field of a position. Raises ValueTypedError."""
    if name == "prior_authorization":
        if typed in _ANSWERS:
            return _ANSWERS[typed]
        raise ValueTypedError(f"{typed!r} is no answer: write {', '.join(_ANSWERS)}")
    if typed not in _VOCABULARIES[name]:
        raise ValueTypedError(f"no {name} is called {typed!r}: write {', '.join(_VOCABULARIES[name])}")
    return typed


def _load(text: str) -> Value:
    try:
        typed: Any = json.loads(text)
    except json.JSONDecodeError:
        return text.strip()
    try:
        return load_value(typed)
    except (KeyError, TypeError):
        return None
