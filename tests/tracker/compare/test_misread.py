"""Criteria whose words still stand, but are read no longer, are misread: no verdict can rest on such a version."""

from __future__ import annotations

import pytest

from parsers.models import Block, Leaf, ParsedPolicy
from tests.tracker.compare.policies import RENEWAL_ONLY, RESIDUAL, every, leaf, policy, position
from tracker.compare.verdict import compare

FAILED = leaf("failed_ad_count", 2, "Two antidepressants have failed in this episode")
PSYCHIATRIST = leaf("prescriber", "psychiatrist", "The spray is prescribed by a psychiatrist of the network")
ADULT = leaf("age_min", 18, "The member is at least 18 years old")
ORAL = leaf("oral_ad", "required", "An oral antidepressant is taken along with the spray")
ALL = (ADULT, FAILED, PSYCHIATRIST, ORAL)


def _reading(*read: Leaf, says: tuple[str, ...]) -> ParsedPolicy:
    return policy(position(every(*read)), RESIDUAL, blocks=tuple(Block("item", text) for text in says))


WHOLE = _reading(*ALL, says=tuple(one.text for one in ALL))


def test_half_of_the_criteria_gone_while_their_words_stand_is_a_misreading() -> None:
    found = compare(WHOLE, _reading(ADULT, ORAL, says=tuple(one.text for one in ALL)))

    assert (found.verdict, found.confidence) == ("unknown", "low")
    assert {change.direction for change in found.changes} == {"unknown"}
    assert "trd (initial) still stand in the newer version" in found.reason
    assert found.witness is None


def test_a_misreading_of_the_older_version_is_no_restriction() -> None:
    assert compare(_reading(ADULT, ORAL, says=tuple(one.text for one in ALL)), WHOLE).verdict == "unknown"


def test_other_spellings_of_numbers_and_words_around_the_clause_change_nothing() -> None:
    said = (
        "(c) 2 antidepressants have failed in this episode; and",
        "The spray is prescribed, for every member, by a psychiatrist of the network",
    )
    assert compare(WHOLE, _reading(ADULT, ORAL, says=said)).verdict == "unknown"


@pytest.mark.parametrize(
    "says",
    [
        (ADULT.text, ORAL.text),
        (ADULT.text, ORAL.text, "Three antidepressants have failed in this episode", "Any prescriber of the network"),
        (f"{FAILED.text}: this is no longer required", f"It was removed that {PSYCHIATRIST.text.lower()}"),
    ],
    ids=["not said", "said otherwise", "said to be gone"],
)
def test_criteria_that_are_not_said_any_more_are_gone(says: tuple[str, ...]) -> None:
    assert compare(WHOLE, _reading(ADULT, ORAL, says=says)).verdict == "expanded"


def test_a_history_that_quotes_what_was_asked_asks_for_nothing() -> None:
    history = (
        Block("item", ADULT.text),
        Block("heading", "Revision history", depth=1),
        *(Block("item", one.text) for one in ALL),
    )
    new = policy(position(every(ADULT, ORAL)), RESIDUAL, blocks=history)
    assert compare(WHOLE, new).verdict == "expanded"


def test_less_than_half_is_taken_as_read() -> None:
    assert compare(WHOLE, _reading(ADULT, ORAL, FAILED, says=tuple(one.text for one in ALL))).verdict == "expanded"


def test_what_is_read_for_another_use_is_not_unread() -> None:
    both = (position(every(*ALL)), position(every(ADULT), indication="mdsi"))
    blocks = tuple(Block("item", one.text) for one in ALL)
    old = policy(position(every(*ALL)), position(every(*ALL), indication="mdsi"), blocks=blocks)
    assert compare(old, policy(*both, blocks=blocks)).verdict == "expanded"


def test_a_renewal_that_went_in_silence_while_its_words_stand_is_a_misreading() -> None:
    text = "Symptoms are down by half, 50% at least, on the same scale"
    renewal = position(leaf("renewal_response", "benefit", text), phase="renewal")
    old = policy(*WHOLE.positions, renewal, blocks=WHOLE.blocks)
    new = policy(*WHOLE.positions, blocks=(*WHOLE.blocks, Block("paragraph", text)))

    assert compare(old, new).verdict == "unknown"
    assert compare(old, WHOLE).verdict == "expanded"
    assert compare(RENEWAL_ONLY, RENEWAL_ONLY).verdict == "neutral"
