"""Double negation: a denial that a condition lifts."""

from __future__ import annotations

import pytest

from parsers.answering.statuses import read_status
from parsers.language.negations import affirmed


@pytest.mark.parametrize(
    "text",
    [
        "Spravato is not covered for TRD unless two antidepressants have failed.",
        "No coverage is provided for the spray unless the plan has approved it.",
        "Esketamine will not be approved until two antidepressants have failed.",
        "The spray is considered not medically necessary unless the criteria below are met.",
    ],
)
def test_a_denial_that_a_condition_lifts_is_cover(text: str) -> None:
    assert read_status(text) == "covered"


@pytest.mark.parametrize(
    "text",
    [
        "Ketamine is not covered unless used as an anesthetic.",
        "The member does not have bipolar disorder, unless the benefits outweigh the risks.",
        "Ketamine is not covered for depression.",
    ],
)
def test_what_excepts_a_use_or_speaks_of_the_patient_lifts_no_denial(text: str) -> None:
    assert affirmed(text) == text
