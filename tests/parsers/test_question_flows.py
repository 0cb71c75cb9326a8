"""Flows of questions ("Yes: go to #3. No: deny"): each use is asked what stands on the way to its approval."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.flows.question_flows import without_flows
from parsers.models import Block, Position, Quantity
from tests.parsers.stated import asked, outline

_Found = dict[tuple[str, str, str], Position]
_DENY = "Deny; not appropriate"
_QUESTIONS = (
    ("Is the request for a member who has had the drug before?", "Go to renewal criteria", "Go to #2"),
    ("Is the patient 18 years of age or older?", "Go to #3", _DENY),
    ("Does the patient have dementia or a seizure disorder?", _DENY, "Go to #4"),
    ("Is the diagnosis major depressive disorder with acute suicidal ideation?", "Approve for 30 days", "Go to #5"),
    ("Is the diagnosis treatment-resistant depression?", "Go to #6", _DENY),
    ("Have at least 3 antidepressants failed?", "Approve for 90 days", "Go to #7"),
    ("Have at least 2 antidepressants and an augmentation trial failed?", "Approve for 90 days", _DENY),
)


def rows() -> list[Block]:
    return [
        Block("row", "", cells=(f"{number}. {question}", f"Yes: {yes}", f"No: {no}"))
        for number, (question, yes, no) in enumerate(_QUESTIONS, start=1)
    ]


def items() -> list[Block]:
    blocks = []
    for number, (question, yes, no) in enumerate(_QUESTIONS, start=1):
        blocks.append(Block("item", question, depth=1, marker=f"{number}."))
        blocks += [Block("item", f"Yes: {yes}", depth=2), Block("paragraph", f"No: {no}")]
    return blocks


def lines() -> list[Block]:
    return [
        Block("item", f"{question} If yes, {yes}. If no, {no}.".replace("yes, ", "yes: "), depth=1, marker=f"{number}.")
        for number, (question, yes, no) in enumerate(_QUESTIONS, start=1)
    ]


def read(flow: list[Block]) -> _Found:
    spelled = [
        Block("row", " | ".join(block.cells), cells=block.cells) if block.kind == "row" else block for block in flow
    ]
    return outline(
        Block("heading", "Spravato (esketamine)", depth=1),
        Block("heading", "Approval criteria", depth=2),
        *spelled,
    )


@pytest.fixture(params=[rows, items, lines], ids=["rows", "answers below", "answers beside"])
def found(request: pytest.FixtureRequest) -> _Found:
    return read(request.param())


def test_each_use_is_approved_by_its_own_question(found: _Found) -> None:
    assert {key[1]: one.status for key, one in found.items() if key[2] == "initial"} == {
        "mdsi": "covered",
        "trd": "covered",
    }


def test_what_is_asked_before_the_use_is_asked_of_every_use(found: _Found) -> None:
    shared = {("age_min", 18), ("exclusion", "dementia"), ("exclusion", "seizure_disorder")}
    assert shared <= asked(found["esketamine", "mdsi", "initial"])
    assert shared <= asked(found["esketamine", "trd", "initial"])


def test_what_is_asked_after_it_is_asked_of_that_use_alone(found: _Found) -> None:
    keys = {key for key, _ in asked(found["esketamine", "mdsi", "initial"])}
    assert "failed_ad_count" not in keys
    assert ("initial_auth_days", 30) in asked(found["esketamine", "mdsi", "initial"])


def test_two_ways_to_one_approval_are_alternatives(found: _Found) -> None:
    tree = found["esketamine", "trd", "initial"].criteria
    assert "op='any'" in repr(tree)
    assert {("failed_ad_count", 3), ("failed_ad_count", 2), ("augmentation_trials", 1)} <= asked(
        found["esketamine", "trd", "initial"]
    )


def test_questions_that_send_nobody_on_stay_as_they_are() -> None:
    found = outline(
        Block("heading", "Spravato (esketamine)", depth=1),
        Block("heading", "Initial criteria: treatment-resistant depression", depth=2),
        Block("item", "Is the patient 18 years of age or older? Yes No", depth=1, marker="1."),
        Block("item", "Have two antidepressants failed? Yes No", depth=1, marker="2."),
    )
    assert {("age_min", 18), ("failed_ad_count", 2)} <= asked(found["esketamine", "trd", "initial"])


def test_answers_in_brackets_may_stand_in_the_line_below_and_claims_are_trials() -> None:
    lines = [
        ("1.", "Is the client at least 18 years of age?"),
        ("", "Yes (Go to #2) ☐ No (Deny)"),
        ("2.", "Does the client have a diagnosis of treatment-resistant depression?"),
        ("", "Yes (Go to #3) ☐ No (Deny)"),
        ("3.", "Has the client had claims for 3 antidepressants for 28 days each in the last 365 days?"),
        ("", "Yes (Approve - 180 days) ☐ No (Deny)"),
    ]
    title = Block("heading", "Spravato (esketamine)", depth=1)
    found = outline(title, *(Block("item", text, depth=1, marker=marker) for marker, text in lines))
    assert asked(found["esketamine", "trd", "initial"]) == {
        ("age_min", 18),
        ("failed_ad_count", 3),
        ("trial_weeks", 4),
        ("lookback_months", 12),
        ("documentation", "claims"),
        ("initial_auth_days", 180),
    }


def test_a_question_of_the_use_may_ask_for_an_age_and_an_approval_may_hold_brackets() -> None:
    found = outline(
        Block("heading", "Spravato (esketamine)", depth=1),
        Block("heading", "Initial criteria", depth=2),
        Block("item", "Is the request for treatment-resistant depression in an adult of 20 or older?", marker="1."),
        Block("paragraph", "If yes, continue to #2. If no, continue to #3."),
        Block("item", "Is the drug prescribed by a psychiatrist?", marker="2."),
        Block("paragraph", "If yes, approve for 2 months with 8 devices (28 mg each) per 28 days. If no, deny."),
        Block("item", "Is the request for major depression with acute suicidal thoughts?", marker="3."),
        Block("paragraph", "If yes, continue to #4. If no, deny."),
        Block("item", "Will it be taken with an oral antidepressant?", marker="4."),
        Block("paragraph", "If yes, approve for 1 month. If no, deny."),
    )

    assert asked(found["esketamine", "trd", "initial"]) == {
        ("age_min", 20), ("prescriber", "psychiatrist"), ("initial_auth_days", 60), ("quantity_limit", Quantity(8, 28))
    }  # fmt: skip
    assert asked(found["esketamine", "mdsi", "initial"]) == {("oral_ad", "required"), ("initial_auth_days", 30)}


def test_answers_that_send_on_in_countless_ways_are_left_as_they_stand() -> None:
    """Two ways on from each of 60 questions: written out, the lists that lead to an approval would never end."""
    ways_on = [
        Block("item", f"Is it so? Yes: go to #{n + 1}. No: go to #{n + 2}.", marker=f"{n}.") for n in range(1, 60)
    ]
    last = Block("item", "Is it for treatment-resistant depression? Yes: approve for 90 days. No: deny.", marker="60.")

    assert without_flows([*ways_on, last]) == (*ways_on, last)


def test_a_form_that_first_asks_which_request_it_is_has_a_list_for_each_and_ends_in_a_signature() -> None:
    lines = (
        "1. Is it a first or a repeat request? | ☐ Initial: go to question 2 | ☐ Renewal: go to question 5",
        "2. Does the member have treatment-resistant depression? | ☐ Yes: go to question 3 | ☐ No: stop, not approved",
        "3. Did both antidepressant trials last 8 weeks? | ☐ Yes: go to question 4 | ☐ No: stop, not approved",
        "4. Does the member have psychosis? | ☐ Yes: stop, not approved | ☐ No: sign below",
        "5. Have scores on the PHQ-9 improved? | ☐ Yes: sign and date the form | ☐ No: stop, not approved",
    )
    found = outline(
        Block("heading", "Spravato request form", depth=1),
        Block("paragraph", "The first request approves for 3 months, each renewal for 6 months."),
        *(Block("row", line, cells=tuple(line.split(" | "))) for line in lines),
    )

    assert {("trial_weeks", 8), ("exclusion", "psychosis")} <= asked(found["esketamine", "trd", "initial"])
    assert ("renewal_response", "scale_improved") in asked(found["esketamine", "trd", "renewal"])
    assert ("exclusion", "psychosis") not in asked(found["esketamine", "trd", "renewal"])


def _row(text: str, page: int = 1) -> Block:
    return Block("row", text, page, cells=tuple(text.split(" | ")))


def test_a_flow_that_a_page_ends_in_the_middle_of_goes_on_behind_the_foot_and_the_title_said_again() -> None:
    title = Block("row", "Approval Criteria", depth=0, cells=("Approval Criteria",))
    found = outline(
        Block("heading", "Spravato (esketamine)", depth=1),
        title,
        _row("1. Is the patient 19 or older? | Yes: Go to #2 | No: Deny"),
        _row("2. Is the request for depression with acute suicidal ideation? | Yes: Go to #3 | No: Go to #4"),
        Block("paragraph", "Spring edition"),
        replace(title, page=2),
        _row("3. Will an oral antidepressant be taken? | Yes: Approve for 28 days | No: Deny", 2),
        _row("4. Is the request for treatment-resistant depression? | Yes: Go to #5 | No: Deny", 2),
        _row("5. Have two antidepressants failed? | Yes: Approve for 60 days | No: Deny", 2),
    )

    assert asked(found["esketamine", "mdsi", "initial"]) == {
        ("age_min", 19), ("oral_ad", "required"), ("initial_auth_days", 28)
    }  # fmt: skip
    assert asked(found["esketamine", "trd", "initial"]) == {
        ("age_min", 19), ("failed_ad_count", 2), ("initial_auth_days", 60)
    }  # fmt: skip
