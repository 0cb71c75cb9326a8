"""Codes that come and go between two versions."""

from __future__ import annotations

from dataclasses import replace

from tests.tracker.compare.policies import TWO, code, policy, position, trd
from tracker.compare.verdict import compare


def test_a_billing_code_that_is_replaced_asks_for_action() -> None:
    old, new = (replace(trd(TWO), codes=(code("HCPCS", name),)) for name in ("S0013", "J0013"))
    found = compare(old, new)
    assert found.action_required
    assert [(one.key, one.indication, one.direction) for one in found.changes] == [
        ("code_removed", "any", "neutral"),
        ("code_added", "any", "neutral"),
    ]


def test_a_diagnosis_code_asks_for_no_action() -> None:
    old = replace(trd(TWO), codes=(code("ICD-10", "F33.1"), code("ICD-10", "F33.2")))
    found = compare(old, replace(old, codes=old.codes[:1]))
    assert (found.verdict, found.action_required) == ("restricted", False)


def test_a_diagnosis_of_depression_is_of_the_drug_that_is_covered_for_it() -> None:
    both = policy(position(), position(product="ketamine", indication="anesthesia"))
    old, new = (replace(both, codes=(code("ICD-10", "F33.1"), *more)) for more in ((), (code("ICD-10", "R45.851"),)))
    assert [(one.product, one.direction) for one in compare(old, new).changes] == [("esketamine", "expands")]


def test_codes_that_follow_their_status_are_no_change_of_their_own() -> None:
    old = replace(policy(position(status="excluded")), codes=(code("ICD-10", "F33.1", denied=True),))
    new = replace(policy(position()), codes=(code("ICD-10", "F33.1"),))
    assert [change.key for change in compare(old, new).changes] == ["status"]
