"""The changes month by month, the page of each, and the trends."""

from __future__ import annotations

import pytest

from db.changes import Verdict
from db.history import FoundFilter, FoundRow, comparisons_found
from tests.tracker.board.small import SPRAY
from tracker.board.board import Board
from tracker.board.change_page import change_page
from tracker.board.label import LagRow
from tracker.board.tiles import places
from tracker.board.timeline import months, timeline, year_of_changes
from tracker.board.trends import Share, days_between, lag_curve, trends


def found(number: int, verdict: Verdict, day: str) -> FoundRow:
    return FoundRow(number, "p", "P", "p/s", "S", verdict, "high", "", False, None, None, None, f"{day}T02:00:00Z", ())


def test_expansions_come_first_within_a_month_and_months_newest_first() -> None:
    rows = [
        found(4, "restricted", "2026-04-02"), found(3, "restricted", "2026-03-20"), found(2, "expanded", "2026-03-02"),
        found(1, "neutral", "2026-03-01"),
    ]  # fmt: skip
    april, march = months(rows, "2026-04-03")
    assert (april.name, march.name) == ("April 2026", "March 2026")
    assert [one.verdict for one in march.found] == ["expanded", "restricted"]
    assert [one.row.comparison for one in march.edits] == [1]


def test_a_change_stands_with_clauses_dates_and_a_patient(board: Board) -> None:
    ((one,),) = (month.found for month in timeline(board).months)
    assert one.headline == "Coverage expanded"
    assert one.witness is not None
    assert one.witness.endswith("was refused, now eligible")
    (change,) = one.changes
    assert change.what == "failed antidepressants required: 3 → 2"
    assert (change.before, change.after) != (None, None)
    assert (one.row.effective_on, one.days_left) == ("2026-04-15", 14)


def test_a_year_has_its_page(board: Board) -> None:
    assert timeline(board).years == (("2026", "changes/in-2026.html"),)
    assert year_of_changes(board, "2026") is not None
    assert year_of_changes(board, "1999") is None
    assert year_of_changes(board, "x") is None


def test_the_page_of_a_change_sets_the_words_side_by_side(board: Board) -> None:
    page = change_page(board, "1")
    assert page is not None
    texts = [(section.before.runs, section.after.runs) for section in page.sections]
    gone = [text for before, _ in texts for text, differs in before if differs]
    come = [text for _, after in texts for text, differs in after if differs]
    assert "3" in gone
    assert "2" in come
    assert change_page(board, "2") is None
    assert change_page(board, "x") is None


def test_comparisons_are_found_by_source(board: Board) -> None:
    assert [row.source for row in comparisons_found(board.db, FoundFilter(source=SPRAY.source))] == [SPRAY.source]
    assert comparisons_found(board.db, FoundFilter(payer="cascadia")) == []


def test_shares_are_of_payers_that_answer(board: Board) -> None:
    trd = next(one for one in trends(board).trends if one.column.key == "spravato-trd")
    assert trd.shares[-1] == Share("2026-04-01", (("covered", 2),))
    assert trd.shares[-1].percent("covered") == 100.0
    assert Share("2026-04-01", ()).percent("covered") == 0.0


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2026-03-02", "2026-05-15", ["2026-04-01", "2026-05-01", "2026-05-15"]),
        ("2026-04-01", "2026-04-01", ["2026-04-01"]),
        ("2025-11-20", "2026-01-01", ["2025-12-01", "2026-01-01"]),
    ],
)
def test_days_are_the_firsts_of_months_and_the_last_day(first: str, last: str, days: list[str]) -> None:
    assert days_between(first, last) == days


def test_a_long_time_is_told_by_quarters() -> None:
    days = days_between("2019-03-05", "2026-11-26")
    assert days[:2] == ["2019-04-01", "2019-07-01"]
    assert len(days) < 40


def test_a_state_is_told_from_one_that_nobody_watches(board: Board) -> None:
    depression = next(grid for grid in trends(board).grids if grid.column.key == "ketamine-depression")
    tiles = {tile.state: tile for tile in depression.tiles}
    assert tiles["OR"].mark == "investigational"
    assert tiles["OR"].path == "payers/cascadia.html"
    assert (tiles["WA"].mark, tiles["WA"].words) == (None, "not watched")
    assert (depression.watched, depression.covering) == (1, 0)


def test_every_state_and_the_district_has_one_tile_of_its_own() -> None:
    found_places = places()
    assert len({state for state, _, _ in found_places}) == len(found_places) == 51
    assert len({(row, column) for _, row, column in found_places}) == 51


def test_the_lag_curve_counts_those_who_have_not_followed() -> None:
    curve = lag_curve([LagRow("a", 10.0), LagRow("b", 30.0), LagRow("c", None), LagRow("d", None)])
    assert curve is not None
    assert [(point.weeks, point.percent) for point in curve.points] == [(10.0, 25.0), (30.0, 50.0)]
    assert (curve.followed, curve.payers, curve.median_weeks) == (2, 4, 30.0)
    assert lag_curve([LagRow("a", None)]) is not None
    assert lag_curve([]) is None
