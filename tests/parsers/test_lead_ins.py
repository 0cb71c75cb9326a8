"""Which sentence leads in a list, and what stands beside it."""

from __future__ import annotations

import pytest

from tests.parsers.stated import asked, positions


@pytest.mark.parametrize(
    "lead",
    [
        "Spravato is covered for TRD when ALL of the following are met. Prior approval is required.",
        "For TRD, Spravato is medically necessary if each of the following is true. Requests go by fax. Allow a week.",
        "Prior approval is required. Spravato is covered for TRD when both of the following are met:",
    ],
)
def test_a_word_on_approval_before_or_behind_leaves_the_list_to_its_lead_in(lead: str) -> None:
    found = positions("# Spravato", f"- {lead}", "* Age 18 or older", "* A diagnosis of major depressive disorder")

    assert set(found) == {("esketamine", "trd", "initial")}
    assert ("age_min", 18) in asked(found["esketamine", "trd", "initial"])


def test_results_of_a_study_are_no_criteria() -> None:
    found = positions(
        "# Spravato", "- Spravato is covered for TRD in adults.", "# Issues to consider",
        "- Participants had baseline MADRS totals of 28 or more.", "- Relapse was later (hazard ratio 0.49).",
    )  # fmt: skip

    assert asked(found["esketamine", "trd", "initial"]) == {("age_min", 18)}
