"""The page of one comparison: every change with both clauses, and the words that differ side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from db.changes import SectionDiff, WordRun
from db.history import FoundFilter, comparisons_found, sections_of
from tracker.board.board import Board
from tracker.board.timeline import Found, found_view


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a section: its words in runs, those that stand on this side alone marked."""

    runs: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """One heading with the words before and after."""

    heading: str
    before: Side
    after: Side


@dataclass(frozen=True, slots=True)
class ChangePage:
    """One comparison."""

    title: str
    found: Found
    sections: tuple[SectionView, ...]


def change_page(board: Board, comparison: str) -> ChangePage | None:
    """The page of a comparison, None when there is no such comparison of confirmed versions."""
    if not comparison.isdigit():
        return None
    row = next(iter(comparisons_found(board.db, FoundFilter(comparison=int(comparison)))), None)
    if row is None:
        return None
    found = found_view(row, board.today)
    sections = tuple(_section(one) for one in sections_of(board.db, row.comparison))
    return ChangePage(f"{found.headline}: {row.payer_name}, {row.title}", found, sections)


def _section(section: SectionDiff) -> SectionView:
    return SectionView(section.heading, _side(section.runs, "delete"), _side(section.runs, "insert"))


def _side(runs: Iterable[WordRun], own: str) -> Side:
    return Side(tuple((run.text, run.op == own) for run in runs if run.op in ("keep", own)))
