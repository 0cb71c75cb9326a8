"""Criteria trees drawn at random: every operator, nested, with exclusions, places, limits and clauses not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hypothesis import strategies as st

from parsers.models import CourseCap, CriterionKey, Group, Leaf, Percent, Quantity, Severity, Tree, Value
from tests.tracker.compare.policies import every, leaf
from tracker.compare.directions import BESIDE_THE_LOGIC

# Values of a key, loosest first.
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
    "trial_adherence_pct": (60, 80),
    "nonresponse_cutoff_pct": (50, 25),
    "lookback_months": (60, 24),
    "augmentation_trials": (1, 2),
    "psychotherapy": ("considered", "failed"),
    "ect_tms": ("considered", "failed"),
    "mdsi_acuity": ("intent", "hospital_level", "inpatient_or_recent_discharge"),
    "prescriber": ("mental_health_prescriber_or_consult", "psychiatrist_or_consult", "psychiatrist"),
    "sud_remission_months": (1, 3),
    "monitoring_hours": (3, 4),
    "personnel": ("acls", "anesthesia_clinician"),
    "renewal_response": ("benefit", "scale_improved", Percent(30), Percent(50), "remission"),
    "uds": ("baseline", "ongoing"),
    "initial_auth_days": (365, 180, 30),
    "renewal_auth_days": (365, 180),
    "documentation": ("attestation", "chart_notes", "claims"),
    "dose_max_mg": (84, 56),
    "frequency_max_per_week": (2, 1),
    "quantity_limit": (Quantity(24, 28), Quantity(16, 28), Quantity(8, 28)),
    "course_cap": (CourseCap(sessions=12), CourseCap(sessions=6)),
}
FLAGS: tuple[Leaf, ...] = (
    leaf("episode_scope", "current"),
    leaf("oral_ad", "required"),
    leaf("exclusion", "psychosis"),
    leaf("exclusion", "bipolar"),
    leaf("exclusion", "hypersensitivity"),
    leaf("preferred_step", "bupropion"),
    leaf("preferred_step", "lithium"),
    leaf("site", "office"),
    leaf("rems"),
    leaf("pdmp_check"),
)
CLIMBERS = tuple(key for key, values in LADDERS.items() if len(values) > 1)

ladder_leaves = st.sampled_from([leaf(key, value) for key, values in LADDERS.items() for value in values])
leaves = ladder_leaves | st.sampled_from(FLAGS)
# Criteria that decide who is admitted; limits and paperwork count by themselves wherever they stand.
deciding = leaves.filter(lambda one: one.key not in BESIDE_THE_LOGIC)
unread = st.just(leaf("unparsed", None, "A committee of the plan has agreed."))


@st.composite
def _groups(draw: st.DrawFn, children: st.SearchStrategy[Tree]) -> Group:
    op = draw(st.sampled_from(["all", "any", "at_least", "none"]))
    if op == "none":
        barred = st.sampled_from([one for one in FLAGS if one.key == "exclusion"])
        return Group("none", tuple(draw(st.lists(barred, min_size=1, max_size=3))))
    members = tuple(draw(st.lists(children, min_size=1, max_size=4)))
    n = draw(st.integers(1, len(members))) if op == "at_least" else None
    return Group(op, members, n)  # type: ignore[arg-type]


trees: st.SearchStrategy[Tree] = st.recursive(leaves | unread, _groups, max_leaves=8)
logic: st.SearchStrategy[Tree] = st.recursive(deciding, _groups, max_leaves=6)
roots = st.lists(trees, max_size=5).map(lambda children: every(*children))
logic_roots = st.lists(logic, max_size=4).map(lambda children: every(*children))


def groups_of(tree: Tree) -> Iterator[Group]:
    """Every operator of a tree."""
    if isinstance(tree, Group):
        yield tree
        for child in tree.children:
            yield from groups_of(child)


def changed(tree: Tree, target: Tree, change: Callable[[Tree], Tree]) -> Tree:
    """The tree with one of its parts, found by identity, put in another form."""
    if tree is target:
        return change(tree)
    if isinstance(tree, Leaf):
        return tree
    return Group(tree.op, tuple(changed(child, target, change) for child in tree.children), tree.n)
