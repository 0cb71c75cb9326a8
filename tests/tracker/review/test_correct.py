"""Corrections: what they change at once, what they outlive, and when they are reset."""

from __future__ import annotations

from typing import Any

from tests.tracker.nights import Watch, policy_page
from tests.tracker.review.desk import DENIED_TOO, Desk
from tracker.review.consequences import Hand
from tracker.review.decide import accept
from tracker.review.ids import ComparisonId
from tracker.rules import Rule

ASKED = "Failure of at least 3 antidepressants in the current episode"


def counts(desk: Desk) -> list[object]:
    """The number of antidepressants that each version is on record to ask for."""
    return desk.watch.column(
        """SELECT json_extract(leaf.value, '$.value') FROM positions, json_tree(criteria) leaf
           WHERE leaf.type = 'object' AND json_extract(leaf.value, '$.key') = 'failed_ad_count' ORDER BY version"""
    )


def page(text: str, **other: Any) -> bytes:
    """The policy with another wording of the clause on antidepressants."""
    return policy_page(trials=3, **other).replace(ASKED.encode(), text.encode())


def read_again(watch: Watch) -> None:
    """Make the stored readings those of an older release, so that the next night reads every document anew."""
    db = watch.open()
    db.execute("UPDATE readings SET extractor = 'ketwatch-0'")
    db.close()


def test_a_corrected_criterion_is_what_the_version_says_from_now_on(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.review("correct", "p1.1.2", "--value", "4")
    assert counts(desk) == [4]
    assert "failed antidepressants required: 4" in desk.run("show", "meadow-health/esketamine").output


def test_show_says_who_corrected_which_clause(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.review("correct", "p1.1.2", "--value", "4", "--note", "so in the table")
    shown = " ".join(desk.run("show", "meadow-health/esketamine").output.split())
    assert "(so in the table): failed_ad_count of “Failure of at least 3" in shown


def test_a_correction_is_used_by_later_comparisons(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.review("correct", "p1.1.2", "--value", "4")
    desk.watch.night(policy_page(trials=2))
    assert desk.changes() == [("failed_ad_count", 4, 2, "expands")]


def test_a_correction_outlives_a_new_reading_of_the_same_text(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.review("correct", "p1.1.2", "--value", "4")
    read_again(desk.watch)
    desk.watch.night(policy_page(trials=3))
    assert counts(desk) == [4, 4]
    desk.watch.night(policy_page(trials=2))
    assert desk.changes() == [("failed_ad_count", 4, 2, "expands")]


def test_a_correction_outlives_other_words_that_read_the_same(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.review("correct", "p1.1.2", "--value", "4")
    desk.watch.night(page("Failure of at least 3 antidepressants during the current episode"))
    assert counts(desk) == [4, 4]
    assert desk.changes() == []


def test_a_correction_is_reset_when_text_and_reading_have_both_changed(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.review("correct", "p1.1.2", "--value", "4")
    desk.watch.night(policy_page(trials=5))
    assert counts(desk) == [4, 5]
    (item,) = desk.ask("review")
    assert f"a person had corrected reads otherwise: {ASKED.replace('3', '5')}" in item["why"]


def test_a_new_number_resets_a_correction_even_if_it_reads_the_same(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.review("correct", "p1.1.2", "--value", "4")
    desk.watch.night(page("Failure of at least 3 antidepressants in the current episode of 2 years"))
    assert counts(desk) == [4, 3]


def test_a_clause_that_is_no_criterion_is_taken_out(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.review("correct", "p1.1.2", "--value", "null")
    assert counts(desk) == []


def test_a_clause_can_be_another_criterion(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.review("correct", "p1.1.2", "--key", "augmentation_trials")
    assert counts(desk) == []
    assert "augmentation trials" in desk.run("show", "meadow-health/esketamine").output


def test_a_status_can_be_corrected_and_a_position_taken_out(desk: Desk) -> None:
    desk.watch.night(policy_page(more=DENIED_TOO))
    desk.review("correct", "p1.2", "--status", "case_by_case")
    assert [row["status"] for row in desk.ask("coverage")] == ["covered", "case_by_case"]
    desk.review("correct", "p1.2", "--value", "null")
    assert [row["status"] for row in desk.ask("coverage")] == ["covered"]


def test_a_side_of_a_change_can_be_corrected_where_the_change_is_shown(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.watch.night(policy_page(trials=2))
    desk.review("correct", "c1.1", "--after", "4", "--note", "a slip of the reader")
    assert desk.changes() == [("failed_ad_count", 3, 4, "restricts")]
    assert [row["verdict"] for row in desk.ask("changes")] == ["restricted"]


def test_what_does_not_hold_is_told_to_nobody(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.watch.night(policy_page(trials=2))
    db = desk.watch.open()
    accept(db, ComparisonId(1), Hand("ann", "2026-03-03T09:00:00Z", rules=(Rule("all", ("folder:out",), "at_once"),)))
    db.close()
    desk.review("correct", "c1", "--after", "4")
    desk.watch.night(policy_page(trials=2))
    assert desk.watch.messages() == []


def test_what_was_told_stays_on_record_beside_what_holds(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.watch.night(policy_page(trials=2))
    desk.review("correct", "c1", "--after", "4")
    assert desk.watch.column("SELECT verdict FROM comparisons") == ["expanded"]
    assert desk.watch.column("SELECT verdict FROM held_comparisons") == ["restricted"]


def test_a_change_that_was_misread_is_none_and_waits_for_nobody(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.watch.night(policy_page(trials=2))
    desk.review("correct", "c1", "--after", "3")
    assert (desk.changes(), desk.queue()) == ([], [])


def test_a_corrected_direction_moves_the_verdict_and_is_kept_for_the_same_clauses(desk: Desk) -> None:
    for trials in (3, 2):
        desk.watch.night(policy_page(trials=trials))
    desk.review("correct", "c1", "--direction", "neutral")
    assert [row["verdict"] for row in desk.ask("changes")] == ["neutral"]
    for trials in (3, 2):
        desk.watch.night(policy_page(trials=trials))
    assert [change[3] for change in desk.changes()] == ["neutral", "restricts", "neutral"]


def test_a_correction_makes_its_comparison_sure(desk: Desk) -> None:
    desk.watch.night(policy_page())
    desk.watch.night(policy_page(more=DENIED_TOO))
    desk.review("correct", "c1", "--direction", "neutral", "--note", "it never was covered")
    assert desk.queue() == []
    assert desk.watch.column("SELECT confidence || ', ' || reason FROM held_comparisons") == [
        "high, a person has read the passage: it never was covered"
    ]


def test_a_correction_of_one_source_leaves_the_others(desk: Desk, watch: Watch) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.review("correct", "p1.1.2", "--value", "4")
    assert {row["source"] for row in desk.ask("coverage")} == {"meadow-health/esketamine"}
    assert watch.column("SELECT DISTINCT source FROM reviews") == ["meadow-health/esketamine"]


def test_the_item_shows_what_was_read_and_what_holds(desk: Desk) -> None:
    desk.watch.night(policy_page(trials=3))
    desk.review("correct", "p1.1.2", "--value", "4")
    line = next(one for one in desk.ask("review", "show", "p1.1") if one["id"] == "p1.1.2")
    assert (line["what"], line["read"], line["holds"]) == (
        "failed_ad_count", 3, {"key": "failed_ad_count", "value": 4},
    )  # fmt: skip
    assert line["text"] == ASKED
