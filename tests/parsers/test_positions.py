"""Blocks to positions, where no recorded document shows it better."""

from __future__ import annotations

import pytest

from parsers.models import Block, Group, Leaf
from parsers.positions import read_positions
from tests.parsers.stated import asked, outline, parts, positions


def test_silence_is_no_position() -> None:
    assert (
        read_positions((Block("paragraph", "Esketamine and ketamine act on the same receptor in many people."),)) == ()
    )


def test_a_document_about_the_drug_that_answers_nothing_is_unknown() -> None:
    found = positions("- Claims carry the date of service.")

    assert found["esketamine", "any", "initial"].status == "unknown"


def test_ketamine_inside_esketamine_is_not_the_racemic_drug() -> None:
    found = positions("- Esketamine, the S-isomer of ketamine, is investigational for PTSD.")

    assert set(found) == {("esketamine", "ptsd", "initial")}


def test_sentences_of_the_background_give_no_position() -> None:
    found = positions("# Policy", "- Covered for TRD.", "# Background", "- Esketamine is investigational for PTSD.")

    assert set(found) == {("esketamine", "trd", "initial")}


def test_opposite_answers_for_two_drugs_stand_side_by_side() -> None:
    found = positions("- Esketamine is covered for TRD. Ketamine is investigational for TRD.")

    assert found["esketamine", "trd", "initial"].status == "covered"
    assert found["ketamine", "trd", "initial"].status == "investigational"


def test_a_denied_manner_of_use_is_no_position() -> None:
    found = positions("- Esketamine is covered for TRD. Esketamine as monotherapy is not covered.")

    assert {position.status for position in found.values()} == {"covered"}


def test_a_renewal_without_an_indication_is_for_all_that_is_covered() -> None:
    found = positions(
        "# Initial criteria",
        "- Covered for TRD and for MDD with suicidal ideation.",
        "# Renewal",
        "- Approve for 6 months if improved.",
    )

    assert {(indication, phase) for _, indication, phase in found} == {
        ("trd", "initial"), ("mdsi", "initial"), ("trd", "renewal"), ("mdsi", "renewal")
    }  # fmt: skip


def test_branches_of_one_list_become_positions_with_the_shared_clauses() -> None:
    found = positions(
        "- Esketamine is covered when ALL of the following are met:",
        "* Age 18 years or older",
        "* For TRD, two antidepressants have failed",
        "* Diagnosis of TRD or of MDD with acute suicidal ideation",
    )

    assert "failed_ad_count" in repr(found["esketamine", "trd", "initial"].criteria)
    assert "failed_ad_count" not in repr(found["esketamine", "mdsi", "initial"].criteria)
    assert "age_min" in repr(found["esketamine", "mdsi", "initial"].criteria)


def test_prior_authorization_named_anywhere_holds_for_what_is_covered() -> None:
    found = positions("- Prior authorization is required.", "- Spravato is covered for TRD.")

    assert found["esketamine", "trd", "initial"].prior_authorization is True


def test_evidence_is_the_passage_with_its_page() -> None:
    (position,) = read_positions((Block("paragraph", "Esketamine is covered for TRD.", page=3),))

    assert [(proof.page, proof.text) for proof in position.evidence] == [(3, "Esketamine is covered for TRD.")]


def test_a_denied_route_is_of_any_use_beside_what_is_covered() -> None:
    found = positions("- Ketamine infusion is covered for CRPS. Ketamine by mouth is not covered for any diagnosis.")

    assert found["ketamine", "any", "initial"].status == "excluded"
    assert found["ketamine", "crps", "initial"].status == "covered"


def test_a_use_that_a_denial_excepts_is_covered() -> None:
    found = positions("- Spravato is not covered for any use except for TRD.")

    assert found["esketamine", "other", "initial"].status == "excluded"
    assert found["esketamine", "trd", "initial"].status == "covered"


def test_sentences_before_a_lead_in_are_answers_of_their_own() -> None:
    found = positions(
        "- Spravato is covered for TRD. It is not covered if any of the following applies:", "* Psychosis"
    )

    assert set(found) == {("esketamine", "trd", "initial")}


