"""What a sentence says of coverage."""

from __future__ import annotations

import pytest

from parsers.answering.statuses import prior_authorization, read_status
from parsers.models import Status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The drug may be considered medically necessary when all criteria are met.", "covered"),
        ("The spray is proven and medically necessary for resistant depression.", "covered"),
        ("We cover the spray for adults.", "covered"),
        ("Approve for 6 months if the patient meets ALL of the following:", "covered"),
        ("The infusion is considered investigational.", "investigational"),
        ("The infusion is unproven and not medically necessary.", "investigational"),
        ("It is INVESTIGATIVE and, therefore, NOT COVERED.", "investigational"),
        ("Its effectiveness has not been established.", "investigational"),
        (
            "The spray is considered not medically necessary, because other drugs are covered.",
            "not_medically_necessary",
        ),
        ("The spray is not a covered benefit.", "excluded"),
        ("Topical compounds are excluded from coverage.", "excluded"),
        ("Requests are decided on a case-by-case basis.", "case_by_case"),
        ("Benefits are available for the spray.", "covered"),
        ("The spray is reserved for adults with depression.", "covered"),
        ("The plan pays for the spray.", "covered"),
        ("The plan does not pay for the spray.", "excluded"),
        ("The spray will no longer be covered.", "excluded"),
        ("Neither drug is covered.", "excluded"),
        ("The spray is subject to step therapy.", "covered"),
        ("Requests are reviewed individually.", "case_by_case"),
        ("Ketamine does not meet the definition of medical necessity.", "not_medically_necessary"),
        (
            "Ketamine for complex regional pain syndrome, fibromyalgia or other pain does not meet the definition.",
            "excluded",
        ),
        ("The infusion is no Medicaid benefit for pain.", "excluded"),
        ("The tablets are not a TRICARE benefit.", "excluded"),
        ("The program cost-shares the spray.", "covered"),
        ("The vial is listed on the hospital formulary.", "covered"),
        ("Experimental/Investigational (E/I) services are not covered in any setting.", None),
        ("The spray is not approved if the criteria are not met, or for any other use.", "excluded"),
        (
            "Where the points above are not satisfied and for all other uses, it is not medically necessary.",
            "not_medically_necessary",
        ),
        ("The policy was discussed in May.", None),
        ("Whether a drug is paid for depends on the contract.", None),
        ("What is covered is determined by each group.", None),
        ("The spray is handled in a separate policy.", None),
        ("Services for investigational treatment are not paid.", None),
    ],
)
def test_status_of_a_sentence(text: str, status: Status | None) -> None:
    assert read_status(text) == status


@pytest.mark.parametrize(
    "text",
    [
        "A request that does not meet the criteria above is considered not medically necessary.",
        "The drug is considered not medically necessary when criteria are not met.",
        "Investigative means that a drug has not been proved safe.",
        "Delivering or administering a medication that was not approved is not medically necessary.",
        "Services known to be non-covered take the proper modifier.",
        "The Act, section 1862(a)(1)(A) (services that are not reasonable and necessary are not paid).",
        "The statute bars payment for items and services that are not medically necessary.",
        "An approval letter names the days on which the spray may be given.",
        "The denial notice explains why the service is not medically necessary.",
        "Treatment that had been approved goes on while an appeal is pending.",
        "If the request is approved, the office gets a number by fax.",
        "When a drug is not covered, the member may ask for an exception.",
        "Call to learn whether the drug is covered.",
    ],
)
def test_procedure_and_the_meaning_of_words_are_no_status(text: str) -> None:
    assert read_status(text) is None


def test_a_denial_keeps_its_status_when_it_gives_unmet_guidelines_as_the_reason() -> None:
    assert read_status("We do not cover it for other uses because they do not meet our guidelines.") == "excluded"


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Prior authorization is required.", True),
        ("The drug requires prior authorization.", True),
        ("It is subject to precertification.", True),
        ("PA will be required from May on.", True),
        ("It is covered and does not require prior authorization.", False),
        ("No prior authorization is needed.", False),
        ("It is a nasal spray.", None),
    ],
)
def test_prior_authorization(text: str, needed: bool | None) -> None:
    assert prior_authorization(text) is needed
