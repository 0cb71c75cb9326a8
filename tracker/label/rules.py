"""Which criteria go beyond the label, by key: the table of domain.md section 6, complete over the vocabulary.

Two prior antidepressants for treatment-resistant depression, an adequate trial, adulthood, REMS, two hours,
contraindications and doses at the label's ceiling never count. Lengths of approval, renewal thresholds, paperwork and
the place of treatment are reported apart: they ask something of the office, not more than the label of the patient.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from parsers.models import CriterionKey, Leaf, Phase
from tracker.label.demands import set_by_label
from tracker.label.events import Label, LabelEvent, LabelUse

Kind = Literal["step", "subgroup", "prescriber", "combination", "amount", "renewal", "paperwork", "setting", "unread"]
Side = Literal["stricter", "looser", "apart"]
Grade = Literal[1, 2, 3]

# How far a rule on who prescribes narrows: with anybody who consults; to a kind of specialist; to psychiatrists.
_GRADES: Mapping[str, Grade] = {
    "psychiatrist_or_consult": 1,
    "mental_health_prescriber_or_consult": 1,
    "specialist_or_consult": 1,
    "mental_health_prescriber": 2,
    "specialist": 2,
    "psychiatrist": 3,
}
# The usual definition of a response; a failure by it is what the label's own meaning of resistance asks.
_USUAL_CUTOFF_PCT = 50
_HOSPITAL_LEVEL = ("hospital_level", "inpatient_or_recent_discharge")


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a criterion is judged by: one use of the label in force, and the phase of the answer."""

    event: LabelEvent
    label: Label
    use: LabelUse
    phase: Phase


Judge = Callable[[Leaf, Baseline], Side | None]


def side_of(leaf: Leaf, baseline: Baseline) -> Side | None:
    """Where a criterion stands against the label; None where it is no more than the label says."""
    if set_by_label(leaf, baseline.event.product, baseline.phase) and leaf.key != "oral_ad":
        return None
    return RULES[leaf.key][1](leaf, baseline)


def kind_of(leaf: Leaf) -> Kind:
    return RULES[leaf.key][0]


def grade_of(leaf: Leaf) -> Grade | None:
    """The grade of a rule on who prescribes, 1 the mildest; None for any other criterion."""
    return _GRADES.get(str(leaf.value)) if leaf.key == "prescriber" else None


def _stricter(_: Leaf, __: Baseline) -> Side | None:
    return "stricter"


def _apart(_: Leaf, __: Baseline) -> Side | None:
    return "apart"


def _never(_: Leaf, __: Baseline) -> Side | None:
    return None


def _age_min(leaf: Leaf, baseline: Baseline) -> Side | None:
    return _against_least(leaf, baseline.label.age_min)


def _failures(leaf: Leaf, baseline: Baseline) -> Side | None:
    return _against_least(leaf, baseline.use.failed_ad_count)


def _against_least(leaf: Leaf, least: int | None) -> Side | None:
    number = int(str(leaf.value))
    if least is None or number > least:
        return "stricter"
    return "looser" if number < least else None


def _classes(leaf: Leaf, _: Baseline) -> Side | None:
    return "stricter" if int(str(leaf.value)) > 1 else None


def _trial(leaf: Leaf, baseline: Baseline) -> Side | None:
    """How a trial is done: adequate dose and duration are the label's own where it speaks of failures at all."""
    return None if baseline.use.failed_ad_count and leaf.value != "maximum" else "stricter"


def _episode(_: Leaf, baseline: Baseline) -> Side | None:
    return None if baseline.use.failed_ad_count and baseline.label.current_episode else "stricter"


def _cutoff(leaf: Leaf, _: Baseline) -> Side | None:
    return "stricter" if int(str(leaf.value)) < _USUAL_CUTOFF_PCT else None


def _interview(leaf: Leaf, _: Baseline) -> Side | None:
    return "stricter" if leaf.value == "structured_interview" else None


def _oral_ad(leaf: Leaf, baseline: Baseline) -> Side | None:
    required = leaf.value == "required"
    if required == baseline.use.oral_ad:
        return None
    return "stricter" if required else "looser"


def _acuity(leaf: Leaf, _: Baseline) -> Side | None:
    return "stricter" if leaf.value in _HOSPITAL_LEVEL else None


def _amount(_: Leaf, baseline: Baseline) -> Side | None:
    """A limit that does not reach the ceiling; without a ceiling there is nothing to judge by."""
    return "stricter" if baseline.label.ceiling(baseline.phase) else None


RULES: Mapping[CriterionKey, tuple[Kind, Judge]] = {
    "age_min": ("subgroup", _age_min),
    "age_max": ("subgroup", _stricter),
    "diagnosis_standard": ("subgroup", _interview),
    "severity_min": ("subgroup", _stricter),
    "severity_category": ("subgroup", _stricter),
    "episode_scope": ("step", _episode),
    "lookback_months": ("step", _stricter),
    "failed_ad_count": ("step", _failures),
    "failed_ad_classes": ("step", _classes),
    "trial_weeks": ("step", _stricter),
    "trial_dose": ("step", _trial),
    "trial_adherence_pct": ("step", _stricter),
    "nonresponse_cutoff_pct": ("step", _cutoff),
    "intolerance_counts": ("step", _never),
    "preferred_step": ("step", _stricter),
    "augmentation_trials": ("step", _stricter),
    "psychotherapy": ("step", _stricter),
    "ect_tms": ("step", _stricter),
    "oral_ad": ("combination", _oral_ad),
    "mdsi_acuity": ("subgroup", _acuity),
    "prescriber": ("prescriber", _stricter),
    "exclusion": ("subgroup", _stricter),
    "sud_remission_months": ("subgroup", _stricter),
    "uds": ("subgroup", _stricter),
    "pdmp_check": ("paperwork", _apart),
    "rems": ("setting", _never),
    "monitoring_hours": ("setting", _apart),
    "site": ("setting", _apart),
    "personnel": ("setting", _apart),
    "dose_max_mg": ("amount", _amount),
    "frequency_max_per_week": ("amount", _amount),
    "quantity_limit": ("amount", _amount),
    "course_cap": ("amount", _stricter),
    "initial_auth_days": ("renewal", _apart),
    "renewal_auth_days": ("renewal", _apart),
    "renewal_response": ("renewal", _apart),
    "documentation": ("paperwork", _apart),
    "off_label_route": ("paperwork", _apart),
    "label_dynamic": ("subgroup", _never),
    "unparsed": ("unread", _apart),
}
