"""What moves in a document and alerts nobody: it is kept, with its words, and nothing goes out."""

from __future__ import annotations

import pytest

from tests.tracker.nights import Watch, policy_page

PAGE = policy_page().decode()
REFERENCES = """<h2>References</h2><ol><li>Sample A, et al. A trial after two failed antidepressants. 2019.</li>
    <li>Sample B. A review of three studies of nasal sprays. 2021.</li></ol></main>"""
MORE_REFERENCES = REFERENCES.replace("</ol>", "<li>Sample C. At least four trials compared. 2025.</li></ol>")
DISCLAIMER = "<p>This policy is for information. It is not a promise of payment.</p></main>"
OTHER_DISCLAIMER = "<p>Benefits are subject to the terms of the contract. Please see the contract.</p></main>"
AS_TABLE = PAGE.replace("<ul><li>", "<ol><li>").replace("</li></ul>", "</li></ol>").replace("<h2>", "<h3>").replace(
    "</h2>", "</h3>"
)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(PAGE, policy_page(reviewed="March 2, 2026").decode(), id="a review date"),
        pytest.param(PAGE.replace("</main>", REFERENCES), PAGE.replace("</main>", MORE_REFERENCES), id="references"),
        pytest.param(PAGE.replace("</main>", DISCLAIMER), PAGE.replace("</main>", OTHER_DISCLAIMER), id="boilerplate"),
        pytest.param(PAGE, policy_page(banner="Our offices are closed on Monday").decode(), id="a banner"),
        pytest.param(PAGE, AS_TABLE, id="layout"),
        pytest.param(PAGE, PAGE.replace("  ", "\n\n"), id="spaces"),
        pytest.param(PAGE, PAGE, id="nothing"),
    ],
)
def test_an_edit_that_changes_no_coverage_alerts_nobody(watch: Watch, before: str, after: str) -> None:
    watch.night(before.encode())
    assert watch.night(after.encode()).outcome in {"changed", "unchanged"}
    assert watch.column("SELECT alert FROM outbox") == []
    assert watch.messages() == []


def test_the_same_page_with_another_count_does_alert(watch: Watch) -> None:
    watch.night(PAGE.replace("</main>", REFERENCES).encode())
    watch.night(PAGE.replace("at least 3", "at least 2").replace("</main>", MORE_REFERENCES).encode())
    assert len(watch.messages()) == 1


def test_the_first_sight_of_a_document_alerts_nobody(watch: Watch) -> None:
    watch.night(policy_page())
    assert watch.messages() == []
