"""What a comparison of two policies costs. A figure to look at: the aim is 100 ms, and nothing is asserted."""

from __future__ import annotations

from functools import partial

from parsers.models import Block, Indication, ParsedPolicy, Position, Severity, Tree
from tests.benchmarks.bench_extract import report, seconds
from tests.tracker.compare.policies import either, every, leaf, policy, position
from tracker.compare.verdict import compare

USES: tuple[Indication, ...] = (
    "trd", "mdsi", "mdd", "bipolar_depression", "ptsd", "anxiety", "ocd", "chronic_pain", "crps", "headache",
)  # fmt: skip


def long_policy(*, trials: int, more: tuple[Tree, ...] = ()) -> ParsedPolicy:
    """Twenty answers, each with three choices of four and twelve criteria beside them, and a text of 60 pages."""
    scales = either(*(leaf("severity_min", Severity(name, 15)) for name in ("PHQ-9", "MADRS", "QIDS", "BDI")))
    agents = either(*(leaf("preferred_step", f"agent {n}") for n in range(3)), *more, leaf("ect_tms", "failed"))
    ways = either(
        every(leaf("failed_ad_count", trials), leaf("failed_ad_classes", 2)),
        every(leaf("failed_ad_count", 2), leaf("augmentation_trials", 1)),
        leaf("psychotherapy", "failed"),
    )
    plain = [
        leaf("age_min", 18), leaf("trial_weeks", 6), leaf("trial_dose", "adequate"), leaf("oral_ad", "required"),
        leaf("prescriber", "psychiatrist"), leaf("rems"), leaf("initial_auth_days", 180),
        leaf("documentation", "claims"),
        *(leaf("exclusion", f"condition_{n}") for n in range(4)),
    ]  # fmt: skip
    tree = every(scales, agents, ways, *plain)
    answers: list[Position] = [
        position(tree, indication=use, phase=phase) for use in USES for phase in ("initial", "renewal")
    ]
    text = tuple(
        Block(
            "paragraph", f"Sentence {n} of the policy says what it says, {trials if n % 50 == 0 else n} times.", n // 20
        )
        for n in range(1_200)
    )
    return policy(*answers, blocks=text)


def test_a_comparison_of_two_long_policies() -> None:
    old, new = long_policy(trials=4), long_policy(trials=3, more=(leaf("augmentation_trials", 2),))
    for answers in (1, 6, 20):
        sides = [policy(*side.positions[:answers], blocks=side.blocks) for side in (old, new)]
        report(
            f"compare, {answers} answers that all changed",
            f"{seconds(partial(compare, *sides)) * 1000:.0f} ms",
        )
