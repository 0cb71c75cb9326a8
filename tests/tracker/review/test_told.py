"""What a reviewer decides reaches those who were told otherwise, and those who were not told yet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tracker.nights import Watch, policy_page
from tests.tracker.review.desk import DENIED_TOO
from tracker.review.consequences import Hand
from tracker.review.decide import accept, correct_direction, correct_side, dismiss
from tracker.review.ids import ComparisonId
from tracker.rules import Rule

CHANGE = ComparisonId(1)
HAND = Hand("ann", "2026-03-02T09:00:00Z", "the second list", (Rule("all", ("folder:out",), "at_once"),))
PUBLIC = ("comparisons", "corrections", "held_comparisons", "change_log", "outbox")


@pytest.fixture
def told(watch: Watch) -> Watch:
    """A watch whose reader has been told of an expansion."""
    watch.night(policy_page(trials=3))
    watch.night(policy_page(trials=2))
    assert len(watch.messages()) == 1
    return watch


@pytest.fixture
def untold(watch: Watch) -> Watch:
    """A watch whose readers ask for sure changes only, with one that is not."""
    watch.rules = (Rule("sure", ("folder:out",), "at_once", least_confidence="high"),)
    watch.night(policy_page())
    watch.night(policy_page(more=DENIED_TOO))
    assert watch.messages() == []
    return watch


def test_who_was_told_what_does_not_hold_gets_a_correction(told: Watch) -> None:
    db = told.open()
    correct_side(db, CHANGE, "after", "4", HAND)
    db.close()
    told.night(policy_page(trials=2))
    _, correction = told.messages()
    assert correction.startswith("CORRECTION: COVERAGE RESTRICTED")
    assert "That was wrong: a person has read the passage: the second list." in correction


def test_a_change_that_is_dismissed_is_taken_back_where_it_was_told(told: Watch) -> None:
    db = told.open()
    dismiss(db, CHANGE, HAND)
    db.close()
    told.night(policy_page(trials=2))
    assert told.messages()[1].startswith("CORRECTION: ALERT WITHDRAWN")


def test_accepting_what_was_told_tells_nobody_again(told: Watch) -> None:
    db = told.open()
    accept(db, CHANGE, HAND)
    db.close()
    told.night(policy_page(trials=2))
    assert len(told.messages()) == 1


def test_who_was_not_told_is_told_what_holds_once_a_person_has_made_it_sure(untold: Watch) -> None:
    db = untold.open()
    correct_direction(db, CHANGE, "neutral", HAND)
    db.close()
    untold.night(policy_page(more=DENIED_TOO))
    (message,) = untold.messages()
    assert message.startswith("COVERAGE UNCHANGED")


def test_who_waits_for_a_digest_is_not_told_what_no_rule_asks_for_any_more(watch: Watch) -> None:
    watch.rules = (Rule("wider", ("folder:out",), "weekly", directions=("expanded",), weekday="friday"),)
    watch.night(policy_page(trials=3))
    watch.night(policy_page(trials=2))
    db = watch.open()
    correct_side(db, CHANGE, "after", "4", replace(HAND, rules=watch.rules))
    db.close()
    assert watch.column("SELECT kind || ' ' || state FROM outbox") == ["change withdrawn"]


def test_what_was_dismissed_before_it_went_out_and_holds_after_all_goes_out_once(untold: Watch) -> None:
    db = untold.open()
    for decide in (accept, dismiss, accept):
        decide(db, CHANGE, HAND)
    db.close()
    untold.night(policy_page(more=DENIED_TOO))
    assert untold.column("SELECT kind || ' ' || state FROM outbox") == ["change sent"]


def test_who_decided_is_on_record_and_told_to_nobody(told: Watch) -> None:
    db = told.open()
    correct_side(db, CHANGE, "after", "4", HAND)
    db.close()
    told.night(policy_page(trials=2))
    assert set(told.column("SELECT reviewer FROM reviews")) == {"ann"}
    db = told.open()
    rows = [str(tuple(row)) for table in PUBLIC for row in db.execute(f"SELECT * FROM {table}")]
    db.close()
    assert not any("ann" in row for row in (*rows, *told.messages()))


def test_what_a_person_made_sure_no_reading_takes_back(told: Watch) -> None:
    db = told.open()
    accept(db, CHANGE, HAND)
    db.execute("UPDATE readings SET extractor = 'an older release'")
    db.execute("UPDATE changes SET after = '1'")
    db.close()
    told.night(policy_page(trials=2))
    assert told.column("SELECT origin FROM corrections") == ["review"]
