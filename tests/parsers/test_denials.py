"""What is denied, and how a denial reaches the uses named around it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.models import Block
from parsers.positions import read_positions
from tests.parsers.stated import asked, positions

_MARKED = {
    "#": Block("heading", "", depth=2),
    "##": Block("heading", "", depth=3),
    "*": Block("item", "", depth=1),
    "?": Block("term", ""),
    "!": Block("definition", ""),
}


def answers(*lines: str) -> dict[tuple[str, str], str]:
    """Statuses by drug and use; a line is marked as heading (#, ##), item (*), term (?), definition (!) or is text."""
    blocks = [Block("heading", "Ketamine and esketamine (Spravato)", depth=1)]
    for line in lines:
        mark, _, text = line.partition(" ")
        blocks.append(replace(_MARKED[mark], text=text) if mark in _MARKED else Block("paragraph", line))
    return {(found.product, found.indication): found.status for found in read_positions(tuple(blocks))}


@pytest.mark.parametrize(
    "sentence",
    [
        "So is ketamine for PTSD.",
        "The same holds for PTSD.",
        "This also applies to PTSD.",
        "PTSD and OCD are likewise meant.",
        "Mental illness here includes, among others, PTSD.",
        "PTSD falls under the same exclusion.",
    ],
)
def test_a_sentence_that_goes_on_gives_its_uses_the_answer_before(sentence: str) -> None:
    found = answers(f"Ketamine is investigational for chronic pain. {sentence}")

    assert found["ketamine", "ptsd"] == "investigational"


def test_a_paragraph_goes_on_with_the_answer_of_the_one_before() -> None:
    found = answers("Ketamine is not covered for chronic pain.", "The same applies to ketamine for PTSD.")

    assert found["ketamine", "ptsd"] == "excluded"


def test_cover_goes_on_too() -> None:
    found = answers("The plan covers Spravato for TRD. It does so as well for OCD.")

    assert found["esketamine", "ocd"] == "covered"


def test_a_use_set_apart_from_a_denial_is_not_covered_by_it() -> None:
    found = answers("Ketamine is investigational for any use outside of anesthesia.")

    assert found == {("ketamine", "other"): "investigational"}


@pytest.mark.parametrize("lead", ["when given for any of these:", "if it is used to treat one of the following:"])
def test_uses_of_a_drug_that_is_given_for_them_are_no_bar_of_patients(lead: str) -> None:
    found = answers(f"Ketamine is unproven {lead}", "* Chronic pain", "* PTSD")

    assert found == {("ketamine", "chronic_pain"): "investigational", ("ketamine", "ptsd"): "investigational"}


def test_items_that_speak_for_themselves_leave_nothing_to_the_drug_as_such() -> None:
    found = answers("Each of these is regarded as investigational:", "* Ketamine for PTSD", "* Ketamine for OCD")

    assert set(found) == {("ketamine", "ptsd"), ("ketamine", "ocd")}


def test_what_is_said_of_other_products_is_not_said_of_the_drug() -> None:
    found = answers("Ketamine creams are not covered. Other compounded products are covered with prior authorization.")

    assert found == {("ketamine", "any"): "excluded"}


def test_a_term_for_a_use_is_denied_by_the_word_under_it() -> None:
    found = answers("? Esketamine for any other purpose", "! Unproven.", "? Ketamine against OCD", "! Excluded.")

    assert found == {("esketamine", "other"): "investigational", ("ketamine", "ocd"): "excluded"}


def test_the_columns_of_a_review_of_studies_answer_nothing() -> None:
    columns = ("Population", "Intervention", "Comparator", "Outcomes")
    cells = ("Adults with PTSD", "Ketamine by vein", "Usual care", "Symptoms")
    row = Block("row", " | ".join(cells), cells=cells, header=columns)

    assert not [found for found in read_positions((row,)) if found.status != "unknown"]


def test_policy_by_name_opens_what_ranks_under_a_closed_section() -> None:
    found = answers("# Description", "Ketamine is an old drug.", "## Policy:", "Ketamine is not covered for PTSD.")

    assert found == {("ketamine", "ptsd"): "excluded"}


def test_a_glossary_or_a_contact_says_nothing_of_the_topic_after_it() -> None:
    found = answers("# How to use this rule", "Call us.", "# Infusions", "Ketamine is experimental for PTSD.")

    assert found == {("ketamine", "ptsd"): "investigational"}


def test_what_a_provider_may_bill_is_no_answer() -> None:
    found = answers("Ketamine is not covered for PTSD.", "A provider may bill the patient for the non-covered service.")

    assert found == {("ketamine", "ptsd"): "excluded"}


def test_a_drug_that_a_paragraph_ends_on_does_not_share_the_cover_of_the_one_before() -> None:
    found = answers("Spravato is covered for TRD.", "The first dose is 56 mg. For ketamine use another form. Fax it.")

    assert set(found) == {("esketamine", "trd")}


def test_an_item_of_a_list_of_exclusions_is_about_the_drug_it_names_alone() -> None:
    blocks = (
        Block("heading", "Exclusions", depth=1),
        Block("item", "Hypnosis by telephone.", depth=1),
        Block("item", "Ketamine for PTSD.", depth=1),
        Block("item", "Primal therapy and rolfing are not covered.", depth=1),
    )

    assert [(found.product, found.indication) for found in read_positions(blocks)] == [("ketamine", "ptsd")]


@pytest.mark.parametrize(
    "rest", ["everything else", "whatever other situation", "uses outside this table", "uses outside of this guideline"]
)
def test_all_that_is_not_named_is_the_residual(rest: str) -> None:
    found = answers(f"Spravato is covered for TRD. It is not medically necessary for any {rest}.")

    assert found["esketamine", "other"] == "not_medically_necessary"


@pytest.mark.parametrize("sentence", ["By way of example: PTSD, OCD.", "PTSD and OCD are examples, and more exist."])
def test_examples_take_the_denial_before_them_whatever_their_heading_says(sentence: str) -> None:
    found = answers("# Not approved", f"Ketamine is not medically necessary for chronic pain. {sentence}")

    assert found["ketamine", "ptsd"] == found["ketamine", "ocd"] == "not_medically_necessary"


def test_others_of_a_class_are_no_residual() -> None:
    found = answers("# Not covered", "* Ketamine in mental illness (PTSD, OCD and others): investigational")

    assert set(found) == {("ketamine", "psychiatric"), ("ketamine", "ptsd"), ("ketamine", "ocd")}


@pytest.mark.parametrize(
    "lead", ["Spravato is covered for TRD; any other use is unproven.", "The only use is TRD; all others are unproven."]
)
def test_a_rest_set_apart_in_one_sentence_leaves_what_was_said_before_it(lead: str) -> None:
    found = answers(lead, "* Age 18 or older", "* Prescribed by a psychiatrist")

    assert found["esketamine", "trd"] == "covered"
    assert found["esketamine", "other"] == "investigational"


def test_a_title_of_another_section_in_quotes_is_no_answer() -> None:
    found = answers(
        "# Not medically necessary", '* Ketamine: anything else, such as is not listed under "Can be approved"'
    )

    assert found == {("ketamine", "other"): "not_medically_necessary"}


def test_depression_after_bipolar_disorder_is_a_use_of_its_own() -> None:
    found = answers("Ketamine is investigational for bipolar disorder, depression and PTSD.")

    assert set(found) == {("ketamine", "bipolar_depression"), ("ketamine", "mdd"), ("ketamine", "ptsd")}


def test_a_title_of_denials_denies_nothing() -> None:
    found = answers("When ketamine infusions are not covered", "Ketamine is investigational for chronic pain.")
    assert found == {("ketamine", "chronic_pain"): "investigational"}


def test_why_a_use_is_denied_is_its_status() -> None:
    found = answers("Ketamine is not covered for PTSD. This use is considered investigational.")
    assert found == {("ketamine", "ptsd"): "investigational"}


def test_services_beside_the_drug_are_not_its_other_uses() -> None:
    found = answers("Ketamine is investigational for chronic pain.", "Treatments beyond those above are not covered.")
    assert found == {("ketamine", "chronic_pain"): "investigational"}


def test_items_that_tell_of_a_patient_bar_patients() -> None:
    lines = (
        "- Spravato is covered for treatment-resistant depression.",
        "- Spravato is not approved for the following:",
        "* The member has an aneurysm",
        "* All other indications",
    )
    found = positions(*lines)
    assert {key[1]: one.status for key, one in found.items()} == {"trd": "covered", "other": "excluded"}
    assert asked(found["esketamine", "trd", "initial"]) == {("exclusion", "aneurysmal_vascular_disease")}


def test_a_length_under_both_drugs_does_not_cover_the_one_that_is_denied() -> None:
    found = answers(
        "Spravato is covered for TRD.",
        "Ketamine is investigational for psychiatric disorders, including TRD.",
        "# Length of approval",
        "TRD: approved for 3 months",
    )
    assert found["ketamine", "trd"] == "investigational"


@pytest.mark.parametrize("denial", ["They are not covered.", "In every plan, this is excluded."])
def test_a_pronoun_denies_what_the_sentence_before_names(denial: str) -> None:
    found = answers(f"Ketamine infusions for PTSD and for OCD have been proposed. {denial}")
    assert found == {("ketamine", "ptsd"): "excluded", ("ketamine", "ocd"): "excluded"}


def test_a_denial_of_the_service_again_is_no_denial_of_every_use() -> None:
    found = positions(
        "- Spravato is investigational for PTSD.",
        "# Coverage",
        "- Claims for this service are denied as investigational.",
    )
    assert {key[1] for key in found} == {"ptsd"}


@pytest.mark.parametrize("title", ["Zulresso (brexanolone)", "Evidence", "References"])
def test_what_a_title_runs_in_to_is_of_the_title_alone(title: str) -> None:
    found = positions(
        "# Criteria",
        "- Spravato is covered for treatment-resistant depression.",
        f"- {title}. It is not covered in PTSD.",
    )
    assert {key[1] for key in found} == {"trd"}


def test_a_lead_in_after_a_sentence_on_the_other_drug_is_of_its_own_drug() -> None:
    found = answers(
        "# Not medically necessary",
        "Spravato is unproven for any other use. Ketamine by infusion is unproven for the treatment of:",
        "* PTSD",
        "* chronic pain",
    )

    assert found == {
        ("esketamine", "other"): "investigational",
        ("ketamine", "ptsd"): "investigational",
        ("ketamine", "chronic_pain"): "investigational",
    }


def test_a_row_that_names_the_drug_with_a_use_answers_whatever_code_stands_beside() -> None:
    header = ("Service", "Code", "Status")
    cells = ("Ketamine infusion for fibromyalgia", "J3490", "Not covered")
    (position,) = read_positions(
        (Block("heading", "Ketamine", depth=1), Block("row", " | ".join(cells), cells=cells, header=header))
    )

    assert (position.product, position.indication, position.status) == ("ketamine", "fibromyalgia", "excluded")


@pytest.mark.parametrize("date", ["05/11/2031", "May 2031", "2031-05-11"])
def test_the_log_below_a_denial_tells_what_was_edited(date: str) -> None:
    denial = "Esketamine is not medically necessary for conditions that are not listed below."
    told = "Shorter trials. Bipolar depression removed from the exclusions."
    row = Block("row", f"{date} | {told}", cells=(date, told))
    found = read_positions((Block("heading", "Esketamine (Spravato)", depth=1), Block("paragraph", denial), row))
    assert {position.indication for position in found} == {"other"}
