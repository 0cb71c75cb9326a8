"""Sheets that state lengths and limits apart from the criteria, and titles that carry more than a name."""

from __future__ import annotations

import pytest

from parsers.models import Block, Percent, Quantity, Severity
from tests.parsers.stated import asked, outline, parts, positions

_TITLES = ("Diagnosis", "Quantity", "Duration")
_TRD = ("esketamine", "trd", "initial")
_MDSI = ("esketamine", "mdsi", "initial")
_LATER = ("esketamine", "trd", "renewal")


def test_a_summary_of_authorization_states_the_payers_rules() -> None:
    found = positions(
        "## Prior authorization summary",
        "- Length of authorization: initial, 4 months; renewal, 1 year",
        "## PA criteria",
        "* The member has treatment-resistant depression",
        "* The member is 18 or older",
    )
    assert ("initial_auth_days", 120) in asked(found[_TRD])
    assert ("renewal_auth_days", 365) in asked(found[_LATER])


@pytest.mark.parametrize("title", ["Prior-approval limits", "Authorization limits", "Limits"])
def test_limits_at_the_end_of_guidelines_hold_for_the_uses_of_their_rows(title: str) -> None:
    def row(*cells: str) -> Block:
        return Block("row", " | ".join(cells), cells=cells, header=_TITLES)

    found = outline(
        Block("heading", "Spravato (esketamine)", depth=1),
        Block("heading", "Policy", depth=2),
        Block("paragraph", "Spravato is medically necessary for one of the following:"),
        Block("item", "Treatment-resistant depression after two antidepressants", depth=1),
        Block("item", "Major depressive disorder with acute suicidal ideation", depth=1),
        Block("heading", "Policy guidelines" if title != "Limits" else "Amounts", depth=2),
        Block("heading", title, depth=3),
        row("TRD", "8 kits of 84 mg per 28 days", "6 months"),
        row("MDD with acute suicidal ideation", "24 devices per 28 days", "30 days"),
    )
    assert {("quantity_limit", Quantity(24, 28)), ("initial_auth_days", 180)} <= asked(found[_TRD])
    assert {("quantity_limit", Quantity(24, 28)), ("initial_auth_days", 30)} <= asked(found[_MDSI])


def test_a_use_with_its_length_titles_the_list_below() -> None:
    found = positions(
        "## Criteria for Spravato",
        "- Treatment-resistant depression - initial approval duration: 5 months",
        "* Two antidepressants have failed",
        "* The member is 21 or older",
        "- Depression with acute suicidal ideation - initial approval: 2 weeks",
        "* The member is 18 or older",
        "* An oral antidepressant is taken as well",
        "- Renewal (treatment-resistant depression) - 9 months",
        "* Symptoms have improved",
    )
    assert asked(found[_TRD]) == {("failed_ad_count", 2), ("age_min", 21), ("initial_auth_days", 150)}
    assert asked(found[_MDSI]) == {("age_min", 18), ("oral_ad", "required"), ("initial_auth_days", 14)}
    assert asked(found[_LATER]) == {("renewal_response", "benefit"), ("renewal_auth_days", 270)}


def test_lettered_statements_each_authorize_a_use_or_a_phase() -> None:
    found = positions(
        "## Policy",
        "- Spravato is medically necessary as set out below.",
        "* Starting esketamine for treatment-resistant depression - approval for six months if two drugs failed.",
        "* Going on with esketamine for treatment-resistant depression - approval for 12 months if it has improved.",
        "* Depressive symptoms with acute suicidal behavior in major depressive disorder - approval for one month for "
        "adults who take an oral antidepressant as well.",
    )
    assert set(found) == {_TRD, _MDSI, _LATER}
    assert ("initial_auth_days", 30) in asked(found[_MDSI])
    assert ("renewal_auth_days", 365) in asked(found[_LATER])


def test_continuations_in_a_sentence_are_renewals() -> None:
    found = positions(
        "## Policy",
        "- Spravato is covered for treatment-resistant depression when all of the following are met:",
        "* Two antidepressants have failed",
        "* The member is 18 or older",
        "- At first 3 months are approved. Nine-month continuations are granted while the patient benefits.",
    )
    assert asked(found[_LATER]) == {("renewal_response", "benefit"), ("renewal_auth_days", 270)}


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("A psychiatrist prescribes, or has advised the prescriber", "psychiatrist_or_consult"),
        ("Ordered by a psychiatrist, or after the case was discussed with one", "psychiatrist_or_consult"),
        ("A psychiatrist writes the order", "psychiatrist"),
    ],
)
def test_advice_of_a_prescriber_is_a_consultation(clause: str, value: str) -> None:
    found = positions(
        "## Policy",
        "- Spravato is covered for treatment-resistant depression when all of the following are met:",
        f"* {clause}",
        "* The member is 18 or older",
    )
    assert ("prescriber", value) in asked(found[_TRD])


