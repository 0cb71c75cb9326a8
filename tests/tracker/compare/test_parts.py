"""The part of a policy that was split, against what the whole said of the same questions."""

from __future__ import annotations

from parsers.models import Block
from tests.tracker.compare.policies import THREE, TWO, code, policy, position
from tracker.compare.parts import compare_part, compare_part_again, left_out_of

ESKETAMINE, KETAMINE = position(THREE), position(product="ketamine", route="iv")
KETAMINE_PAIN = position(product="ketamine", indication="crps")
WHOLE = policy(ESKETAMINE, KETAMINE, KETAMINE_PAIN, codes=(code("HCPCS", "J0013"), code("ICD-10", "F33.2")))


def directions(*changes: object) -> list[tuple[object, ...]]:
    return [tuple(getattr(change, name) for name in ("indication", "key", "direction")) for change in changes]


def test_what_another_part_answers_is_no_change_of_this_one() -> None:
    part = policy(position(TWO), codes=(code("HCPCS", "J0013"),))
    found = compare_part(WHOLE, part)
    assert directions(*found.changes) == [("trd", "failed_ad_count", "expands")]
    assert (found.verdict, found.confidence) == ("expanded", "high")


def test_a_part_may_answer_more_than_the_whole_did() -> None:
    part = policy(ESKETAMINE, position(THREE, indication="mdsi"))
    assert directions(*compare_part(WHOLE, part).changes) == [("mdsi", "position_added", "expands")]


def test_parts_by_use_leave_each_other_alone() -> None:
    rest = position(product="ketamine", indication="other", status="investigational")
    pain, depression = policy(KETAMINE_PAIN, rest), policy(KETAMINE, rest, ESKETAMINE)
    whole = policy(ESKETAMINE, KETAMINE, KETAMINE_PAIN, rest)
    assert compare_part(whole, pain).changes == compare_part(whole, depression).changes == ()
    assert left_out_of(whole, (pain, depression)) == ()


def test_a_channel_of_the_other_drug_is_not_lost() -> None:
    both = (
        Block("paragraph", "Esketamine is paid under the pharmacy benefit."),
        Block("paragraph", "Intravenous ketamine is paid under the medical benefit."),
    )
    whole, part = policy(ESKETAMINE, KETAMINE, blocks=both), policy(KETAMINE, blocks=both[1:])
    assert not compare_part(whole, part).action_required


def test_what_every_part_left_out_is_unknown() -> None:
    parts = (policy(ESKETAMINE, codes=(code("HCPCS", "J0013"),)), policy(KETAMINE))
    left = left_out_of(WHOLE, parts)
    assert directions(*left) == [("crps", "position_removed", "unknown"), ("any", "code_removed", "unknown")]
    found = compare_part(WHOLE, parts[1], left)
    assert (found.verdict, found.confidence, found.witness) == ("unknown", "low", None)


def test_a_billing_code_that_no_part_has_is_work() -> None:
    left = left_out_of(WHOLE, (policy(ESKETAMINE, KETAMINE, KETAMINE_PAIN, codes=(code("ICD-10", "F33.2"),)),))
    assert directions(*left) == [("any", "code_removed", "neutral")]
    assert compare_part(WHOLE, policy(ESKETAMINE), left).action_required


def test_a_use_denied_by_name_may_come_under_a_denial_of_its_class() -> None:
    whole = policy(ESKETAMINE, position(indication="ptsd", status="investigational"))
    part = policy(ESKETAMINE, position(indication="psychiatric", status="investigational"))
    assert left_out_of(whole, (part,)) == ()


def test_read_again_what_was_left_out_stays_as_it_was_told() -> None:
    parts = (policy(ESKETAMINE, codes=(code("HCPCS", "J0013"),)), policy(KETAMINE))
    told = compare_part(WHOLE, parts[1], left_out_of(WHOLE, parts))
    better = policy(position(product="ketamine", route="iv", status="investigational"))
    assert directions(*compare_part_again(WHOLE, better, told).changes) == [
        ("trd", "status", "restricts"), ("crps", "position_removed", "unknown"), ("any", "code_removed", "unknown")
    ]  # fmt: skip
