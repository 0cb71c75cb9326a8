"""A cover that depends on conditions which stand elsewhere answers for nobody."""

from __future__ import annotations

import pytest

from parsers.check import check, read_patient
from parsers.models import Position
from parsers.policy import parse_policy


def position(*paragraphs: str) -> Position:
    page = "".join(f"<p>{text}</p>" for text in paragraphs)
    read = parse_policy(f"<html><body><h1>Spravato (esketamine)</h1>{page}</body></html>".encode())
    return read.positions[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Spravato is covered for treatment-resistant depression when the criteria of the attached form are met.",
        "Spravato is covered for treatment-resistant depression if all questions of Table 2 are answered yes.",
        "Spravato may be approved for treatment-resistant depression in members who meet the requirements of MP-12.",
        "Spravato is covered for treatment-resistant depression subject to the clinical criteria of the state.",
    ],
)
def test_conditions_that_stand_elsewhere_leave_the_answer_open(sentence: str) -> None:
    read = position(sentence)
    assert check(read.criteria, read.status, read_patient({"age": 40})).result == "undetermined"


def test_a_length_of_approval_is_no_condition_that_was_read() -> None:
    read = position(
        "Spravato is approved for 6 months for treatment-resistant depression when the criteria of the form are met."
    )
    assert check(read.criteria, read.status, read_patient({"age": 40})).result == "undetermined"


def test_cover_without_conditions_stays_as_it_is() -> None:
    assert position("Spravato is covered for treatment-resistant depression.").criteria is None
