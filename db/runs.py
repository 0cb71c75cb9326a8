"""Runs (one night's work) and the outcome of each source in a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from db.connection import write
from parsers.models import Quality

Step = Literal["started", "crawled", "read", "settled", "delivered"]
Outcome = Literal["changed", "unchanged", "unknown"]
RunKind = Literal["nightly", "dry", "hand", "backfill"]


@dataclass(frozen=True, slots=True)
class Run:
    """One night's work; `step` is the last step completed, `finished_at` is None while work is left.

    `kind`: "dry" settled and sent nothing, "hand" took in documents fetched by hand, "backfill" an
    archive's captures. `payer` is None for all payers.
    """

    run: int
    started_at: str
    step: Step
    finished_at: str | None
    kind: RunKind = "nightly"
    payer: str | None = None


@dataclass(frozen=True, slots=True)
class SourceOutcome:
    """What a run found of a source. A failure is "unknown", never "unchanged"; `quality` is None when no body came."""

    source: str
    outcome: Outcome
    quality: Quality | None = None
    reason: str = ""
    snapshot: int | None = None


def start_or_resume(db: Database, *, at: str, kind: RunKind = "nightly", payer: str | None = None) -> Run:
    """The unfinished run of this kind for the same payer (None: all payers), or a new one."""
    unfinished = "finished_at IS NULL AND kind = ? AND payer IS ?"
    with write(db):
        db.execute(
            f"""INSERT INTO runs (started_at, kind, payer) SELECT ?, ?, ?
                WHERE NOT EXISTS (SELECT 1 FROM runs WHERE {unfinished})""",
            [at, kind, payer, kind, payer],
        )
        row = next(db["runs"].rows_where(unfinished, [kind, payer], order_by="run", limit=1))
    return Run(**row)


def complete_step(db: Database, run: int, step: Step) -> None:
    db.execute("UPDATE runs SET step = ? WHERE run = ?", [step, run])


def finish(db: Database, run: int, *, at: str) -> None:
    db.execute("UPDATE runs SET finished_at = ? WHERE run = ?", [at, run])


def get_run(db: Database, run: int) -> Run:
    return Run(**db.table("runs").get(run))


def last_run(db: Database) -> Run | None:
    """The newest night over all payers, finished or not; None before the first."""
    rows = db["runs"].rows_where("kind = 'nightly' AND payer IS NULL", order_by="run desc", limit=1)
    return next((Run(**row) for row in rows), None)


def record_outcome(db: Database, run: int, outcome: SourceOutcome) -> None:
    """Store a source's outcome of a run; said again, it replaces what was said."""
    db.table("outcomes").upsert(
        {
            "run": run,
            "source": outcome.source,
            "outcome": outcome.outcome,
            "quality": outcome.quality,
            "reason": outcome.reason,
            "snapshot": outcome.snapshot,
        },
        pk=("run", "source"),
    )


def has_outcome(db: Database, run: int, source: str) -> bool:
    return bool(db["outcomes"].count_where("run = ? AND source = ?", [run, source]))


def was_read(db: Database, source: str) -> bool:
    """Whether a night, or somebody who added a document, has ever read a source: an archive's copies do not count."""
    found = db.execute(
        """SELECT 1 FROM outcomes JOIN runs USING (run)
           WHERE source = ? AND outcome <> 'unknown' AND kind <> 'dry' LIMIT 1""",
        [source],
    )
    return found.fetchone() is not None


def outcomes_of(db: Database, run: int) -> list[SourceOutcome]:
    columns = "source, outcome, quality, reason, snapshot"
    return [
        SourceOutcome(**row) for row in db["outcomes"].rows_where("run = ?", [run], select=columns, order_by="source")
    ]