def test_renewal_after_a_run_of_first_approvals_is_for_all_of_them() -> None:
    found = positions(
        "# Initial approval: TRD",
        "* Two antidepressants have failed",
        "# Initial approval: MDD with acute suicidal ideation",
        "* An oral antidepressant is taken",
        "# Renewal",
        "* The patient has benefited from treatment",
    )

    assert {key[1] for key in found if key[2] == "renewal"} == {"trd", "mdsi"}


def test_items_under_a_heading_are_alternatives_when_their_connectives_say_so() -> None:
    found = positions("# Initial criteria: TRD", "* Age 18 or older; or", "* Prescribed by a psychiatrist")
    tree = found["esketamine", "trd", "initial"].criteria

    assert isinstance(tree, Group)
    assert tree.op == "any"


def test_the_amount_of_a_first_fill_is_no_limit_of_a_renewal() -> None:
    found = positions(
        "# Initial criteria", "- Covered for TRD when all are met:", "* Age 18 or older",
        "# Renewal criteria", "- All of these are met:", "* Symptoms have improved",
        "# Quantity limits", "- 24 devices in the first 28 days",
    )  # fmt: skip

    assert "quantity_limit" not in {leaf.key for leaf in parts(found["esketamine", "trd", "renewal"])}


def test_a_row_of_a_label_and_its_value_is_read_under_the_label() -> None:
    rows = (("Initial authorization", "12 months"), ("Renewal", "6 months at a time, if symptoms have eased"))
    found = read_positions(
        (
            Block("heading", "Spravato (esketamine)", depth=1),
            Block("paragraph", "Spravato is covered for treatment-resistant depression."),
            *(Block("row", " | ".join(cells), cells=cells) for cells in rows),
        )
    )

    leaves = {(position.phase, leaf.key, leaf.value) for position in found for leaf in parts(position)}
    assert ("initial", "initial_auth_days", 365) in leaves
    assert ("renewal", "renewal_auth_days", 180) in leaves


def test_a_document_named_an_appendix_is_no_boilerplate() -> None:
    blocks = (
        Block("heading", "Appendix C: pharmacy criteria", depth=1),
        Block("heading", "Spravato", depth=2),
        Block("paragraph", "Approvable for TRD in members of 18 years or older."),
        Block("heading", "Appendix D: notices", depth=1),
        Block("paragraph", "Spravato is covered for PTSD."),
    )

    assert [found.indication for found in read_positions(blocks)] == ["trd"]


def test_a_lead_in_may_break_off_in_mid_sentence() -> None:
    found = positions(
        "- Spravato is covered for an adult with TRD who has", "* failed two antidepressants", "* no psychosis"
    )

    assert isinstance(found["esketamine", "trd", "initial"].criteria, Group)


@pytest.mark.parametrize(
    "diagnosis", ["Patient has a diagnosis of TRD.", "Diagnosis of TRD", "The member must have TRD"]
)
def test_an_item_that_asks_for_the_diagnosis_titles_no_other_item(diagnosis: str) -> None:
    found = positions("# Review criteria", f"* {diagnosis}", "* Age of 21 years or older")

    assert asked(found["esketamine", "trd", "initial"]) == {("age_min", 21)}


def _table(*rows: tuple[str, ...]) -> tuple[Block, ...]:
    return tuple(Block("row", " | ".join(cells), cells=cells) for cells in rows)


def test_columns_of_uses_ask_each_use_for_what_their_cells_say() -> None:
    blocks = (
        Block("heading", "Esketamine", depth=1),
        *_table(
            ("Point", "Treatment-resistant depression", "MDD, acute suicidal ideation"),
            ("Minimum age", "18", "21"),
            ("Oral antidepressant", "Optional", "Required"),
            ("First approval", "3 months", "1 month"),
            ("Renewal", "12 months, if there is benefit", "Not applicable"),
        ),
    )

    found = {(each.indication, each.phase): each.criteria for each in read_positions(blocks)}

    assert set(found) == {("trd", "initial"), ("mdsi", "initial"), ("trd", "renewal")}
    mdsi = found["mdsi", "initial"]
    assert isinstance(mdsi, Group)
    keys = {(leaf.key, leaf.value) for leaf in mdsi.children if isinstance(leaf, Leaf)}
    assert {("age_min", 21), ("oral_ad", "required"), ("initial_auth_days", 30)} <= keys


