"""The changes, month by month: expansions first, each with its clauses, a patient it matters to, and its dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from db.changes import Change, Direction, Verdict
from db.history import FoundFilter, FoundRow, comparisons_found, years_of_change
from tracker.alerts.content import DIGEST_ORDER
from tracker.alerts.witness import witness_words
from tracker.alerts.wording import WORDING, change_words, subject_words
from tracker.board.board import Board
from tracker.board.paths import change_path, payer_path, policy_path, year_path

NEWEST = 60


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change in words with the clauses on either side, None where a side says nothing."""

    subject: str
    what: str
    direction: Direction
    effect: str
    before: str | None
    before_page: int | None
    after: str | None
    after_page: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """One comparison: what it came to, the patient who is treated differently in words (None without one), its dates.

    `days_left` counts to the effective date, negative once it is past, None when none is stated.
    """

    row: FoundRow
    verdict: Verdict
    headline: str
    witness: str | None
    changes: tuple[ChangeView, ...]
    days_left: int | None
    path: str
    payer_path: str
    policy_path: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month's findings: those that matter, expansions first, and edits without any effect."""

    name: str
    found: tuple[Found, ...]
    edits: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The newest changes, or those of one `year`; `years` are the pages of all of them."""

    title: str
    year: str | None
    months: tuple[Month, ...]
    years: tuple[tuple[str, str], ...]
    more: bool


def timeline(board: Board) -> Timeline:
    """The newest changes."""
    rows = comparisons_found(board.db, FoundFilter(limit=NEWEST + 1))
    return _timeline(board, rows[:NEWEST], None, more=len(rows) > NEWEST)


def year_of_changes(board: Board, year: str) -> Timeline | None:
    """The changes found in a year, None when there are none."""
    rows = comparisons_found(board.db, FoundFilter(year=year)) if year.isdigit() else []
    return _timeline(board, rows, year, more=False) if rows else None


def found_view(row: FoundRow, today: str) -> Found:
    """One comparison as it is shown."""
    return Found(
        row=row,
        verdict=row.verdict,
        headline=WORDING.verdicts[row.verdict],
        witness=witness_words(row.witness, row.changes),
        changes=tuple(map(_change, row.changes)),
        days_left=_days(today, row.effective_on),
        path=change_path(row.comparison),
        payer_path=payer_path(row.payer),
        policy_path=policy_path(row.source),
    )


def _timeline(board: Board, rows: Iterable[FoundRow], year: str | None, *, more: bool) -> Timeline:
    return Timeline(
        title=f"What changed in {year}" if year else "What changed",
        year=year,
        months=tuple(months(rows, board.today)),
        years=tuple((one, year_path(one)) for one in years_of_change(board.db)),
        more=more,
    )


def months(rows: Iterable[FoundRow], today: str) -> Iterator[Month]:
    """Findings, newest first, by the month they were found in."""
    for month, members in groupby(rows, key=lambda row: row.detected_at[:7]):
        views = sorted((found_view(row, today) for row in members), key=lambda one: DIGEST_ORDER.index(one.verdict))
        matter = tuple(one for one in views if _matters(one))
        name = date.fromisoformat(f"{month}-01").strftime("%B %Y")
        yield Month(name, matter, tuple(one for one in views if not _matters(one)))


def _matters(found: Found) -> bool:
    return found.verdict != "neutral" or found.row.action_required


def _change(change: Change) -> ChangeView:
    return ChangeView(
        subject=subject_words(change),
        what=change_words(change),
        direction=change.direction,
        effect=WORDING.directions[change.direction],
        before=change.before_text,
        before_page=change.before_page,
        after=change.after_text,
        after_page=change.after_page,
    )


def _days(today: str, effective_on: str | None) -> int | None:
    return (date.fromisoformat(effective_on) - date.fromisoformat(today)).days if effective_on else None
