"""Guidelines whose criteria stand under a table of labelled rows: drug, diagnosis, length, stage."""

from __future__ import annotations

import pytest

from parsers.models import Quantity
from parsers.policy import parse_policy
from tests.parsers.stated import asked


def _row(label: str, value: str) -> str:
    return f"<tr><td>{label}</td><td>{value}</td></tr>"


def _guideline(diagnosis: str, length: str, stage: str, criterion: str) -> str:
    rows = [
        ("Product Name", "Spravato"),
        ("Diagnosis", diagnosis),
        ("Approval Length", length),
        ("Therapy Stage", stage),
    ]
    table = "".join(_row(label, value) for label, value in rows)
    return f"<table>{table}</table><h3>Approval Criteria</h3><ol><li>{criterion}</li><li>The patient agrees.</li></ol>"


@pytest.mark.parametrize("stage", ["Initial Authorization", "First request"])
def test_criteria_and_length_are_of_the_diagnosis_and_stage_in_the_table_above(stage: str) -> None:
    first = _guideline("Treatment-resistant depression", "4 month(s)", stage, "Age of 18 years or older")
    second = _guideline("Treatment-resistant depression", "8 month(s)", "Reauthorization", "There is clinical benefit")

    page = f"<html><body><h1>Spravato (esketamine)</h1><h2>Criteria</h2>{first}{second}</body></html>"
    found = {(one.indication, one.phase): one for one in parse_policy(page.encode()).positions}

    assert {("age_min", 18), ("initial_auth_days", 120)} <= asked(found["trd", "initial"])
    assert {("renewal_response", "benefit"), ("renewal_auth_days", 240)} <= asked(found["trd", "renewal"])
    assert ("age_min", 18) not in asked(found["trd", "renewal"])


def _table(titles: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    head = "".join(f"<th>{title}</th>" for title in titles)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def test_a_statement_beside_a_use_covers_it_and_its_table_says_what_is_asked() -> None:
    statements = _table(
        ("Use", "Position"),
        ("Treatment-resistant depression, first request", "May be considered medically necessary as Table A sets out"),
        (
            "Treatment-resistant depression, renewal",
            "May be covered for 8 months when a rating scale shows improvement",
        ),
    )
    criteria = _table(
        ("Topic", "What is asked"), ("Prescriber", "Psychiatrist"), ("Substance use", "In remission for 3 months")
    )
    page = (
        f"<html><body><h1>Spravato (esketamine)</h1><h2>Policy statements</h2>{statements}"
        f"<h3>Table A. Criteria for the first request</h3>{criteria}</body></html>"
    )
    found = {(one.indication, one.phase): one for one in parse_policy(page.encode()).positions}

    assert set(found) == {("trd", "initial"), ("trd", "renewal")}
    assert ("prescriber", "psychiatrist") in asked(found["trd", "initial"])
    assert ("renewal_auth_days", 240) in asked(found["trd", "renewal"])


def test_a_row_of_limits_says_by_weeks_which_phase_it_is_for() -> None:
    limits = _table(
        ("Drug", "Quantity limit"),
        ("Spravato, weeks 1 to 4", "24 devices per 28 days"),
        ("Spravato, week 9 and after", "12 devices per 28 days"),
    )
    page = (
        "<html><body><h1>Spravato (esketamine)</h1><h2>Criteria</h2><p>Spravato is covered for TRD in adults.</p>"
        f"<p>Spravato is renewed for TRD after improvement.</p><h2>Quantity limits</h2>{limits}</body></html>"
    )
    found = {one.phase: asked(one) for one in parse_policy(page.encode()).positions}

    assert ("quantity_limit", Quantity(24, 28)) in found["initial"]
    assert ("quantity_limit", Quantity(12, 28)) in found["renewal"]
