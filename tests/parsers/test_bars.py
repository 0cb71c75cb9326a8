"""Conditions that bar a patient, wherever a document puts them."""

from __future__ import annotations

import pytest

from tests.parsers.stated import asked, positions


@pytest.mark.parametrize("title", ["Denial criteria", "Reasons for denial", "Who should not get it"])
def test_what_stands_under_a_title_of_bars_is_a_criterion_and_no_denial(title: str) -> None:
    found = positions("# Criteria", "- Spravato is covered for TRD.", f"# {title}", "* Dementia", "* Current psychosis")

    assert set(found) == {("esketamine", "trd", "initial")}
    assert asked(found["esketamine", "trd", "initial"]) == {("exclusion", "dementia"), ("exclusion", "psychosis")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan does not cover Spravato for members with dementia.",
        "We do not approve it for people with dementia.",
    ],
)
def test_a_plan_that_does_not_cover_patients_with_a_condition_bars_them(sentence: str) -> None:
    found = positions("- Spravato is covered for TRD.", f"- {sentence}")

    assert {position.status for position in found.values()} == {"covered"}
    assert asked(found["esketamine", "trd", "initial"]) == {("exclusion", "dementia")}


@pytest.mark.parametrize("last", ["Length of approval: 3 months", "Each approval lasts 3 months."])
def test_how_long_an_approval_lasts_is_no_bar_where_a_list_of_bars_ends(last: str) -> None:
    found = positions("# Criteria", "- Spravato is covered for TRD.", "# Exclusion criteria", "* Dementia", f"- {last}")

    assert asked(found["esketamine", "trd", "initial"]) == {("exclusion", "dementia"), ("initial_auth_days", 90)}
