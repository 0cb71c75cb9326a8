"""Of a long PDF only the pages that matter are read: what is found must be what the whole file says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from parsers.models import Code, ParsedPolicy, Position, Product
from parsers.policy import parse_policy
from tests.parsers.pdf_pages import Ruled, Text, draw, paragraph

PAGES = 44
TITLES = ("Code", "Drug", "Status", "Notes")
WIDTHS = (70, 170, 110, 150)
Page = Sequence[Text | Ruled]


def ruled(*rows: Sequence[str], y: float = 80) -> Page:
    return [Ruled(60, y, (TITLES, *rows), WIDTHS)]


def others(number: int) -> Page:
    return ruled(*[(f"J{number:02d}{row:02d}", f"Sample agent {number}-{row}", "Covered", "") for row in range(4)])


def document(pages: dict[int, Page]) -> bytes:
    """A list of other drugs with some pages, numbered from 1, in the place of theirs."""
    front: dict[int, Page] = {1: paragraph(["Medical drug list", "Effective Date: 01/01/2026"], y=80)}
    chosen = front | pages
    return draw(*(chosen.get(number) or others(number) for number in range(1, PAGES + 1)))


SPRAY = ("J0013", "ESKETAMINE nasal spray", "Covered", "Prior authorization")
INFUSION = ("J3490", "KETAMINE injection", "Not covered", "")
FILL = [("J1000", "Sample agent", "Covered", "") for _ in range(30)]
CRITERIA = [
    "Esketamine is medically necessary for treatment-resistant depression when all of the following are met:",
    "1. Age 18 years or older",
    "2. Failure of at least two antidepressants",
]
LAYOUTS: dict[str, dict[int, Page]] = {
    "a row in the middle of a page": {30: ruled(*FILL[:15], SPRAY, *FILL[:15])},
    "rows on several pages": {20: ruled(*FILL, INFUSION), 50: ruled(SPRAY, *FILL)},
    "a row at the very top": {30: ruled(SPRAY, *FILL)},
    "a row at the foot": {30: ruled(*FILL, SPRAY)},
    "criteria that run over the page": {
        30: paragraph(CRITERIA, y=700),
        31: paragraph(["3. Prescribed by a psychiatrist", "4. No history of psychosis"], y=80),
    },
    "a heading on the page before": {
        29: [*others(29), Text(60, 740, "Behavioral health", size=16, bold=True)],
        30: paragraph(CRITERIA, y=80),
    },
    "criteria on three pages": {
        30: paragraph([*CRITERIA, *(f"{number}. Document {number} is in the chart" for number in range(3, 40))], y=120),
        31: paragraph([f"{number}. Document {number} is in the chart" for number in range(40, 90)], y=80),
        32: paragraph(["90. Prescribed by a psychiatrist", "91. No history of psychosis"], y=80),
    },
    "the last page": {PAGES: ruled(SPRAY)},
    "an index at the end": {30: ruled(*FILL, SPRAY), PAGES: paragraph(["esketamine: 30", "sample agent: 2, 3, 4"])},
    "no page": {},
}
Found = tuple[tuple[Position, ...], tuple[Code, ...], tuple[Product, ...]]


def found(body: bytes) -> Found:
    return _said(parse_policy(body))


def found_in_all_pages(body: bytes) -> Found:
    return _said(parse_policy(body, must_mention=()))


def _said(policy: ParsedPolicy) -> Found:
    """What is said of the drugs; codes of others stand on pages that do not matter."""
    return policy.positions, tuple(code for code in policy.codes if code.product), policy.products


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_pages_left_out_say_nothing_of_the_drugs(layout: str) -> None:
    body = document(LAYOUTS[layout])
    assert found(body) == found_in_all_pages(body)
    assert bool(found(body)[0]) is bool(LAYOUTS[layout])


def test_the_slow_reader_over_every_page_gives_the_same_policy() -> None:
    body = document(LAYOUTS["rows on several pages"])
    assert parse_policy(body) == parse_policy(body, every_page=True)


def test_the_pages_left_out_of_a_real_list_say_nothing_of_the_drugs(shared: Path) -> None:
    # `make bench` asks it of every real file: reading hundreds of pages slowly takes too long here.
    body = (shared / "realdata" / "pdf" / "priority_health_mdl_2026.pdf").read_bytes()
    assert found(body) == found_in_all_pages(body)
