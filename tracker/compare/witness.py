"""The patient a verdict is shown by: facts for `ketwatch check`, and a sentence for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from parsers.models import Percent, value_to_json
from tracker.compare.facts import Facts

_COUNTED: Mapping[str, str] = {
    "failed_ad_count": "{} failed antidepressant{s}",
    "failed_ad_classes": "from {} class{es}",
    "trial_weeks": "trials of {} week{s}",
    "trial_adherence_pct": "{}% adherence",
    "augmentation_trials": "{} augmentation trial{s}",
    "sud_remission_months": "{} month{s} in remission from substance use",
    "monitoring_hours": "observed for {} hour{s}",
    "best_improvement_pct": "best improvement {}%",
    "failures_within_months": "failures within {} month{s}",
}
_YES_NO: Mapping[str, tuple[str, str]] = {
    "failures_in_current_episode": ("failures in the current episode", "failures in an earlier episode"),
    "intolerant": ("intolerant of antidepressants", "no intolerance"),
    "oral_ad": ("with an oral antidepressant", "without an oral antidepressant"),
    "rems": ("in a REMS-certified setting", "outside REMS"),
}
_WORDED: Mapping[str, str] = {
    "diagnosis_standard": "diagnosed by {}",
    "severity_category": "{} depression",
    "trial_dose": "trials at {} dose",
    "psychotherapy": "psychotherapy: {}",
    "ect_tms": "ECT or TMS: {}",
    "mdsi_acuity": "suicidality: {}",
    "prescriber": "prescriber: {}",
    "personnel": "staff: {}",
    "site": "treated in: {}",
    "renewal_response": "response: {}",
}
OUTCOMES: Mapping[str, str] = {
    "meets": "eligible",
    "does_not_meet": "refused",
    "not_covered": "not covered",
    "undetermined": "undetermined",
}


def witness_of(facts: Facts, before: str, after: str, question: tuple[str, str, str]) -> dict[str, object]:
    """A witness as the contract prints it, with the question it answers and a `summary` in plain words."""
    product, indication, phase = question
    summary = f"{describe(facts)}: was {OUTCOMES[before]}, now {OUTCOMES[after]}"
    return {
        "patient": as_patient(facts),
        "before": before,
        "after": after,
        "product": product,
        "indication": indication,
        "phase": phase,
        "summary": summary,
    }


def as_patient(facts: Facts) -> dict[str, object]:
    """Grid facts as the facts of `ketwatch check`: members of sets and scales gathered under their name."""
    patient: dict[str, object] = {}
    for fact, value in facts.items():
        name, _, member = fact.partition(":")
        if name == "severity_category":
            _gather(patient, "severity")["category"] = value
        elif name == "severity":
            _gather(patient, "severity")[member] = value
        elif member:
            members = cast("list[str]", patient.setdefault(name, []))
            members += [member] if value else []
        elif not (name in ("trial_dose", "mdsi_acuity", "personnel") and value == "none"):
            patient[name] = value_to_json(cast("Percent | str", value))
    return patient


def _gather(patient: dict[str, object], name: str) -> dict[str, object]:
    return cast("dict[str, object]", patient.setdefault(name, {}))


def describe(facts: Facts) -> str:
    """A patient in plain words."""
    ordered = sorted(facts.items(), key=lambda item: item[0] != "age")
    told = [_phrase(fact, value) for fact, value in ordered]
    return ", ".join(phrase for phrase in told if phrase) or "any patient"


def _phrase(fact: str, value: object) -> str:
    name, _, member = fact.partition(":")
    if name == "age":
        return f"age {value}"
    if name == "severity":
        return f"{member} {value}"
    if name in ("conditions", "agents_tried"):
        words = member.replace("_", " ")
        return ("with " if name == "conditions" else "tried ") + words if value else ""
    if name in _COUNTED:
        return _COUNTED[name].format(value, s="" if value == 1 else "s", es="" if value == 1 else "es")
    if name in _YES_NO:
        return _YES_NO[name][0 if value else 1]
    word = f"improved by {value.pct}%" if isinstance(value, Percent) else str(value).replace("_", " ")
    return _WORDED[name].format(word) if name in _WORDED else ""
