"""The content of an alert, gathered from the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from db.changes import Change, Comparison
from db.outbox import pending_alerts
from tests.tracker.alerts.samples import CODE_SWAP, EXPANDED, FEWER_TRIALS, MIXED, UNCLEAR, WITNESS
from tracker.alerts.compose import compose
from tracker.alerts.content import AlertContent, effective_words, title

Put = Callable[..., str]
TODAY = date(2026, 11, 23)


def composed(db: Database) -> AlertContent:
    (alert,) = pending_alerts(db)
    return compose(db, alert, today=TODAY)


def test_the_title_says_direction_payer_drug_use_and_what_moved(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    assert title(composed(db)) == (
        "Coverage expanded: Larkspur Health Plan, Spravato (esketamine), treatment-resistant depression: "
        "failed antidepressants required: 3 → 2"
    )


def test_a_mixed_change_names_one_gain_and_one_loss(db: Database, outbox: Put) -> None:
    outbox(MIXED)
    assert composed(db).lead == "failed antidepressants required: 3 → 2; but length of each trial: 6 weeks → 8 weeks"


def test_a_code_swap_asks_for_action_and_names_both_codes(db: Database, outbox: Put) -> None:
    outbox(CODE_SWAP)
    content = composed(db)
    assert (content.headline, content.lead, content.more) == ("Action required", "codes: S0013 → J0013", 0)


def test_diagnosis_codes_that_come_and_go_are_no_swap(db: Database, outbox: Put) -> None:
    came = Change("esketamine", "any", "initial", "code_added", "coding", "expands", None, "F32.2")
    went = Change("esketamine", "any", "initial", "code_removed", "coding", "restricts", "F33.9", None)
    outbox(Comparison("mixed", False, (came, went)))
    assert composed(db).lead == "code added: F32.2; but code removed: F33.9"


def test_both_passages_are_kept_with_their_pages(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, paged=True)
    (line,) = composed(db).changes
    assert line.old is not None
    assert line.new is not None
    assert (line.old.page, line.new.page, line.new.text) == (3, 4, FEWER_TRIALS.after_text)


def test_days_left_are_counted_to_the_effective_date(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, effective_on=date(2026, 12, 1))
    assert effective_words(composed(db).dates) == "2026-12-01 (in 8 days)"


def test_a_date_gone_by_is_said_as_in_force(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, effective_on=date(2026, 11, 22))
    assert effective_words(composed(db).dates) == "2026-11-22 (in force for 1 day)"


def test_no_effective_date_is_said_and_listed_as_not_known(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, effective_on=None)
    content = composed(db)
    assert effective_words(content.dates) == "not stated"
    assert any("take" in line for line in content.not_known)


def test_an_unclear_reading_gives_its_reason_and_no_advice(db: Database, outbox: Put) -> None:
    outbox(UNCLEAR)
    content = composed(db)
    assert "the list's logic was not understood" in content.not_known[0]
    assert content.advice == ()


def test_both_archived_copies_are_named_by_hash(db: Database, outbox: Put) -> None:
    outbox(EXPANDED)
    content = composed(db)
    assert (content.old_copy.sha256, content.new_copy.sha256) == ("a" * 64, "b" * 64)


def test_an_address_that_is_not_a_web_address_is_never_linked(db: Database, outbox: Put) -> None:
    outbox(EXPANDED, url="javascript:alert(1)")
    assert composed(db).url is None


def test_scraped_text_comes_on_one_line_without_unseen_signs(db: Database, outbox: Put) -> None:
    hostile = replace(FEWER_TRIALS, after_text="two\u202e\r\nBcc: x\x1b[31m  trials")
    outbox(replace(EXPANDED, changes=(hostile,)), title="A\r\nB")
    content = composed(db)
    assert content.changes[0].new is not None
    assert content.changes[0].new.text == "two Bcc: x [31m trials"
    assert content.policy == "LHP-12: A B"


def test_the_witness_is_part_of_the_alert(db: Database, outbox: Put) -> None:
    outbox(replace(EXPANDED, witness=WITNESS))
    assert composed(db).witness == "age 55, 2 failed antidepressants: was refused, now eligible"
