"""Positions in the shape of Da Vinci CRD's coverage information, with the guide's own invariants."""

from __future__ import annotations

from typing import Any

import pytest

from db.sources import Payer, Source
from parsers.models import Code, DocumentFacts, Evidence, Group, Leaf, ParsedPolicy, Position, Status
from tracker.crd import coverage_information
from tracker.in_force import InForce

PSYCHIATRIST = Leaf("prescriber", "psychiatrist", "by a psychiatrist")
REMS = Leaf("rems", True, "REMS")


def parts(status: Status, criteria: Group | None = None, *, authorization: bool | None = None) -> dict[str, list[Any]]:
    """The values of the extension's parts by their names."""
    proof = (Evidence(1, "The clause."),)
    position = Position("esketamine", "intranasal", "trd", "initial", status, authorization, criteria, proof)
    codes = (Code("HCPCS", "J0013", "covered"), Code("HCPCS", "J3490", "not_covered"), Code("ICD-10", "F33.2"))
    document = DocumentFacts("0" * 64, "text/html", 1, None)
    policy = ParsedPolicy("ok", "", document, positions=(position,), codes=codes)
    source = Source("meadow/a", "meadow", "A", "https://meadow.example/a", line_of_business="commercial")
    payer = Payer("meadow", "Meadow", "commercial", ("MI",))
    (found,) = coverage_information(InForce(payer, source, 7, "2026-03-02T02:00:00Z", policy))
    values: dict[str, list[Any]] = {}
    for part in found["extension"][0]["extension"]:  # type: ignore[index]
        (value,) = (member for name, member in part.items() if name != "url")
        values.setdefault(part["url"], []).append(value)
    return values


def test_coverage_without_criteria_is_covered() -> None:
    assert parts("covered")["covered"] == ["covered"]


def test_what_depends_on_the_patient_is_conditional() -> None:
    found = parts("covered", Group("all", (PSYCHIATRIST, REMS)), authorization=True)
    assert found["covered"] == ["conditional"]
    assert found["pa-needed"] == ["auth-needed"]
    assert found["doc-needed"] == ["clinical"]
    assert found["doc-purpose"] == ["withpa"]
    assert found["info-needed"] == ["performer", "location"]


@pytest.mark.parametrize("status", ["excluded", "investigational", "not_medically_necessary"])
def test_a_denial_asks_for_no_authorization(status: Status) -> None:
    found = parts(status, authorization=True)
    assert found["covered"] == ["not-covered"]
    assert not found.keys() & {"pa-needed", "doc-needed", "info-needed"}


def test_a_policy_that_is_silent_on_authorization_says_nothing_of_it() -> None:
    assert "pa-needed" not in parts("covered")


def test_information_is_asked_for_only_where_something_is_conditional() -> None:
    for status in ("covered", "case_by_case", "unknown", "excluded"):
        found = parts(status)
        assert "info-needed" not in found or "conditional" in found["covered"]


def test_codes_that_bill_the_treatment_are_listed() -> None:
    assert [coding["code"] for coding in parts("covered")["billingCode"]] == ["J0013"]


def test_the_reason_is_the_payers_clause_and_the_date_the_day_it_was_seen() -> None:
    found = parts("covered")
    assert found["reason"] == [{"text": "The clause."}]
    assert found["date"] == ["2026-03-02"]
