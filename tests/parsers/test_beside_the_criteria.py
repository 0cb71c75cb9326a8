"""What stands beside the criteria and is none: what every page of a payer prints, and what a policy tells."""

from __future__ import annotations

import pytest

from parsers.models import Tree
from parsers.policy import parse_policy
from tests.parsers.stated import asked

FORMS = ("<p>{}</p>", "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>")
LINES = (
    "Status: Reviewed", "Policy status: Final", "Guideline type", "Prior Authorization", "Non-Formulary",
    "Step-Therapy",
    "Line of business: Commercial, Marketplace", "Benefit: Medical", "Review cycle: Annual",
    "Approved by: P&T Committee",
    "Share this page", "Download the PDF", "Related policies", "Find a doctor", "Was this page helpful?",
    "Policies are subject to change without notice.", "Benefits may vary by plan.",
    "Check eligibility before the visit.",
    "Refer to the member's benefit booklet.", "This policy does not replace the judgment of a clinician.",
    "Not all products are covered by every plan.", "Authorization requests are handled by the pharmacy unit.",
    "Language assistance is available.", "Our service lines are open Monday to Friday.", "No changes",
)  # fmt: skip
TOLD = (
    "Ketamine is not approved by the FDA for depression.", "Compounded ketamine products are not approved by the FDA.",
    "In the maintenance study patients took 84 mg once a week.",
    "The American Psychiatric Association's guideline describes an adequate trial as 4 to 8 weeks.",
    "Before 2025 this policy asked for an augmentation trial.",
    "Earlier versions required failure of four antidepressants.",
    "Electroconvulsive therapy is an alternative for severe depression.",
    "Some members choose to pay for ketamine infusions themselves.",
    "Questions about coverage of ketamine go to member services.", "Other payers ask for four antidepressants.",
    "Trial participants had failed at least three antidepressants for 8 weeks each.",
    "Until June 2031 the plan did not cover esketamine.", "A generic of Spravato is not available.",
    "Ketamine clinics advertise infusions for depression and pain.",
    "A PHQ-9 score of 20 or more means severe depression.",
)  # fmt: skip
PAGE = """<html><body><h1>Spravato (esketamine)</h1>{}<h2>Treatment-resistant depression</h2>
<p>Initial authorization may be approved when all of the following are met:</p>
<ul><li>Age 18 years or older</li><li>Prescribed by a psychiatrist</li></ul></body></html>"""


def _read(beside: str) -> list[tuple[str, str, str, Tree | None]]:
    found = parse_policy(PAGE.format(beside).encode()).positions
    return [(one.product, one.indication, one.phase, one.criteria) for one in found]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("line", LINES)
def test_what_every_page_prints_changes_nothing(line: str, form: str) -> None:
    assert _read(form.format(line)) == _read("")


@pytest.mark.parametrize("sentence", TOLD)
def test_what_a_policy_tells_changes_nothing(sentence: str) -> None:
    assert _read(f"<h2>Policy</h2><p>{sentence}</p>") == _read("<h2>Policy</h2>")


@pytest.mark.parametrize(
    "item",
    [
        "Treatment in an emergency department is not covered",
        "Members need not have failed more than two antidepressants",
        "Failure of one antidepressant is not sufficient",
        "Prescribing is not restricted to psychiatrists",
    ],
)
def test_an_item_that_denies_a_demand_or_a_place_asks_for_none_of_what_it_names(item: str) -> None:
    page = PAGE.format("").replace("<li>Prescribed by a psychiatrist</li>", f"<li>{item}</li>")
    (found,) = parse_policy(page.encode()).positions
    assert found.status == "covered"
    assert {key for key, _ in asked(found)} <= {"age_min", "unparsed"}
