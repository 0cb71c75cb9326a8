"""One patient against one tree, in three-valued logic."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.check import check, read_patient
from parsers.errors import PatientError
from parsers.models import CriterionKey, Group, Leaf, Op, Percent, Severity, Tree, Value

UNPARSED = Leaf("unparsed", None, "something else")
ADULT = Leaf("age_min", 18, "adults")


def result(tree: Tree | None, **facts: Any) -> str:
    return check(tree, "covered", read_patient(facts)).result


@pytest.mark.parametrize("status", ["excluded", "investigational", "not_medically_necessary"])
def test_what_is_denied_is_not_covered_for_anybody(status: Any) -> None:
    assert check(ADULT, status, read_patient({"age": 40})).result == "not_covered"


@pytest.mark.parametrize("status", ["case_by_case", "unknown"])
def test_what_is_decided_case_by_case_is_undetermined(status: Any) -> None:
    assert check(None, status, read_patient({})).result == "undetermined"


def test_coverage_without_criteria_is_met() -> None:
    assert result(None) == "meets"


MET: list[tuple[CriterionKey, Value, dict[str, Any], dict[str, Any]]] = [
    ("age_min", 18, {"age": 18}, {"age": 17}),
    ("age_max", 64, {"age": 64}, {"age": 65}),
    ("failed_ad_count", 2, {"failed_ad_count": 2}, {"failed_ad_count": 1}),
    ("trial_weeks", 6, {"trial_weeks": 6}, {"trial_weeks": 5}),
    ("nonresponse_cutoff_pct", 25, {"best_improvement_pct": 25}, {"best_improvement_pct": 26}),
    ("lookback_months", 60, {"failures_within_months": 60}, {"failures_within_months": 61}),
    ("trial_dose", "adequate", {"trial_dose": "maximum"}, {"trial_dose": "minimum_effective"}),
    ("diagnosis_standard", "dsm", {"diagnosis_standard": "structured_interview"}, {"diagnosis_standard": "clinician"}),
    ("severity_min", Severity("PHQ-9", 15), {"severity": {"PHQ-9": 15}}, {"severity": {"PHQ-9": 14}}),
    ("severity_category", "severe", {"severity": {"category": "severe"}}, {"severity": {"category": "moderate"}}),
    ("episode_scope", "current", {"failures_in_current_episode": True}, {"failures_in_current_episode": False}),
    ("intolerance_counts", True, {"intolerant": True}, {"intolerant": False}),
    ("preferred_step", "bupropion", {"agents_tried": ["Bupropion"]}, {"agents_tried": []}),
    ("psychotherapy", "considered", {"psychotherapy": "failed"}, {"psychotherapy": "none"}),
    ("ect_tms", "failed", {"ect_tms": "failed"}, {"ect_tms": "considered"}),
    ("oral_ad", "required", {"oral_ad": True}, {"oral_ad": False}),
    ("mdsi_acuity", "intent", {"mdsi_acuity": "hospital_level"}, {}),
    ("prescriber", "psychiatrist_or_consult", {"prescriber": "consulted"}, {"prescriber": "mental_health_prescriber"}),
    ("prescriber", "mental_health_prescriber", {"prescriber": "psychiatrist"}, {"prescriber": "consulted"}),
    ("exclusion", "dementia", {"conditions": []}, {"conditions": ["dementia"]}),
    ("sud_remission_months", 3, {"sud_remission_months": 3}, {"sud_remission_months": 2}),
    ("sud_remission_months", 3, {"sud_remission_months": None}, {"sud_remission_months": 0}),
    ("rems", True, {"rems": True}, {"rems": False}),
    ("monitoring_hours", 2, {"monitoring_hours": 2}, {"monitoring_hours": 1.5}),
    ("site", "office", {"site": "office"}, {"site": "home"}),
    ("personnel", "acls", {"personnel": "anesthesia_clinician"}, {}),
    ("renewal_response", "benefit", {"renewal_response": {"pct": 10}}, {"renewal_response": "none"}),
    ("renewal_response", Percent(50), {"renewal_response": {"pct": 50}}, {"renewal_response": {"pct": 49}}),
    ("renewal_response", "remission", {"renewal_response": "remission"}, {"renewal_response": "benefit"}),
]


@pytest.mark.parametrize(("key", "value", "meets", "fails"), MET)
def test_a_leaf_is_met_failed_or_open(
    key: CriterionKey, value: Value, meets: dict[str, Any], fails: dict[str, Any]
) -> None:
    leaf = Leaf(key, value, "a clause")
    assert result(leaf, **meets) == "meets"
    assert not fails or result(leaf, **fails) == "does_not_meet"
    assert result(leaf) == "undetermined"


def test_an_oral_antidepressant_that_is_not_required_never_decides() -> None:
    assert result(Leaf("oral_ad", "not_required", "alone or with"), oral_ad=False) == "meets"


def test_limits_never_decide() -> None:
    assert result(Group("all", (ADULT, Leaf("dose_max_mg", 84, "up to 84 mg"))), age=40) == "meets"


def test_of_alternatives_one_is_enough() -> None:
    assert result(Group("any", (ADULT, UNPARSED)), age=40) == "meets"


def test_some_of_a_list() -> None:
    tree = Group("at_least", (ADULT, Leaf("rems", True, "enrolled"), UNPARSED), n=2)
    assert result(tree, age=40, rems=True) == "meets"
    assert result(tree, age=17, rems=False) == "does_not_meet"
    assert result(tree, age=40) == "undetermined"


def test_an_exclusion_group_asks_that_every_condition_is_absent() -> None:
    barred = Group(
        "none", (Leaf("exclusion", "dementia", "no dementia"), Leaf("exclusion", "psychosis", "no psychosis"))
    )
    assert result(barred, conditions=["pregnancy"]) == "meets"
    assert result(barred, conditions=["psychosis"]) == "does_not_meet"


def test_the_leaves_that_bear_on_the_answer_are_named() -> None:
    rems = Leaf("rems", True, "enrolled")
    found = check(Group("all", (ADULT, rems, Group("any", (UNPARSED, ADULT)))), "covered", read_patient({"age": 17}))
    assert (found.unmet, found.missing) == ((ADULT,), (rems, UNPARSED))


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"agee": 4}, "no fact is called 'agee'"),
        ({"age": "old"}, "age is a number of 0 or more"),
        ({"prescriber": "nurse"}, "prescriber is one of psychiatrist"),
        ({"severity": {"XYZ": 3}}, "severity is an object"),
        ({"conditions": "dementia"}, "conditions is a list of strings"),
        ({"oral_ad": 1}, "oral_ad is true or false"),
    ],
)
def test_a_fact_outside_the_contract_is_refused_by_name(facts: dict[str, Any], says: str) -> None:
    with pytest.raises(PatientError, match=says):
        read_patient(facts)


def test_a_patient_is_an_object() -> None:
    with pytest.raises(PatientError, match="JSON object"):
        read_patient([1])


_LEAVES = st.sampled_from(
    [
        UNPARSED,
        ADULT,
        Leaf("failed_ad_count", 2, "two"),
        Leaf("rems", True, "enrolled"),
        Leaf("exclusion", "dementia", "no dementia"),
    ]
)


def _groups(children: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    ops: st.SearchStrategy[Op] = st.sampled_from(["all", "any"])
    return st.builds(lambda op, parts: Group(op, tuple(parts)), ops, st.lists(children, min_size=1, max_size=4))


_TREES: st.SearchStrategy[Tree] = st.recursive(_LEAVES, _groups, max_leaves=10)
_RANK = {"does_not_meet": 0, "undetermined": 1, "meets": 2}


@given(_TREES, st.integers(0, 90), st.integers(0, 5))
def test_more_failed_trials_never_hurt(tree: Tree, age: int, failed: int) -> None:
    before = result(tree, age=age, failed_ad_count=failed, rems=True, conditions=[])
    after = result(tree, age=age, failed_ad_count=failed + 1, rems=True, conditions=[])
    assert _RANK[after] >= _RANK[before]


@given(_TREES, st.integers(0, 90))
def test_a_fact_more_only_settles_what_was_open(tree: Tree, age: int) -> None:
    before = result(tree, rems=True, conditions=[])
    after = result(tree, age=age, rems=True, conditions=[])
    assert before in ("undetermined", after)


@given(_TREES)
def test_an_unread_criterion_never_decides_that_a_patient_meets(tree: Tree) -> None:
    assert result(Group("all", (tree, UNPARSED)), age=40, failed_ad_count=2, rems=True, conditions=[]) != "meets"


def test_what_is_decided_case_by_case_is_refused_without_what_it_asks_for() -> None:
    found = [check(ADULT, "case_by_case", read_patient(facts)).result for facts in ({"age": 17}, {"age": 40}, {})]
    assert found == ["does_not_meet", "undetermined", "undetermined"]
