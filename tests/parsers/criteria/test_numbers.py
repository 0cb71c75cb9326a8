"""The one reader of numbers, comparators and lengths of time."""

from __future__ import annotations

import pytest

from parsers.criteria.durations import durations
from parsers.criteria.numbers import normalise


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("three (3) trials", "3 trials"),
        ("2 (two) trials", "2 trials"),
        ("TWENTY-THREE devices", "23 devices"),
        ("one hundred and eighty days", "180 days"),
        ("1,568 units", "1568 units"),
        ("four-to-six weeks", "4 to 6 weeks"),
        ("56–84 mg", "56 to 84 mg"),
        ("twice weekly", "2 times weekly"),
        ("every other week", "every 2 weeks"),
        ("fifty percent", "50%"),
    ],
)
def test_a_number_has_one_form(text: str, read: str) -> None:
    assert normalise(text) == read


def test_two_numbers_that_disagree_both_stay() -> None:
    assert normalise("two (3) trials") == "2 (3) trials"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("at least 2", ">= 2"),
        ("no fewer than two", ">= 2"),
        ("greater than or equal to 15", ">= 15"),
        ("up to 84", "<= 84"),
        ("must not be older than 65", "must <= 65"),
        ("more than 15", "> 15"),
        ("under 65", "< 65"),
        ("at least the minimum dose", "at least the minimum dose"),
    ],
)
def test_a_comparator_before_a_number_is_a_sign(text: str, sign: str) -> None:
    assert normalise(text) == sign


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("6 weeks", 42),
        ("1 month", 30),
        ("6 months", 180),
        ("12 months", 365),
        ("one year", 365),
        ("24 months", 730),
        ("180 months days", 180),
    ],
)
def test_a_length_in_days(text: str, days: int) -> None:
    assert [length.days for length in durations(normalise(text))] == [days]


@pytest.mark.parametrize(("text", "weeks"), [("42 days", 6), ("30 days", 4), ("two months", 8), ("4 to 6 weeks", 4)])
def test_a_length_in_whole_weeks(text: str, weeks: int) -> None:
    assert [length.weeks for length in durations(normalise(text))] == [weeks]


def test_minutes_are_hours() -> None:
    assert [length.hours for length in durations(normalise("120 minutes"))] == [2]
