"""What a prior-authorization request has to prove."""

from __future__ import annotations

from parsers.models import Code, DocumentFacts, Group, Leaf, ParsedPolicy, Position, Severity, Status
from tracker.paperwork.checklist import checklists, sections

PHQ = Leaf("severity_min", Severity("PHQ-9", 15), "PHQ-9")
MADRS = Leaf("severity_min", Severity("MADRS", 28), "MADRS")
SCORES = Group("any", (PHQ, MADRS))
TREE = Group(
    "all",
    (
        Leaf("initial_auth_days", 90, "approved for 3 months", 3),
        Leaf("prescriber", "psychiatrist", "by a psychiatrist"),
        SCORES,
        Leaf("failed_ad_count", 2, "two failed"),
        Leaf("unparsed", None, "something else"),
        Group("none", (Leaf("exclusion", "psychosis", "no psychosis"),)),
    ),
)  # fmt: skip


def policy(status: Status) -> ParsedPolicy:
    position = Position("esketamine", "intranasal", "trd", "initial", status, criteria=TREE)
    codes = (
        Code("HCPCS", "J0013", product="esketamine"),
        Code("HCPCS", "J3490", product="ketamine"),
        Code("ICD-10", "F33.2"),
    )
    return ParsedPolicy("ok", "", DocumentFacts("0" * 64, "text/html", 1, None), positions=(position,), codes=codes)


def test_lines_come_in_the_order_of_a_request() -> None:
    (one,) = checklists(policy("covered"))
    assert [line.clause for line in one.lines] == [
        "PHQ-9", "MADRS", "two failed", "no psychosis", "by a psychiatrist", "something else", "approved for 3 months",
    ]  # fmt: skip


def test_a_line_says_what_to_prove_and_how_it_binds() -> None:
    (one,) = checklists(policy("covered"))
    assert [(line.prove, line.role, line.choice) for line in one.lines[1:4]] == [
        ("least severity score: MADRS of 28 or more", "alternative", 1),
        ("failed antidepressants required: 2", "required", None),
        ("psychosis", "barring", None),
    ]


def test_a_criterion_that_could_not_be_read_is_not_left_out() -> None:
    (one,) = checklists(policy("covered"))
    assert "something else" in [line.clause for line in one.lines]


def test_codes_of_the_other_drug_are_left_out() -> None:
    (one,) = checklists(policy("covered"))
    assert one.codes == ("J0013", "F33.2")


def test_a_request_can_be_made_where_each_case_is_decided_for_itself() -> None:
    assert len(list(checklists(policy("case_by_case")))) == 1


def test_there_is_nothing_to_prove_for_a_denial() -> None:
    assert list(checklists(policy("investigational"))) == []


def test_every_section_says_what_to_gather() -> None:
    assert all(section.title and section.gather and section.keys for section in sections())
