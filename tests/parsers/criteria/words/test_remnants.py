"""What a list holds beside criteria stays out of the tree; what asks for something stays in it."""

from __future__ import annotations

import pytest

from parsers.criteria.remnants import states_no_criterion
from tests.parsers.criteria.reading import read_line


@pytest.mark.parametrize(
    "text",
    [
        "Quality of life",
        "See section IV",
        "Refer to the table below.",
        "Unproven uses",
        "Any prescription for Spravato",
        "Records are open to a post-payment audit.",
        "Treatment-related mortality",
        "Overall survival",
        "Document: ABC 12",
        "Codes: J3490",
        "7/1/2024 - section added",
        "Continuation.",
        "Quantity limits may apply",
        "The plan considers it medically necessary if items 1 to 7 hold.",
        "Spravato is approved when all of the criteria below are met",
    ],
)
def test_no_criterion(text: str) -> None:
    assert states_no_criterion(text)


@pytest.mark.parametrize(
    "text",
    ["The home is safe", "Another plan approved the drug within two years", "The member agrees not to drive"],
)
def test_a_criterion_that_fits_no_key_stays(text: str) -> None:
    assert not states_no_criterion(text)


@pytest.mark.parametrize(
    "text",
    [
        "For adults who take an oral antidepressant, or were referred, and are observed for 2 hours",
        "An adult, or a member in a REMS-certified clinic, who takes an oral antidepressant",
    ],
)
def test_age_is_no_alternative_to_another_criterion(text: str) -> None:
    assert "any(" not in read_line(text)
