"""A policy's page: its criteria as a tree, its quotes with their places, what to prove and what to do."""

from __future__ import annotations

from parsers.models import Evidence, Group, Leaf
from tests.tracker.board.small import EVIL, NEVER, PAPER, SPRAY, STATE
from tracker.board.board import Board
from tracker.board.criteria import ClauseNode, Document, GroupNode, readable
from tracker.board.payer_page import payer_page
from tracker.board.policy_page import PolicyPage, policy_page

PLAIN = Document(has_pages=False, places={})


def page_of(board: Board, source: str) -> PolicyPage:
    page = policy_page(board, source)
    assert page is not None
    return page


def test_operators_are_said_in_words_and_a_clause_once() -> None:
    two = Leaf("failed_ad_count", 2, "two failed from different classes")
    classes = Leaf("failed_ad_classes", 2, "two failed from different classes")
    tree = Group(
        "all", (two, classes, Group("at_least", (Leaf("rems", True, "REMS"), Leaf("uds", "baseline", "UDS")), 1))
    )
    found = readable(tree, PLAIN)
    assert found.words == "All of these"
    clause, choice = found.children
    assert isinstance(clause, ClauseNode)
    assert clause.says == (("failed antidepressants required", "2"), ("antidepressant classes among the failures", "2"))
    assert isinstance(choice, GroupNode)
    assert choice.words == "At least 1 of these"


def test_a_clause_that_could_not_be_read_stays_in_its_own_words() -> None:
    (node,) = readable(Leaf("unparsed", None, "The moon is full."), PLAIN).children
    assert isinstance(node, ClauseNode)
    assert node.says == (("criterion in the payer's own words", ""),)
    assert node.quote.text == "The moon is full."


def test_a_quote_leads_to_its_place() -> None:
    document = Document(has_pages=True, places={Evidence(3, "REMS"): "policies/a/b/page-3.html#clause-1"})
    (node,) = readable(Leaf("rems", True, "REMS", 3), document).children
    assert isinstance(node, ClauseNode)
    assert (node.quote.page, node.quote.path) == (3, "policies/a/b/page-3.html#clause-1")


def test_a_covered_use_says_what_to_prove(board: Board) -> None:
    (position,) = page_of(board, PAPER.source).positions
    assert [part.title for part in position.to_prove]
    assert not position.is_denied


def test_denials_with_the_same_steps_are_answered_once(board: Board) -> None:
    page = page_of(board, STATE.source)
    assert all(position.is_denied for position in page.positions)
    (group,) = page.after_no
    assert [use.anchor for use in group.uses] == ["position-1", "position-2"]
    assert any(step.title == "Medicaid fair hearing" for step in group.steps)


def test_versions_lead_to_what_changed(board: Board) -> None:
    newest, oldest = page_of(board, SPRAY.source).versions
    assert newest.path == "changes/1.html"
    assert oldest.path is None


def test_a_document_that_was_never_read_has_a_page_that_says_so(board: Board) -> None:
    page = page_of(board, NEVER.source)
    assert page.policy is None
    assert page.versions == ()


def test_an_address_that_runs_something_is_no_link(board: Board) -> None:
    assert [one.link for one in page_of(board, EVIL.source).addresses] == [None]


def test_what_does_not_exist_has_no_page(board: Board) -> None:
    assert policy_page(board, "nobody/nothing") is None
    assert payer_page(board, "nobody") is None


def test_a_payers_page_answers_every_question_of_the_front_page(board: Board) -> None:
    page = payer_page(board, "cascadia")
    assert page is not None
    answers = {one.answered.column.key: (one.answered.now.mark, one.detail) for one in page.questions}
    assert answers["ketamine-depression"] == ("investigational", "")
    assert answers["ketamine-ptsd"] == ("investigational", "answered for all other uses")
    assert answers["spravato-trd"] == ("not_stated", "")


def test_what_is_unusual_about_a_document_is_said_on_its_page(board: Board) -> None:
    assert page_of(board, STATE.source).warnings == (
        ("Looks different: check the reading", "a PDF, before a web page"),
    )  # fmt: skip
    assert page_of(board, SPRAY.source).warnings == ()
