"""Rows of drug lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.drug_lists import read_rows
from parsers.models import Block, Quantity
from parsers.policy import parse_policy
from tests.parsers.stated import asked

HEADER = ("Code", "Drug name", "Coverage", "Notes")


def row(*cells: str, header: tuple[str, ...] = HEADER) -> Block:
    return Block("row", " | ".join(cells), cells=cells, header=header)


def test_a_row_states_coverage_and_authorization() -> None:
    (position,) = read_rows([row("J0013", "SPRAVATO", "Non-Preferred", "PA")])

    assert (position.product, position.indication, position.status) == ("esketamine", "any", "covered")
    assert position.prior_authorization is True


TWO_COLUMNS = ("Preferred agents", "Non-preferred agents (PA required)")


@pytest.mark.parametrize(
    ("cells", "needed"),
    [
        (("bupropion", "Spravato"), True),
        (("Spravato", "bupropion"), None),
        (("bupropion", "Auvelity\nSpravato nasal spray\nvilazodone"), True),
    ],
)
def test_the_column_a_name_stands_in_is_its_answer(cells: tuple[str, ...], needed: bool | None) -> None:
    (position,) = read_rows([row(*cells, header=TWO_COLUMNS)])

    assert (position.product, position.status, position.prior_authorization) == ("esketamine", "covered", needed)


def test_a_name_in_a_column_of_what_is_not_covered_is_excluded() -> None:
    (position,) = read_rows([row("bupropion", "Spravato", header=("Preferred drugs", "Not covered"))])

    assert position.status == "excluded"


def test_not_covered_is_excluded_whatever_its_note_allows() -> None:
    (position,) = read_rows([row("J3490", "ketamine injection", "Not Covered", "Covered only with anesthesia")])

    assert (position.product, position.status) == ("ketamine", "excluded")


def test_a_sentence_of_a_cell_is_shown_with_its_row() -> None:
    body = """<h1>Drugs under the medical benefit</h1><table>
      <tr><th>Code</th><th>Drug name</th><th>Coverage</th><th>Notes</th></tr>
      <tr><td>J3490</td><td>Ketalar</td><td>Not covered</td><td>Ketamine is not covered on its own.</td></tr></table>"""
    (position,) = parse_policy(body.encode()).positions

    assert position.status == "excluded"
    assert [shown.text for shown in position.evidence] == [
        "J3490 | Ketalar | Not covered | Ketamine is not covered on its own."
    ]


def test_rows_of_other_drugs_say_nothing() -> None:
    assert (
        read_rows([row("J2001", "lidocaine", "Covered", "Not with ketamine or other drugs of its class, please")]) == ()
    )


def test_of_several_rows_the_most_open_decides() -> None:
    found = read_rows([row("S0013", "Spravato", "Not covered", ""), row("J0013", "Spravato", "Covered", "")])

    assert [position.status for position in found] == ["covered"]


def test_bare_columns_list_what_the_plan_pays_for() -> None:
    blocks = [Block("heading", "Preferred Non-Preferred", depth=5), Block("paragraph", "ketamine hcl (generic)")]

    assert [(position.product, position.status) for position in read_rows(blocks)] == [("ketamine", "covered")]


def test_the_titles_of_two_columns_may_be_two_headings() -> None:
    titles = [Block("heading", title, depth=6) for title in ("Preferred", "Non-Preferred")]
    (found,) = read_rows([*titles, Block("paragraph", "ketamine hcl (generic)")])
    assert (found.product, found.status) == ("ketamine", "covered")


def test_the_427_page_list_gives_the_one_drug_that_it_names(shared: Path) -> None:
    parsed = parse_policy((shared / "realdata/pdf/meridianrx_pdl_427_pages_2014.pdf").read_bytes())
    assert [(one.product, one.status) for one in parsed.positions] == [("ketamine", "covered")]


def test_the_205_page_list_gives_both_drugs(shared: Path) -> None:
    parsed = parse_policy((shared / "realdata/pdf/priority_health_mdl_2026.pdf").read_bytes())

    assert {(found.product, found.status, found.prior_authorization) for found in parsed.positions} == {
        ("esketamine", "covered", True),
        ("ketamine", "excluded", None),
    }
    assert {found.evidence[0].page for found in parsed.positions} == {100, 111}


def test_a_list_that_names_neither_drug_is_not_policy(shared: Path) -> None:
    parsed = parse_policy((shared / "realdata/pdf/nebraska_medicaid_pdl_2026.pdf").read_bytes())

    assert (parsed.quality, parsed.positions) == ("not_policy", ())


def test_the_letters_of_a_preferred_drug_list_are_statuses() -> None:
    found = read_rows([row("1", "ketamine vial", "NP", ""), row("2", "Spravato", "P", "CA")])

    assert [position.status for position in found] == ["covered", "covered"]


def test_a_quantity_limit_beside_the_drug_is_read() -> None:
    (position,) = read_rows([row("J0013", "SPRAVATO", "Tier 5", "PA; QL: 12 devices/28 days")])

    assert asked(position) == {("quantity_limit", Quantity(12, 28))}


def test_a_name_may_carry_its_strengths() -> None:
    name = "SPRAVATO (56 MG DOSE) NASAL SOLUTION THERAPY PACK 28 MG/DEVICE"
    (position,) = read_rows([row(name, "5", "PA", header=("Drug name", "Tier", "Limits"))])

    assert position.status == "covered"


def test_a_bare_no_outside_of_a_column_for_it_says_nothing_of_authorization() -> None:
    (position,) = read_rows([row("SPRAVATO", "N", "PA", header=())])

    assert position.prior_authorization is True


def test_criteria_in_the_row_of_a_drug_joined_by_capitals_under_titles_of_which_one_names_its_group() -> None:
    titles = "<tr><th>SEDATIVES: preferred (no PA)</th><th>PA REQUIRED</th><th>PA CRITERIA</th></tr>"
    clauses = (
        "the patient is of age 20 or older AND has treatment-resistant depression AND three antidepressants failed"
    )
    length = "First approval is for 4 months, no more than that."
    rows = f"<tr><td>doxepin</td><td>Spravato</td><td>Spravato: {clauses}. {length}</td></tr>"
    page = (
        f"<h1>Preferred Drug List</h1><table>{titles}<tr><td>zolpidem</td><td>Belsomra</td><td></td></tr>{rows}</table>"
    )

    (position,) = parse_policy(f"<html><body>{page}</body></html>".encode()).positions

    assert (position.indication, position.status) == ("trd", "covered")
    assert asked(position) == {("age_min", 20), ("failed_ad_count", 3), ("initial_auth_days", 120)}