def test_a_clinic_administered_drug_names_no_place_and_verbs_share_their_object() -> None:
    found = positions(
        "## Policy",
        "- Spravato is a clinic-administered drug.",
        "- Spravato is covered for treatment-resistant depression when all of the following are met:",
        "* A psychiatrist orders it for somebody who has failed, been intolerant of, or had a contraindication to five "
        "antidepressants",
        "* Depression is severe or moderate",
    )
    assert asked(found[_TRD]) == {
        ("prescriber", "psychiatrist"), ("failed_ad_count", 5), ("intolerance_counts", True),
        ("severity_category", "moderate"),
    }  # fmt: skip


def test_depression_as_such_gives_way_to_its_forms_in_the_same_phase() -> None:
    found = positions(
        "## Policy",
        "- Spravato is covered for adults with major depressive disorder of either group:",
        "## Treatment resistance",
        "* Three antidepressants have failed",
        "* The member is 18 or older",
        "## Acute suicidal ideation",
        "* An oral antidepressant is taken as well",
        "* The member is 18 or older",
    )
    assert {use for _, use, _ in found} == {"trd", "mdsi"}
    assert ("failed_ad_count", 3) not in asked(found[_MDSI])


def test_lines_of_business_are_no_criteria() -> None:
    found = positions(
        "## Policy application",
        "* Commercial: yes",
        "* Medicaid managed care: no",
        "## Policy",
        "- Spravato is covered for treatment-resistant depression when all of the following are met:",
        "* Two antidepressants have failed",
        "* The member is 18 or older",
    )
    assert asked(found[_TRD]) == {("failed_ad_count", 2), ("age_min", 18)}


def test_an_aside_on_quantity_leaves_a_title_to_its_criteria() -> None:
    found = positions(
        "## Treatment-resistant depression. Initial approval: 5 months (quantity limit: 8 devices per 28 days)",
        "* The member is 21 or older",
        "* Three antidepressants have failed",
    )
    assert asked(found[_TRD]) == {
        ("age_min", 21), ("failed_ad_count", 3), ("initial_auth_days", 150), ("quantity_limit", Quantity(8, 28)),
    }  # fmt: skip


def test_an_amount_beyond_which_claims_are_denied_is_a_limit() -> None:
    found = positions(
        "## Approval criteria",
        "- Initial therapy: treatment-resistant depression",
        "* The member is 21 or older",
        "* Three antidepressants have failed",
        "## Denial criteria",
        "* A history of intracerebral hemorrhage",
        "* Claims for more than 16 devices every 28 days",
    )
    assert ("quantity_limit", Quantity(16, 28)) in asked(found[_TRD])


def test_a_limit_for_every_approval_holds_for_renewals() -> None:
    found = positions(
        "## Criteria",
        "- Spravato is medically necessary for treatment-resistant depression when all of the following are met:",
        "* The member is 21 or older",
        "* Three antidepressants have failed",
        "## Renewal criteria",
        "* Symptoms have improved",
        "## Limitations",
        "- Supply, for initial and later requests alike: 8 devices per 28 days.",
    )
    assert ("quantity_limit", Quantity(8, 28)) in asked(found[_LATER])


def test_what_a_diagnosis_asks_beside_its_name_is_a_criterion() -> None:
    found = positions(
        "## Criteria for approval",
        "- The diagnosis must be treatment-resistant depression with a PHQ-9 of at least 18.",
        "- Three antidepressants have failed.",
    )
    assert ("severity_min", Severity("PHQ-9", 18)) in asked(found[_TRD])


def test_a_renewal_with_its_length_and_use_titles_the_list_below() -> None:
    found = positions(
        "## Criteria for Spravato",
        "- Treatment-resistant depression - initial approval duration: 5 months",
        "* Two antidepressants have failed",
        "- Depression with acute suicidal ideation - initial approval: 2 weeks",
        "* The member is 18 or older",
        "- Renewal: 9 months (treatment-resistant depression only)",
        "* The MADRS is 40% better than at baseline",
        "## Drug to be supplied by (tick one)",
        "* Mail-order pharmacy",
    )
    assert set(found) == {_TRD, _MDSI, _LATER}
    assert asked(found[_LATER]) == {("renewal_response", Percent(40)), ("renewal_auth_days", 270)}


def test_a_clause_on_a_numbered_group_is_quoted_as_printed() -> None:
    found = positions(
        "## Policy",
        "- Spravato is covered for adults with major depressive disorder of either group:",
        "- Cohort A - treatment resistance. Each of these applies:",
        "* Three antidepressants have failed",
        "* The member is 18 or older",
        "- Cohort B - acute suicidal ideation. Each of these applies:",
        "* An oral antidepressant is taken as well",
        "* The member is 18 or older",
        "- Length of approval: Cohort A, 90 days; Cohort B, 28 days.",
    )
    quoted = {leaf.text for leaf in parts(found[_TRD]) if leaf.key == "initial_auth_days"}
    assert quoted
    assert all("Cohort A, 90 days" in text and "resistance" not in text for text in quoted)
