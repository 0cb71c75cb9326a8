"""Runs and outcomes."""

from __future__ import annotations

from sqlite_utils import Database

from db.runs import (
    SourceOutcome,
    complete_step,
    finish,
    get_run,
    has_outcome,
    last_run,
    outcomes_of,
    record_outcome,
    start_or_resume,
)
from tests.db.conftest import AT, SOURCE

LATER = "2026-03-02T02:00:00Z"


def test_a_run_that_was_cut_off_is_taken_up_where_it_stopped(db: Database) -> None:
    run = start_or_resume(db, at=AT)
    complete_step(db, run.run, "read")
    again = start_or_resume(db, at=LATER)
    assert (again.run, again.step, again.started_at) == (run.run, "read", AT)


def test_after_a_finished_run_a_new_one_begins(db: Database) -> None:
    run = start_or_resume(db, at=AT)
    finish(db, run.run, at=AT)
    assert start_or_resume(db, at=LATER).run == run.run + 1
    assert get_run(db, run.run).finished_at == AT


def test_runs_of_other_kinds_and_payers_are_apart(db: Database) -> None:
    whole = start_or_resume(db, at=AT)
    one = start_or_resume(db, at=AT, payer="meadow-health")
    dry = start_or_resume(db, at=AT, kind="dry")
    assert len({whole.run, one.run, dry.run}) == 3
    assert start_or_resume(db, at=LATER, payer="meadow-health") == one
    assert last_run(db) == whole


def test_an_outcome_said_again_replaces_the_first(watched: Database) -> None:
    run = start_or_resume(watched, at=AT).run
    assert not has_outcome(watched, run, SOURCE.source)
    record_outcome(watched, run, SourceOutcome(SOURCE.source, "unknown", None, "no answer"))
    record_outcome(watched, run, SourceOutcome(SOURCE.source, "changed", "ok"))
    assert outcomes_of(watched, run) == [SourceOutcome(SOURCE.source, "changed", "ok")]
    assert has_outcome(watched, run, SOURCE.source)
