"""Which phase of an approval a clause is about, and how long it lasts."""

from __future__ import annotations

import pytest

from parsers.models import Block, Leaf, Percent
from tests.parsers.stated import asked, outline, parts, positions


def test_a_heading_over_criteria_says_how_long_the_approval_is() -> None:
    found = positions(
        "# First approval for treatment-resistant depression (3 months)",
        "* Age 18 or older",
        "# Renewal for twelve months",
        "* Symptoms have improved",
    )

    assert Leaf("initial_auth_days", 90, "First approval for treatment-resistant depression (3 months)", 1) in parts(
        found["esketamine", "trd", "initial"]
    )
    assert Leaf("renewal_auth_days", 365, "Renewal for twelve months", 1) in parts(
        found["esketamine", "trd", "renewal"]
    )


def test_a_use_named_after_a_renewal_starts_with_its_first_approval() -> None:
    found = positions(
        "# Covered uses", "* Treatment-resistant depression", "* MDD with acute suicidal ideation",
        "# Length of approval",
        "- TRD, initial: 6 months. TRD, continuation: 6 months. Acute suicidal ideation: approval for 4 weeks.",
    )  # fmt: skip

    assert ("esketamine", "mdsi", "renewal") not in found
    assert "initial_auth_days" in {leaf.key for leaf in parts(found["esketamine", "mdsi", "initial"])}


@pytest.mark.parametrize(
    "lines",
    [
        ("# Dose limits", "- No more than two sessions in one week are approved."),
        ("# Dosing", "- Initial and renewed approvals are limited to two sessions a week."),
    ],
)
def test_limits_of_no_phase_hold_for_both(lines: tuple[str, ...]) -> None:
    found = positions(
        "# Initial criteria", "- Covered for TRD when all are met:", "* Age 18 or older",
        "# Renewal criteria", "- All of these are met:", "* Symptoms have improved",
        *lines,
    )  # fmt: skip

    initial, renewal = (parts(found["esketamine", "trd", phase]) for phase in ("initial", "renewal"))
    assert {leaf.value for leaf in initial if leaf.key == "frequency_max_per_week"} == {2}
    assert {leaf.value for leaf in renewal if leaf.key == "frequency_max_per_week"} == {2}


def test_a_criterion_that_is_added_for_some_is_no_use_that_renewals_go_on_with() -> None:
    found = positions(
        "# Criteria",
        "- Esketamine is covered for treatment-resistant depression when all are met:",
        "* Two antidepressants have failed",
        "* Prescribed by a psychiatrist",
        "# Additional requirement for substance use disorder",
        "* In remission for 6 months",
        "# Renewal",
        "* The PHQ-9 has fallen by half",
    )

    assert set(found) == {("esketamine", "trd", "initial"), ("esketamine", "trd", "renewal")}


def test_an_earlier_approval_is_asked_for_and_answers_nothing() -> None:
    found = positions(
        "# Initial review",
        "- Esketamine is covered for treatment-resistant depression when two antidepressants have failed.",
        "# Renewal review",
        "* The plan approved the spray for this member before; AND",
        "* The MADRS has fallen by half",
    )

    assert asked(found["esketamine", "trd", "renewal"]) == {("unparsed", None), ("renewal_response", Percent(50))}


@pytest.mark.parametrize("heading", ["Going on", "Each further 6 months", "Staying on:"])
def test_going_on_is_a_renewal(heading: str) -> None:
    found = outline(
        Block("heading", "Spravato (esketamine)", depth=1),
        Block("heading", "Treatment-resistant depression", depth=2),
        Block("heading", "Starting", depth=3),
        Block("item", "Two antidepressants have failed", depth=1),
        Block("item", "Age 18 or older", depth=1),
        Block("heading", heading, depth=3),
        Block("item", "A rating scale shows improvement", depth=1),
        Block("item", "An oral antidepressant is taken", depth=1),
    )
    assert {("renewal_response", "scale_improved")} <= asked(found["esketamine", "trd", "renewal"])


def test_afterwards_tells_the_length_of_renewals() -> None:
    found = positions(
        "- Spravato is covered for treatment-resistant depression in adults.",
        "- Length: first 3 months, afterwards 1 year as long as there is improvement.",
    )
    assert ("initial_auth_days", 90) in asked(found["esketamine", "trd", "initial"])
    assert ("renewal_response", "benefit") in asked(found["esketamine", "trd", "renewal"])


def test_what_is_no_longer_asked_for_is_no_criterion() -> None:
    found = positions(
        "# Criteria: treatment-resistant depression",
        "* Two antidepressants have failed",
        "* Age 18 or older",
        "# No longer asked for",
        "- A urine drug screen at the start.",
    )
    assert asked(found["esketamine", "trd", "initial"]) == {("failed_ad_count", 2), ("age_min", 18)}


@pytest.mark.parametrize(
    "text",
    [
        "The decision period may be extended by 14 days.",
        "Clinics renew their certification by sending in a form.",
        "Prescriptions may be renewed by telephone.",
        "Agreements with specialty pharmacies are renewed every 12 months.",
    ],
)
def test_what_is_renewed_or_extended_is_an_approval(text: str) -> None:
    found = positions(
        "# Criteria: treatment-resistant depression", "- Spravato is covered at age 18 or older.", f"- {text}"
    )
    assert ("esketamine", "trd", "renewal") not in found
