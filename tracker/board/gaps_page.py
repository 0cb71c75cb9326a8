"""What is not known, and why: documents that cannot be read, payers that do not say, what nobody has asked for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from db.runs import Run, last_run, outcomes_of
from db.sources import all_sources
from tracker.alerts.plain import web_address
from tracker.board.board import Board
from tracker.board.matrix import matrix
from tracker.board.paths import policy_path
from tracker.board.words import WORDS, Gap
from tracker.health import HealthRow, health


@dataclass(frozen=True, slots=True)
class Trouble:
    """A document in trouble, or with a warning; `link` is its address, None when it is not one to follow."""

    row: HealthRow
    condition: str
    path: str
    link: str | None


@dataclass(frozen=True, slots=True)
class ColumnGaps:
    """How many payers leave a question of the front page open, by the reason."""

    group: str
    title: str
    not_stated: int
    unreadable: int
    never_read: int


@dataclass(frozen=True, slots=True)
class GapsPage:
    """The page. `troubles` cannot be read now, `warnings` were read and deserve a look; `night` is the last night over
    all payers, None before the first; `outcomes` are what it found.
    """

    title: str
    troubles: tuple[Trouble, ...]
    warnings: tuple[Trouble, ...]
    documents: int
    night: Run | None
    outcomes: tuple[tuple[str, int], ...]
    columns: tuple[ColumnGaps, ...]


def gaps_page(board: Board) -> GapsPage:
    """Every gap there is."""
    night = last_run(board.db)
    rows = health(board.db, now=board.now)
    outcomes = Counter(found.outcome for found in outcomes_of(board.db, night.run)) if night else Counter()
    return GapsPage(
        title="What we do not know",
        troubles=tuple(_trouble(row) for row in rows if row.level == "fail"),
        warnings=tuple(_trouble(row) for row in rows if row.level == "warn"),
        documents=sum(not source.is_lead for source in all_sources(board.db)),
        night=night,
        outcomes=tuple(sorted(outcomes.items())),
        columns=_columns(board),
    )


def _trouble(row: HealthRow) -> Trouble:
    return Trouble(row, WORDS.conditions[row.condition], policy_path(row.source), web_address(row.url))


def _columns(board: Board) -> tuple[ColumnGaps, ...]:
    whole = matrix(board.db, board.now)
    marks = [Counter(row.cells[n].mark for row in whole.rows) for n in range(len(whole.counts))]
    gaps: tuple[Gap, ...] = ("not_stated", "unreadable", "never_read")
    return tuple(
        ColumnGaps(count.column.group, count.column.title, *(found[gap] for gap in gaps))
        for count, found in zip(whole.counts, marks, strict=True)
    )
