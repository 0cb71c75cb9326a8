"""Which short lines title what follows."""

import pytest

from parsers.sections.headings import looks_like_heading


@pytest.mark.parametrize("line", ["REFERENCES | HISTORY", "Policy | Coding | Top", "DESCRIPTION • RATIONALE • CODES"])
def test_a_line_of_jumps_is_no_heading(line: str) -> None:
    assert not looks_like_heading(line, bold=True)


@pytest.mark.parametrize("line", ["REFERENCES", "Medical Policy | Spravato", "CODING AND HISTORY"])
def test_a_title_is_one(line: str) -> None:
    assert looks_like_heading(line, bold=True)


@pytest.mark.parametrize(
    "line", ["Use 2 (new): acute suicidality", "Resistant depression: who qualifies", "Resistant depression: renewal"]
)
def test_a_use_and_what_is_told_of_it_are_a_title(line: str) -> None:
    assert looks_like_heading(line, bold=True)


@pytest.mark.parametrize("line", ["Therapy stage: renewal", "Use 2: 6 months", "Resistant depression: covered"])
def test_a_label_and_its_value_are_none(line: str) -> None:
    assert not looks_like_heading(line, bold=True)


@pytest.mark.parametrize(
    "line",
    [
        "Conditions for Which Requests for Use of Spravato Will Be Considered for Review",
        "Clinical Criteria for Depressive Symptoms in Adults With Major Depressive Disorder With Acute Ideation",
        "Products that may be covered",
    ],
)
def test_capitalised_words_and_what_is_named_are_a_title(line: str) -> None:
    assert looks_like_heading(line, bold=True)


@pytest.mark.parametrize("line", ["Requests may be sent by fax", "The Spray May Be Covered When Two Medicines Failed;"])
def test_a_statement_in_bold_is_none(line: str) -> None:
    assert not looks_like_heading(line, bold=True)
