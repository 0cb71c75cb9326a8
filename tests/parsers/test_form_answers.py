"""Questions of forms, and what stands beside them for the answer."""

from __future__ import annotations

import pytest

from parsers.models import Block
from parsers.policy import parse_policy
from parsers.telling.forms.form_answers import without_answers
from tests.parsers.stated import asked


def _asked(*texts: str) -> list[str]:
    return [block.text for block in without_answers([Block("item", text, depth=1) for text in texts])]


@pytest.mark.parametrize(
    ("form", "question"),
    [
        ("Is the patient an adult? ☐ Yes ☐ No", "Is the patient an adult?"),
        ("Is the patient an adult? □ Yes □ No (STOP, does not qualify)", "Is the patient an adult?"),
        ("Is the patient pregnant? [ ] Yes (deny) [ ] No (go to 4)", "Is the patient pregnant?"),
        ("Have two drugs failed? ❑ Yes, list below ❑ No If No, no further questions.", "Have two drugs failed?"),
        ("Is it the first request? Yes No", "Is it the first request?"),
        ("Have two drugs failed? ☐ Yes (approve for 90 days) ☐ No", "Have two drugs failed? approve for 90 days"),
    ],
)
def test_a_question_stands_without_its_answers(form: str, question: str) -> None:
    assert _asked(form) == [question]


def test_a_line_of_answers_goes_unless_it_tells_how_long_an_approval_lasts() -> None:
    assert _asked("Yes (Go to #2) ☐ No (Deny)", "☐ Yes (Approve - 180 days) ☐ No") == ["Approve - 180 days"]


def test_options_to_tick_are_alternatives_and_blanks_are_none() -> None:
    assert _asked("Diagnosis: □ depression □ chronic pain □ Other: ______") == ["Diagnosis: depression or chronic pain"]


def test_a_line_of_options_belongs_to_the_question_before_it() -> None:
    assert _asked("What is the diagnosis?", "☐ depression ☐ chronic pain") == [
        "What is the diagnosis: depression or chronic pain"
    ]


@pytest.mark.parametrize("text", ["☐ The member is 18 or older.", "No history of psychosis", "Coverage: yes"])
def test_other_text_stays(text: str) -> None:
    assert _asked(text) == [text]


@pytest.mark.parametrize("form", ["Section {}: {}", "Part {} - {}"])
def test_the_titled_sections_of_a_form_ask_for_the_use_that_they_name(form: str) -> None:
    page = "".join(
        f"<p><b>{form.format(letter, use)}</b></p><p>{number}. {question} ☐ Yes ☐ No</p>"
        for letter, use, number, question in (
            ("A", "Treatment-resistant depression", 2, "Have at least three antidepressants failed?"),
            ("B", "Major depression with acute suicidal ideation", 3, "Will an oral antidepressant be taken as well?"),
        )
    )
    first = "<p><b>Clinical questions</b></p><p>1. Is the patient at least 18 years old? ☐ Yes ☐ No (stop)</p>"

    found = parse_policy(f"<html><body><h1>Spravato request</h1>{first}{page}</body></html>".encode()).positions

    assert {position.indication: asked(position) for position in found} == {
        "trd": {("age_min", 18), ("failed_ad_count", 3)},
        "mdsi": {("age_min", 18), ("oral_ad", "required")},
    }
