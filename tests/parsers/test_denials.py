"""What is denied, and how a denial reaches the uses named around it."""

from __future__ import annotations

import pytest

from parsers.models import Block
from parsers.positions import read_positions


def answers(*lines: str) -> dict[tuple[str, str], str]:
    """Statuses by drug and use; a line is a heading ("# …"), an item ("* …") or a paragraph."""
    blocks = [Block("heading", "Ketamine and esketamine (Spravato)", depth=1)]
    for line in lines:
        mark, _, text = line.partition(" ")
        kind = {"#": "heading", "*": "item"}.get(mark)
        blocks.append(
            Block("heading", text, depth=2)
            if kind == "heading"
            else Block("item", text, depth=1)
            if kind == "item"
            else Block("paragraph", line)
        )
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
