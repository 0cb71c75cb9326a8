"""Guidelines whose criteria stand under a table of labelled rows: drug, diagnosis, length, stage."""

from __future__ import annotations

import pytest

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
