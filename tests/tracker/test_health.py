"""What needs somebody's eyes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from click.testing import CliRunner

from db.snapshots import NEEDS_BROWSER
from db.sources import register
from tests.tracker.nights import OTHER, PAYER, SOURCE, Failure, Watch, policy_page
from tracker.board.board import Board
from tracker.board.gaps_page import gaps_page
from tracker.cli.main import main
from tracker.health import HealthRow, Unread, health, payers_without_a_policy


def rows(watch: Watch, now: str | None = None) -> list[HealthRow]:
    db = watch.open()
    found = health(db, now=now or watch.now())
    db.close()
    return found


def test_all_is_well_after_a_good_night(watch: Watch) -> None:
    watch.night(policy_page())
    assert rows(watch) == []


@pytest.mark.parametrize(
    ("fetched", "condition"),
    [
        (Failure("refused", 403), "blocked"),
        (Failure("gone", 404), "dead"),
        (Failure("no answer", None), "unreachable"),
        (b"", "unreadable"),
        (Failure(NEEDS_BROWSER, None), "needs_browser"),
        (policy_page(covered=False), "waiting"),
    ],
)
def test_a_source_in_trouble_is_named_with_since_when_and_why(
    watch: Watch, fetched: bytes | Failure, condition: str
) -> None:
    watch.night(policy_page())
    watch.night(fetched)
    (row,) = rows(watch)
    assert (row.source, row.condition, row.since) == (SOURCE.source, condition, "2026-03-02T02:00:00Z")
    assert row.reason
    assert row.is_read


def test_a_source_that_never_answered_says_so(watch: Watch) -> None:
    watch.night(Failure())
    (row,) = rows(watch)
    assert (row.condition, row.last_answer_at, row.is_read) == ("blocked", None, False)


def test_a_source_nobody_asked_for_days_is_silent(watch: Watch) -> None:
    watch.night(policy_page())
    (row,) = rows(watch, now="2026-03-05T02:00:01Z")
    assert (row.condition, row.since) == ("silent", "2026-03-01T02:00:00Z")


def test_a_source_without_a_document_was_never_read(watch: Watch) -> None:
    watch.night(policy_page())
    db = watch.open()
    register(db, PAYER, [OTHER], at=watch.now())
    db.close()
    (row,) = rows(watch)
    assert (row.source, row.condition) == (OTHER.source, "never_read")


def test_a_lead_is_well_once_it_answered_and_never_read_before(watch: Watch) -> None:
    index = replace(SOURCE, kind="index")
    db = watch.open()
    register(db, PAYER, [index], at="2026-03-01T00:00:00Z")
    db.close()
    assert [row.condition for row in rows(watch, "2026-03-01T00:00:00Z")] == ["never_read"]
    watch.sources = (index,)
    watch.night(b"<html></html>")
    assert rows(watch) == []


def test_the_last_good_copy_is_told_apart_from_the_last_answer(watch: Watch) -> None:
    watch.night(policy_page())
    watch.night(b"")
    (row,) = rows(watch)
    assert (row.last_good_at, row.last_answer_at) == ("2026-03-01T02:00:00Z", "2026-03-02T02:00:00Z")


def test_a_reading_with_fewer_positions_than_expected_is_one_incident_that_closes_by_itself(watch: Watch) -> None:
    watch.night(policy_page())
    watch.sources = (replace(SOURCE, least_positions=9),)
    outcome = watch.night(policy_page(trials=2))
    assert (outcome.outcome, rows(watch)[0].condition) == ("unknown", "too_little")
    assert "at least 9 expected" in outcome.reason
    watch.night(policy_page(trials=2))
    assert watch.column("SELECT count(*) FROM incidents") == [1]
    watch.sources = (SOURCE,)
    assert watch.night(policy_page(trials=2)).outcome == "changed"
    assert rows(watch) == []


DENIED = """<p>Esketamine is considered investigational for {}.</p>"""
USES = ("bipolar depression", "obsessive-compulsive disorder", "fibromyalgia", "post-traumatic stress disorder")


@pytest.mark.parametrize(
    ("expected", "condition", "said"),
    [
        ({"should_mention": ("nebulizer",)}, "words_missing", "none of the words nebulizer stands in it"),
        ({"usual_positions": 5}, "few_positions", "answers read: 1, usually at least 5"),
    ],
)
def test_what_is_below_a_mild_expectation_is_a_warning_that_holds_nothing_back(
    watch: Watch, expected: dict[str, Any], condition: str, said: str
) -> None:
    watch.night(policy_page())
    watch.sources = (replace(SOURCE, **expected),)
    assert watch.night(policy_page(trials=2)).outcome == "changed"
    watch.night(policy_page(trials=2))
    (row,) = rows(watch)
    assert (row.level, row.condition, row.reason, row.since) == ("warn", condition, said, "2026-03-02T02:00:00Z")
    assert watch.column("SELECT level FROM incidents") == ["warn"]
    assert unread(watch) == []
    watch.sources = (SOURCE,)
    watch.night(policy_page(trials=2))
    assert rows(watch) == []


def test_a_notable_loss_is_a_warning_until_the_new_text_has_been_seen_again(watch: Watch) -> None:
    less = policy_page(more="".join(map(DENIED.format, USES[:2])))
    watch.night(policy_page(more="".join(map(DENIED.format, USES))))
    lost = ("lost_positions", "3 positions read, 5 before")
    for outcome in ("unknown", "changed"):
        assert watch.night(less).outcome == outcome
        assert [(row.condition, row.reason) for row in rows(watch) if row.level == "warn"] == [lost]
    watch.night(less)
    assert rows(watch) == []


def test_a_document_in_which_no_answer_could_be_read_is_a_warning_unless_its_source_expects_none(watch: Watch) -> None:
    page = b"<html><body><h1>Esketamine</h1><p>The committee that looks at Spravato meets four times a year.</p></body>"
    assert watch.night(page + b"</html>").quality == "ok"
    assert [(row.level, row.condition) for row in rows(watch)] == [("warn", "few_positions")]
    watch.sources = (replace(SOURCE, usual_positions=0),)
    watch.night(page + b"</html>")
    assert rows(watch) == []


def test_failures_and_warnings_are_shown_apart(watch: Watch) -> None:
    watch.sources = (replace(SOURCE, usual_positions=5), OTHER)
    watch.night(policy_page(), policy_page())
    watch.night(policy_page(), Failure("refused", 403))
    assert [(row.level, row.source) for row in rows(watch)] == [("fail", OTHER.source), ("warn", SOURCE.source)]
    told = CliRunner().invoke(main, ["health", "--data", str(watch.data)]).stdout
    failed, _, warned = told.partition("worth a look")
    assert "few_positions" in warned
    assert "few_positions" not in failed
    db = watch.open()
    page = gaps_page(Board(db, watch.data, watch.now()))
    db.close()
    assert [one.row.source for one in page.troubles] == [OTHER.source]
    assert [one.row.source for one in page.warnings] == [SOURCE.source]


def test_a_document_that_breaks_its_rhythm_is_quiet(watch: Watch) -> None:
    for trials in (1, 2, 3, 4):
        watch.night(policy_page(trials=trials))
    for _ in range(2):
        watch.night(policy_page(trials=4))
    assert rows(watch) == []
    watch.night(policy_page(trials=4))
    (row,) = rows(watch)
    assert (row.condition, row.since) == ("quiet", "2026-03-04T02:00:00Z")


def test_a_payer_without_any_readable_policy_is_named(watch: Watch) -> None:
    watch.sources = (SOURCE, OTHER)
    watch.night(policy_page(), Failure("refused", 403))
    assert unread(watch) == []
    watch.night(Failure("gone", 404), Failure("refused", 403))
    assert unread(watch) == [
        Unread(PAYER.payer, PAYER.name, 2, "2026-03-01T02:00:00Z", "1 blocked, 1 dead"),
    ]


def unread(watch: Watch) -> list[Unread]:
    db = watch.open()
    found = payers_without_a_policy(db, now=watch.now())
    db.close()
    return found
