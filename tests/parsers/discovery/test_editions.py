"""Numbers and addresses that are editions of one document."""

from __future__ import annotations

import pytest

from parsers.discovery.addresses import is_next_edition, same_address
from parsers.discovery.numbers import is_later_edition, same_number


@pytest.mark.parametrize(
    ("old", "new", "later"),
    [
        ("2026D0069P", "2027D0069Q", True),
        ("2026D0069P", "2026D0069Q", True),
        ("2026D0069Z", "2026D0069AA", True),
        ("2027D0069Q", "2026D0069P", False),
        ("2026D0069P", "2027D0070Q", False),
        ("MP-12", "MP-13", False),
    ],
)
def test_a_year_stamped_number_goes_on(old: str, new: str, *, later: bool) -> None:
    assert is_later_edition(old, new) is later


@pytest.mark.parametrize(
    ("old", "new", "later"),
    [
        ("/II-226-007.html", "/II-226-008.html", True),
        ("/II-226-008.html", "/II-226-007.html", False),
        ("/spravato-2026.pdf", "/spravato-2027.pdf", True),
        ("/2026-07/list.pdf", "/2026-10/list.pdf", True),
        ("/list-122026.pdf", "/list-012027.pdf", True),
        ("/spravato_v2.pdf", "/spravato_v10.pdf", True),
        ("/DRUG.00046.html", "/DRUG.00047.html", False),
        ("/mp-12.html", "/mp-13.html", False),
        ("/5-01-609.pdf", "/5-01-610.pdf", False),
        ("/spravato-2026.pdf", "/ketamine-2027.pdf", False),
    ],
)
def test_an_address_with_an_edition_in_it_goes_on(old: str, new: str, *, later: bool) -> None:
    assert is_next_edition(f"https://plan.example{old}", f"https://plan.example{new}") is later


def test_one_number_and_one_address_in_several_spellings() -> None:
    assert same_number("MP 12", "mp-12")
    assert same_address("http://www.plan.example/a/", "https://plan.example/a#top")
    assert not same_address("https://plan.example/a?id=1", "https://plan.example/a?id=2")
