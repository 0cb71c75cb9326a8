"""Refusals that are of a supply, a place, a fee or another program: the drug's own answer stands beside them."""

from __future__ import annotations

import pytest

from parsers.policy import parse_policy
from tests.parsers.stated import asked

COVER = "<p>Spravato is covered for treatment-resistant depression when the member is 18 or older.</p>"
OF_SUPPLY = (
    "Samples of Spravato are not covered.",
    "Home use of Spravato is not covered.",
    "Spravato dispensed directly to a member is not covered.",
    "Replacement of lost Spravato devices is not covered.",
    "Telehealth visits for Spravato monitoring are not covered.",
    "Spravato is not eligible for a 90-day supply.",
    "The pharmacy benefit does not cover Spravato; it is a medical benefit.",
    "Some employer groups exclude Spravato.",
    "This drug is not on the preferred drug list.",
)
OF_A_PROGRAM = (
    "The Chronic Disease Program does not pay for this drug.",
    "Medicare Part D does not cover Spravato.",
    "Spravato is not covered for members in the Emergency Services program.",
)


def answers(body: str) -> list[tuple[str, str]]:
    page = f"<html><body><h1>Spravato (esketamine)</h1>{body}</body></html>".encode()
    return [(position.indication, position.status) for position in parse_policy(page).positions]


@pytest.mark.parametrize("sentence", OF_SUPPLY)
@pytest.mark.parametrize("form", ["<p>{}</p>", "<h2>Limitations</h2><ul><li>{}</li></ul>"])
def test_what_is_refused_of_a_supply_is_asked_of_no_patient(sentence: str, form: str) -> None:
    page = f"<html><body><h1>Spravato (esketamine)</h1>{COVER}{form.format(sentence)}</body></html>"
    (position,) = parse_policy(page.encode()).positions
    assert (position.status, asked(position)) == ("covered", {("age_min", 18)})


@pytest.mark.parametrize("sentence", OF_SUPPLY)
def test_what_is_refused_of_a_supply_is_no_answer_on_the_drug(sentence: str) -> None:
    assert ("any", "excluded") not in answers(f"<p>{sentence}</p>")


@pytest.mark.parametrize("sentence", OF_A_PROGRAM)
def test_another_program_denies_nothing_of_what_is_covered(sentence: str) -> None:
    assert answers(f"{COVER}<p>{sentence}</p>") == [("trd", "covered")]


def test_a_denial_without_cover_stays() -> None:
    assert answers("<p>Spravato is not covered.</p>") == [("any", "excluded")]


@pytest.mark.parametrize(
    "sentence",
    [
        "This policy does not cover ketamine infusions.",
        "Investigational use of ketamine in trials is governed by the clinical trial policy.",
        "Some states do not pay for ketamine infusions.",
        "In 2021 ketamine was not covered.",
        "Coverage of ketamine infusions is determined by the contract.",
        "Ketamine 500 mg vials are not payable to pharmacies.",
        "A trial of intravenous ketamine does not count as an antidepressant trial.",
    ],
)
def test_what_is_told_of_the_other_drug_answers_nothing(sentence: str) -> None:
    assert answers(f"{COVER}<p>{sentence}</p>") == [("trd", "covered")]