def test_a_heading_of_a_statement_over_a_table_titles_the_table() -> None:
    blocks = (
        Block("heading", "Spravato: when it is medically necessary", depth=1),
        *_table(("Rule", "TRD", "PTSD"), ("Authorization", "6 months", "1 month")),
    )

    assert {found.indication for found in read_positions(blocks)} == {"trd", "ptsd"}


def test_a_heading_of_the_label_over_its_uses_is_no_use_of_its_own() -> None:
    found = positions(
        "# FDA-approved indications",
        "- TRD. Spravato is covered when:",
        "* Age 18 or older",
        "* No psychosis",
        "- Approve 84 mg a session.",
    )

    assert {indication for _, indication, _ in found} == {"trd"}


def test_a_section_on_billing_that_answers_is_read() -> None:
    found = positions(
        "# Billing for Spravato", "- The plan covers Spravato for adults with TRD.", "- Claims carry S0013."
    )

    assert found["esketamine", "trd", "initial"].status == "covered"


def test_a_section_on_billing_that_only_bills_stays_unknown() -> None:
    found = positions("# Billing for Spravato", "- Claims for Spravato in TRD carry S0013.")

    assert found["esketamine", "any", "initial"].status == "unknown"


@pytest.mark.parametrize(
    ("sentence", "length"),
    [
        ("Approval for TRD is granted for five months if two antidepressants have failed.", 150),
        ("Coverage for members with TRD is approved for 5 months after two antidepressants have failed.", 150),
    ],
)
def test_what_is_said_of_the_approval_of_a_use_is_said_of_that_use(sentence: str, length: int) -> None:
    found = positions(
        "- Spravato needs prior authorization.",
        f"- {sentence} Approval for depression with acute suicidal ideation is granted for one month.",
    )

    assert asked(found["esketamine", "trd", "initial"]) == {("failed_ad_count", 2), ("initial_auth_days", length)}
    assert asked(found["esketamine", "mdsi", "initial"]) == {("initial_auth_days", 30)}


@pytest.mark.parametrize(
    "limited", ["three antidepressants have failed (TRD only)", "when used for TRD, three drugs failed"]
)
def test_a_clause_of_a_run_may_be_limited_to_one_of_the_uses_asked_for(limited: str) -> None:
    found = positions(
        "# Criteria",
        "- Spravato: diagnosis of TRD or of depression with acute suicidal ideation; age of 18 years or older; "
        f"{limited}; prescribed by a psychiatrist.",
    )

    shared = {("age_min", 18), ("prescriber", "psychiatrist")}
    assert asked(found["esketamine", "trd", "initial"]) == {*shared, ("failed_ad_count", 3)}
    assert asked(found["esketamine", "mdsi", "initial"]) == shared


@pytest.mark.parametrize(
    ("criteria", "labeled"),
    [
        ("Recommended Authorization Criteria", "FDA-Approved Indications"),
        ("Medical Necessity Criteria for Spravato", "Uses on the label: FDA-labeled uses"),
    ],
)
def test_labeled_uses_divide_the_criteria_that_they_stand_under(criteria: str, labeled: str) -> None:
    found = outline(
        Block("heading", criteria, depth=2),
        Block("paragraph", "Coverage of Spravato is recommended in those who meet one of the following criteria:"),
        Block("heading", labeled, depth=3, path=(criteria,)),
        Block("heading", "Treatment-Resistant Depression", depth=4, path=(criteria, labeled)),
        Block("paragraph", "All statements apply:"),
        Block("item", "the patient is 18 years old or older", depth=1),
        Block("item", "a psychiatrist prescribes the drug", depth=1),
    )
    assert found["esketamine", "trd", "initial"].status == "covered"


def test_what_is_said_of_either_drug_is_said_of_both() -> None:
    found = positions(
        "- Spravato and ketamine infusion are covered for TRD.",
        "- For Spravato, the site is certified under the REMS.",
        "- First authorization: 28 days for either drug.",
    )
    assert "initial_auth_days" in repr(found["ketamine", "trd", "initial"].criteria)
    assert "initial_auth_days" in repr(found["esketamine", "trd", "initial"].criteria)
