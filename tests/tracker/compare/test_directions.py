"""Which way access moves with the value of each criterion (domain.md 5.4)."""

from __future__ import annotations

import pytest

from db.changes import Direction
from parsers.models import CourseCap, CriterionKey, ParsedPolicy, Percent, Quantity, Severity, Value
from tests.tracker.compare.policies import KEYS, every, leaf, policy, position
from tracker.compare.verdict import compare

# domain.md 5.4, in its order: a value of every key that moves, and which way access moves with it.
MOVES: list[tuple[CriterionKey, Value, Value, Direction]] = [
    ("age_min", 18, 12, "expands"),
    ("age_min", 18, 21, "restricts"),
    ("age_max", 64, None, "expands"),
    ("diagnosis_standard", "structured_interview", "dsm", "expands"),
    ("severity_min", Severity("MADRS", 20), Severity("MADRS", 28), "restricts"),
    ("severity_category", "moderate", "severe", "restricts"),
    ("episode_scope", None, "current", "restricts"),
    ("lookback_months", 60, 24, "restricts"),
    ("failed_ad_count", 3, 1, "expands"),
    ("failed_ad_classes", None, 2, "restricts"),
    ("trial_weeks", 8, 6, "expands"),
    ("trial_dose", "maximum", "adequate", "expands"),
    ("trial_adherence_pct", 80, None, "expands"),
    ("nonresponse_cutoff_pct", 25, 50, "expands"),
    ("intolerance_counts", None, True, "expands"),
    ("preferred_step", None, "bupropion", "restricts"),
    ("augmentation_trials", 1, None, "expands"),
    ("psychotherapy", "failed", "considered", "expands"),
    ("ect_tms", "considered", None, "expands"),
    ("oral_ad", None, "required", "restricts"),
    ("oral_ad", "required", "not_required", "expands"),
    ("mdsi_acuity", "intent", "inpatient_or_recent_discharge", "restricts"),
    ("prescriber", "psychiatrist", "psychiatrist_or_consult", "expands"),
    ("prescriber", "mental_health_prescriber", "psychiatrist", "restricts"),
    ("prescriber", "psychiatrist_or_consult", "psychiatrist", "restricts"),
    ("exclusion", None, "pregnancy", "restricts"),
    ("exclusion", None, "arteriovenous_malformation", "neutral"),
    ("sud_remission_months", 1, 3, "restricts"),
    ("uds", "ongoing", "baseline", "expands"),
    ("pdmp_check", None, True, "restricts"),
    ("rems", None, True, "neutral"),
    ("monitoring_hours", 2, None, "neutral"),
    ("monitoring_hours", 2, 3, "restricts"),
    ("site", None, "office", "restricts"),
    ("personnel", "anesthesia_clinician", "acls", "expands"),
    ("dose_max_mg", 84, 56, "restricts"),
    ("dose_max_mg", None, 84, "neutral"),
    ("frequency_max_per_week", 1, 2, "expands"),
    ("quantity_limit", Quantity(8, 28), Quantity(12, 28), "expands"),
    ("quantity_limit", Quantity(24, 28), Quantity(72, 84), "neutral"),
    ("course_cap", CourseCap(sessions=6), None, "expands"),
    ("course_cap", CourseCap(days=90), CourseCap(days=60), "restricts"),
    ("course_cap", CourseCap(sessions=6), CourseCap(days=60), "unknown"),
    ("initial_auth_days", 180, 30, "restricts"),
    ("renewal_auth_days", 180, 365, "expands"),
    ("renewal_response", Percent(50), "benefit", "expands"),
    ("renewal_response", Percent(50), Percent(30), "expands"),
    ("renewal_response", "scale_improved", Percent(30), "restricts"),
    ("renewal_response", Percent(50), "remission", "restricts"),
    ("documentation", "chart_notes", "attestation", "expands"),
    ("documentation", "attestation", "claims", "restricts"),
    ("off_label_route", True, None, "restricts"),
    ("label_dynamic", None, True, "neutral"),
]


@pytest.mark.parametrize(("key", "before", "after", "direction"), MOVES)
def test_a_value_moves_access_by_its_key(key: CriterionKey, before: Value, after: Value, direction: Direction) -> None:
    def with_value(value: Value) -> ParsedPolicy:
        return policy(position(every(leaf("exclusion", "dementia"), *([] if value is None else [leaf(key, value)]))))

    (change,) = compare(with_value(before), with_value(after)).changes
    assert (change.key, change.direction) == (key, direction)


def test_every_criterion_has_a_case_above() -> None:
    assert {key for key, *_ in MOVES} == {*KEYS} - {"unparsed"}
