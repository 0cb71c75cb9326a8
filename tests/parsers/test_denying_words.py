"""Cover that is denied in other words than "not covered" is never read as cover."""

from __future__ import annotations

import pytest

from parsers.answering.answers import stated_status

DENIALS = (
    "is not reimbursable", "is non-reimbursable", "is nonpayable", "is disallowed", "is neither covered nor paid",
    "is hardly ever covered", "is not yet covered", "won't be paid", "can't be approved", "is not something we cover",
    "is beyond what the plan covers", "fails to qualify for coverage", "is no covered service", "remains uncovered",
    "lacks coverage", "is under no circumstances approved",
)  # fmt: skip


@pytest.mark.parametrize("words", DENIALS)
@pytest.mark.parametrize("subject", ["Ketamine for migraine", "Spravato for bipolar depression"])
def test_a_denial_is_no_cover(subject: str, words: str) -> None:
    assert stated_status(f"{subject} {words}.") in ("excluded", None)


@pytest.mark.parametrize("words", ["is not reimbursable", "is non-reimbursable", "is neither covered nor paid"])
def test_what_pays_nothing_is_excluded(words: str) -> None:
    assert stated_status(f"Ketamine for migraine {words}.") == "excluded"


def test_all_others_are_denied() -> None:
    assert stated_status("All other indications will be denied.") == "excluded"


def test_a_further_course_that_is_refused_refuses_no_drug() -> None:
    assert stated_status("Second courses are not approved.") is None
    assert stated_status("Second courses are decided case by case.") == "case_by_case"
