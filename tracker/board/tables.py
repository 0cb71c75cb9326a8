"""The tables behind the pages as CSV: every view of the questions, and the numbers behind each chart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from db.views import rows_of, views
from tracker.board.board import Board
from tracker.board.trends import trends
from tracker.spreadsheet import csv_lines

Rows = Iterable[Iterable[Any]]


def table_names() -> list[str]:
    """Every table there is."""
    return [*(view.name for view in views()), *_BEHIND_CHARTS]


def table(board: Board, name: str) -> str | None:
    """A table as CSV, None when there is no such table."""
    if name in _BEHIND_CHARTS:
        names, rows = _BEHIND_CHARTS[name]
        return csv_lines(names, rows(board))
    if name not in {view.name for view in views()}:
        return None
    return csv_lines(*rows_of(board.db, name))


def _shares(board: Board) -> Iterator[tuple[object, ...]]:
    for one in trends(board).trends:
        for share in one.shares:
            yield from ((one.column.key, share.day, mark, count, share.payers) for mark, count in share.counts)


def _lag(board: Board) -> Iterator[tuple[object, ...]]:
    curve = trends(board).lag
    yield from ((point.weeks, point.percent) for point in (curve.points if curve else ()))


def _states(board: Board) -> Iterator[tuple[object, ...]]:
    for grid in trends(board).grids:
        yield from ((grid.column.key, tile.state, tile.mark or "not_watched", tile.words) for tile in grid.tiles)


_BEHIND_CHARTS: Mapping[str, tuple[tuple[str, ...], Callable[[Board], Rows]]] = {
    "answers-over-time": (("question", "day", "answer", "payers", "payers_answering"), _shares),
    "label-lag-curve": (("weeks", "percent_followed"), _lag),
    "medicaid-states": (("question", "state", "answer", "words"), _states),
}
