"""How medical policies lay out their statements: numbered sections, classes, two drugs side by side."""

from __future__ import annotations

import pytest

from parsers.models import Block, Leaf
from parsers.positions import read_positions
from tests.parsers.stated import positions
from tests.parsers.test_denials import answers


@pytest.mark.parametrize(
    "diagnosis",
    [
        "Major depressive disorder per DSM-5",
        "Major depressive disorder confirmed by a psychiatrist",
    ],
)
def test_depression_asked_for_under_a_title_of_one_form_is_that_form(diagnosis: str) -> None:
    title = Block("heading", "Spravato for treatment-resistant depression", depth=1)
    lead = Block("paragraph", "Spravato is medically necessary when all of these are met:")
    items = [Block("item", text, depth=1) for text in (diagnosis, "Failure of two antidepressants")]
    found = read_positions((title, lead, *items))
    assert [position.indication for position in found] == ["trd"]


@pytest.mark.parametrize("form", ["treatment-resistant", "therapy-refractory"])
def test_a_form_of_depression_may_be_named_after_it(form: str) -> None:
    found = positions(
        "- Spravato is covered when all of these are met:",
        f"* Major depressive disorder by DSM-5, without psychotic features, {form}",
        "* Failure of two antidepressants",
    )
    assert set(found) == {("esketamine", "trd", "initial")}


@pytest.mark.parametrize("topic", ["Mental health conditions", "Psychiatric disorders"])
def test_uses_that_a_list_asks_for_specify_the_class_in_the_heading(topic: str) -> None:
    found = positions(
        f"# {topic}",
        "- Spravato may be authorized for (A) or (B):",
        "* Treatment-resistant depression, if two antidepressants have failed",
        "* Major depression with acute suicidal ideation",
    )
    assert set(found) == {("esketamine", "trd", "initial"), ("esketamine", "mdsi", "initial")}


@pytest.mark.parametrize(
    "item",
    [
        "For esketamine, the site is certified in the REMS",
        "Spravato nasal spray only: the site is certified in the REMS",
    ],
)
def test_an_item_for_one_drug_is_not_asked_for_the_other(item: str) -> None:
    blocks = (
        Block("heading", "Spravato and ketamine", depth=1),
        Block("paragraph", "Spravato or intravenous ketamine is covered for TRD when all are met:"),
        Block("item", "Age 18 or older", depth=1),
        Block("item", item, depth=1),
    )
    leaves = {position.product: str(position.criteria) for position in read_positions(blocks)}
    assert "rems" in leaves["esketamine"]
    assert "rems" not in leaves["ketamine"]


@pytest.mark.parametrize("renewal", ["Continuing authorization", "Renewal"])
def test_a_use_after_the_renewal_of_another_starts_with_its_first_approval(renewal: str) -> None:
    found = positions(
        "# Treatment-resistant depression",
        "- Spravato is medically necessary after failure of two antidepressants.",
        f"# {renewal}",
        "* The symptoms have improved.",
        "# Major depressive disorder with acute suicidal ideation",
        "- Spravato is medically necessary together with an oral antidepressant.",
    )
    assert ("esketamine", "mdsi", "initial") in found
    assert ("esketamine", "mdsi", "renewal") not in found


@pytest.mark.parametrize(("marker", "label"), [("V.", "DESCRIPTION"), ("V.", "Purpose")])
def test_a_number_after_that_of_a_heading_opens_a_section_of_its_own(marker: str, label: str) -> None:
    blocks = (
        Block("heading", "Ketamine", depth=1),
        Block("heading", "DEFINITIONS", depth=5, marker="IV."),
        Block("item", "Attachment: a further document.", depth=1),
        Block("item", f"{label}: ketamine is an anesthetic.", depth=1, marker=marker),
        Block("paragraph", "Ketamine is considered investigational for fibromyalgia."),
    )
    assert [position.indication for position in read_positions(blocks)] == ["fibromyalgia"]


@pytest.mark.parametrize("line", ["After each dose the member is watched for at least 2 hours.", "The dose is 84 mg."])
def test_guidelines_after_the_policys_statements_ask_for_nothing(line: str) -> None:
    found = positions(
        "# Policy statement",
        "- Spravato is medically necessary for TRD after failure of two antidepressants.",
        "# Policy guidelines",
        f"- {line}",
    )
    criteria = found["esketamine", "trd", "initial"].criteria
    assert isinstance(criteria, Leaf)
    assert criteria.key == "failed_ad_count"


@pytest.mark.parametrize(
    "lead",
    [
        "The plan considers low-dose ketamine, whatever the route, not medically necessary for:",
        "Ketamine in sub-anesthetic doses is not medically necessary for:",
    ],
)
def test_a_low_dose_is_the_drug_and_no_manner_of_using_it(lead: str) -> None:
    found = answers(lead, "* post-traumatic stress disorder", "* fibromyalgia")
    assert found == {
        ("ketamine", "ptsd"): "not_medically_necessary",
        ("ketamine", "fibromyalgia"): "not_medically_necessary",
    }


