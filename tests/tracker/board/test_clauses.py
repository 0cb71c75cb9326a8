"""Clauses where they stand: on the page of a PDF, or in the passage around them and nothing more."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.connection import read_db
from parsers.models import Block, Evidence
from tests.tracker.board.small import EVIL, INJECTION, PAPER, STATE, look
from tracker.board.board import Board
from tracker.board.clauses_page import ClausesPage, clauses_page
from tracker.board.excerpts import Excerpt, excerpts
from tracker.board.pictures import picture


def page_of(board: Board, source: str) -> ClausesPage:
    page = clauses_page(board, source, "1")
    assert page is not None
    return page


def test_a_pdf_is_drawn_with_a_mark_for_each_clause(board: Board) -> None:
    page = page_of(board, PAPER.source)
    assert page.picture is not None
    _, drawing, file = page.picture.split("/")
    body = picture(board, drawing, file.removesuffix(".png"))
    assert body is not None
    assert body.startswith(b"\x89PNG")
    assert {mark.n for mark in page.marks} == {clause.n for clause in page.clauses}
    assert all(0 < left < 100 and 0 < width < 100 for mark in page.marks for left, _, width, _ in mark.boxes)


def test_a_picture_is_drawn_once(small_data: Path) -> None:
    with_db = read_db(small_data)
    board = look(with_db, small_data)
    page_of(board, PAPER.source)
    before = {path: path.stat().st_mtime_ns for path in board.pictures.rglob("*")}
    page_of(board, PAPER.source)
    assert {path: path.stat().st_mtime_ns for path in board.pictures.rglob("*")} == before
    with_db.close()


@pytest.mark.parametrize(
    ("drawing", "file"), [("..", "drawn-page-1"), ("a" * 32, "../places"), ("a" * 32, "drawn-page-1")]
)
def test_only_drawn_pictures_are_given_out(board: Board, drawing: str, file: str) -> None:
    assert picture(board, drawing, file) is None


def test_other_documents_show_the_clause_in_its_passage_and_neighbours_cut_short(board: Board) -> None:
    page = page_of(board, STATE.source)
    assert page.picture is None
    (excerpt,) = page.excerpts
    assert excerpt.path == ("Coverage",)
    before, passage, after = excerpt.passages
    assert [part.text for part in passage.parts if part.marked] == [
        "Ketamine by vein is considered investigational for depression.", "All other uses are investigational.",
    ]  # fmt: skip
    assert before.is_neighbour
    assert after.is_neighbour
    assert before.parts[0].text.endswith("…")


def test_each_clause_says_what_was_read_out_of_it(board: Board) -> None:
    said = [words for clause in page_of(board, PAPER.source).clauses for words in clause.says]
    assert "failed antidepressants required: 2" in said
    assert "who may prescribe: psychiatrist only" in said


@pytest.mark.parametrize(("source", "page"), [("nobody/nothing", "1"), (PAPER.source, "9"), (PAPER.source, "x")])
def test_a_page_without_clauses_is_none(board: Board, source: str, page: str) -> None:
    assert clauses_page(board, source, page) is None


def marked(found: tuple[Excerpt, ...]) -> list[str]:
    return [part.text for one in found for passage in one.passages for part in passage.parts if part.marked]


def test_a_clause_within_a_clause_is_marked_with_it() -> None:
    blocks = [Block("paragraph", "Covered when a psychiatrist prescribes it.")]
    whole, part = Evidence(1, blocks[0].text), Evidence(1, "a psychiatrist prescribes it")
    (excerpt,) = excerpts(blocks, {whole: 0, part: 1})
    assert "".join(marked((excerpt,))) == blocks[0].text
    assert [anchor for piece in excerpt.passages[0].parts for anchor in piece.anchors] == [0, 1]


def test_far_words_of_a_long_passage_are_left_out() -> None:
    clause = "Two trials have failed."
    text = " ".join(["before"] * 100 + [clause] + ["after"] * 100)
    (excerpt,) = excerpts([Block("paragraph", text)], {Evidence(1, clause): 0})
    shown = "".join(part.text for part in excerpt.passages[0].parts)
    assert clause in shown
    assert 20 < shown.count("before") < 40
    assert 20 < shown.count("after") < 40


def test_a_clause_that_is_not_found_is_quoted_alone() -> None:
    found = excerpts([Block("paragraph", "Something else.")], {Evidence(1, "A row | of cells"): 0})
    assert marked(found) == ["A row | of cells"]


def test_hostile_text_is_text(board: Board) -> None:
    assert INJECTION in "".join(marked(page_of(board, EVIL.source).excerpts))
