"""The questions people bring, each with the data that answers it and the same on the command line."""

from __future__ import annotations

from dataclasses import dataclass

from db.views import views
from tracker.board.asking import BASE_URL
from tracker.board.board import Board
from tracker.board.paths import table_path
from tracker.board.plugin import NAME
from tracker.board.questions import questions


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: `data` is the address of its rows, `form` that of a query with parameters, None without one."""

    asked: str
    notes: str
    command: str
    view: str
    data: str
    form: str | None


@dataclass(frozen=True, slots=True)
class AskPage:
    """The page; `live` says whether the data can be asked with SQL beside it."""

    title: str
    questions: tuple[Asked, ...]
    live: bool


def ask_page(board: Board) -> AskPage:
    """Every question, in the order of how often it is asked."""
    notes = {view.name: view.notes for view in views()}
    asked = tuple(
        Asked(
            asked=question.asked,
            notes=notes[question.view],
            command=question.command,
            view=question.view,
            data=rows_path(board, question.view),
            form=f"{_DATA}/{question.query.name}" if question.query and board.live else None,
        )
        for question in questions()
    )
    return AskPage("Ask", asked, board.live)


_DATA = f"{BASE_URL.strip('/')}/{NAME}"


def rows_path(board: Board, view: str) -> str:
    """Where the rows of a view are: in Datasette where it answers, else in a file."""
    return f"{_DATA}/{view}" if board.live else table_path(view)
