"""Codes of visits and claims among other numbers, with their system."""

from __future__ import annotations

import pytest

from parsers.codes import read_codes
from parsers.models import Block


def _row(*cells: str, header: tuple[str, ...] = (), path: tuple[str, ...] = ("Coding",)) -> Block:
    return Block("row", " | ".join(cells), cells=cells, header=header, path=path)


def _codes(*blocks: Block) -> list[tuple[str, str]]:
    return [(code.system, code.code) for code in read_codes(blocks)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The visit is an evaluation and management service (99202 to 99205 or 99212 to 99215).", 4),
        ("E/M 99213-99215 is paid on the same day.", 2),
        ("Staff time: 99415 for the first hour and 99416 for each further half hour.", 2),
        ("Staff time: 12211 in the first year and 12212 in each further one.", 0),
        ("Two errors: an added 99416 or S0013 line, and no note.", 2),
    ],
)
def test_codes_of_visits_in_a_sentence(text: str, codes: int) -> None:
    assert len(_codes(Block("paragraph", text, path=("Paying for visits",)))) == codes


def test_visits_in_a_column_of_who_buys_the_drug() -> None:
    header = ("", "The pharmacy ships it", "The clinic buys it")
    row = _row("Watching", "99415, 99416", "the same", header=header, path=("Paying for visits",))
    assert _codes(row) == [("CPT", "99415"), ("CPT", "99416")]
    other = _row("Stock", "12415, 12416", "the same", header=header, path=("Paying for visits",))
    assert _codes(other) == []


def test_a_product_number_goes_on_in_the_next_line_of_its_cell() -> None:
    row = Block("row", "NDC | 50458-0028- 02", cells=("NDC", "50458-0028- 02"), header=("System", "Code"))
    assert _codes(row) == [("NDC", "50458-0028-02")]


def test_what_a_returned_claim_is_told_is_no_code_of_a_service() -> None:
    told = "Claims without the modifier go back (reason code 38119, or remark codes 39001 and 39002). Bill code 96365."
    assert _codes(Block("paragraph", told, path=("Coding",))) == [("CPT", "96365")]


def test_codes_of_visits_joined_in_a_cell_under_no_title_of_codes() -> None:
    said = "99213 together with 99415, or 99214 with 99415 or 99416, if the chart has the time. G2082 is not payable."
    found = _codes(_row("Visit", said, header=("", "Medical benefit"), path=("Esketamine",)))
    visits = [("CPT", "99213"), ("CPT", "99415"), ("CPT", "99214"), ("CPT", "99416")]
    assert found == [("HCPCS", "G2082"), *visits]


def test_a_code_that_claims_are_made_with() -> None:
    said = "Claims for A4253 from equipment suppliers go on as before."
    assert _codes(Block("paragraph", said, path=("Supplies",))) == [("HCPCS", "A4253")]
