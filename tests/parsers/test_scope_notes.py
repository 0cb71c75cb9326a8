"""Whom clauses are for that say it elsewhere: notes on numbered clauses, waivers, numbered uses, shared sentences."""

from __future__ import annotations

import pytest

from parsers.criteria.shares import share_of
from parsers.language.glosses import without_glosses
from parsers.models import Block
from parsers.telling.references.named_groups import named_groups, with_named_groups
from parsers.telling.references.scope_notes import with_scope_notes
from parsers.uses.waivers import without_waiver


def test_a_note_on_numbered_clauses_is_added_to_them_and_goes() -> None:
    blocks = (
        Block("item", "Two drugs have failed", depth=1, marker="1."),
        Block("item", "The patient is an adult", depth=1, marker="2."),
        Block("paragraph", "Criterion 1 applies to TRD only."),
    )

    noted = with_scope_notes(blocks)

    assert [block.text for block in noted] == ["Two drugs have failed (TRD only\u2060)", "The patient is an adult"]
    assert [without_glosses(block.text) for block in noted] == [block.text for block in blocks[:2]]


def test_a_note_that_points_to_nothing_stays() -> None:
    blocks = (Block("paragraph", "Criterion 9 applies to TRD only."),)

    assert with_scope_notes(blocks) == blocks


def test_a_requirement_that_is_waived_by_its_topic_is_found_among_the_items() -> None:
    blocks = (
        Block("item", "Two antidepressants have failed", depth=1),
        Block("item", "Age of 18 or more", depth=1),
        Block("item", "In suicidality, the trial requirement does not apply", depth=1),
    )

    assert "not required for suicidality" in with_scope_notes(blocks)[0].text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Four drugs have failed (not required for TRD)", "Four drugs have failed"),
        ("Four drugs have failed, unless the patient has TRD.", "Four drugs have failed."),
    ],
)
def test_an_aside_lifts_a_clause_for_a_use(text: str, rest: str) -> None:
    assert without_waiver(text) == (rest, ("trd",))


def test_an_exception_that_names_no_use_lifts_nothing() -> None:
    assert without_waiver("Four drugs have failed, unless contraindicated.")[1] == ()


def test_uses_are_meant_by_the_numbers_that_they_were_given() -> None:
    blocks = (
        Block("paragraph", "Use 1: TRD"),
        Block("paragraph", "Use 2: PTSD"),
        Block("paragraph", "Use 2 is not covered."),
    )

    assert with_named_groups(blocks, named_groups(blocks))[2].text == "Use 2 (PTSD\u2060) is not covered."


@pytest.mark.parametrize(
    ("use", "share"),
    [("trd", "In TRD, two drugs have failed."), ("ptsd", "in PTSD, the patient is a veteran.")],
)
def test_a_sentence_with_a_clause_for_each_use_is_read_as_one_of_them_sees_it(use: str, share: str) -> None:
    text = "In TRD, two drugs have failed; in PTSD, the patient is a veteran."

    assert share_of(text, "trd" if use == "trd" else "ptsd") == share
