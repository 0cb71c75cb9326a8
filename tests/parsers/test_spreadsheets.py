"""Drug lists that come as a workbook or as comma-separated values."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

import pytest

from parsers.discovery.mentions import find_mentions
from parsers.files.csv_table import is_csv
from parsers.files.media import sniff
from parsers.files.xlsx import XLSX, read_xlsx
from parsers.models import Block
from parsers.policy import parse_policy
from tests.parsers.workbooks import Rows, workbook

TITLES = ("Drug class", "Drug name", "Form", "Status", "PA required")
LEAD: Rows = [("Preferred Drug List",), (), ("Effective Date:", date(2026, 10, 1)), ()]
OURS: Rows = [
    ("Antidepressants",),
    ("Antidepressants", "bupropion", "tablet", "Preferred", "No"),
    ("Antidepressants", "SPRAVATO (esketamine)", "nasal spray", "Non-Preferred", "Yes"),
]
LIST: Rows = [*LEAD, TITLES, *OURS]
OTHERS: Rows = [("Statins", f"statin {number}", "tablet", "Preferred", "No") for number in range(400)]


def as_csv(rows: Rows) -> bytes:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode()


def rows_of(blocks: tuple[Block, ...]) -> list[tuple[str, ...]]:
    return [block.cells for block in blocks if block.kind == "row"]


def test_a_workbook_is_known_by_what_it_holds() -> None:
    body = workbook(("List", LIST))
    assert sniff(body) == XLSX
    assert sniff(body[: len(body) // 2]) == XLSX


def test_a_row_of_a_workbook_is_one_of_a_drug_list() -> None:
    policy = parse_policy(workbook(("List", LIST)))
    (position,) = policy.positions
    assert (position.product, position.status, position.prior_authorization) == ("esketamine", "covered", True)
    assert position.evidence[0].text == "Antidepressants | SPRAVATO (esketamine) | nasal spray | Non-Preferred | Yes"
    assert policy.policy.effective_on == date(2026, 10, 1)
    assert policy.document.title == "Preferred Drug List"


def test_titles_are_found_under_what_stands_over_the_table() -> None:
    notes: Rows = [(f"Note {number}: ask before you bill.",) for number in range(40)]
    blocks = read_xlsx(workbook(("List", [*notes, *LIST]))).blocks
    found = next(block for block in blocks if "SPRAVATO" in block.text)
    assert found.header == TITLES
    assert found.path == ("Antidepressants",)


def test_of_a_long_list_the_rows_on_the_drugs_are_read_with_their_group() -> None:
    body = workbook(("List", [*LEAD, TITLES, *OTHERS, *OURS, *OTHERS]))
    blocks = read_xlsx(body, ("esketamine",)).blocks
    assert rows_of(blocks) == [("Antidepressants",), OURS[2]]
    assert len(rows_of(read_xlsx(body).blocks)) == 803
    assert (
        parse_policy(body).fingerprint == parse_policy(workbook(("List", [*LEAD, TITLES, *OTHERS, *OURS]))).fingerprint
    )


def test_a_long_list_without_the_drugs_is_no_policy() -> None:
    assert parse_policy(workbook(("List", [*LEAD, TITLES, *OTHERS]))).quality == "not_policy"


def test_sheets_are_pages_and_hidden_ones_and_struck_cells_say_nothing() -> None:
    struck: Rows = [TITLES, ("Antidepressants", "~ketamine", "vial", "Preferred", "No"), *OURS[1:]]
    body = workbook(("Old", [TITLES, *OURS]), ("Notes", [("About this list",)]), ("List", struck), hidden=("Old",))
    reading = read_xlsx(body)
    assert reading.pages == 2
    assert [(block.text, block.page) for block in reading.blocks if block.kind == "heading"] == [
        ("Notes", 1), ("List", 2)
    ]  # fmt: skip
    assert not any("ketamine |" in block.text and "esketamine" not in block.text for block in reading.blocks)


def test_cells_read_as_they_show() -> None:
    rows: Rows = [("Code", "Drug", "Start", "Units", "PA"), ("J0013", "Spravato", datetime(2026, 1, 1), 84.0, True)]  # noqa: DTZ001
    assert rows_of(read_xlsx(workbook(("Codes", [*rows, *rows[1:]]))).blocks)[0] == (
        "J0013", "Spravato", "01/01/2026", "84", "Yes"
    )  # fmt: skip


@pytest.mark.parametrize("broken", [lambda body: body[: len(body) // 2], lambda body: body.replace(b"xl/", b"xx/")])
def test_a_damaged_workbook_is_said_so(broken: object) -> None:
    policy = parse_policy(broken(workbook(("List", LIST))))  # type: ignore[operator]
    assert policy.quality == "truncated"


def test_comma_separated_values_are_a_table() -> None:
    body = as_csv([TITLES, *OURS[1:], ("Other", 'a "quoted", name', "tablet", "Preferred", "No")])
    policy = parse_policy(body)
    assert policy.document.media_type == "text/csv"
    assert [(found.product, found.status) for found in policy.positions] == [("esketamine", "covered")]
    assert policy.positions[0].prior_authorization is True


@pytest.mark.parametrize(
    "text",
    [
        "Esketamine, ketamine, and others are covered.\nAge, dose, and setting matter.\nAsk first, please, always.",
        "one, two, three\nfour, five\nsix, seven, eight",
        "Drug,Status\nSpravato,PA\nketamine,PA",
        'a,b,c\n1,2,"open\n3,4,5',
        "",
    ],
)
def test_prose_with_commas_is_no_table(text: str) -> None:
    assert sniff(text.encode()) == "text/plain"


def test_a_long_file_is_judged_by_whole_rows() -> None:
    assert is_csv(as_csv([TITLES, *(row for _ in range(20) for row in OTHERS)]))


def test_a_list_that_is_looked_through_names_its_row() -> None:
    (found,) = find_mentions(as_csv([TITLES, *OTHERS, OURS[2]]), "https://plan.example/list.csv")
    assert found.products == ("esketamine",)
    assert found.text.startswith("Antidepressants | SPRAVATO")
