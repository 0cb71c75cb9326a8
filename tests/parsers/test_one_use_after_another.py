"""Policies that speak of one use after another: what was said of the first does not stick to the next."""

from __future__ import annotations

from tests.parsers.stated import asked, positions

_TRD = ("esketamine", "trd", "initial")
_MDSI = ("esketamine", "mdsi", "initial")


def test_cover_of_a_second_use_starts_with_its_first_approval() -> None:
    found = positions(
        "## Policy",
        "- Spravato is medically necessary for treatment-resistant depression when:",
        "- Initial requests meet each of these:",
        "* Two antidepressants have failed",
        "- Renewal requests meet each of these:",
        "* Symptoms have improved",
        "- Spravato is medically necessary for depression with acute suicidal ideation when:",
        "* The member is 21 or older",
        "* Approval is for 30 days",
    )
    assert asked(found[_TRD]) == {("failed_ad_count", 2)}
    assert asked(found[_MDSI]) == {("age_min", 21), ("initial_auth_days", 30)}
    assert ("esketamine", "mdsi", "renewal") not in found


def test_a_sentence_that_counts_the_following_for_a_use_leads_in_its_list() -> None:
    found = positions(
        "## Who qualifies",
        "- Each of the following must be satisfied in patients with treatment-resistant depression.",
        "* The depression is severe",
        "* Psychotherapy for depression has failed",
        "* The patient is 18 or older",
    )
    assert list(found) == [_TRD]
    assert asked(found[_TRD]) == {("severity_category", "severe"), ("psychotherapy", "failed"), ("age_min", 18)}


def test_a_use_over_its_approvals_opens_the_criteria_after_background() -> None:
    found = positions(
        "## Background",
        "- Depression that outlasts two drugs is costly.",
        "## Treatment-resistant depression",
        "- First approval (for 45 days). The member is 19 or older; four antidepressants have failed.",
        "- Renewal (for 90 days). The depressive symptoms have improved by at least 40 percent.",
        "## Depression with acute suicidal ideation",
        "- First approval (for 28 days). The member is 18 or older.",
    )
    assert asked(found[_TRD]) == {("age_min", 19), ("failed_ad_count", 4), ("initial_auth_days", 45)}
    assert asked(found[_MDSI]) == {("age_min", 18), ("initial_auth_days", 28)}
    assert ("esketamine", "trd", "renewal") in found


def test_uses_not_shown_in_a_field_are_all_the_others() -> None:
    found = positions(
        "## Criteria",
        "- Spravato is covered for treatment-resistant depression.",
        "- Any condition not shown under the field of approved diagnoses is experimental.",
    )
    assert found[("esketamine", "other", "initial")].status == "investigational"
