"""What a heading, a lead-in or a phase hands to the blocks after it."""

from __future__ import annotations

import pytest

from parsers.models import Block, Group, Leaf, Position
from parsers.positions import read_positions
from tests.parsers.stated import asked, outline, parts, positions


def flat(*lines: str) -> dict[tuple[str, str, str], Position]:
    """Positions of a document all of whose headings are bold lines of one size."""
    blocks = [Block("heading", "Spravato (esketamine)", depth=1)]
    for line in lines:
        kind, text = line.split(" ", 1)
        blocks.append(Block("heading", text, depth=6) if kind == "#" else Block("item", text, depth=1))
    return {(found.product, found.indication, found.phase): found for found in read_positions(tuple(blocks))}


def ages(position: Position) -> list[object]:
    tree = position.criteria
    leaves = tree.children if isinstance(tree, Group) else (tree,)
    return [leaf.value for leaf in leaves if isinstance(leaf, Leaf) and leaf.key == "age_min"]


def test_an_empty_heading_of_a_use_titles_the_phases_after_it() -> None:
    found = flat(
        "# Treatment-Resistant Depression",
        "# Initial request",
        "* Aged 18 years or older",
        "* Ordered by a psychiatrist",
        "# Renewal request",
        "* Positive clinical response",
        "* Ordered by a psychiatrist",
        "# Major depressive disorder with acute suicidal ideation",
        "# Authorization for 4 weeks",
        "* Aged 21 years or older",
        "* Ordered by a psychiatrist",
    )

    assert set(found) == {
        ("esketamine", "trd", "initial"),
        ("esketamine", "trd", "renewal"),
        ("esketamine", "mdsi", "initial"),
    }
    assert ages(found["esketamine", "trd", "initial"]) == [18]
    assert ages(found["esketamine", "mdsi", "initial"]) == [21]


def test_an_empty_heading_of_a_phase_titles_the_uses_after_it() -> None:
    found = flat(
        "# Initial criteria",
        "# TRD",
        "* Aged 18 years or older",
        "* Ordered by a psychiatrist",
        "# Continuation of therapy",
        "# TRD",
        "* Positive clinical response",
        "* Aged 19 years or older",
    )

    assert ages(found["esketamine", "trd", "initial"]) == [18]
    assert ages(found["esketamine", "trd", "renewal"]) == [19]


def test_a_topic_after_the_background_opens_again_where_its_content_answers() -> None:
    found = positions(
        "# Summary",
        "- Esketamine acts on a receptor of nerve cells.",
        "# When we pay",
        "- Esketamine is medically necessary for TRD when all of the following are met:",
        "* Aged 18 years or older",
        "* Ordered by a psychiatrist",
    )

    assert ages(found["esketamine", "trd", "initial"]) == [18]


def test_a_topic_after_the_background_goes_on_with_it_otherwise() -> None:
    found = positions("# Summary", "- Esketamine is a spray.", "# Depression", "- Esketamine is used for PTSD by some.")

    assert found["esketamine", "any", "initial"].status == "unknown"


TITLE = Block("heading", "Spravato (esketamine)", depth=1)


def test_items_that_only_name_a_phase_title_what_stands_under_them() -> None:
    found = outline(
        TITLE,
        Block("heading", "Treatment-Resistant Depression", depth=2),
        Block("item", "First authorization", depth=1, marker="1."),
        Block("item", "Spravato is approved when both of the following are met:", depth=2, marker="a."),
        Block("item", "Aged 18 years or older", depth=3, marker="(1)"),
        Block("item", "Ordered by a psychiatrist", depth=3, marker="(2)"),
        Block("item", "Reauthorization", depth=1, marker="2."),
        Block("item", "Spravato is approved when both of the following are met:", depth=2, marker="a."),
        Block("item", "Positive clinical response", depth=3, marker="(1)"),
        Block("item", "Aged 19 years or older", depth=3, marker="(2)"),
    )

    assert ages(found["esketamine", "trd", "initial"]) == [18]
    assert ages(found["esketamine", "trd", "renewal"]) == [19]


def test_a_line_that_only_names_a_phase_titles_the_list_after_it() -> None:
    found = positions(
        "# Criteria for TRD",
        "- Initial Authorization",
        "* Aged 18 years or older",
        "* Ordered by a psychiatrist",
        "- Continuation of therapy",
        "* Positive clinical response",
        "* Aged 19 years or older",
    )

    assert ages(found["esketamine", "trd", "initial"]) == [18]
    assert ages(found["esketamine", "trd", "renewal"]) == [19]


