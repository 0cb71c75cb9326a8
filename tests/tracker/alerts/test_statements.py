"""What a document says of open approvals, self-funded plans, benefit and appeals: sentences in our own words."""

from __future__ import annotations

import pytest

from parsers.models import Block, DocumentFacts, ParsedPolicy
from tracker.alerts.statements import statements_in


def topics(text: str) -> list[str]:
    document = DocumentFacts("a" * 64, "application/pdf", 3, None)
    policy = ParsedPolicy("ok", "", document, blocks=(Block("paragraph", text, page=3),))
    return [found.topic for found in statements_in(policy)]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Existing authorizations will be honored until they expire.", "open_approvals"),
        ("Members with a current approval are grandfathered.", "open_approvals"),
        ("Any prior authorization issued before January 1 remains valid to its end date.", "open_approvals"),
        ("Already granted precertifications are not affected.", "open_approvals"),
        ("This policy does not apply to self-funded groups.", "self_funded"),
        ("Self-insured employers may choose other rules.", "self_funded"),
        ("The member's benefit document governs.", "self_funded"),
        ("ASO accounts are exempt.", "self_funded"),
        ("The drug is covered under the medical benefit.", "benefit"),
        ("Claims are paid through the pharmacy benefit.", "benefit"),
        ("A denied request may be appealed within 180 days.", ""),
        ("Appeals are handled by the plan.", "appeals"),
        ("Ask for a peer-to-peer review.", "appeals"),
        # Renewal criteria and reasons speak of approvals and benefit, too.
        ("The member was approved before and continues to respond.", ""),
        ("The initial authorization is valid for 3 months.", ""),
        ("Prior authorization is required.", ""),
        ("The patient shows a clinical benefit from treatment.", ""),
        ("The medical benefits of the drug are uncertain.", ""),
        ("Aso is a place in Japan.", ""),
    ],
)
def test_a_sentence_is_found_by_what_it_says(text: str, topic: str) -> None:
    assert topics(text) == ([topic] if topic else [])


def test_the_first_sentence_on_a_topic_is_quoted_with_its_page() -> None:
    document = DocumentFacts("a" * 64, "application/pdf", 3, None)
    text = "This policy is reviewed yearly. It does not bind self-funded groups. Self-funded groups decide themselves."
    policy = ParsedPolicy("ok", "", document, blocks=(Block("paragraph", text, page=3),))
    (found,) = statements_in(policy)
    assert (found.clause.text, found.clause.page) == ("It does not bind self-funded groups.", 3)
