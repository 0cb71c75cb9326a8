"""How the answers come about, how old they are and what they cannot say."""

from __future__ import annotations

from dataclasses import dataclass

from db.counts import Counts, count_all
from db.runs import Run, last_run
from tracker.board.board import Board


@dataclass(frozen=True, slots=True)
class MethodPage:
    """The page. `night` is the last night over all payers, None before the first."""

    title: str
    counts: Counts
    night: Run | None


def method_page(board: Board) -> MethodPage:
    """The page as of now."""
    return MethodPage("Method, limits, age of the data", count_all(board.db), last_run(board.db))
