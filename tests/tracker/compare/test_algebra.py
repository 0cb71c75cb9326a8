"""Laws every comparison keeps, on trees drawn at random."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from db.changes import Verdict
from parsers.check import check
from parsers.models import CriterionKey, Group, Leaf, Percent, Position, Severity, Tree, Value
from parsers.patient import read_patient
from tests.tracker.compare.policies import every, leaf, policy, position
from tracker.compare.verdict import compare

# Every value of a key, loosest first.
LADDERS: dict[CriterionKey, tuple[Value, ...]] = {
    "age_min": (12, 18, 21),
    "age_max": (75, 64),
    "diagnosis_standard": ("dsm", "structured_interview"),
    "severity_min": (Severity("PHQ-9", 10), Severity("PHQ-9", 15), Severity("PHQ-9", 20)),
    "severity_category": ("moderate", "severe"),
    "failed_ad_count": (1, 2, 3, 4),
    "failed_ad_classes": (1, 2),
    "trial_weeks": (4, 6, 8),
    "trial_dose": ("minimum_effective", "adequate", "maximum"),
    "nonresponse_cutoff_pct": (50, 25),
    "lookback_months": (60, 24),
    "augmentation_trials": (1, 2),
    "ect_tms": ("considered", "failed"),
    "mdsi_acuity": ("intent", "hospital_level", "inpatient_or_recent_discharge"),
    "prescriber": ("mental_health_prescriber_or_consult", "psychiatrist_or_consult", "psychiatrist"),
    "renewal_response": ("benefit", "scale_improved", Percent(30), Percent(50), "remission"),
    "initial_auth_days": (365, 180, 30),
    "documentation": ("attestation", "chart_notes"),
}
FLAGS: tuple[Leaf, ...] = (
    leaf("episode_scope", "current"),
    leaf("oral_ad", "required"),
    leaf("exclusion", "psychosis"),
    leaf("exclusion", "bipolar"),
    leaf("preferred_step", "bupropion"),
)
MIRROR: dict[Verdict, Verdict] = {
    "expanded": "restricted",
    "restricted": "expanded",
    "mixed": "mixed",
    "neutral": "neutral",
    "unknown": "unknown",
}
ladder_leaves = st.sampled_from([leaf(key, value) for key, values in LADDERS.items() for value in values])
leaves = ladder_leaves | st.sampled_from(FLAGS)
deciding = leaves.filter(lambda one: one.key not in ("initial_auth_days", "documentation"))


def groups(children: st.SearchStrategy[Tree]) -> st.SearchStrategy[Group]:
    lists = st.lists(children, min_size=1, max_size=4).map(tuple)
    return st.builds(Group, st.sampled_from(["all", "any"]), lists)


trees: st.SearchStrategy[Tree] = st.recursive(leaves, groups, max_leaves=8)
branches: st.SearchStrategy[Tree] = st.recursive(deciding, groups, max_leaves=4)
roots = st.lists(trees, max_size=5).map(lambda children: every(*children))


def verdict(old: Tree, new: Tree) -> Verdict:
    return compare(policy(position(old)), policy(position(new))).verdict


@given(roots)
def test_a_policy_against_itself_is_neutral(tree: Group) -> None:
    found = compare(policy(position(tree)), policy(position(tree)))
    assert (found.verdict, found.changes, found.witness) == ("neutral", (), None)


@given(roots, roots)
def test_turned_round_the_verdict_is_its_mirror(old: Group, new: Group) -> None:
    assert verdict(new, old) == MIRROR[verdict(old, new)]


@given(roots, trees)
def test_one_more_thing_to_meet_never_expands(tree: Group, more: Tree) -> None:
    assert verdict(tree, every(*tree.children, more)) in ("restricted", "neutral")


@given(
    st.lists(st.recursive(deciding, groups, max_leaves=4), min_size=1, max_size=4),
    st.recursive(deciding, groups, max_leaves=4),
)
def test_one_more_alternative_never_restricts(alternatives: list[Tree], more: Tree) -> None:
    old, new = Group("any", tuple(alternatives)), Group("any", (*alternatives, more))
    assert verdict(old, new) in ("expanded", "neutral")


@given(roots, st.data())
def test_loosening_one_criterion_is_never_a_restriction(tree: Group, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from([key for key, values in LADDERS.items() if len(values) > 1]))
    place = data.draw(st.integers(1, len(LADDERS[key]) - 1))
    strict, loose = LADDERS[key][place], LADDERS[key][place - 1]
    old, new = (every(*tree.children, leaf(key, value)) for value in (strict, loose))
    assert verdict(old, new) in ("expanded", "neutral")


@given(roots, roots)
def test_every_witness_is_admitted_by_one_side_only(old: Group, new: Group) -> None:
    before, after = position(old), position(new)
    witness = compare(policy(before), policy(after)).witness
    if witness is not None:
        answers = [answer(side, witness["patient"]) for side in (before, after)]
        assert answers == [witness["before"], witness["after"]]
        assert sorted(answers) == ["does_not_meet", "meets"]


def answer(side: Position, patient: Any) -> str:
    return check(side.criteria, side.status, read_patient(patient)).result
