"""The number of a paper and its dates, as mastheads of many kinds print them."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.facts import read_facts
from parsers.html import read_html
from parsers.models import PolicyFacts
from tests.parsers.fact_pages import REST, facts_of


def _headed(head: str) -> PolicyFacts:
    return read_facts(read_html(f"<html><body>{head}{REST}</body></html>".encode()))


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("<h1>Endorsement 0731: Nasal spray</h1>", "0731"),
        ("<h1>Policy Rider 31-B — Nasal spray</h1>", "31-B"),
        ("<h1>Resolution 2031-07</h1><h2>Nasal spray</h2>", "2031-07"),
        ("<h1>Nasal spray (Department Transmittal 31-07)</h1>", "31-07"),
        ("<h1>Nasal spray</h1><p>Billing Circular No. 7</p>", "7"),
        ("<h1>Nasal spray</h1><p>Administrative Letter AL-31. Effective 7/1/2031.</p>", "AL-31"),
        ("<p>Lakeside Fund</p><p>RULE SHEET 31-SPR | Effective 7/1/2031</p><h1>Nasal spray</h1>", "31-SPR"),
        ("<h1>Nasal spray questionnaire</h1><p>Form N-731. Rev. 07/2031.</p>", "N-731"),
    ],
)
def test_numbered_by_its_kind(head: str, number: str) -> None:
    assert _headed(head).number == number


@pytest.mark.parametrize(
    "head",
    [
        "<h1>Provider bulletin July 2031</h1>",
        "<h1>Pharmacy Notice 2031: Nasal spray</h1>",
        "<h1>Nasal spray</h1><p>EFF 2031-07-01</p>",
        "<h1>Nasal spray</h1><p>This standard 30-day supply is the most that is paid.</p>",
    ],
)
def test_what_numbers_no_paper(head: str) -> None:
    assert _headed(head).number is None


@pytest.mark.parametrize(
    "line",
    [
        "<p>Eff. July 1, 2031. Prior auth.</p>",
        "<p>PA=Y. EFF 070131.</p>",
        "<p>Implemented 07/01/2031</p>",
        "<p>To be followed from 7/1/2031.</p>",
        "<p>Active 2031-07-01</p>",
        "<p>last edit 2031-05-28, live 2031-07-01</p>",
        "<p>Go-live date: July 1, 2031</p>",
        "<p>Version in force 2031-07-01</p>",
        "<p>Applies to requests received from July 1, 2031</p>",
        "<p>On July 1, 2031, an updated Coverage Policy 731 takes effect. It covers two drugs.</p>",
    ],
)
def test_in_force_from(line: str) -> None:
    assert facts_of(line).effective_on == date(2031, 7, 1)


@pytest.mark.parametrize(
    "line",
    [
        "<p>State program: the contract changes on July 1, 2031. What providers should know.</p>",
        "<p>On July 1, 2031, an updated label took effect.</p>",
        "<p>Live chat opens weekdays. Office moved 7/1/2031.</p>",
    ],
)
def test_in_force_is_something_else(line: str) -> None:
    assert facts_of(line).effective_on is None


def test_a_letter_is_dated_above_its_salutation() -> None:
    assert _headed("<p>July 1, 2031</p><p>Dear Provider:</p>").published_on == date(2031, 7, 1)


def test_a_review_by_the_committee_with_the_day_in_force_behind_it() -> None:
    history = (
        "<h2>Revision history</h2><p>May 5, 2031: reviewed by the Medical Policy Committee (MPC), effective July 1, "
        "2031. Two trials instead of three.</p>"
    )
    assert _headed(f"<h1>Nasal spray</h1>{history}").last_reviewed_on == date(2031, 5, 5)


@pytest.mark.parametrize("line", ["Up for review July 1, 2031", "Review again on 07/01/2031"])
def test_next_review(line: str) -> None:
    assert facts_of(f"<p>{line}</p>").next_review_on == date(2031, 7, 1)


def test_dates_before_their_labels_and_in_the_list_under_one() -> None:
    facts = facts_of(
        "<h2>Policy dates</h2><ul><li>01/02/2030 - Origination date</li><li>March 4, 2031 – Policy effective date</li>"
        "</ul><p>Last review</p><ul><li>5/6/2031</li></ul>"
    )
    assert (facts.effective_on, facts.last_reviewed_on) == (date(2031, 3, 4), date(2031, 5, 6))
