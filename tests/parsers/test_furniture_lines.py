"""What a payer prints on every page asks for nothing, wherever it stands: as a line, an item of a list or a table."""

from __future__ import annotations

import pytest

from parsers.models import Position
from parsers.policy import parse_policy

FORMS = ("<p>{}</p>", "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>")
LINES = (
    "Status: Reviewed", "Policy status: Final", "Guideline type", "Prior Authorization", "Non-Formulary", "Step-Therapy",
    "Line of business: Commercial, Marketplace", "Benefit: Medical", "Review cycle: Annual", "Approved by: P&T Committee",
    "Share this page", "Download the PDF", "Related policies", "Find a doctor", "Was this page helpful?",
    "Policies are subject to change without notice.", "Benefits may vary by plan.", "Check eligibility before the visit.",
    "Refer to the member's benefit booklet.", "This policy does not replace the judgment of a clinician.",
    "Not all products are covered by every plan.", "Authorization requests are handled by the pharmacy unit.",
    "Language assistance is available.", "Our service lines are open Monday to Friday.", "No changes",
)  # fmt: skip
PAGE = """<html><body><h1>Spravato (esketamine)</h1>{}<h2>Treatment-resistant depression</h2>
<p>Initial authorization may be approved when all of the following are met:</p>
<ul><li>Age 18 years or older</li><li>Prescribed by a psychiatrist</li></ul></body></html>"""


def _positions(beside: str) -> tuple[Position, ...]:
    return parse_policy(PAGE.format(beside).encode()).positions


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("line", LINES)
def test_such_a_line_above_the_criteria_changes_nothing(line: str, form: str) -> None:
    assert [(one.indication, one.criteria) for one in _positions(form.format(line))] == [
        (one.indication, one.criteria) for one in _positions("")
    ]
