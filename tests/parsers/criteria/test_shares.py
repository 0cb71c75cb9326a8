"""Uses with lengths and amounts of their own in one text."""

from __future__ import annotations

import pytest

from parsers.criteria.logic import read_criteria
from parsers.criteria.shares import share_of
from parsers.models import Block, Indication, Leaf
from parsers.outline import Node
from tests.parsers.criteria.reading import line


@pytest.mark.parametrize(
    "text",
    [
        "First approvals run for 90 days in TRD and for 28 days in MDD with acute suicidal ideation",
        "Length of authorization: TRD: 90 days; MDD with acute suicidal ideation: 28 days",
        "Approval for TRD lasts 90 days, and for MDD with acute suicidal ideation 28 days.",
    ],
)
@pytest.mark.parametrize(("use", "days"), [("trd", 90), ("mdsi", 28)])
def test_each_use_takes_the_length_named_with_it(text: str, use: Indication, days: int) -> None:
    tree = read_criteria([Node(Block("paragraph", text))], phase="initial", product="esketamine", indication=use)

    assert line(tree) == f"initial_auth_days {days}"
    assert isinstance(tree, Leaf)
    assert tree.text == text


@pytest.mark.parametrize(
    "text",
    [
        "Approval is for 3 months in TRD and MDD with acute suicidal ideation.",
        "In TRD two drugs have failed, each taken for 6 weeks.",
        "For TRD: 3 months.",
    ],
)
def test_a_text_without_amounts_for_each_use_stays_whole(text: str) -> None:
    assert share_of(text, "trd") == text
