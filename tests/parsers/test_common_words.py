"""Words that mean the same are read as one, and evidence keeps those of the document."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.language.common_words import in_common_words
from parsers.language.rewording import as_first_worded
from parsers.models import Leaf, Position, Tree
from parsers.policy import parse_policy
from tests.parsers.restyling.reading import said

SAYINGS = {
    "6 mos. each": "6 months each",
    "It lasts 6 mos. Renewals": "It lasts 6 months. Renewals",
    "Approved for six calendar months": "Approved for six months",
    "Precertification is required": "Prior authorization is required",
    "pre-authorization number 12": "pre-authorization number 12",
    "the plan asks for prior approval": "the plan asks for prior authorization",
    "Requests are certified for 3 months": "Requests are approved for 3 months",
    "The clinic is certified for the REMS": "The clinic is certified for the REMS",
    "Renewal applications": "Renewal requests",
    "topical application": "topical application",
    "Covered persons": "Members",
    "An enrollee, or the insured's family": "A member, or the member's family",
    "Beneficiaries and recipients": "Members and members",
    "insured plans and transplant recipients": "insured plans and transplant recipients",
    "Any application is read": "Any request is read",
    "an application of the cream": "an application of the cream",
    "six mos. or three (3) mos. each": "six months or three (3) months each",
    "pain following surgery": "pain after surgery",
    "one of the following treatments, following the label": "one of the following treatments, following the label",
    "Courses of other antidepressants": "Trials of other antidepressants",
    "Extension: 6 months": "Renewal: 6 months",
    "extension studies and extension requests": "extension studies and renewal requests",
    "Practitioner restrictions": "Prescriber restrictions",
    "A practitioner": "A practitioner",
    "Depression symptoms": "Depressive symptoms",
    "Suicidal thoughts or actions": "Suicidal ideation or behavior",
    "an antidepressive drug has an antidepressive effect": "an antidepressant drug has an antidepressive effect",
    "major depressive disorder (MDD)": "major depressive disorder",
    "TRD (treatment-resistant depression)": "treatment-resistant depression",
    "Treatment refractory major depressive disorder": "Treatment-resistant depression",
    "an antidepressant taken by mouth": "an oral antidepressant",
    "It isn't covered": "It is not covered",
}
POLICY = """# Spravato (esketamine)

Precertification is required. Spravato is covered for treatment-resistant depression when all of these are met:

- The covered person is 18 years of age or older
- Two antidepressants, for 6 wks. each, have failed

Initial approval is granted for 3 mos.
"""


@pytest.mark.parametrize(("printed", "told"), SAYINGS.items(), ids=list(SAYINGS))
def test_a_text_is_told_in_common_words(printed: str, told: str) -> None:
    assert in_common_words(printed) == told


@given(st.lists(st.sampled_from([*SAYINGS, *SAYINGS.values(), "and", "of", "8"]), max_size=6).map(" ".join))
def test_common_words_stay_as_they_are(text: str) -> None:
    told = in_common_words(text)
    assert in_common_words(told) == told


def leaves(tree: Tree | None) -> Iterator[Leaf]:
    if isinstance(tree, Leaf):
        yield tree
    elif tree is not None:
        for child in tree.children:
            yield from leaves(child)


def policy() -> Position:
    (position,) = parse_policy(POLICY.encode()).positions
    return position


def test_a_policy_in_other_words_is_read_as_in_common_ones() -> None:
    common = said(parse_policy(in_common_words(POLICY).encode()))
    assert list(common.differences(said(parse_policy(POLICY.encode())))) == []
    assert {leaf.key for leaf in leaves(policy().criteria)} >= {"age_min", "trial_weeks", "initial_auth_days"}


def test_evidence_is_in_the_words_of_the_document() -> None:
    printed = " ".join(POLICY.split())
    assert [leaf.text for leaf in leaves(policy().criteria) if leaf.text not in printed] == []


def test_the_printed_part_of_a_passage_is_found() -> None:
    passage = "A covered person of 18; 6 mos. of therapy; nothing else"
    assert as_first_worded(passage, "6 months of therapy") == "6 mos. of therapy"
    assert as_first_worded(passage, "no such words") == passage
