"""The number of the parent policy that payers share."""

from __future__ import annotations

import pytest

from parsers.masthead.parents import parent_number
from parsers.models import Block, PolicyFacts


def named(text: str, number: str | None = None) -> str | None:
    return parent_number(PolicyFacts(number=number), (Block("paragraph", text),))


@pytest.mark.parametrize(
    "text",
    [
        "Reference policy: 5.01.34",
        "Reference Number 5.01.34",
        "Reference No. 05.01.34",
        "This policy is based on the association policy 5.01.34.",
        "Esketamine nasal spray [5.01.34]",
    ],
)
def test_a_labelled_number_names_the_parent(text: str) -> None:
    assert named(text) == "5.01.34"


def test_the_policys_own_number_may_be_the_parents() -> None:
    assert named("Covered.", "05.01.034") == "5.01.34"


@pytest.mark.parametrize(
    "text", ["Revised 5.01.24", "See policy 5.01.609", "Reference 5.01.609", "Version 1.02.34.5", "Effective 10.30.23"]
)
def test_a_date_or_a_payers_own_number_names_none(text: str) -> None:
    assert named(text) is None
