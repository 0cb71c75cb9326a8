"""What a section is for, by its heading."""

from __future__ import annotations

import pytest

from parsers.sections.roles import heading_role, section_role
from parsers.sections.section_roles import Role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Policy", "indications"),
        ("Worked examples", "other"),
        ("Billing scenarios", "other"),
        ("Coverage Rationale", "indications"),
        ("Medical necessity criteria", "indications"),
        ("Initial authorization", "initial"),
        ("Reauthorization Criteria", "renewal"),
        ("Continuation of therapy", "renewal"),
        ("Conditions not covered", "exclusions"),
        ("Experimental and Investigational", "exclusions"),
        ("Authorization duration", "limits"),
        ("Dosing limits", "limits"),
        ("Applicable CPT / HCPCS / ICD-10 codes", "coding"),
        ("Background", "background"),
        ("Background for reviewers (not criteria)", "background"),
        ("Summary of evidence", "evidence"),
        ("Definitions", "definitions"),
        ("References", "references"),
        ("Selected references:", "references"),
        ("Policy history", "history"),
        ("Instructions for use", "boilerplate"),
        ("How to request prior authorization", "other"),
        ("When we cover it", "indications"),
        ("What the plan pays for", "indications"),
        ("Who can be approved", "indications"),
        ("When we do not cover it", "exclusions"),
        ("What is never paid for", "exclusions"),
        ("Why this guideline exists", "background"),
        ("FDA Approval", "background"),
        ("FDA or other governmental regulatory approval", "background"),
        ("About the rule", "background"),
        ("What reviewers should know", "background"),
        ("Background, continued", "background"),
        ("Evidence (cont'd)", "evidence"),
        ("3. How long we approve", "limits"),
        ("Treatment-resistant depression", None),
        ("Background (continued)", "background"),
        ("Clinical evidence, cont'd", "evidence"),
        ("Continued treatment", "renewal"),
        ("Section C: asking to continue", "renewal"),
        ("About both drugs", "background"),
        ("About Spravato", "background"),
        ("Reading matter, not part of the determination", "background"),
        ("Scientific justification", "evidence"),
        # Whole titles of how a plan works; more words may ask.
        ("What members pay", "other"),
        ("Copays and coinsurance", "other"),
        ("Decision timeframes", "other"),
        ("Urgent and standard requests", "other"),
        ("Request submission", "other"),
        ("Finding a psychiatrist", "other"),
        ("Provider enrollment", "other"),
        ("Peer-to-peer discussions", "other"),
        ("If we deny a request", "other"),
        ("Case management", "other"),
        ("Changes to other drugs", "other"),
        ("The FDA label", "background"),
        ("Site certification", None),
        ("Prescriber requirements", "indications"),
        ("Authorization period", "limits"),
    ],
)
def test_role_of_a_heading(heading: str, role: Role | None) -> None:
    assert heading_role(heading) == role


def test_a_heading_that_names_a_topic_goes_on_with_its_section() -> None:
    assert section_role("Treatment-resistant depression", "initial", None) == "initial"


def test_nothing_opens_under_background_but_criteria_by_name() -> None:
    assert section_role("Indications", "background", None) == "background"
    assert section_role("Coverage criteria", "background", None) == "indications"