def test_a_lead_in_holds_for_the_headings_after_it() -> None:
    found = positions(
        "- Spravato is medically necessary for TRD in patients who meet all of the following:",
        "# Initial therapy",
        "* Aged 18 years or older",
        "* Ordered by a psychiatrist",
    )

    assert ages(found["esketamine", "trd", "initial"]) == [18]


def test_a_row_of_a_drug_list_is_not_the_title_of_its_document() -> None:
    found = outline(
        Block("heading", "Antidepressants", depth=6),
        Block("row", "citalopram | Spravato", cells=("citalopram", "Spravato"), header=("Tier 1", "Special PA")),
        Block("heading", "Tier-2 Approval Criteria", depth=6),
        Block("item", "Two trials in six months", depth=1),
        Block("item", "Aged 18 years or older", depth=1),
    )

    assert all(position.criteria is None for position in found.values())


def test_a_clause_about_a_history_is_no_title_of_one() -> None:
    found = positions(
        "- Covered for treatment-resistant depression when all are met:",
        "* Age 18 or older",
        "* The patient has no history of:",
        "** psychosis",
        "** dementia",
    )

    barred = next(part for part in _groups(found["esketamine", "trd", "initial"]) if part.op == "none")
    assert {leaf.value for leaf in barred.children if isinstance(leaf, Leaf)} == {"psychosis", "dementia"}


def test_a_disorder_in_remission_limits_the_clause_to_no_use() -> None:
    found = positions(
        "- Covered for treatment-resistant depression when all are met:",
        "* Age 18 or older",
        "* If there was an alcohol use disorder, it has been in remission for three months",
    )

    assert "sud_remission_months" in {leaf.key for leaf in parts(found["esketamine", "trd", "initial"])}


def test_a_title_run_in_before_its_sentences_leads_them_in() -> None:
    found = positions("- Covered for TRD.", "- Who may not have it. People with dementia, or with psychosis.")

    assert found["esketamine", "trd", "initial"].criteria == Group(
        "none",
        tuple(
            Leaf("exclusion", value, "People with dementia, or with psychosis.", 1)
            for value in ("psychosis", "dementia")
        ),
    )


def _groups(position: Position) -> tuple[Group, ...]:
    tree = position.criteria
    return tuple(part for part in (tree.children if isinstance(tree, Group) else ()) if isinstance(part, Group))


def test_the_parts_that_a_statement_counts_are_criteria_whatever_their_topics() -> None:
    found = positions(
        "# Coverage",
        "- Esketamine is covered for treatment-resistant depression when both parts are met.",
        "## Part A - Treatment history",
        "* Two antidepressants have failed",
        "## Part B - Safety",
        "* Prescribed by a psychiatrist",
    )

    assert asked(found["esketamine", "trd", "initial"]) == {("failed_ad_count", 2), ("prescriber", "psychiatrist")}


def test_a_substance_use_that_is_screened_is_no_use_of_the_drug() -> None:
    found = positions(
        "# Coverage",
        "- Esketamine is covered for treatment-resistant depression when two antidepressants have failed.",
        "# Continuation",
        "- Renewal is approved for 6 months for members who benefit and whose substance use was screened.",
    )

    assert set(found) == {("esketamine", "trd", "initial"), ("esketamine", "trd", "renewal")}
    # What was screened has no key of its own, and is asked for all the same.
    read = {("renewal_auth_days", 180), ("renewal_response", "benefit"), ("unparsed", None)}
    assert asked(found["esketamine", "trd", "renewal"]) == read


def test_a_topic_after_denials_is_no_denial_unless_it_names_a_use() -> None:
    found = positions(
        "# Not covered",
        "- Esketamine for PTSD is not covered.",
        "# Words for our readers",
        "- Sedation wears off within hours, and bipolar disorder is often mistaken for depression.",
    )

    assert set(found) == {("esketamine", "ptsd", "initial")}


