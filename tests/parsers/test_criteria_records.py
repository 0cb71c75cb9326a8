"""Records of labelled rows, as the plans of Part D print them."""

from __future__ import annotations

from parsers.models import Percent, Position, Severity
from parsers.policy import parse_policy
from tests.parsers.stated import asked

_Key = tuple[str, str, str]


def _records(*drugs: tuple[str, dict[str, str]]) -> dict[_Key, Position]:
    """The positions of a page of criteria with one table a drug."""
    tables = "".join(
        f"<h2>{name}</h2><table>{''.join(f'<tr><td>{label}</td><td>{says}</td></tr>' for label, says in rows.items())}"
        "</table>"
        for name, rows in drugs
    )
    found = parse_policy(f"<html><body><h1>Drugs that need approval</h1>{tables}</body></html>".encode()).positions
    return {(position.product, position.indication, position.phase): position for position in found}


_ESKETAMINE = {
    "Covered Uses": "Treatment-resistant depression; major depression with acute suicidal thoughts.",
    "Exclusion Criteria": "Dementia",
    "Required Medical Information": "TRD: three antidepressants failed. MDD-SI: taken with an oral antidepressant.",
    "Age Restrictions": "At least 21 years of age",
    "Prescriber Restrictions": "N/A",
    "Coverage Duration": "TRD: initial 4 months, renewal 8 months. MDD-SI: 1 month.",
}


def test_each_field_speaks_of_the_uses_and_phases_that_it_names() -> None:
    found = _records(("Spravato", _ESKETAMINE))

    assert asked(found["esketamine", "trd", "initial"]) == {
        ("failed_ad_count", 3), ("age_min", 21), ("exclusion", "dementia"), ("initial_auth_days", 120)
    }  # fmt: skip
    assert asked(found["esketamine", "mdsi", "initial"]) == {
        ("oral_ad", "required"), ("age_min", 21), ("exclusion", "dementia"), ("initial_auth_days", 30)
    }  # fmt: skip


def test_a_field_without_a_phase_holds_for_the_uses_that_are_renewed() -> None:
    found = _records(("Spravato", _ESKETAMINE))

    assert asked(found["esketamine", "trd", "renewal"]) == {
        ("age_min", 21), ("exclusion", "dementia"), ("renewal_auth_days", 240)
    }  # fmt: skip
    assert ("esketamine", "mdsi", "renewal") not in found


def test_uses_by_reference_to_the_label_follow_the_label() -> None:
    fields = {
        "Indications": "All FDA-approved indications not otherwise excluded from Part D",
        "Prescriber": "Psychiatrist",
        "Approval duration": "6 months",
    }

    position = _records(("Spravato (esketamine)", fields))["esketamine", "fda_labeled", "initial"]

    assert position.status == "covered"
    assert asked(position) == {("label_dynamic", True), ("prescriber", "psychiatrist"), ("initial_auth_days", 180)}


def test_the_record_of_another_drug_says_nothing_of_this_one() -> None:
    other = {"Covered Uses": "Plaque psoriasis", "Age Restrictions": "6 years or older", "Coverage Duration": "1 year"}

    found = _records(("Spravato", _ESKETAMINE), ("Otherdrug", other))

    assert {key[0] for key in found} == {"esketamine"}
    assert ("age_min", 6) not in set().union(*map(asked, found.values()))


def test_a_field_may_hold_a_list() -> None:
    fields = {
        "Covered Uses": "Treatment-resistant depression",
        "Exclusion Criteria": "<ul><li>Bipolar disorder</li><li>Dementia</li></ul>",
        "Required Medical Information": "<ol><li>Two antidepressants failed, each taken for 8 weeks</li>"
        "<li>One of: <ul><li>PHQ-9 of at least 18</li><li>MADRS of at least 25</li></ul></li></ol>",
        "Age Restrictions": "19 or older",
        "Coverage Duration": "Initial 2 months; renewal 8 months",
        "Other Requirements": "Renewal: the MADRS has fallen by 40% or more",
    }

    found = _records(("Spravato", fields))

    assert set(found) == {("esketamine", "trd", "initial"), ("esketamine", "trd", "renewal")}
    assert asked(found["esketamine", "trd", "initial"]) == {
        ("exclusion", "bipolar"), ("exclusion", "dementia"), ("failed_ad_count", 2), ("trial_weeks", 8),
        ("severity_min", Severity("PHQ-9", 18)), ("severity_min", Severity("MADRS", 25)), ("age_min", 19),
        ("initial_auth_days", 60),
    }  # fmt: skip
    assert asked(found["esketamine", "trd", "renewal"]) == {
        ("exclusion", "bipolar"), ("exclusion", "dementia"), ("age_min", 19), ("renewal_response", Percent(40)),
        ("renewal_auth_days", 240),
    }  # fmt: skip


def test_a_part_may_be_tagged_by_a_use_and_a_phase_at_once() -> None:
    fields = {
        "Indications": "All FDA-approved indications",
        "Required Medical Information": "For treatment-resistant depression, new requests: two antidepressants failed.",
        "Age Restrictions": "19 or older",
    }

    found = _records(("Spravato", fields))

    assert asked(found["esketamine", "trd", "initial"]) == {("failed_ad_count", 2), ("age_min", 19)}
    assert ("failed_ad_count", 2) not in asked(found["esketamine", "fda_labeled", "initial"])
