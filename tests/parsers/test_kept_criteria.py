"""Criteria that a renewal keeps by naming them are asked again; those it only alludes to stay in its own words."""

from __future__ import annotations

import pytest

from parsers.html import read_html
from parsers.models import Position
from parsers.positions import read_positions
from tests.parsers.stated import asked

_PAGE = """<h1>Spravato (esketamine)</h1>
<h2>Initial criteria for treatment-resistant depression</h2>
<h3>General Criteria</h3>
<ol><li>The patient is 18 years of age or older</li><li>A psychiatrist prescribes it</li></ol>
<h3>Failed treatment</h3>
<ol start="3"><li>Two antidepressants failed</li></ol>
<h2>Renewal criteria for treatment-resistant depression</h2>
<ol><li>{clause}</li><li>A depression scale shows improvement</li></ol>"""
_RESPONSE = ("renewal_response", "scale_improved")


def _read(clause: str) -> Position:
    found = read_positions(read_html(_PAGE.format(clause=clause).encode()).blocks)
    return next(position for position in found if position.phase == "renewal")


@pytest.mark.parametrize(
    "clause",
    [
        "The patient continues to meet the general criteria of section II",
        "The member still satisfies the age and prescriber requirements for a first request",
        "Patient continues to meet all criteria 1 and 2 above",
        "Patient continues to fulfill criteria #1 through #2 listed above",
        "The member continues to meet criteria 1-2 of the initial approval",
    ],
)
def test_what_is_named_exactly_is_asked_again(clause: str) -> None:
    assert asked(_read(clause)) == {("age_min", 18), ("prescriber", "psychiatrist"), _RESPONSE}


def test_what_is_kept_beside_others_stays_in_the_payers_words_too() -> None:
    found = _read("The patient continues to meet the general and other relevant criteria of section II")
    assert asked(found) == {("age_min", 18), ("prescriber", "psychiatrist"), _RESPONSE, ("unparsed", None)}


@pytest.mark.parametrize(
    "clause",
    [
        "The patient continues to meet the initial criteria",
        "The patient continues to meet the coverage criteria above",
    ],
)
def test_what_is_only_alluded_to_is_not_guessed(clause: str) -> None:
    assert asked(_read(clause)) == {("unparsed", None), _RESPONSE}
