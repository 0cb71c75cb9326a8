"""A payer's answers against the label of a day: the rules table of domain.md section 6, case by case."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.models import CourseCap, CriterionKey, Leaf, Percent, Position, Quantity, Severity, Status, Tree, Value
from tests.tracker.compare.policies import KEYS, either, every, group, leaf, position
from tracker.label.against import LabelClass, Standing, against_label
from tracker.label.rules import RULES, Kind, Side

TODAY, BEFORE_ALONE, BEFORE_MDSI = date(2026, 11, 23), date(2025, 1, 16), date(2020, 7, 30)
TWO, ORAL = leaf("failed_ad_count", 2), leaf("oral_ad", "required")


def standing(*positions: Position, day: date = TODAY) -> Standing:
    """How the first of a policy's positions stands."""
    return against_label(positions, day)[0]


def sides(found: Standing) -> list[tuple[Side, Kind, CriterionKey]]:
    return [(finding.side, finding.kind, finding.leaf.key) for finding in found.findings]


BEYOND: list[tuple[CriterionKey, Value, Kind]] = [
    ("failed_ad_count", 3, "step"),
    ("failed_ad_classes", 2, "step"),
    ("trial_weeks", 6, "step"),
    ("trial_dose", "maximum", "step"),
    ("trial_adherence_pct", 80, "step"),
    ("nonresponse_cutoff_pct", 25, "step"),
    ("lookback_months", 60, "step"),
    ("preferred_step", "bupropion", "step"),
    ("augmentation_trials", 1, "step"),
    ("psychotherapy", "failed", "step"),
    ("ect_tms", "considered", "step"),
    ("severity_min", Severity("PHQ-9", 15), "subgroup"),
    ("severity_category", "severe", "subgroup"),
    ("diagnosis_standard", "structured_interview", "subgroup"),
    ("age_min", 21, "subgroup"),
    ("age_max", 64, "subgroup"),
    ("exclusion", "bipolar", "subgroup"),
    ("exclusion", "cannabis_use", "subgroup"),
    ("sud_remission_months", 3, "subgroup"),
    ("uds", "baseline", "subgroup"),
    ("prescriber", "psychiatrist_or_consult", "prescriber"),
    ("oral_ad", "required", "combination"),
    ("dose_max_mg", 56, "amount"),
    ("frequency_max_per_week", 1, "amount"),
    ("quantity_limit", Quantity(8, 28), "amount"),
    ("course_cap", CourseCap(sessions=12), "amount"),
]


@pytest.mark.parametrize(("key", "value", "kind"), BEYOND, ids=[f"{key}={value}" for key, value, _ in BEYOND])
def test_goes_beyond_the_label(key: CriterionKey, value: Value, kind: Kind) -> None:
    found = standing(position(every(leaf("age_min", 18), leaf(key, value))))
    assert (found.label_class, sides(found)) == ("more_restrictive", [("stricter", kind, key)])


@pytest.mark.parametrize(
    "criterion",
    [
        leaf("age_min", 18),
        leaf("rems"),
        leaf("monitoring_hours", 2),
        leaf("exclusion", "aneurysmal_vascular_disease"),
        leaf("exclusion", "hypersensitivity"),
        TWO,
        leaf("trial_dose", "adequate"),
        leaf("nonresponse_cutoff_pct", 50),
        leaf("episode_scope", "current"),
        leaf("diagnosis_standard", "dsm"),
        leaf("intolerance_counts"),
        leaf("oral_ad", "not_required"),
        leaf("dose_max_mg", 84),
        leaf("frequency_max_per_week", 2),
        leaf("quantity_limit", Quantity(24, 28)),
        leaf("quantity_limit", Quantity(23, 28)),
        leaf("label_dynamic"),
    ],
    ids=lambda one: f"{one.key}={one.value}",
)
def test_is_no_more_than_the_label(criterion: Leaf) -> None:
    found = standing(position(every(criterion), authorization=True))
    assert (found.label_class, found.findings) == ("consistent", ())


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("initial_auth_days", 30, "renewal"),
        ("renewal_response", Percent(50), "renewal"),
        ("pdmp_check", True, "paperwork"),
        ("documentation", "claims", "paperwork"),
        ("site", "office", "setting"),
        ("unparsed", None, "unread"),
    ],
)
def test_is_reported_but_kept_apart(key: CriterionKey, value: Value, kind: Kind) -> None:
    found = standing(position(every(TWO, leaf(key, value))))
    assert (found.label_class, sides(found)) == ("consistent", [("apart", kind, key)])


def test_every_criterion_has_a_rule() -> None:
    assert set(RULES) == set(KEYS)


@pytest.mark.parametrize(
    ("day", "label_class"), [(BEFORE_ALONE, "consistent"), (date(2025, 1, 17), "more_restrictive")]
)
def test_an_oral_antidepressant_is_beyond_the_label_only_since_2025(day: date, label_class: LabelClass) -> None:
    found = standing(position(every(TWO, ORAL)), day=day)
    assert found.label_class == label_class


def test_an_oral_antidepressant_for_acute_suicidality_is_the_label() -> None:
    assert standing(position(ORAL, indication="mdsi")).label_class == "consistent"


def test_without_an_oral_antidepressant_before_2025_is_looser() -> None:
    found = standing(position(leaf("oral_ad", "not_required")), day=BEFORE_ALONE)
    assert (found.label_class, sides(found)) == ("looser", [("looser", "combination", "oral_ad")])


