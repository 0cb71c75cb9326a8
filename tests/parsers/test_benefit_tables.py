"""Tables of benefits: what a service costs in the network shows that it is covered."""

from __future__ import annotations

import pytest

from parsers.models import Block
from tests.parsers.stated import outline

_TITLES = ("Service", "Network provider", "Out-of-network provider")


def _row(*cells: str, header: tuple[str, ...] = ()) -> Block:
    return Block("row", " | ".join(cells), cells=cells, header=header)


@pytest.mark.parametrize("cost", ["$40 copay", "20% coinsurance", "10% after deductible"])
def test_a_share_of_the_cost_inside_the_network_is_cover(cost: str) -> None:
    found = outline(_row("Spravato sessions", cost, "Not covered", header=_TITLES))
    assert found["esketamine", "any", "initial"].status == "covered"


def test_titles_in_the_first_row_are_titles_all_the_same() -> None:
    found = outline(_row(*_TITLES), _row("Spravato sessions", "$40 copay", "Not covered"))
    assert found["esketamine", "any", "initial"].status == "covered"


def test_what_is_not_covered_inside_the_network_is_excluded() -> None:
    found = outline(_row("Ketamine infusions", "Not covered", "Not covered", header=_TITLES))
    assert found["ketamine", "any", "initial"].status == "excluded"