@pytest.mark.parametrize(
    "lead",
    [
        "Ketamine is considered medically necessary for either of the following:",
        "Ketamine is medically appropriate in these situations:",
    ],
)
def test_items_under_cover_for_uses_are_the_uses(lead: str) -> None:
    found = answers(lead, "* anesthesia or procedural sedation", "* acute pain treated in an emergency department")
    assert found == {("ketamine", "anesthesia"): "covered", ("ketamine", "acute_pain"): "covered"}


@pytest.mark.parametrize(
    "boilerplate",
    [
        "The federal program requires that ketamine, once the FDA approves it, not be considered investigational.",
        "For federal employees approved drugs such as ketamine cannot be deemed experimental.",
    ],
)
def test_what_may_not_be_called_investigational_is_not_denied(boilerplate: str) -> None:
    assert "investigational" not in answers(boilerplate).values()


@pytest.mark.parametrize("other", ["depression", "comorbid depression"])
def test_a_disorder_that_is_absent_is_not_what_is_denied(other: str) -> None:
    found = answers("Ketamine is not covered for:", f"* Post-traumatic stress disorder without {other}")
    assert found == {("ketamine", "ptsd"): "excluded"}


@pytest.mark.parametrize("heading", ["Reauthorization", "Renewal requests"])
def test_a_renewal_that_names_no_drug_is_not_for_the_denied_one(heading: str) -> None:
    found = answers(
        "# Criteria",
        "Spravato is medically necessary for treatment-resistant depression when two antidepressants have failed.",
        "Ketamine is investigational for treatment-resistant depression.",
        f"# {heading}",
        "TRD: approved for 6 months when symptoms have improved.",
    )
    assert found["ketamine", "trd"] == "investigational"


def test_the_class_in_the_title_is_the_drug() -> None:
    title = Block("heading", "Intravenous Anesthetics for Pain", depth=1)
    says = Block("paragraph", "Ketamine and lidocaine are anesthetics.")
    lead = Block("paragraph", "Infusion of an anesthetic is investigational in the treatment of:")
    found = read_positions(
        (title, says, lead, Block("item", "fibromyalgia", depth=1), Block("item", "migraine", depth=1))
    )
    assert {position.indication for position in found} == {"fibromyalgia", "headache"}


def test_a_row_of_a_bulletin_says_what_its_policy_says_now() -> None:
    header = ("Number", "Title", "Summary of change")
    cells = ("7.01", "Esketamine nasal spray", "Revised. Covered for TRD after failure of three antidepressants.")
    row = Block("row", " | ".join(cells), cells=cells, header=header)
    (found,) = read_positions((Block("heading", "Bulletin", depth=1), row))
    assert (found.indication, found.status) == ("trd", "covered")
    assert isinstance(found.criteria, Leaf)
    assert (found.criteria.key, found.criteria.value) == ("failed_ad_count", 3)


def test_amounts_of_a_table_of_drugs_are_limits_of_the_drug() -> None:
    row = Block(
        "row",
        "Spravato | 20 devices per 28 days",
        cells=("Spravato", "20 devices per 28 days"),
        header=("Drug", "Limit"),
    )
    title = Block("heading", "Spravato", depth=1)
    covered = Block("paragraph", "Spravato is covered for TRD.")
    (found,) = read_positions((title, covered, Block("heading", "Quantity limits", depth=2), row))[:1]
    assert isinstance(found.criteria, Leaf)
    assert found.criteria.key == "quantity_limit"


def test_the_span_under_a_heading_of_first_approvals_is_how_long_they_last() -> None:
    title = Block("heading", "Spravato", depth=1)
    covered = Block("paragraph", "Spravato is covered for TRD.")
    section = Block("heading", "Initial authorization", depth=2)
    (found,) = read_positions(
        (title, covered, section, Block("paragraph", "Six weeks.", path=("Initial authorization",)))
    )
    criteria = found.criteria
    assert isinstance(criteria, Leaf)
    assert (criteria.key, criteria.value) == ("initial_auth_days", 42)


def test_matters_to_consider_ask_for_nothing() -> None:
    found = positions(
        "# Criteria",
        "- Spravato is covered for TRD when:",
        "* Two antidepressants have failed",
        "# Issues for consideration",
        "* Driving is allowed the next day",
    )
    criteria = found["esketamine", "trd", "initial"].criteria
    assert isinstance(criteria, Leaf)
    assert criteria.key == "failed_ad_count"


def test_a_table_of_weeks_and_doses_is_the_labels_schedule() -> None:
    header = ("Phase", "Weeks", "Dose")
    row = Block("row", "", cells=("Induction", "1 to 4", "56 mg or 84 mg twice weekly"), header=header)
    title = Block("heading", "Spravato", depth=1)
    covered = Block("paragraph", "Spravato is covered for TRD.")
    (found,) = read_positions((title, covered, Block("heading", "Dosage and administration", depth=2), row))
    assert found.criteria is None
