"""Dates as payers print them."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.dates import find_dates, read_date


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("August 29, 2022", date(2022, 8, 29)),
        ("Dec 13, 2024", date(2024, 12, 13)),
        ("Sept. 1st, 2030", date(2030, 9, 1)),
        ("3 March 2031", date(2031, 3, 3)),
        ("08/01/2020", date(2020, 8, 1)),
        ("8/1/20", date(2020, 8, 1)),
        ("12.21.23", date(2023, 12, 21)),
        ("10-15-2024", date(2024, 10, 15)),
        ("10/2024", date(2024, 10, 1)),
        ("August 2022", date(2022, 8, 1)),
        ("2026-01-31", date(2026, 1, 31)),
        ("20260131", date(2026, 1, 31)),
    ],
)
def test_formats(text: str, read: date) -> None:
    assert read_date(text) == read


@pytest.mark.parametrize(
    "text", ["", "TBD", "N/A", "pending", "13/45/2020", "2.5.1.34", "800-925-9126", "50458-0028-02", "15"]
)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_all_dates_of_a_line_in_order() -> None:
    found = [on for on, _, _ in find_dates("Effective 1/1/2031, next review July 2032")]
    assert found == [date(2031, 1, 1), date(2032, 7, 1)]