def test_a_heading_of_no_section_after_a_drug_of_a_list_is_the_next_drug() -> None:
    found = outline(
        Block("heading", "Drugs given in the clinic", depth=1),
        *(Block("paragraph", f"Rule {number} of the program stands here.") for number in range(4)),
        Block("heading", "Spravato (esketamine)", depth=2),
        Block("paragraph", "Approved for treatment-resistant depression when two antidepressants have failed."),
        Block("heading", "Lemtrada", depth=2),
        Block("paragraph", "Approved for 12 months for members of at least 17 years."),
    )

    assert {key: asked(position) for key, position in found.items()} == {
        ("esketamine", "trd", "initial"): {("failed_ad_count", 2)}
    }


LITERATURE = [
    "The median age was 44. Two antidepressants had failed in six of ten people, and MADRS had to be 28 or more.",
    "By convention a fall by half is called response. A PHQ-9 of 5 and under is remission.",
    "Entry to the trials was narrow. People with bipolar disorder or a PHQ-9 below 15 were turned away.",
]


@pytest.mark.parametrize("told", LITERATURE)
def test_a_paragraph_that_tells_of_research_says_nothing_of_the_policy(told: str) -> None:
    stated = "- Esketamine is covered for treatment-resistant depression when ordered by a psychiatrist."
    found = positions("# Criteria", stated, f"- {told}")

    assert {key: asked(position) for key, position in found.items()} == {
        ("esketamine", "trd", "initial"): {("prescriber", "psychiatrist")}
    }


def test_a_section_that_speaks_of_codes_and_holds_criteria_is_no_code_list() -> None:
    found = positions(
        "# These codes require preauthorization",
        "## Initial review",
        "- Spravato is medically necessary for treatment-resistant depression when both are met:",
        "* Two antidepressants have failed",
        "* Age 18 or older",
    )
    assert asked(found["esketamine", "trd", "initial"]) == {("failed_ad_count", 2), ("age_min", 18)}


def test_treatments_tried_without_benefit_bar_nobody() -> None:
    found = positions(
        "- Spravato is covered for treatment-resistant depression when all are met:",
        "* The client received, without any benefit, one of the following:",
        "** Lithium augmentation",
        "** Cognitive behavioral therapy",
    )
    assert asked(found["esketamine", "trd", "initial"]) == {("augmentation_trials", 1), ("psychotherapy", "failed")}


def test_what_a_section_by_its_letter_does_not_name_is_the_rest() -> None:
    found = positions(
        "# Criteria",
        "- Spravato is covered for treatment-resistant depression.",
        "- It is investigational for all indications that part II does not mention.",
    )
    assert found["esketamine", "other", "initial"].status == "investigational"


def test_a_group_is_the_use_that_it_was_named_by() -> None:
    found = positions(
        "- Spravato is covered for adults with major depressive disorder in one of two groups:",
        "- Group A: treatment-resistant depression. All items are needed:",
        "* Two antidepressants have failed",
        "* Age 18 or older",
        "- Group B: acute suicidal ideation. All items are needed:",
        "* An oral antidepressant is taken as well",
        "* Age 21 or older",
        "- Length of approval: Group A, 6 months; Group B, 4 weeks.",
    )
    assert {key[1] for key in found} == {"trd", "mdsi"}
    resistant = asked(found["esketamine", "trd", "initial"])
    assert resistant == {("failed_ad_count", 2), ("age_min", 18), ("initial_auth_days", 180)}
    assert ("initial_auth_days", 28) in asked(found["esketamine", "mdsi", "initial"])
    assert ("age_min", 21) in asked(found["esketamine", "mdsi", "initial"])


def test_who_has_the_drug_already_is_asked_what_a_renewal_asks() -> None:
    found = outline(
        TITLE,
        Block("heading", "Recommended Authorization Criteria", depth=2),
        Block("heading", "FDA-Approved Indications", depth=6),
        Block("item", "TRD. Approve if the patient meets one of the following:", depth=1, marker="1."),
        Block("item", "Initial therapy. Approve if the patient meets both of the following:", depth=2, marker="A)"),
        Block("item", "Patient is aged 18 years or older", depth=3, marker="i."),
        Block("item", "Prescribed by a psychiatrist", depth=3, marker="ii."),
        Block("item", "Patient is already taking Spravato. Approve if both are met:", depth=2, marker="B)"),
        Block("item", "Patient has had a beneficial response", depth=3, marker="i."),
        Block("item", "Patient is aged 19 years or older", depth=3, marker="ii."),
    )

    assert ages(found["esketamine", "trd", "initial"]) == [18]
    assert ages(found["esketamine", "trd", "renewal"]) == [19]
