"""An answer that could not be read is not one that was dropped."""

from __future__ import annotations

import pytest

from parsers.models import Block
from tests.tracker.compare.policies import RENEWAL_ONLY, RESIDUAL, TWO, policy, position
from tracker.compare.verdict import compare

TRD_ONLY = "Spravato is covered for treatment-resistant depression once two antidepressants have failed."


BOTH = policy(position(TWO), position(indication="mdsi"))


@pytest.mark.parametrize(
    "said",
    [
        "Adults with major depressive disorder and acute suicidal ideation: see what applies to them.",
        "The same goes for those whose depression comes with acute suicidal thoughts or behavior.",
    ],
)
def test_a_use_that_is_still_named_but_has_no_answer_is_unread_and_not_dropped(said: str) -> None:
    found = compare(BOTH, policy(position(TWO), blocks=(Block("heading", "Criteria", depth=1), Block("item", said))))
    assert (found.verdict, found.confidence) == ("unknown", "low")
    assert "mdsi (initial) is named in both versions" in found.reason
    assert found.witness is None


def test_a_use_that_is_named_as_background_only_is_gone() -> None:
    blocks = (
        Block("paragraph", TRD_ONLY),
        Block("heading", "Background", depth=1),
        Block("paragraph", "The label also names major depressive disorder with acute suicidal ideation."),
    )
    assert compare(BOTH, policy(position(TWO), blocks=blocks)).verdict == "restricted"


def test_a_version_that_was_read_in_part_proves_no_loss_beside_it() -> None:
    old = policy(position(TWO), position(indication="fda_labeled"), RESIDUAL)
    blocks = (Block("heading", "Treatment-resistant depression", depth=1), Block("paragraph", "Two have failed."))
    found = compare(old, policy(RESIDUAL, blocks=blocks))
    assert {change.direction for change in found.changes} == {"unknown"}


def test_a_renewal_without_an_answer_under_its_own_heading_is_unread() -> None:
    old = policy(position(TWO), *RENEWAL_ONLY.positions)
    renewing = (Block("heading", "Reauthorization", depth=1), Block("paragraph", "It goes on while it helps."))
    assert compare(old, policy(position(TWO), blocks=renewing)).verdict == "unknown"
    assert compare(old, policy(position(TWO))).verdict == "expanded"


def test_a_use_that_was_named_without_an_answer_is_no_new_coverage() -> None:
    named = policy(position(TWO), blocks=(Block("item", "MDD with acute suicidal ideation: a month at first."),))
    assert compare(named, BOTH).verdict == "unknown"
    assert compare(policy(position(TWO), blocks=(Block("paragraph", TRD_ONLY),)), BOTH).verdict == "expanded"
