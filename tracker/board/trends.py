"""How the payers' answers moved over time, how late they follow the label, and Medicaid state by state."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from db.answers import AnswerRow, answers_over_time
from tracker.board.answers import Answer, answer, by_payer, by_use
from tracker.board.board import Board
from tracker.board.columns import COLUMNS, Column
from tracker.board.label import PUBLISHED_MEDIAN_WEEKS, LagRow, lag
from tracker.board.tiles import TileGrid, medicaid_programs, tile_grid

# The questions whose answers are drawn over time, and those that states are told apart by.
OVER_TIME = ("spravato-trd", "ketamine-depression", "ketamine-crps")
BY_STATE = ("spravato-trd", "ketamine-depression")
# Up to so many months every one is drawn, then every quarter.
MOST_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Share:
    """The payers that answer a question on a day, by what they answer."""

    day: str
    counts: tuple[tuple[str, int], ...]

    @property
    def payers(self) -> int:
        return sum(count for _, count in self.counts)

    def percent(self, *marks: str) -> float:
        """The share of those with one of these answers; 0 when nobody answers."""
        named = sum(count for mark, count in self.counts if mark in marks)
        return round(100 * named / self.payers, 1) if self.payers else 0.0


@dataclass(frozen=True, slots=True)
class Trend:
    """One question over time."""

    column: Column
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class LagPoint:
    """The share of payers, in percent, that had followed the label after so many weeks."""

    weeks: float
    percent: float


@dataclass(frozen=True, slots=True)
class LagCurve:
    """How payers followed the label of January 2025; `median_weeks` is None until half of them have."""

    points: tuple[LagPoint, ...]
    payers: int
    followed: int
    median_weeks: float | None
    published_weeks: float


@dataclass(frozen=True, slots=True)
class Trends:
    """The page; `lag` is None while nobody is known who had to follow."""

    title: str
    trends: tuple[Trend, ...]
    lag: LagCurve | None
    grids: tuple[TileGrid, ...]


def trends(board: Board) -> Trends:
    """All curves, and the states."""
    by_key = {column.key: column for column in COLUMNS}
    programs = medicaid_programs(board)
    return Trends(
        title="Trends",
        trends=tuple(trend(board, by_key[key]) for key in OVER_TIME),
        lag=lag_curve(lag(board)),
        grids=tuple(tile_grid(by_key[key], programs) for key in BY_STATE),
    )


def trend(board: Board, column: Column) -> Trend:
    """One question on the first day of each month or quarter since the first answer, and today."""
    rows = answers_over_time(board.db, column.product, column.indications)
    spells = [_spells(column, own) for own in by_payer(rows).values()]
    days = days_between(min((row.since[:10] for row in rows), default=board.today), board.today)
    return Trend(column, tuple(_share(spells, day) for day in days))


def days_between(first: str, last: str) -> list[str]:
    """The first days of the months after `first`, or of the quarters when they are many, and `last`."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    months = range(start.year * 12 + start.month, end.year * 12 + end.month)
    step = 1 if len(months) <= MOST_MONTHS else 3
    days = (date(month // 12, month % 12 + 1, 1).isoformat() for month in months if month % step == 0)
    return [*(day for day in days if day < last), last]


def lag_curve(rows: Sequence[LagRow]) -> LagCurve | None:
    """The share that has followed, week by week in which somebody did; None without payers."""
    if not rows:
        return None
    weeks = sorted(row.weeks for row in rows if row.weeks is not None)
    points = tuple(LagPoint(week, round(100 * (n + 1) / len(rows), 1)) for n, week in enumerate(weeks))
    median = next((point.weeks for point in points if point.percent >= 50), None)
    return LagCurve(points, len(rows), len(weeks), median, PUBLISHED_MEDIAN_WEEKS)


# One payer's answers, each with the instant from which it holds until the next.
_Spells = tuple[tuple[str, ...], tuple[Answer, ...]]


def _spells(column: Column, rows: Sequence[AnswerRow]) -> _Spells:
    instants = sorted({instant for row in rows for instant in (row.since, row.until) if instant})
    answers = (answer(column, by_use(_standing(rows, at)), "not_stated") for at in instants)
    return tuple(instants), tuple(answers)


def _standing(rows: Iterable[AnswerRow], at: str) -> list[AnswerRow]:
    return [row for row in rows if row.since <= at and (row.until is None or row.until > at)]


def _share(payers: Iterable[_Spells], day: str) -> Share:
    found = (answers[place - 1] for since, answers in payers if (place := bisect_right(since, f"{day}T23:59:59Z")))
    counts = Counter(one.mark for one in found if one.told)
    return Share(day, tuple(sorted(counts.items())))
