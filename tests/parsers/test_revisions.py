"""A policy's own history, as tables, lists and lines have it."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.masthead.revision_claims import read_claims
from parsers.masthead.revisions import read_revisions
from parsers.models import Block, Claim, Revision
from parsers.policy import read_document


def history(html: str, title: str = "Policy History") -> list[tuple[str | None, str, str]]:
    """Date, kind and words of each entry under a heading of an HTML policy."""
    page = f"<html><main><h1>Esketamine</h1><h2>Policy</h2><p>Covered.</p><h2>{title}</h2>{html}</main></html>"
    found = read_revisions(read_document(page.encode(), "text/html").blocks)
    return [(one.on.isoformat() if one.on else None, one.kind, one.text) for one in found]


TABLE = "<table><tr><th>{}</th><th>{}</th></tr><tr><td>{}</td><td>{}</td></tr></table>"


@pytest.mark.parametrize(
    "title", ["Policy History", "Revision History", "Document History", "Policy History/Revision", "Change log"]
)
def test_a_table_under_any_heading_of_history(title: str) -> None:
    found = history(TABLE.format("Date", "Action", "03/2026", "REMS added."), title)
    assert found == [("2026-03-01", "unknown", "REMS added.")]


def test_the_title_of_the_dates_says_what_they_are() -> None:
    assert history(TABLE.format("Effective Date", "Change", "3/1/2026", "REMS added."))[0][1] == "effective"
    assert history(TABLE.format("Review Date", "Change", "3/1/2026", "REMS added."))[0][1] == "reviewed"


def test_the_date_may_stand_in_any_column() -> None:
    assert history(TABLE.format("Summary of Changes", "Date", "REMS added.", "3/1/2026"))[0][::2] == (
        "2026-03-01",
        "REMS added.",
    )


def test_a_table_that_is_a_log_by_its_titles_needs_no_heading() -> None:
    found = history(TABLE.format("Date", "Summary of changes", "3/1/2026", "REMS added."), "Appendix C")
    assert found == [("2026-03-01", "unknown", "REMS added.")]


def test_a_definition_list() -> None:
    assert history("<dl><dt>3/1/2026</dt><dd>REMS added.</dd><dt>3/1/2025</dt><dd>New policy.</dd></dl>") == [
        ("2026-03-01", "unknown", "REMS added"),
        ("2025-03-01", "unknown", "New policy"),
    ]


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("07/2024: New policy.", ("2024-07-01", "unknown", "New policy")),
        ("Effective 1/1/2025: age limit removed.", ("2025-01-01", "effective", "age limit removed")),
        ("Revised March 3, 2025 - REMS added", ("2025-03-03", "revised", "REMS added")),
        ("Drug committee, May 2025: annual review", ("2025-05-01", "unknown", "Drug committee: annual review")),
    ],
)
def test_a_line_that_begins_with_a_date(line: str, entry: tuple[str, str, str]) -> None:
    assert history(f"<p>{line}</p>") == [entry]


def test_one_line_may_hold_several_entries() -> None:
    found = history("<p>01/2024: New policy. 02/2025: REMS added. 03/2026: Annual review, no changes.</p>")
    assert [on for on, _, _ in found] == ["2024-01-01", "2025-02-01", "2026-03-01"]


def test_a_date_over_a_list_dates_the_list() -> None:
    blocks = (
        Block("heading", "Policy History/Revision Information", depth=2),
        Block("heading", "07/01/2025", depth=6, path=("Policy History/Revision Information",)),
        Block("item", "Removed REMS", depth=1, path=("Policy History/Revision Information", "07/01/2025")),
        Block("item", "Added J0013", depth=1, path=("Policy History/Revision Information", "07/01/2025")),
    )
    (found,) = read_revisions(blocks)
    assert (found.on, found.text) == (date(2025, 7, 1), "Removed REMS; Added J0013")


@pytest.mark.parametrize(
    "line",
    [
        "Last Review: 08/11/2025",
        "Next Review Date: 05/25/2026",
        "An oral antidepressant was required until January 2025.",
        "The labels of 2019 and 2020 differ.",
    ],
)
def test_a_fact_or_a_date_in_passing_is_no_entry(line: str) -> None:
    assert history(f"<p>{line}</p>") == []


def test_what_stands_after_the_history_does_not_belong_to_it() -> None:
    assert history("<p>07/2024: New policy.</p><p>This policy is no promise of payment.</p>") == [
        ("2024-07-01", "unknown", "New policy")
    ]


def test_a_code_table_with_dates_is_no_history() -> None:
    assert history(TABLE.format("Code", "Effective date", "J0013", "1/1/2026"), "Coding") == []


def test_each_entry_names_its_page() -> None:
    row = Block("row", "03/2026 | REMS added", 7, path=("Revision log",), cells=("03/2026", "REMS added"))
    assert read_revisions((row,)) == (
        Revision(date(2026, 3, 1), "unknown", "REMS added", 7, (Claim("added", "rems"),)),
    )


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Annual review, no changes.", [Claim("no_change")]),
        ("Reviewed; criteria unchanged", [Claim("no_change")]),
        ("No change in coding.", [Claim("no_change", "code")]),
        ("References updated.", [Claim("editorial")]),
        ("Number of antidepressants reduced from three to two.", [Claim("changed", "failed_ad_count", 3, 2)]),
        ("Four trials reduced to three.", [Claim("changed", "failed_ad_count", 4, 3)]),
        ("Augmentation trials 1 to 2.", [Claim("changed", "augmentation_trials", 1, 2)]),
        ("PHQ-9 threshold lowered from 15 to 10", [Claim("changed", "severity_min", 15, 10)]),
        ("Initial approval extended from 6 months to 12 months", [Claim("changed", "initial_auth_days", 180, 365)]),
        ("Length of each trial changed from 6 weeks to 8 weeks", [Claim("changed", "trial_weeks", 6, 8)]),
        ("Oral antidepressant no longer required", [Claim("removed", "oral_ad")]),
        ("Removed the requirement for an oral antidepressant", [Claim("removed", "oral_ad")]),
        ("Age limit of 65 removed", [Claim("removed", "age_max")]),
        ("Prescriber limited to psychiatrists", [Claim("added", "prescriber")]),
        ("REMS and augmentation trial added", [Claim("added", "rems"), Claim("added", "augmentation_trials")]),
        ("Added: REMS and chart notes", [Claim("added", "rems"), Claim("added", "documentation")]),
        ("S0013 replaced by J0013", [Claim("changed", "code", "S0013", "J0013")]),
        ("J3490 deleted, S0013 added", [Claim("removed", "code", "J3490"), Claim("added", "code", None, "S0013")]),
        ("Suicidal ideation added, approval 1 month", [Claim("added", "position", None, "mdsi")]),
        ("Spravato is now medically necessary", [Claim("changed", "status", None, "covered")]),
        ("Ketamine is now considered not medically necessary",
         [Claim("changed", "status", None, "not_medically_necessary")]),
    ],
)  # fmt: skip
def test_what_an_entry_claims_where_its_words_are_clear(text: str, claims: list[Claim]) -> None:
    assert list(read_claims(text)) == claims


@pytest.mark.parametrize(
    "text",
    [
        "New policy.",
        "Approved by the drug committee.",
        "Initial approval remains 6 months.",
        "Number of antidepressants left at three.",
        "Respiratory depression added to the warnings",
        "Alternatives are now covered for depression",
        "Monitoring is described in full because the REMS was added",
    ],
)
def test_what_is_not_clear_claims_nothing(text: str) -> None:
    assert read_claims(text) == ()


def test_lengths_that_move_to_several_numbers_have_none() -> None:
    text = "Initial approval changed to 30 days (suicidal ideation) and 60 days (TRD)."
    assert read_claims(text) == (Claim("changed", "initial_auth_days"),)