def test_trials_demanded_of_acute_suicidality_are_a_step() -> None:
    found = standing(position(every(TWO, leaf("mdsi_acuity", "hospital_level")), indication="mdsi"))
    assert sides(found) == [("stricter", "step", "failed_ad_count"), ("stricter", "subgroup", "mdsi_acuity")]


def test_one_failure_and_a_score_is_looser_and_stricter_at_once() -> None:
    found = standing(position(every(leaf("failed_ad_count", 1), leaf("severity_min", Severity("PHQ-9", 10)))))
    assert found.label_class == "mixed"
    assert [finding.leaf.key for finding in found.of("looser")] == ["failed_ad_count"]
    assert [finding.leaf.key for finding in found.of("stricter")] == ["severity_min"]


@pytest.mark.parametrize(
    ("form", "grade"),
    [("psychiatrist_or_consult", 1), ("mental_health_prescriber", 2), ("specialist", 2), ("psychiatrist", 3)],
)
def test_a_rule_on_who_prescribes_has_its_grade(form: str, grade: int) -> None:
    assert [finding.grade for finding in standing(position(leaf("prescriber", form))).findings] == [grade]


THREE = leaf("failed_ad_count", 3)
AUGMENTED, INTERVIEW = leaf("augmentation_trials", 1), leaf("ect_tms", "failed")


@pytest.mark.parametrize(
    ("tree", "label_class"),
    [
        (either(THREE, every(TWO, AUGMENTED)), "more_restrictive"),
        (either(TWO, every(THREE, AUGMENTED)), "consistent"),
        (every(TWO, either(AUGMENTED, INTERVIEW)), "more_restrictive"),
        (every(TWO, group("at_least", AUGMENTED, INTERVIEW, leaf("rems"), leaf("age_min", 18), n=2)), "consistent"),
        (every(TWO, group("at_least", AUGMENTED, INTERVIEW, leaf("rems"), n=2)), "more_restrictive"),
        (every(TWO, group("none", leaf("exclusion", "psychosis"))), "more_restrictive"),
        (None, "consistent"),
    ],
)
def test_a_way_in_that_asks_for_no_more_than_the_label_is_open_to_all(tree: Tree, label_class: LabelClass) -> None:
    assert standing(position(tree)).label_class == label_class


def test_a_schedule_up_to_the_label_is_no_limit() -> None:
    doses = every(leaf("dose_max_mg", 56), leaf("dose_max_mg", 84), leaf("frequency_max_per_week", 1))
    assert [one.leaf.key for one in standing(position(doses)).findings] == ["frequency_max_per_week"]
    assert standing(position(doses, phase="renewal")).label_class == "consistent"


@pytest.mark.parametrize("status", ["excluded", "not_medically_necessary", "investigational"])
def test_a_labeled_use_that_is_denied_is_not_covered(status: Status) -> None:
    assert standing(position(status=status)).label_class == "not_covered"


def test_a_labeled_use_decided_case_by_case_is_more_restrictive() -> None:
    assert standing(position(status="case_by_case")).label_class == "more_restrictive"


def test_a_use_is_labeled_from_its_approval_on() -> None:
    denied = position(indication="mdsi", status="investigational")
    assert standing(denied, day=BEFORE_MDSI).label_class == "consistent"
    assert standing(denied).label_class == "not_covered"


@pytest.mark.parametrize(
    ("off_label", "label_class"),
    [
        (position(indication="ptsd", status="investigational"), "consistent"),
        (position(indication="ptsd"), "looser"),
        (position(product="ketamine", status="investigational"), "consistent"),
        (position(TWO, product="ketamine"), "looser"),
        (position(product="ketamine", indication="anesthesia"), "consistent"),
        (position(product="ketamine", indication="anesthesia", status="excluded"), "not_covered"),
        (position(status="unknown"), "unknown"),
    ],
)
def test_off_label_uses(off_label: Position, label_class: LabelClass) -> None:
    assert standing(off_label).label_class == label_class


def test_all_other_uses_denied_denies_the_labeled_use_that_is_not_named() -> None:
    rest = position(indication="other", status="investigational")
    assert standing(rest, position(TWO)).label_class == "not_covered"
    assert standing(rest, position(TWO), position(ORAL, indication="mdsi")).label_class == "consistent"
    assert standing(rest, position(TWO), day=BEFORE_MDSI).label_class == "consistent"


def test_an_answer_for_the_drug_as_such_is_judged_by_resistant_depression() -> None:
    found = standing(position(every(TWO, ORAL), indication="any"))
    assert found.use is not None
    assert (found.use.indication, sides(found)) == ("trd", [("stricter", "combination", "oral_ad")])


def test_whatever_the_label_names_follows_it_by_reference() -> None:
    found = standing(position(indication="fda_labeled"), position(indication="other", status="excluded"))
    assert (found.label_class, found.by_reference) == ("consistent", True)


def test_an_answer_beside_named_labeled_uses_is_no_off_label_coverage() -> None:
    named = (position(TWO), position(ORAL, indication="mdsi"))
    assert standing(position(indication="fda_labeled"), *named).label_class == "consistent"
    assert standing(position(indication="mdd"), *named).label_class == "looser"


def test_a_use_named_without_criteria_beside_whatever_the_label_names_follows_it_too() -> None:
    whatever = position(indication="fda_labeled")
    assert standing(position(), whatever).by_reference
    assert not standing(position(TWO), whatever).by_reference
    assert not standing(position(), position(indication="fda_labeled", status="excluded")).by_reference
