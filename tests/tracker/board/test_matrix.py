"""The front page: which answer stands for a payer, and gaps told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.answers import AnswerRow
from db.queries import SourceRow
from parsers.models import Indication, Route, Status
from tracker.board.answers import answer, by_use, gap_of, told_in_words
from tracker.board.board import Board
from tracker.board.columns import COLUMNS
from tracker.board.matrix import Cell, Matrix, matrix

BY_KEY = {column.key: column for column in COLUMNS}
IV_DEPRESSION = BY_KEY["ketamine-depression"]


@pytest.fixture
def front(board: Board) -> Matrix:
    return matrix(board.db, board.now)


def cell(front: Matrix, payer: str, column: str) -> Cell:
    row = next(row for row in front.rows if row.payer.payer == payer)
    return row.cells[list(BY_KEY).index(column)]


def said(indication: Indication, status: Status, route: Route = "iv", source: str = "meadow/ketamine") -> AnswerRow:
    return AnswerRow("meadow", source, 0, "ketamine", route, indication, status, None, "2026-01-01T00:00:00Z", None)


def test_an_answer_leads_to_the_position_that_says_so(front: Matrix) -> None:
    found = cell(front, "nation-pbm", "spravato-trd")
    assert found.mark == "covered"
    assert found.path == "policies/nation-pbm/spravato.html#position-1"


def test_silence_a_closed_door_and_a_page_that_nobody_read_are_three_gaps(front: Matrix) -> None:
    assert cell(front, "meadow-health", "ketamine-ptsd").mark == "not_stated"
    assert cell(front, "blocked-benefit", "spravato-trd").mark == "unreadable"
    assert cell(front, "blocked-benefit", "spravato-trd").detail == "the server answered 403 Forbidden"
    assert cell(front, "silent-mutual", "spravato-trd").mark == "never_read"


def test_counts_are_of_those_that_answer(front: Matrix) -> None:
    count = next(count for count in front.counts if count.column.key == "spravato-trd")
    assert (count.covering, count.answering) == (2, 2)


def test_the_filters_offer_what_occurs(front: Matrix) -> None:
    assert [name for name, _ in front.types] == ["commercial", "medicaid", "pbm", "employer"]
    assert "US" not in front.states
    assert {"MI", "OR", "TX"} < set(front.states)


def test_a_broader_answer_counts_where_the_use_is_not_named_and_says_so() -> None:
    found = answer(BY_KEY["ketamine-ptsd"], by_use([said("other", "investigational")]), "not_stated")
    assert (found.mark, found.under) == ("investigational", "other")
    assert told_in_words(found) == "answered for all other uses"


def test_the_nearest_answer_wins_over_a_broader_one() -> None:
    rows = [said("other", "investigational"), said("psychiatric", "excluded"), said("mdd", "covered")]
    assert answer(IV_DEPRESSION, by_use(rows), "not_stated").mark == "covered"


def test_documents_that_differ_vary() -> None:
    rows = [said("mdd", "covered"), said("mdd", "excluded", source="meadow/medicare")]
    found = answer(IV_DEPRESSION, by_use(rows), "not_stated")
    assert found.mark == "varies"
    assert told_in_words(found) == "meadow/ketamine: covered; meadow/medicare: excluded from coverage"


def test_an_answer_on_another_route_or_drug_answers_nothing() -> None:
    spray = said("mdd", "covered", "intranasal")
    other_drug = replace(said("mdd", "covered"), product="esketamine")
    assert answer(IV_DEPRESSION, by_use([spray, other_drug]), "not_stated").mark == "not_stated"


def test_pain_never_answers_for_psychiatry() -> None:
    assert answer(IV_DEPRESSION, by_use([said("chronic_pain", "covered")]), "not_stated").mark == "not_stated"


def test_a_page_that_only_leads_to_documents_is_none_that_was_left_unread() -> None:
    index = SourceRow("meadow", "meadow/index", "index", True, "", "unchanged", None, 0, None, None, None)
    policy = replace(index, source="meadow/policy", kind="policy", versions=1)
    assert gap_of([index, policy]) == "not_stated"
    assert gap_of([replace(index, incident="refused")]) == "never_read"
